"""Embedded JSON as people write it, read where what was meant is beyond doubt."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

_OPENS = re.compile(r"(?://|/\*)?\s*+(?:<!--|<!\[CDATA\[)\s*+(?:\*/)?\s*+")
_CLOSES = re.compile(r"(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?\Z")
_LONGEST_CLOSE = 40
_BROKEN = re.compile(
    r'"(?:[^"\\]|\\.?)*+(?:"|\Z)'  # a string stays, but for its escapes
    r"|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"  # remarks
    r"|,(?=\s*+[}\]])"  # a comma before the end
    r"|,\s*+\Z|;\s*+\Z",
    re.DOTALL,
)
_ESCAPES = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[\"\\/bfnrt]|.)", re.DOTALL)
_MOST_VALUES = 10


def read_json(text: str) -> list[Any]:
    """The values a block of JSON holds: one as a rule, none where it cannot be understood.

    >>> read_json('<!-- {"name": "Atlas",} -->')
    [{'name': 'Atlas'}]
    """
    bare = text.strip().removeprefix("\ufeff")
    for mend in (_as_it_is, _unwrapped, _mended, _unquoted):
        try:
            return _values(mend(bare))
        except (ValueError, RecursionError):
            continue
    return []


def _values(text: str) -> list[Any]:
    """One value after the other: some pages put two objects into one block."""
    decoder = json.JSONDecoder(strict=False)  # raw line ends in strings are no harm
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < _MOST_VALUES:
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,;"))
    return values


def _as_it_is(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    """Without a comment or CDATA section around it."""
    for _ in range(3):
        opens = _OPENS.match(text)
        text = text[opens.end() if opens else 0 :].strip()
        closes = _CLOSES.search(text[-_LONGEST_CLOSE:])
        text = text[: len(text) - len(closes[0])] if closes else text
    return text.strip()


def _mended(text: str) -> str:
    """Without remarks and needless commas, and with escapes that JSON knows."""
    return _BROKEN.sub(_kept, _unwrapped(text)).strip()


def _unquoted(text: str) -> str:
    """Of a template that has escaped the quotes as well."""
    if "&quot;" not in text and "&#34;" not in text:
        raise ValueError
    return _mended(unescape(text))


def _kept(match: re.Match[str]) -> str:
    return _ESCAPES.sub(_escaped, match[0]) if match[0].startswith('"') else ""


def _escaped(match: re.Match[str]) -> str:
    r"""An escape; what JSON does not know, such as \( or \', stands for itself."""
    known = len(match[0]) > 2 or match[0][1] in '"\\/bfnrt'
    if known:
        return match[0]
    return match[0][1] if match[0][1] == "'" else "\\" + match[0]
