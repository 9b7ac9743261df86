"""Mendeley Data: its pages are an empty frame until a browser fills them; its interface is not."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, objects, said, suffixes, text, total, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Mendeley Data"
NAMED = "api:mendeley"
PAGES = "api:mendeley-pages"

_DATA_SET = r"data\.mendeley\.com/datasets/([a-z0-9]{10})(?:/(\d{1,3}))?"
_DOI = r"(?:dx\.)?doi\.org/10\.17632/([a-z0-9]{10})(?:\.(\d{1,3}))?"
_PUBLIC = "https://data.mendeley.com/public-api/datasets/"
_OTHER = "https://data.mendeley.com/api/datasets-v2/datasets/"
_ASKED = re.compile(r"/public-api/datasets/([a-z0-9]{10})(?:/snapshot/(\d{1,3}))?\Z")
_VERSION = re.compile(r"\.\d{1,3}\Z")


def address(url: str) -> str | None:
    """The record of a data set, in the version that the link names, else in the newest.

    >>> address("https://data.mendeley.com/datasets/abc123def4/2")
    'https://data.mendeley.com/public-api/datasets/abc123def4/snapshot/2'
    """
    data_set = found(_DATA_SET, url) or found(_DOI, url)
    if data_set is None:
        return None
    return f"{_PUBLIC}{data_set[1]}" + (f"/snapshot/{data_set[2]}" if data_set[2] else "")


def read(told: Told) -> Record | None:
    """Whether it is public; what it says of all else is not documented."""
    match told.status, told.json:
        case 200, {"id": str(), "name": str(name)}:
            return told.record(SOURCE, Standing.THERE, name)
    return None


def more(told: Told) -> str | None:
    """The interface of its own pages, where the public one would not tell."""
    asked = _ASKED.search(told.address)
    if asked is None or fields(told):
        return None
    version = f"&version={asked[2]}" if asked[2] else ""
    return f"{_OTHER}{asked[1]}?fields=repository.*{version}"


def fields(told: Told) -> list[Said]:
    """What the record says, whichever of the two interfaces it comes from."""
    match told.status, told.json:
        case 200, {"name": str()} as record if at(record, "id") or at(record, "doi"):
            return said(PAGES if told.address.startswith(_OTHER) else NAMED, _data_set(record))
    return []


def _data_set(record: Any) -> dict[Field, Any]:
    files, doi = objects(at(record, "files")), text(at(record, "doi", "id"))
    embargoed = at(record, "embargo_date") if at(record, "is_embargoed") is not False else None
    licence = at(record, "data_licence")
    related = [*objects(at(record, "articles")), *objects(at(record, "related_links"))]
    return {
        Field.TITLE: record["name"],
        Field.DESCRIPTION: at(record, "description"),
        Field.CREATORS: [_person(one) for one in objects(at(record, "contributors"))],
        Field.PUBLISHER: SOURCE,
        Field.DOI: doi,
        Field.CONCEPT_DOI: _VERSION.sub("", doi) if doi and _VERSION.search(doi) else None,
        Field.VERSION: at(record, "version"),
        Field.LICENSE: unlike_empty(
            url=at(licence, "url"), name=at(licence, "short_name") or at(licence, "full_name")
        ),
        **_access(files, embargoed),
        Field.SIZE_BYTES: total(_detail(file, "size") for file in files),
        Field.FILE_COUNT: len(files) or None,
        Field.FORMATS: sorted({kind for file in files if (kind := _kind(file))})
        or suffixes(at(file, "filename") for file in files),
        Field.DATE_PUBLISHED: at(record, "publish_date"),
        Field.DATE_MODIFIED: at(record, "modified_on"),
        Field.DATE_CREATED: at(record, "created_on"),
        Field.KEYWORDS: [
            at(one, "label") or at(one, "name") for one in objects(at(record, "categories"))
        ],
        Field.RELATED: [
            {"relation": at(one, "type") or "IsRelatedTo", "id": name}
            for one in related
            if (name := at(one, "doi") or at(one, "id") or at(one, "href") or at(one, "url"))
        ],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if at(record, "withdrawn") is True else None,
    }


def _access(files: list[dict[str, Any]], embargoed: Any) -> dict[Field, Any]:
    if until := text(embargoed):
        return {
            Field.ACCESS_TIER: Tier.EMBARGOED,
            Field.ACCESS_EVIDENCE: f"embargo_date: {until}",
            Field.EMBARGO_UNTIL: until,
        }
    listed = {Field.ACCESS_TIER: Tier.OPEN, Field.ACCESS_EVIDENCE: f"files listed: {len(files)}"}
    return listed if files else {}


def _person(contributor: Any) -> dict[str, Any]:
    given, family = text(at(contributor, "first_name")), text(at(contributor, "last_name"))
    whole = " ".join(part for part in (given, family) if part)
    orcid = at(contributor, "orcid_id") or at(contributor, "orcid")
    return unlike_empty(
        name=whole or at(contributor, "name"), given=given, family=family, orcid=orcid
    )


def _detail(file: dict[str, Any], name: str) -> Any:
    return at(file, "content_details", name) or at(file, name)


def _kind(file: dict[str, Any]) -> str | None:
    return text(at(file, "content_details", "content_type"))
