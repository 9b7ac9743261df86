"""A night in a few lines."""

from __future__ import annotations

from collections import Counter

import pytest

from crawler.night import Result
from crawler.store.database import open_for_reading
from crawler.store.nights import Outcome
from crawler.store.reader import Reader
from crawler.summary import night_summary
from tests.vitals import NIGHTS, make_vitals


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(open_for_reading(make_vitals(tmp_path_factory.mktemp("night") / "vitals.db")))


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        pytest.param({"ok": 1}, "1 link looked at: 1 alive.", id="one that is fine"),
        pytest.param(
            {"ok": 1200, "moved": 1, "restricted": 1, "insecure": 1},
            "1,203 links looked at: 1,203 alive.",
            id="all that a reader gets to is alive",
        ),
        pytest.param(
            {"ok": 1, "gone": 2, "failing": 3},
            "6 links looked at: 1 alive, 5 failing tonight.",
            id="gone and failing count as failing tonight",
        ),
        pytest.param(
            {"blocked": 2, "skipped": 1, "invalid": 4},
            "7 links looked at: 0 alive, 3 that cannot be told, 4 not an address.",
            id="what is blocked or skipped cannot be told",
        ),
        pytest.param({}, "0 links looked at: 0 alive.", id="nothing to look at"),
    ],
)
def test_a_night_in_a_line(counts: dict[str, int], line: str, reader: Reader) -> None:
    result = Result(99, Outcome.COMPLETE, Counter(counts), ())
    assert night_summary(result, reader) == f"Night 99: {line}"


def test_what_is_new_tonight_is_told_in_a_second_line(reader: Reader) -> None:
    said = [
        night_summary(Result(night, Outcome.COMPLETE, Counter(ok=1), ()), reader).splitlines()[1:]
        for night in range(1, NIGHTS + 1)
    ]
    assert said[3] == ["New tonight: 1 down."]
    assert said[4] == ["New tonight: 1 dead."]
    assert said[7] == ["New tonight: 1 down."]
    assert said[8] == []
