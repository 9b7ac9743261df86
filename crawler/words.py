"""Numbers and moments in words, the same wherever they are told."""

from __future__ import annotations


def count(number: int, word: str, plural: str | None = None) -> str:
    """A number with its word.

    >>> count(1, "link"), count(1200, "link"), count(0, "entry", "entries")
    ('1 link', '1,200 links', '0 entries')
    """
    return f"{number:,} {word if number == 1 else plural or word + 's'}"
