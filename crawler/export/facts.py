"""Facts: the believed fields of a link, read from their normal forms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crawler.metadata.fields import Field, Tier

_TIME = r"T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?"
_DATE = re.compile(rf"\d{{4}}(?:-\d\d(?:-\d\d(?:{_TIME})?)?)?", re.ASCII)
_FIRST_DAY = "-01-01"
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody who made the data set; a person unless its type says otherwise."""

    name: str
    family: str | None = None
    given: str | None = None
    orcid: str | None = None
    type: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is a human being, as far as is known."""
        return not (self.type or "").lower().startswith("org")


@dataclass(frozen=True, slots=True)
class Relation:
    """Something else it has to do with, and under which scheme its name is one."""

    relation: str
    id: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a data set; what is not known is None or empty."""

    title: str | None = None
    description: str | None = None
    creators: tuple[Creator, ...] = ()
    publisher: str | None = None
    doi: str | None = None
    concept_doi: str | None = None
    version: str | None = None
    license: str | None = None
    access_tier: Tier | None = None
    access_evidence: str | None = None
    embargo_until: str | None = None
    size_bytes: int | None = None
    file_count: int | None = None
    formats: tuple[str, ...] = ()
    date_published: str | None = None
    date_modified: str | None = None
    date_created: str | None = None
    keywords: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    related: tuple[Relation, ...] = ()
    lifecycle: str | None = None


def facts_of(values: Mapping[str, str]) -> Facts:
    """The facts behind the normal forms of fields; a value that is none is left out."""
    return Facts(
        **{field: _READERS.get(field, _text)(values[field]) for field in Field if field in values}
    )


def _text(value: str) -> str | None:
    return value.strip() or None


def _date(value: str) -> str | None:
    """A year, a month, a day or a moment in ISO 8601 that there is."""
    if not _DATE.fullmatch(value):
        return None
    try:
        datetime.fromisoformat(value + _FIRST_DAY[len(value) - len("2014") :])
    except ValueError:
        return None
    return value


def _number(value: str) -> int | None:
    return int(value) if _NUMBER.fullmatch(value) else None


def _tier(value: str) -> Tier | None:
    known = value in list(Tier) and value != Tier.UNKNOWN
    return Tier(value) if known else None


def _array(value: str) -> list[Any]:
    """The items of a JSON array; a text that is none stands for itself."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        found = value
    return found if isinstance(found, list) else [value]


def _words(value: str) -> tuple[str, ...]:
    words = (word.strip() for word in _array(value) if isinstance(word, str))
    return tuple(dict.fromkeys(word for word in words if word))


def _creators(value: str) -> tuple[Creator, ...]:
    return tuple(found for one in _array(value) if (found := _creator(one)))


def _creator(value: Any) -> Creator | None:
    told = value if isinstance(value, dict) else {"name": value}
    name, family, given, orcid, kind = (
        _said(told, key) for key in ("name", "family", "given", "orcid", "type")
    )
    name = name or " ".join(part for part in (given, family) if part)
    return Creator(name, family, given, orcid, kind) if name else None


def _relations(value: str) -> tuple[Relation, ...]:
    told = [one for one in _array(value) if isinstance(one, dict)]
    return tuple(
        Relation(_said(one, "relation") or "References", id_, _said(one, "scheme"))
        for one in told
        if (id_ := _said(one, "id"))
    )


def _said(told: Mapping[str, Any], key: str) -> str | None:
    value = told.get(key)
    return value.strip() or None if isinstance(value, str) else None


_READERS: Mapping[str, Callable[[str], Any]] = {
    Field.CREATORS: _creators,
    Field.ACCESS_TIER: _tier,
    Field.EMBARGO_UNTIL: _date,
    Field.SIZE_BYTES: _number,
    Field.FILE_COUNT: _number,
    Field.FORMATS: _words,
    Field.DATE_PUBLISHED: _date,
    Field.DATE_MODIFIED: _date,
    Field.DATE_CREATED: _date,
    Field.KEYWORDS: _words,
    Field.LANGUAGE: _words,
    Field.RELATED: _relations,
}
