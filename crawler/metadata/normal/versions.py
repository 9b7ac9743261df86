"""Versions: kept as written but for the word before them, compared by what they come to."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.normal.dates import iso_date
from crawler.metadata.normal.text import one_line, words

_LONGEST = 100
_BEFORE = re.compile(
    r"(?:versions?|release|revision|ver|rev|v)(?:\s*[.:#]\s*|\s+|(?=\d))", re.IGNORECASE
)
_NO_VERSION = frozenset(
    ("latest", "current", "head", "main", "master", "default", "draft", "v", "version")
)
_SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT_SHA = re.compile(r"[0-9a-f]{7,64}")
_DAY_OR_MOMENT = 10
_MARKS = re.compile(r"[\s._/+:-]+")
_LEADING = re.compile(r"(?<![^.])0+(?=\d)")
_TRAILING = re.compile(r"(?<=\d)(?:\.0)+(?=$|\.[^\d.])", re.ASCII)
_SEAM = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


def version(raw: Any) -> str | None:
    """A version as written, without the word before it; a word for the newest is none.

    >>> version("Version 1.0"), version("v2-beta"), version("latest")
    ('1.0', '2-beta', None)
    """
    text = one_line(words(raw) or "", _LONGEST) or ""
    while found := _BEFORE.match(text):
        text = text[found.end() :].strip()
    if text.lower() in _NO_VERSION or not any(letter.isalnum() for letter in text):
        return None
    return text.lower() if _SHA.fullmatch(text.lower()) else one_line(text)


def version_key(value: str) -> str:
    """What a version comes to: `1`, `1.0` and `v1` are one, and so are the ways to write a day.

    >>> version_key("v1.0.0") == version_key("1"), version_key("1.10") == version_key("1.1")
    (True, False)
    """
    text = (version(value) or value)[:_LONGEST].lower()
    if _SHA.fullmatch(text):
        return text
    day = iso_date(text)
    if day and len(day) == _DAY_OR_MOMENT:
        text = day
    parted = _SEAM.sub(".", _MARKS.sub(".", text).strip("."))
    return _TRAILING.sub("", _LEADING.sub("", parted))


def same_version(one: str, other: str) -> bool:
    """Whether two versions in normal form are one; a short sha is the long one it begins.

    >>> same_version("0123abc", "0123abc" + "0" * 33)
    True
    """
    short, long = sorted((one.lower(), other.lower()), key=len)
    if _SHA.fullmatch(long) and _SHORT_SHA.fullmatch(short):
        return long.startswith(short)
    return version_key(one) == version_key(other)
