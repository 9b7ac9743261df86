from __future__ import annotations

import pytest

from reports import words


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-09-04T03:00:00Z", "4 Sep 2026"), ("2026-01-01T00:30:00+02:00", "31 Dec 2025")],
    ids=["without a zero", "in UTC"],
)
def test_a_day_reads_alike_in_every_country(moment: str, day: str) -> None:
    assert words.day(moment) == day


def test_a_moment_is_told_to_the_minute() -> None:
    assert words.moment("2026-09-04T03:07:59Z") == "4 Sep 2026, 03:07"


def test_an_age_has_its_day_first() -> None:
    assert words.for_nights("2026-09-14T03:00:00Z", 1) == "14 Sep 2026 (1 night)"


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(9, 19, ""), (10, 20, " (50.0%)"), (2999, 3000, " (99.9%)"), (20, 20, " (100.0%)")],
    ids=["too few", "just enough", "nearly all is not all", "all"],
)
def test_a_percentage_promises_no_more_than_there_is(part: int, whole: int, told: str) -> None:
    assert words.percent(part, whole) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_several_things_are_enumerated(parts: list[str], told: str) -> None:
    assert words.enumerated(parts) == told


@pytest.mark.parametrize(
    ("text", "told"), [("abcdef", "abcdef"), ("abcdefg", "abcde…"), ("abcd fg", "abcd…")]
)
def test_a_long_text_is_clipped(text: str, told: str) -> None:
    assert words.clipped(text, 6) == told
