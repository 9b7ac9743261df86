"""Zenodo: a record, its tombstone, or that there never was one."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said
from crawler.metadata.hosts.invenio import age, newer_version, standing
from crawler.metadata.hosts.reading import at, objects, said, suffixes, total, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record

SOURCE = "Zenodo"
NAMED = "api:zenodo"

_PAGE = r"zenodo\.org/records?/(\d{1,12})"
_DOI = r"(?:(?:dx\.)?doi\.org|zenodo\.org/doi)/(?i:10\.5281/zenodo)\.(\d{1,12})"


def address(url: str) -> str | None:
    """The record itself; the number of all its versions leads to the newest.

    >>> address("https://zenodo.org/record/42#.XYZ")
    'https://zenodo.org/api/records/42'
    """
    record = found(_PAGE, url) or found(_DOI, url)
    return f"https://zenodo.org/api/records/{record[1]}" if record else None


def read(told: Told) -> Record | None:
    """What it says of a record."""
    return standing(SOURCE, told)


def fields(told: Told) -> list[Said]:
    """What the record says; of what was deleted, that it was."""
    match told.status, told.json:
        case 200, {"id": int() | str(), "metadata": {"title": str()}} as record:
            return said(NAMED, _record(record))
        case 410, {"status": 410}:
            return said(NAMED, {Field.LIFECYCLE: Lifecycle.WITHDRAWN})
    return []


def _record(record: Any) -> dict[Field, Any]:
    metadata, files = record["metadata"], objects(at(record, "files"))
    newest = at(metadata, "relations", "version", 0, "is_last")
    related = [
        {"relation": one["relation"], "id": at(one, "identifier")}
        for one in objects(at(metadata, "related_identifiers"))
        if at(one, "relation")
    ]
    return {
        Field.TITLE: metadata["title"],
        Field.DESCRIPTION: at(metadata, "description"),
        Field.CREATORS: [
            unlike_empty(name=at(one, "name"), orcid=at(one, "orcid"))
            for one in objects(at(metadata, "creators"))
        ],
        Field.PUBLISHER: at(metadata, "imprint", "publisher") or SOURCE,
        Field.DOI: at(record, "doi") or at(metadata, "doi"),
        Field.CONCEPT_DOI: at(record, "conceptdoi"),
        Field.VERSION: at(metadata, "version"),
        Field.LICENSE: at(metadata, "license", "id") or at(metadata, "license"),
        **_access(metadata),
        Field.EMBARGO_UNTIL: at(metadata, "embargo_date"),
        Field.SIZE_BYTES: total(at(file, "size") for file in files),
        Field.FILE_COUNT: len(files) or None,
        Field.FORMATS: suffixes(at(file, "key") for file in files),
        Field.DATE_PUBLISHED: at(metadata, "publication_date"),
        Field.DATE_MODIFIED: at(record, "modified") or at(record, "updated"),
        Field.DATE_CREATED: at(record, "created"),
        Field.KEYWORDS: at(metadata, "keywords"),
        Field.LANGUAGE: at(metadata, "language"),
        Field.RELATED: related + newer_version(record, newest),
        Field.LIFECYCLE: age(newest),
    }


def _access(metadata: Any) -> dict[Field, Any]:
    """Who asks for restricted files is told on what conditions: that is the sentence to keep."""
    word, conditions = at(metadata, "access_right"), at(metadata, "access_conditions")
    if not isinstance(word, str):
        return {}
    evidence = conditions if word == "restricted" and conditions else f"access_right: {word}"
    return {Field.ACCESS_TIER: word, Field.ACCESS_EVIDENCE: evidence}
