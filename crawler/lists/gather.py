"""Gathering: all links of a list, repaired, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crawler.lists.address import is_sound, resolved
from crawler.lists.find import Find, Way, finds
from crawler.lists.glue import Neighbours, unglued
from crawler.lists.markdown import Block, Form, Page
from crawler.lists.pairs import merged
from crawler.lists.repair import Repair, repaired
from crawler.lists.split import is_rest


@dataclass(frozen=True, slots=True)
class Place:
    """A link in its place: the block it stands in, its find there, its span in the list."""

    block: int
    find: Find
    start: int
    end: int
    url: str
    repair: Repair | None


_BLANKS = re.compile(r"\s")
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_WEB = re.compile(r"(?:https?|ftp)\s*:", re.IGNORECASE)
_LOCAL = re.compile(r"file:|/?[a-z]:[\\/%]", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NO_LINK = (Way.USE, Way.UNDEFINED)


def written_finds(page: Page, text: str, verbatim: bool) -> list[list[Find]]:
    """The finds of every block, pairs merged and glued text cut off."""
    found = [
        merged(block.piece.content, finds(block, page.references, verbatim))
        for block in page.blocks
    ]
    others = [find.written for some in found for find in some if find.way is not Way.USE]
    neighbours = Neighbours(text, others)
    return [
        [unglued(block.piece.content, find, neighbours) for find in some]
        for block, some in zip(page.blocks, found, strict=True)
    ]


def gathered(page: Page, found: list[list[Find]], text: str, base: str | None) -> list[Place]:
    """Every link of the list in the order of the text; what is no link is left out."""
    places: list[Place] = []
    skip = -1
    for number, (block, some) in enumerate(zip(page.blocks, found, strict=True)):
        for find in some:
            if find.way in _NO_LINK or number == skip:
                continue
            following = page.blocks[number + 1] if number + 1 < len(page.blocks) else None
            rest = _rest_in(block, find, following)
            if rest and following:
                skip = number + 1
            place = _placed(number, block, find, following if rest else None, text, base)
            if place is not None:
                places.append(place)
    return sorted(places, key=lambda place: place.start)


def _rest_in(block: Block, find: Find, following: Block | None) -> bool:
    """Whether the next block is nothing but the rest of an address that ends this one."""
    if find.way is not Way.BARE or following is None:
        return False
    if block.form is not Form.PARAGRAPH or following.form is not Form.PARAGRAPH:
        return False
    token = following.piece.content.strip()
    at_end = find.raw[1] == len(block.piece.content.rstrip()) and block.item == following.item
    return at_end and not re.search(r"\s", token) and is_rest(token, alone=True)


def _placed(
    number: int, block: Block, find: Find, rest: Block | None, text: str, base: str | None
) -> Place | None:
    start, end = block.piece.at(find.raw[0]), _end(block, find.raw)
    if rest is not None:
        token = rest.piece.content.strip()
        end = rest.piece.at(0) + len(token)
        find = replace(find, written=find.written + token, repair=Repair.SPLIT)
    judged = judge(find, text[start:end], base)
    return Place(number, find, start, end, *judged) if judged else None


def _end(block: Block, raw: tuple[int, int]) -> int:
    return block.piece.at(raw[1] - 1) + 1 if raw[1] > raw[0] else block.piece.at(raw[0])


def _encoded(written: str) -> str:
    # What a browser makes of blanks where an address is set apart: `<a b>`, `href="a b"`.
    return _BLANKS.sub("%20", _LINE_ENDS.sub("", written.strip()))


def judge(find: Find, raw: str, base: str | None) -> tuple[str, Repair | None] | None:
    """What would be asked for a find, and its repair; None for what is no link at all."""
    written = find.written if find.way is Way.BARE else _encoded(find.written)
    address, word = repaired(written)
    if find.way is Way.BARE and word is Repair.MISSING_SCHEME and written[:4].lower() == "www.":
        word = None  # GitHub links it just so.
    if is_sound(address):
        return address, find.repair or word
    if _WEB.match(address) or _LOCAL.match(address):
        return (raw, None) if find.way is not Way.BARE else None
    if not address or address.startswith("#") or _OTHER_SCHEME.match(address) or not base:
        return None
    whole = resolved(base, address)
    return (whole, find.repair or word) if is_sound(whole) else None
