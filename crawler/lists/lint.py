"""Lint: what is wrong in a list itself, before anything is asked of the network."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from crawler.lists.address import is_sound, same_link
from crawler.lists.find import Way, finds
from crawler.lists.ignore import Ignored, without_front_matter
from crawler.lists.markdown import parse
from crawler.lists.mention import Kind, Mention, Reading, Role
from crawler.lists.repair import Repair
from crawler.lists.spans import Lines


class Fault(StrEnum):
    """What can be wrong in a list."""

    DAMAGED = "damaged-link"
    BAD = "bad-address"
    DUPLICATE = "duplicate"
    UNDEFINED = "undefined-reference"
    NO_LINK = "entry-without-link"
    HTTP = "http-where-https-is-known"


class Problem(NamedTuple):
    """One thing wrong in a list: where, of what kind, and a sentence for its keeper."""

    line: int
    column: int
    kind: str
    message: str


def lint(text: str, reading: Reading) -> tuple[Problem, ...]:
    """Everything wrong in the list's own text, in the order of the text."""
    found = [
        *_damaged(reading),
        *_duplicates(reading),
        *_undefined(text),
        *_without_link(reading),
        *_http(reading),
    ]
    return tuple(sorted(found))


def _at(mention: Mention, kind: Fault, message: str) -> Problem:
    return Problem(mention.line, mention.column, kind.value, message)


def _damaged(reading: Reading) -> Iterator[Problem]:
    for mention in reading.mentions:
        if mention.repair is not None:
            why = Repair(mention.repair).sentence
            yield _at(mention, Fault.DAMAGED, f"{why}; read as {mention.url}")
        elif not is_sound(mention.url):
            yield _at(mention, Fault.BAD, f"{mention.raw} is no address that could be asked")


def _duplicates(reading: Reading) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for mention in reading.mentions:
        if mention.role is Role.IMAGE:
            continue
        key = (same_link(mention.url), mention.url.partition("#")[2])
        line = first.setdefault(key, mention.line)
        if line != mention.line:
            message = f"{mention.url} stands already on line {line}"
            yield _at(mention, Fault.DUPLICATE, message)


def _undefined(text: str) -> Iterator[Problem]:
    lines = Lines(text)
    ignored = Ignored(text, lines)
    page = parse(without_front_matter(text), lines)
    for block in page.blocks:
        for find in finds(block, page.references, verbatim=False):
            line, column = lines.place(block.piece.at(find.whole[0]))
            # `[1][2]` are two marks of citations far more often than a reference.
            if find.way is Way.UNDEFINED and line not in ignored and not find.text.isdigit():
                message = f"[{find.written}] is defined nowhere, so [{find.text}] is no link"
                yield Problem(line, column, Fault.UNDEFINED.value, message)


def _without_link(reading: Reading) -> Iterator[Problem]:
    linked = {entry.parent for entry in reading.entries if entry.urls}
    for number, entry in enumerate(reading.entries):
        if not entry.urls and number not in linked and entry.kind is not Kind.PAPER:
            message = f"{entry.name} has no link"
            yield Problem(entry.line, 1, Fault.NO_LINK.value, message)


def _http(reading: Reading) -> Iterator[Problem]:
    known = {same_link(mention.url): mention.line for mention in reading.mentions}
    for mention in reading.mentions:
        scheme, _, rest = same_link(mention.url).partition("://")
        line = known.get(f"https://{rest}")
        if scheme == "http" and line is not None:
            message = f"line {line} has the same address with https"
            yield _at(mention, Fault.HTTP, message)
