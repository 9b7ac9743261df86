"""DOIs: any spelling to the bare name in lower case, and what its pattern tells of versions."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import unquote

from crawler.metadata.normal.text import words

_LONGEST = 2000
_LONGEST_DOI = 250
_UNQUOTINGS = 3

_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,3}/[!-~]+", re.ASCII)
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|^doi:", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|fulltext|full-text|meta|references|download|html)"
    r"|(?:v\d+)?\.full(?:-text)?(?:\.pdf)?|\.pdf)/?$"
)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TAIL = ".,;:!?'\"*|\\/"

_VERSIONED = re.compile(r"(?P<concept>10\.\d+/.+)\.v(?P<version>\d+)")
_MENDELEY = re.compile(r"(?P<concept>10\.17632/[a-z0-9]+)\.(?P<version>\d+)")


class Naming(NamedTuple):
    """What a DOI's pattern tells: the DOI of all versions, and which version this is."""

    concept: str
    version: str


def doi(raw: Any) -> str | None:
    """The DOI in a text or an address, in lower case and without resolver.

    >>> doi("https://dx.doi.org/10.5061%2FDRYAD.abc."), doi("see doi:10.1000/x(1))")
    ('10.5061/dryad.abc', '10.1000/x(1)')
    """
    text = _unquoted((words(raw) or "")[:_LONGEST])
    found = _DOI.search(text)
    if not found:
        return None
    name = found[0].lower()
    if _ADDRESS.search(text[: found.start()]):
        name = re.split(r"[?#&]", name)[0]
        name = name if _RESOLVER.search(text[: found.start()]) else _PAGES.sub("", name)
    name = _trimmed(name[:_LONGEST_DOI])
    return name if _DOI.fullmatch(name) else None


def concept_doi(raw: Any) -> str | None:
    """The DOI of all versions: without its version, where the pattern shows one.

    >>> concept_doi("10.6084/m9.figshare.42.v3")
    '10.6084/m9.figshare.42'
    """
    name = doi(raw)
    told = naming(name) if name else None
    return told.concept if told else name


def naming(name: str) -> Naming | None:
    """What the pattern of a DOI in normal form tells; None where it tells nothing.

    Figshare and its portals end in .vN, Mendeley Data in .N; at Zenodo and PhysioNet the DOI of a
    version and the one of all versions look alike.

    >>> naming("10.17632/abc123.2")
    Naming(concept='10.17632/abc123', version='2')
    """
    found = _MENDELEY.fullmatch(name) or _VERSIONED.fullmatch(name)
    return Naming(found["concept"], found["version"]) if found else None


def _unquoted(text: str) -> str:
    """Escapes undone as often as they were made; what is left of a longer trick is no DOI."""
    for _ in range(_UNQUOTINGS):
        if "%" not in text:
            break
        text = unquote(text)
    return re.sub(r"%[0-9a-fA-F]{2}.*", "", text, flags=re.DOTALL)


def _trimmed(name: str) -> str:
    """Without what the sentence around it left: marks, and brackets that were opened outside."""
    while name:
        last = name[-1]
        opened = _PAIRS.get(last)
        if last not in _TAIL and not (opened and name.count(opened) < name.count(last)):
            break
        name = name[:-1]
    return name
