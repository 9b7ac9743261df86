"""Sizes in bytes and counts of files: what counts something else is neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crawler.metadata.normal.text import listed, scalar

_LARGEST = 10**18
_LONGEST = 200

_PREFIXES = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5}
_PREFIXES |= {"kilo": 1, "mega": 2, "giga": 3, "tera": 4, "peta": 5}
_BINARY = {"kibi": 1, "mebi": 2, "gibi": 3, "tebi": 4, "pebi": 5}
_CODES = {"ad": "b", "2p": "kb", "4l": "mb", "e34": "gb", "e35": "tb"}
"""UN/CEFACT's codes of the units, as schema.org's unitCode has them."""

_UNIT = (
    r"(?P<prefix>kilo|mega|giga|tera|peta|kibi|mebi|gibi|tebi|pebi|[kmgtp])?(?P<binary>i)?"
    r"(?:bytes?|octets?|b|o(?<=[kmgtp]o))"
)
_NUMBER = r"\d{1,19}(?:[ \u00a0\u202f,.']\d{1,18}){0,7}"
_SIZE = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})\+?\s{{0,3}}-?{_UNIT}(?!\w)")
_RANGE = re.compile(rf"\d\s{{0,3}}(?:{_UNIT})?\s{{0,3}}(?:-|–|to|x|×)\s{{0,3}}\d")
_ONLY_UNIT = re.compile(_UNIT)
_WHOLE = re.compile(_NUMBER)
_FILES = re.compile(rf"(?P<number>{_NUMBER})(?:\s?(?:files?|items?|objects?|documents?))?")

_THOUSANDS = re.compile(r"\d{1,3}(?:([ \u00a0\u202f,'])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"\d+,\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def size_bytes(raw: Any) -> str | None:
    """Bytes as a whole number: units are decimal unless they say `i`, a list is summed.

    A count of anything else is no size, a range is none, and nobody publishes zero bytes.

    >>> size_bytes("134.607 KB"), size_bytes(["2 GiB", 1]), size_bytes("41 datasets")
    ('134607', '2147483649', None)
    """
    sizes = [size for item in listed(raw) if (size := _one(item)) is not None]
    total = sum(sizes)
    return str(total) if 0 < total < _LARGEST else None


def file_count(raw: Any) -> str | None:
    """A number of files; None for a size and for a count of something else.

    >>> file_count("1,234 files"), file_count(0), file_count("12 GB")
    ('1234', '0', None)
    """
    if isinstance(raw, Mapping):
        raw = " ".join(part for part in (scalar(raw.get("value")), _unit(raw)) if part)
    found = _FILES.fullmatch((scalar(raw) or "")[:_LONGEST].strip().lower())
    count = _number(found["number"]) if found else None
    return str(int(count)) if count is not None and count == int(count) < _LARGEST else None


def _one(item: Any) -> int | None:
    if not isinstance(item, Mapping):
        return _said((scalar(item) or "")[:_LONGEST])
    value, unit = (scalar(item.get("value")) or "")[:_LONGEST], _unit(item)
    if not unit:
        return _said(value)
    return _said(f"{value} {unit}") if _ONLY_UNIT.fullmatch(unit) else None


def _unit(item: Mapping[str, Any]) -> str | None:
    said = (scalar(item.get(key)) for key in ("unit", "unitText", "unitCode"))
    unit = next((text.strip().lower()[:_LONGEST] for text in said if text), None)
    return _CODES.get(unit, unit) if unit else None


def _said(text: str) -> int | None:
    text = text.strip().lower()
    if _WHOLE.fullmatch(text):
        number = _number(text)
        return int(number) if number is not None and number == int(number) else None
    if _RANGE.search(text):
        return None
    found = _SIZE.search(text)
    number = _number(found["number"]) if found else None
    return None if found is None or number is None else round(number * _times(found))


def _times(found: re.Match[str]) -> int:
    prefix = found["prefix"] or ""
    if prefix in _BINARY:
        return int(1024 ** _BINARY[prefix])
    return int((1024 if found["binary"] else 1000) ** _PREFIXES[prefix])


def _number(text: str) -> Decimal | None:
    """A number with its separators: three digits behind a comma are thousands, fewer a fraction."""
    if _THOUSANDS.fullmatch(text):
        return Decimal(re.sub(r"[^\d.]", "", text))
    if _POINTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if _PLAIN.fullmatch(text) else None
