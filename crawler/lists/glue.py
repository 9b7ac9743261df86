"""Text glued to bare addresses, where only the rest of the list tells where one ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from crawler.lists.bare import CJK
from crawler.lists.find import Find, Way, decoded
from crawler.lists.repair import Repair

_WORD = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}(?![A-Za-z])")
_FOREIGN = re.compile(rf"[.,:!?]*[{CJK};\u2018-\u201f\u2026\u2014]|\*\*\w")
_FILE_AND_MORE = re.compile(
    r"(?P<address>.*/[^/?#]*\.(?:pdf|html?|zip|gz|csv|json|txt|php))[a-z]+$"
)
_SLUG_AND_WORD = re.compile(r"(?P<address>.*/[a-z0-9_.-]*[a-z0-9])(?P<word>[A-Z][A-Za-z]{2,})$")


class Neighbours:
    """What the rest of a list tells about an address: its words and its other addresses."""

    def __init__(self, text: str, others: Iterable[str]) -> None:
        """Look nothing up yet: few lists have such addresses."""
        self._text = text
        self._others = others
        self._words: frozenset[str] | None = None
        self._addresses: frozenset[str] | None = None

    def knows_word(self, word: str) -> bool:
        """Whether a word stands by itself elsewhere in the list."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text))
        return word in self._words

    def knows_address(self, address: str) -> bool:
        """Whether an address is written out elsewhere in the list."""
        if self._addresses is None:
            self._addresses = frozenset(self._others)
        return address in self._addresses


def unglued(content: str, find: Find, neighbours: Neighbours) -> Find:
    """A bare find cut to the address meant, with the word for what was glued to it."""
    if find.way is not Way.BARE:
        return find
    raw = content[slice(*find.raw)]
    length = _meant_length(raw, find, neighbours)
    if length < len(raw):
        word = Repair.PASTED if find.before else Repair.GLUED
        return _cut(content, find, find.raw[0] + length, word)
    if find.repair is not None:
        return find
    if find.before:
        return replace(find, repair=Repair.GLUED_FRONT)
    glued = _FOREIGN.match(find.behind) and not find.behind[0].isspace()
    return replace(find, repair=Repair.GLUED) if glued else find


def _meant_length(raw: str, find: Find, neighbours: Neighbours) -> int:
    file = _FILE_AND_MORE.match(raw)
    if file and (find.before or neighbours.knows_address(file["address"])):
        return file.end("address")
    slug = _SLUG_AND_WORD.match(raw)
    if (
        slug
        and _FOREIGN.match(find.behind)
        and (neighbours.knows_address(slug["address"]) or neighbours.knows_word(slug["word"]))
    ):
        return slug.end("address")
    return len(raw)


def _cut(content: str, find: Find, end: int, word: Repair) -> Find:
    place = (find.raw[0], end)
    written = decoded("".join(content[slice(*place)].split()))
    return replace(find, whole=place, raw=place, written=written, repair=word)
