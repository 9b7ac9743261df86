"""Runs of looks: the row of bad nights at their end, flapping, and how much a link was well."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crawler.memory.history import (
    MEMORY,
    Row,
    Run,
    Side,
    bad_row,
    good_since,
    is_back,
    is_clouded,
    is_flapping,
    side_of,
    uptime,
)
from crawler.memory.state import A_DAY
from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict

from .stories import BEGIN, end


def runs(story: str) -> tuple[Run, ...]:
    return end(story).runs


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_on_a_side(verdict: Verdict) -> None:
    side = Side.GOOD if verdict in ALIVE else Side.BAD if verdict in BAD else Side.UNCLEAR
    assert side_of(verdict) is side


ROWS = {
    "no looks": ("0d void-night", None),
    "all is well": ("0d http-200", None),
    "a good night ends it": ("0d http-404; 1d http-200", None),
    "unclear nights alone are none": ("0d http-200; 1d..9d http-403", None),
    "since the last good night": ("0d http-404; 1d http-200; 2d..4d reset", (2, 3, 2, 0)),
    "unclear nights within": ("0d reset; 1d..2d http-403; 3d reset; 4d geo", (0, 2, 2, 3)),
    "unclear nights before it": ("0d..9d http-403; 10d..11d reset", (10, 2, 1, 0)),
    "thirty days back": ("0d reset; 1d..30d http-403; 31d reset", (0, 2, 1, 30)),
    "and no more": ("0d reset; 1d..31d http-403; 32d reset", (32, 1, 0, 0)),
    "a run is not cut": ("0d..9d reset; 10d..30d http-403; 31d reset", (0, 11, 10, 21)),
    "ten nights at least": (
        "0d..14d/7d http-200; 21d refused; 28d..77d/7d http-403; 84d reset",
        (21, 2, 7, 8),
    ),
    "and then no more": (
        "0d..14d/7d http-200; 21d refused; 28d..84d/7d http-403; 91d reset",
        (91, 1, 0, 0),
    ),
}


@pytest.mark.parametrize(("story", "row"), ROWS.values(), ids=ROWS)
def test_the_row_of_bad_nights(story: str, row: tuple[int, int, int, int] | None) -> None:
    found = bad_row(runs(story))
    assert row == (
        found and ((found.since - BEGIN).days, found.nights, found.days.days, found.unclear)
    )


def test_all_the_reasons_of_a_row_are_kept() -> None:
    row = bad_row(runs("0d http-410; 1d http-200; 2d reset; 3d http-403; 4d http-404"))
    assert row
    assert row.reasons == {Reason.RESET, Reason.HTTP_404}


@pytest.mark.parametrize(
    ("nights", "unclear", "share"), [(3, 1, 0.75), (1, 0, 1.0), (1, 3, 0.25), (0, 0, 0.0)]
)
def test_how_much_of_a_row_is_bad(nights: int, unclear: int, share: float) -> None:
    assert Row(BEGIN, nights, A_DAY, unclear, frozenset()).share == share


GOOD_SINCE = {
    "nothing seen": ("0d void-night", None),
    "bad": ("0d http-200; 1d reset", None),
    "good all the time": ("0d http-200; 1d file; 2d slash", 0),
    "since the last bad night": ("0d http-200; 1d reset; 2d http-200; 3d slash", 2),
    "an unclear night is no end": ("0d reset; 1d http-200; 2d http-403; 3d http-200", 1),
    "nor a beginning": ("0d reset; 1d http-403; 2d http-200", 2),
    "unclear alone": ("0d http-403", None),
    "a stranger is not good": ("0d..3d http-410; 4d http-200 other; 5d http-200", 5),
}


@pytest.mark.parametrize(("story", "day"), GOOD_SINCE.values(), ids=GOOD_SINCE)
def test_since_when_it_is_good(story: str, day: int | None) -> None:
    assert good_since(runs(story)) == (None if day is None else BEGIN + day * A_DAY)


CLOUDS = {
    "blocked for thirty days": ("0d..30d http-403", True),
    "for a day less": ("0d..29d http-403", False),
    "bad for thirty days": ("0d..30d http-5xx", False),
    "a quarter unclear": ("0d..29d http-5xx; 30d..39d geo", False),
    "a little more than a quarter": ("0d..29d http-5xx; 30d..40d geo", True),
    "a good night between": ("0d..15d http-403; 16d http-200; 17d..40d http-403", False),
}


@pytest.mark.parametrize(("story", "clouded"), CLOUDS.values(), ids=CLOUDS)
def test_when_nobody_can_tell(story: str, clouded: bool) -> None:
    assert is_clouded(runs(story)) is clouded


_SIX_FLIPS = "0d file; 1d reset; 2d file; 3d reset; 4d file; 5d reset; 6d file"
FLAPS = {
    "six flips": (_SIX_FLIPS, 6, True),
    "five flips": ("0d http-200; 1d reset; 2d http-200; 3d reset; 4d http-200; 5d reset", 5, False),
    "six flips, a month ago": (_SIX_FLIPS, 31, True),
    "six flips, over a month ago": (_SIX_FLIPS, 32, False),
    "ails in many ways": ("0d reset; 1d refused; 2d reset; 3d http-5xx; 4d refused", 4, False),
    "there and back": ("0d file; 1d slash; 2d file", 2, True),
    "there and back, a month ago": ("0d file; 1d slash; 2d file", 32, True),
    "there and back, over a month ago": ("0d file; 1d slash; 2d file", 33, False),
    "there and elsewhere": ("0d file; 1d slash; 2d http-401", 2, False),
    "a look in between in the same night": ("0d file; 6h slash; 12h file", 1, False),
}


@pytest.mark.parametrize(("story", "day", "flaps"), FLAPS.values(), ids=FLAPS)
def test_what_flaps(story: str, day: int, flaps: bool) -> None:
    assert is_flapping(runs(story), BEGIN + day * A_DAY) is flaps


BACK = {
    "back after a day": ("0d file; 1d slash; 2d file", True),
    "back after seven days": ("0d file; 1d..6d slash; 7d file", True),
    "back after eight days": ("0d file; 1d..7d slash; 8d file", False),
    "never left": ("0d slash; 1d reset; 2d slash", False),
    "never left, by another name": ("0d file; 1d http-200", False),
    "bad tonight": ("0d reset; 1d file; 2d reset", False),
    "bad all the time before": ("0d reset; 1d file", False),
    "never there": ("0d file; 1d http-401; 2d slash", False),
    "from behind a wall": ("0d http-403; 1d file; 2d geo", True),
}


@pytest.mark.parametrize(("story", "back"), BACK.values(), ids=BACK)
def test_what_is_back(story: str, back: bool) -> None:
    *before, last = runs(story)
    assert is_back(before, last) is back


UPTIMES = {
    "well all the time": ("0d..9d http-200", 10, 100.0),
    "row 114, down one night a week": (
        "0d reset; 1d..6d http-200; 7d reset; 8d..13d http-200; 14d reset; 15d..20d http-200",
        21,
        85.7,
    ),
    "bad all the time": ("0d..9d http-404", 10, 0.0),
    "unclear nights are left out": ("0d http-200; 1d http-403; 2d..3d reset", 4, 33.3),
    "unclear all the time": ("0d..9d http-403", 10, None),
    "what is older is left out": ("0d..9d reset; 10d..49d http-200", 45, 100.0),
    "half of the span": ("0d..14d reset; 15d http-200", 30, 50.0),
    "half of a later span": ("0d..24d reset; 25d http-200", 40, 50.0),
    "a moment ago": ("0d http-200", 0, None),
}


@pytest.mark.parametrize(("story", "day", "percent"), UPTIMES.values(), ids=UPTIMES)
def test_how_much_of_the_time_it_was_well(story: str, day: int, percent: float | None) -> None:
    assert uptime(runs(story), BEGIN + day * A_DAY, MEMORY) == percent


def test_nothing_is_known_of_what_was_never_seen() -> None:
    assert uptime((), BEGIN, timedelta(days=1)) is None
