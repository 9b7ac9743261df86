"""Twins: entries, in one list or several, that name the same data set, and why we think so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from crawler.lists.address import same_link
from crawler.lists.mention import Entry, Reading, Role
from crawler.lists.roles import generic


class Reason(StrEnum):
    """Why two entries are taken for the same data set; the surest first."""

    DOI = "doi"
    ACCESSION = "accession"
    ADDRESS = "address"
    LIKE_ADDRESS = "probably-same-address"
    NAME = "name"


class Twins(NamedTuple):
    """Entries that are one data set: each as (number of the list, number of the entry)."""

    reason: str
    value: str
    members: tuple[tuple[int, int], ...]


_DOI = re.compile(r"\b10\.\d{4,9}/[^\s?#\"<>]+", re.IGNORECASE)
_ACCESSION = re.compile(
    r"\b(?:phs\d{6}|GSE\d{3,}|EGA[SD]\d{8,}|PRJ[A-Z]{2}\d+|[SED]RP\d{6,}|E-MTAB-\d+|syn\d{6,}"
    r"|ds\d{6})\b",
    re.IGNORECASE,
)
_OWN_ROLES = frozenset({Role.DATA, Role.DOWNLOAD, Role.INFO, Role.CHALLENGE, Role.CODE})
_LIKE = re.compile(r"^(?:https?|ftp)://(?:www\.)?|/(?:index\.html?)?$")
_DATA_WORDS = re.compile(
    r"\b(?:the|data ?sets?|data ?bases?|data|collection)\b|数据集|数据库", re.IGNORECASE
)
_NO_LETTER = re.compile(r"[\W_]+")
_LEAST_LETTERS = 4
_LEAST_WORDS = 2


def twins(readings: Sequence[Reading]) -> tuple[Twins, ...]:
    """Groups of entries that are the same thing, each with the reason; parents are no twins."""
    groups: dict[tuple[Reason, str], dict[tuple[int, int], None]] = {}
    for number, reading in enumerate(readings):
        for key, entry in _keys(reading):
            groups.setdefault(key, {})[number, entry] = None
    found = [
        Twins(reason.value, value, tuple(members))
        for (reason, value), members in groups.items()
        if len(members) > 1
    ]
    return tuple(_without_repeats(found))


def _keys(reading: Reading) -> Iterator[tuple[tuple[Reason, str], int]]:
    for mention in reading.mentions:
        if mention.entry is None or mention.role not in _OWN_ROLES:
            continue
        for reason, pattern in ((Reason.DOI, _DOI), (Reason.ACCESSION, _ACCESSION)):
            found = pattern.search(mention.url)
            if found:
                yield (reason, found[0].lower().rstrip("/.")), mention.entry
        link = same_link(mention.url)
        yield (Reason.ADDRESS, link), mention.entry
        yield (Reason.LIKE_ADDRESS, _LIKE.sub("", link)), mention.entry
    for number, entry in enumerate(reading.entries):
        name = _distinctive(entry)
        if name:
            yield (Reason.NAME, name), number


def _distinctive(entry: Entry) -> str | None:
    """A name's letters, if it can hardly name two things: two words, a number, an acronym."""
    name = _DATA_WORDS.sub(" ", entry.name)
    if generic(name):
        return None
    words = _NO_LETTER.sub(" ", name).split()
    letters = "".join(words).casefold()
    marked = any(char.isdigit() for char in name) or sum(map(str.isupper, name)) >= _LEAST_WORDS
    sure = len(words) >= _LEAST_WORDS or marked or not name.isascii()
    return letters if sure and len(letters) >= _LEAST_LETTERS else None


def _without_repeats(found: list[Twins]) -> Iterator[Twins]:
    """Each group of members once, with the surest reason."""
    order = {reason.value: place for place, reason in enumerate(Reason)}
    seen: set[frozenset[tuple[int, int]]] = set()
    for group in sorted(found, key=lambda twins: (order[twins.reason], twins.members)):
        members = frozenset(group.members)
        if members not in seen:
            seen.add(members)
            yield group
