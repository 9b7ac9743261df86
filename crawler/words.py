"""Numbers and moments in words, the same wherever they are told."""

from __future__ import annotations

from datetime import timedelta

from crawler.clock import from_text


def count(number: int, word: str, plural: str | None = None) -> str:
    """A number with its word.

    >>> count(1, "link"), count(1200, "link"), count(0, "entry", "entries")
    ('1 link', '1,200 links', '0 entries')
    """
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def age(since: str, until: str) -> str:
    """How many days lie between two moments of the database.

    >>> age("2026-11-06T03:00:00Z", "2026-11-20T02:59:00Z")
    '14 days'
    """
    span = from_text(until) - from_text(since)
    return count(round(span / timedelta(days=1)), "day")


def moment(text: str) -> str:
    """A moment of the database as people write it.

    >>> moment("2026-11-20T03:00:00Z")
    '2026-11-20 03:00 UTC'
    """
    return f"{text[:10]} {text[11:16]} UTC"
