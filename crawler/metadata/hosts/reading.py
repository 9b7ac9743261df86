"""Reading what a source sent, which may be any JSON: pieces of it, and what is said of fields."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from crawler.metadata.fields import Field, Said

MOST = 1000
LONGEST = 100_000

_SUFFIX = re.compile(r"\.((?:nii\.|tar\.)?[A-Za-z][A-Za-z0-9]{0,7})\Z", re.IGNORECASE)
_DOI = re.compile(r"10(?:\.\d{2,9})+/[^\s?#\"<>]{1,200}")


def at(value: Any, *path: str | int) -> Any:
    """What stands at the end of a path of keys and places; None where the path breaks off.

    >>> at({"files": [{"size": 3}]}, "files", 0, "size")
    3
    """
    for step in path:
        if isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def text(value: Any) -> str | None:
    """A text that says something, or a whole number as text; else None."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else None
    return value.strip()[:LONGEST] or None if isinstance(value, str) else None


def texts(value: Any) -> list[str]:
    """The texts of a list, or the one text that stands in place of a list."""
    many = value if isinstance(value, list) else [value]
    return [said for item in many[:MOST] if (said := text(item))]


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or the one that stands in place of a list."""
    many = value if isinstance(value, list) else [value]
    return [item for item in many if isinstance(item, dict)]


def number(value: Any) -> int | None:
    """A count or a size: a whole number from 0 on, also one that was written as text.

    >>> number("134"), number(7.0), number(True), number("1.2 GB")
    (134, 7, None, None)
    """
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if math.isfinite(value) and 0 <= value < 10**18 else None


def total(sizes: Iterable[Any]) -> int | None:
    """The sum of sizes; None where there is none, or where one is missing: a part is no sum."""
    known = [number(size) for size in sizes]
    return None if not known or None in known else sum(size for size in known if size is not None)


def doi_in(value: Any) -> str | None:
    """The DOI in a name or an address, as it is written there.

    >>> doi_in("https://doi.org/10.5555/Atlas.1")
    '10.5555/Atlas.1'
    """
    named = _DOI.search(value) if isinstance(value, str) else None
    return named[0].rstrip(".,;)") if named else None


def unlike_empty(**pieces: Any) -> dict[str, Any]:
    """An object of the pieces that say something."""
    return {name: piece for name, piece in pieces.items() if piece not in (None, "", [], {})}


def suffixes(names: Iterable[Any]) -> list[str]:
    """The kinds of files by the ends of their names, each once, in the order of letters.

    >>> suffixes(["scans.nii.gz", "Readme.MD", "LICENSE"])
    ['md', 'nii.gz']
    """
    ends = (_SUFFIX.search(name) for name in names if isinstance(name, str))
    return sorted({end[1].lower() for end in ends if end})


def latest(dates: Iterable[Any]) -> str | None:
    """The latest of dates that are written as years, months and days."""
    return max((date for date in dates if isinstance(date, str) and date), default=None)


def said(source: str, fields: Mapping[Field, Any]) -> list[Said]:
    """What a source says of fields, without those it says nothing of; lists and texts have an end.

    >>> [one.raw for one in said("api:a", {Field.TITLE: "Atlas", Field.KEYWORDS: []})]
    ['Atlas']
    """
    raws = ((field, _fit(field, raw)) for field, raw in fields.items())
    return [Said(field, raw, source) for field, raw in raws if raw not in (None, "", [], {})]


def _fit(field: Field, raw: Any) -> Any:
    if field in _TEXTS:
        return text(raw)
    if isinstance(raw, list):
        return [item for item in raw[:MOST] if item not in (None, "", {})]
    return raw[:LONGEST] if isinstance(raw, str) else raw


_TEXTS = frozenset(
    {
        Field.TITLE,
        Field.DESCRIPTION,
        Field.PUBLISHER,
        Field.DOI,
        Field.CONCEPT_DOI,
        Field.VERSION,
        Field.ACCESS_EVIDENCE,
        Field.EMBARGO_UNTIL,
        Field.DATE_PUBLISHED,
        Field.DATE_MODIFIED,
        Field.DATE_CREATED,
        Field.LANGUAGE,
    }
)
"""Fields that are one text, whatever else a source may send in its place."""
