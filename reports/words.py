"""Days, ages, shares and enumerations in words: the small change of every sentence in a report."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.clock import from_text
from crawler.words import count

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FEWEST_FOR_A_SHARE = 20


def day(moment: str) -> str:
    """The day of a moment, in UTC and in no country's order of numbers.

    >>> day("2026-09-04T03:00:00Z")
    '4 Sep 2026'
    """
    when = from_text(moment)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(text: str) -> str:
    """A moment to the minute.

    >>> moment("2026-09-04T03:00:59Z")
    '4 Sep 2026, 03:00'
    """
    return f"{day(text)}, {from_text(text):%H:%M}"


def for_nights(since: str, nights: int) -> str:
    """A day with its age, in nights: that is what is measured.

    >>> for_nights("2026-09-14T03:00:00Z", 3)
    '14 Sep 2026 (3 nights)'
    """
    return f"{day(since)} ({count(nights, 'night')})"


def percent(part: int, whole: int) -> str:
    """A share in brackets, rounded down so that all means all; none of too few to bear one.

    >>> percent(98, 100), percent(2999, 3000), percent(9, 10)
    (' (98.0%)', ' (99.9%)', '')
    """
    if whole < _FEWEST_FOR_A_SHARE:
        return ""
    return f" ({part * 1000 // whole / 10:.1f}%)"


def enumerated(parts: Sequence[str]) -> str:
    """Several things in one sentence.

    >>> enumerated(["1 dead", "2 down", "3 moved"])
    '1 dead, 2 down and 3 moved'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def clipped(text: str, most: int) -> str:
    """A text that may be of any length, in at most so many characters.

    >>> clipped("a long title", 6)
    'a lon…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
