"""Dryad: data sets by their DOI; its pages often turn robots away."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import (
    at,
    doi_in,
    number,
    objects,
    said,
    suffixes,
    text,
    total,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Dryad"
NAMED = "api:dryad"
FILES = "api:dryad-files"

_DATA_SET = r"datadryad\.org/(?:dataset|stash/dataset|resource)/(?i:doi)(?::|%3[Aa])([^?#]{4,200})"
_DOI = r"(?:dx\.)?doi\.org/((?i:10\.5061/dryad)\.[\w.-]{1,60})"
_HOST = "https://datadryad.org"
_VERSION = re.compile(r"/api/v2/versions/\d{1,12}")


def address(url: str) -> str | None:
    """The record of a data set.

    >>> address("https://datadryad.org/stash/dataset/doi:10.5061/dryad.abc12")
    'https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.abc12'
    """
    data_set = found(_DATA_SET, url) or found(_DOI, url)
    if data_set is None:
        return None
    name = quote(unquote(data_set[1]).rstrip("/"), safe="", errors="replace")
    return f"{_HOST}/api/v2/datasets/doi%3A{name}"


def read(told: Told) -> Record | None:
    """Whether it is public; of what is not, strangers are told that it is not there."""
    match told.status, told.json:
        case 200, {"identifier": str(name), "title": str(title)} if name.startswith("doi:"):
            return told.record(SOURCE, Standing.THERE, title)
        case 404, {"error": "not-found"}:
            return told.record(SOURCE, Standing.HIDDEN, "not-found")
    return None


def more(told: Told) -> str | None:
    """The files of the version that a record is about: they stand apart from it."""
    version = at(told.json, "_links", "stash:version", "href") if told.status == 200 else None
    if isinstance(version, str) and _VERSION.fullmatch(version):
        return f"{_HOST}{version}/files?per_page=100"
    return None


def fields(told: Told) -> list[Said]:
    """What the record says, or what the list of its files comes to."""
    match told.status, told.json:
        case 200, {"identifier": str(name), "title": str()} as data_set if name.startswith("doi:"):
            return said(NAMED, _data_set(data_set))
        case 200, {"_embedded": {"stash:files": list(files)}} as page:
            return said(FILES, _files(objects(files), number(at(page, "total"))))
    return []


def _data_set(record: Any) -> dict[Field, Any]:
    status = text(at(record, "curationStatus"))
    tier = _TIERS.get(status.casefold()) if status else None
    return {
        Field.TITLE: record["title"],
        Field.DESCRIPTION: at(record, "abstract"),
        Field.CREATORS: [_person(one) for one in objects(at(record, "authors"))],
        Field.PUBLISHER: SOURCE,
        Field.DOI: doi_in(record["identifier"]),
        Field.VERSION: at(record, "versionNumber"),
        Field.LICENSE: at(record, "license"),
        Field.ACCESS_TIER: tier,
        Field.ACCESS_EVIDENCE: f"curationStatus: {status}" if tier else None,
        Field.EMBARGO_UNTIL: at(record, "embargoEndDate") if tier is Tier.EMBARGOED else None,
        Field.SIZE_BYTES: number(at(record, "storageSize")) or number(at(record, "storage_size")),
        Field.DATE_PUBLISHED: at(record, "publicationDate"),
        Field.DATE_MODIFIED: at(record, "lastModificationDate"),
        Field.KEYWORDS: at(record, "keywords"),
        Field.RELATED: [
            {"relation": at(one, "relationship"), "id": at(one, "identifier")}
            for one in objects(at(record, "relatedWorks"))
            if at(one, "identifier")
        ],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if status and status.casefold() in _GONE else None,
    }


_TIERS = {"published": Tier.OPEN, "embargoed": Tier.EMBARGOED, "withdrawn": Tier.CLOSED}
_GONE = {"withdrawn", "retracted"}


def _person(author: Any) -> dict[str, Any]:
    given, family = text(at(author, "firstName")), text(at(author, "lastName"))
    whole = " ".join(part for part in (given, family) if part)
    organisation = at(author, "authorOrgName") or at(author, "author_org_name")
    return unlike_empty(
        name=organisation or whole, given=given, family=family, orcid=at(author, "orcid")
    )


def _files(files: list[dict[str, Any]], count: int | None) -> dict[Field, Any]:
    """A page of files is told of only if it is all of them."""
    whole = count is None or count == len(files)
    kept = [file for file in files if at(file, "status") != "deleted"]
    if not whole:
        return {Field.FILE_COUNT: count}
    kinds = {kind for file in kept if isinstance(kind := at(file, "mimeType"), str)}
    return {
        Field.SIZE_BYTES: total(at(file, "size") for file in kept),
        Field.FILE_COUNT: len(kept) or None,
        Field.FORMATS: sorted(kinds) or suffixes(at(file, "path") for file in kept),
    }
