from __future__ import annotations

import ast
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.clock import FixedClock, SystemClock, from_text, stopwatch, to_text
from crawler.errors import UsageProblem

MOMENT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)

TEXTS = {
    "2026-11-20T03:00:00Z": MOMENT,
    "2026-11-20T03:00Z": MOMENT,
    "2026-11-20T03": MOMENT,
    "2026-11-20 03:00": MOMENT,
    "2026-11-20T04:00:00+01:00": MOMENT,
    "2026-11-19T22:00-05:00": MOMENT,
    "20261120T030000Z": MOMENT,
    "2026-11-20": datetime(2026, 11, 20, tzinfo=UTC),
    "2026-11-20T03:00:00.999Z": MOMENT + timedelta(milliseconds=999),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_moment_is_read_in_utc(text: str) -> None:
    moment = from_text(text)
    assert moment == TEXTS[text]
    assert moment.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2026-13-01", "2026-11-20T25:00", "20 Nov 2026",
        "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says; the option says it better
        from_text(text)


def test_a_moment_is_written_in_utc_and_whole_seconds() -> None:
    cet = timezone(timedelta(hours=1))
    assert to_text(datetime(2026, 11, 20, 4, 0, 7, 999_999, tzinfo=cet)) == "2026-11-20T03:00:07Z"
    assert to_text(datetime(1, 2, 3, tzinfo=UTC)) == "0001-02-03T00:00:00Z"


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001


@given(moments)
def test_a_moment_comes_back_without_its_fraction(moment: datetime) -> None:
    assert from_text(to_text(moment)) == moment.replace(microsecond=0)


@given(moments, moments)
def test_texts_sort_as_moments_do(one: datetime, other: datetime) -> None:
    if to_text(one) < to_text(other):
        assert one < other


def test_the_system_clock_tells_the_present() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)


def test_the_system_clock_can_begin_at_another_moment_and_goes_on() -> None:
    clock = SystemClock(MOMENT)
    first, second = clock.now(), clock.now()
    assert MOMENT <= first <= second < MOMENT + timedelta(minutes=1)


@pytest.mark.parametrize(
    "text", ["0001-01-01", "1969-12-31T23:59Z", "9000-01-01", "9999-12-31T23:59:59Z"]
)
def test_a_night_outside_of_reason_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match="between the years 1970 and 9000"):
        SystemClock(from_text(text))


def test_a_fixed_clock_stands_still_until_told() -> None:
    clock = FixedClock(MOMENT)
    assert clock.now() == clock.now() == MOMENT
    clock.advance(timedelta(days=1))
    assert clock.now() == MOMENT + timedelta(days=1)


def test_the_stopwatch_does_not_go_back() -> None:
    times = [stopwatch() for _ in range(1000)]
    assert times == sorted(times)


READS_TIME = {
    "datetime": {"now", "utcnow", "today", "fromtimestamp"},
    "date": {"today", "fromtimestamp"},
    "time": {
        "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns",
        "process_time", "localtime", "gmtime", "ctime", "strftime",
    },
}  # fmt: skip
HOUSE = Path(__file__).parents[1]
SOURCES = [
    path.relative_to(HOUSE)
    for place in ("crawler/**/*.py", "reports/**/*.py", "scheduler.py")
    for path in HOUSE.glob(place)
    if path != HOUSE / "crawler" / "clock.py"
]


def readings_of_time(code: str) -> list[str]:
    """Every place where code asks what time it is, or takes the means to do so with it."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr in READS_TIME.get(_name(node.value), ()):
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            taken = READS_TIME["time"].intersection(alias.name for alias in node.names)
            found += [f"line {node.lineno}: from time import {name}" for name in taken]
    return found


def _name(node: ast.expr) -> str:
    """The last name of `datetime` and of `datetime.datetime` alike."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_nobody_but_the_clock_reads_the_time(path: Path) -> None:
    assert readings_of_time((HOUSE / path).read_text("utf-8")) == []


@pytest.mark.parametrize("path", [*HOUSE.glob("crawler/**/*.sql")], ids=lambda path: path.name)
def test_nor_does_the_database(path: Path) -> None:
    assert not re.search(
        r"'now'|current_(time|date)|unixepoch\(\)", path.read_text("utf-8"), re.IGNORECASE
    )


@pytest.mark.parametrize(
    "code",
    [
        "datetime.now(UTC)", "datetime.datetime.utcnow()", "date.today()", "time.time()",
        "time.monotonic", "from time import monotonic", "from time import sleep, time",
    ],
)  # fmt: skip
def test_the_search_for_other_clocks_finds_them(code: str) -> None:
    assert readings_of_time(code)


def test_the_search_looks_at_the_whole_house() -> None:
    assert {Path("crawler/night.py"), Path("reports/model.py")} <= set(SOURCES)
