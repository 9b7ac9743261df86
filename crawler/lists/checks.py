"""Checks: boxes to tick, which name a data set only if the list has not named it yet."""

from __future__ import annotations

import re

from crawler.lists.shelf import Shelf
from crawler.lists.things import is_order, names_thing, own_words, words_of

_BOX = re.compile(r"\s*\[[ xX]\]\s")
_MOSTLY = 0.6


class Checks:
    """Tells the names in a check list that are news from those that only repeat."""

    def __init__(self, shelf: Shelf) -> None:
        """Know the words of all names on `shelf`."""
        self._shelf = shelf
        self._read = 0
        self._words: set[str] = set()

    def may_name(self, name: str, strict: bool) -> bool:
        """Whether a box's name is one to keep; `strict` where boxes are about the work itself."""
        named = names_thing(name) if strict else not is_order(name)
        return named and not self._is_repeated(name)

    def _is_repeated(self, name: str) -> bool:
        for draft in self._shelf.drafts[self._read :]:
            self._words.update(words_of(draft.name))
        self._read = len(self._shelf.drafts)
        words = own_words(name)
        return bool(words) and len(words & self._words) >= _MOSTLY * len(words)


def is_box(content: str) -> bool:
    """Whether an item begins with a box to tick."""
    return bool(_BOX.match(content))
