"""Licences: whatever a source says of one, as an SPDX id or a LicenseRef of ours."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from crawler.metadata.normal.access import is_access_word
from crawler.metadata.normal.creative_commons import creative_commons
from crawler.metadata.normal.licence_names import NOTHING, named, own_terms
from crawler.metadata.normal.licence_urls import ADDRESS, of_address
from crawler.metadata.normal.spdx import key

_MOST_READ = 20_000
_NAME_LENGTH = 160
"""What is longer is no name but the terms themselves."""
_MOST_SAID = 50
_DEEPEST = 4

_KEYS = (
    "spdx_id", "spdxid", "rightsidentifier", "identifier", "id", "key", "license_id",
    "name", "title", "rights", "label", "license_name", "@value", "value", "text", "en",
    "url", "@id", "uri", "rightsuri", "href", "license_url", "license", "props",
)  # fmt: skip
"""Where the objects of registers keep an id, a name, an address: the most exact first."""

_MARKUP = re.compile(
    r"<(?:a\b[^<>]{0,500}?href=[\"']?([^\s\"'<>]{1,300})[^<>]{0,500}|[^<>]{0,500})>"
)
_JOINT = re.compile(r"\s+(and|or)\s+", re.IGNORECASE)
_PIECES = re.compile(r"[()\[\];:|,\n]|/|\.\s|\b(?:under|with|see|from|is|are|the|and|or)\b")
_TELLING = re.compile(r"\d|licen[cs]e|\bcc\b|\bMIT\b|odbl|pddl", re.IGNORECASE)
_CREATIVE = re.compile(
    r"\bcc[\s_-]?(?:0|zero)\b(?:[\s_-]{0,3}v?1(?:\.0)?\b)?|"
    r"\b(?:cc|creative[\s_-]{0,3}commons)(?:[\s_,/(:-]{0,3}(?:attribution|by|nc|sa|nd"
    r"|non[\s_-]?commercial|share[\s_-]?alike|no[\s_-]?deriv(?:ative)?s?|works?|zero"
    r"|licen[cs]e|version|v|international|unported|generic|igo|[1-4](?:\.[0-9])?)\b){1,14}",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^https?://(?:www\.)?([^?#\s]+)\S*$", re.IGNORECASE)
_JUST_A_NODE = ("_:", "#")


def license_id(raw: object) -> str | None:
    """The SPDX id of what a source says, `LicenseRef-…` for its own terms, None for nothing.

    >>> license_id("http://creativecommons.org/licenses/by/4.0/deed.de")
    'CC-BY-4.0'
    >>> license_id([{"rightsUri": "info:eu-repo/semantics/openAccess"}, {"rights": "CC0 1.0"}])
    'CC0-1.0'
    >>> license_id("CC BY"), license_id("My own terms"), license_id("not specified")
    ('LicenseRef-CC-BY-unversioned', 'LicenseRef-my-own-terms', None)
    """
    return _of(raw, 0)


def _of(raw: object, depth: int) -> str | None:
    if depth > _DEEPEST:
        return None
    match raw:
        case str():
            return _of_text(raw[:_MOST_READ])
        case dict():
            return _of_object({str(name).lower(): said for name, said in raw.items()}, depth)
        case list() | tuple():
            return _together([_of(said, depth + 1) for said in raw[:_MOST_SAID]])
    return None


def _of_object(said: dict[str, object], depth: int) -> str | None:
    """The most exact of what an object says; nothing where it says that nobody can tell."""
    if any(key(str(said.get(name))) == "noassertion" for name in _KEYS[:7]):
        return None
    told = [_of(said[name], depth + 1) for name in _KEYS if name in said]
    return _best(told)


def _best(told: Iterable[str | None]) -> str | None:
    """The first SPDX id, else the first reference."""
    return min(filter(None, told), key=_is_reference, default=None)


def _is_reference(id_: str) -> bool:
    return id_.startswith("LicenseRef-")


def _together(told: list[str | None]) -> str | None:
    """Several licences hold together; a reference beside an id is the same in vaguer words."""
    exact = sorted({id_ for id_ in told if id_ and not _is_reference(id_)})
    if len(exact) < 2 or any(" " in id_ for id_ in exact):
        return _best(told)
    return " AND ".join(exact)


def _of_text(text: str) -> str | None:
    plain = " ".join(_MARKUP.sub(r" \1 ", html.unescape(text)).split())
    if not any(map(str.isalnum, plain)) or plain.startswith(_JUST_A_NODE):
        return None
    if plain.lower().startswith("licenseref-") and " " not in plain:
        return own_terms(plain)
    if key(plain) in NOTHING:
        return None
    if id_ := _whole(plain):
        return id_
    return None if is_access_word(plain) else _joined(plain) or _within(plain) or _own(plain)


def _whole(plain: str) -> str | None:
    """The licence of a text that is one name, or one address."""
    if len(plain) > 2 * _NAME_LENGTH:
        return None
    return named(plain) or (of_address(plain) if " " not in plain else None)


def _joined(plain: str) -> str | None:
    """An SPDX expression of one operator: its parts in the order of the alphabet."""
    first, *rest = _JOINT.split(plain.strip("()")[: 2 * _NAME_LENGTH])
    operators = {word.upper() for word in rest[::2]}
    parts = {_whole(part) or _referred(part) for part in (first, *rest[1::2])}
    if len(operators) != 1 or None in parts:
        return None
    return f" {operators.pop()} ".join(sorted(filter(None, parts)))


def _referred(part: str) -> str | None:
    return own_terms(part) if part.lower().startswith("licenseref-") else None


def _within(plain: str) -> str | None:
    """The licence that is named somewhere in a longer text: by address, as a piece, as a phrase."""
    places = ADDRESS.findall(plain)[:_MOST_SAID]
    pieces = filter(_TELLING.search, _PIECES.split(ADDRESS.sub(" ", plain))[:_MOST_SAID])
    phrases = _CREATIVE.findall(plain)[:_MOST_SAID]
    exact = _best(map(of_address, places)) or _best(map(_whole, map(str.strip, pieces)))
    return _best((exact, *map(creative_commons, phrases)))


def _own(plain: str) -> str:
    """Own terms, by their name; terms at full length have none."""
    if len(plain) > _NAME_LENGTH:
        return "LicenseRef-other"
    return own_terms(_PLACE.sub(r"\1", plain))
