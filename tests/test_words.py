"""Numbers in words."""

from __future__ import annotations

import pytest

from crawler.words import count


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 links"), (1, "1 link"), (2, "2 links"), (1234567, "1,234,567 links")],
)
def test_a_number_with_its_word(number: int, words: str) -> None:
    assert count(number, "link") == words


def test_a_word_with_a_plural_of_its_own() -> None:
    assert count(1, "entry", "entries") == "1 entry"
    assert count(3, "entry", "entries") == "3 entries"
