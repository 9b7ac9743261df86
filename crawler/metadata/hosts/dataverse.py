"""Dataverse: any host that runs it, by the name that lasts in the address of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import (
    at,
    doi_in,
    latest,
    objects,
    said,
    text,
    total,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told, found, origin_of
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Dataverse"
NAMED = "api:dataverse"

_DATA_SET = (
    r"[^/?#]+((?:/[\w-]+){0,2})/(?:dataset\.xhtml|citation)\?(?:[^#]*&)?persistentId="
    r"((?i:doi|hdl|perma)(?::|%3[Aa])[^&#]{3,200})(?:&[^#]*)?"
)
_HARVARD = r"(?:dx\.)?doi\.org/(10\.7910/DVN/[A-Z0-9]{5,8})"
_VERSION = re.compile(r"[?&]version=(\d{1,4}(?:\.\d{1,4})?)(?:[&#]|\Z)")
_IN_TERMS = re.compile(r"https?://creativecommons\.org/[a-z0-9/.-]{1,80}")


def address(url: str) -> str | None:
    """The version that the link names, else the newest that is published.

    >>> address("https://data.example.edu/dataset.xhtml?persistentId=doi:10.5072/FK2/AB12CD")[:64]
    'https://data.example.edu/api/datasets/:persistentId/versions/:la'
    """
    if data_set := found(_DATA_SET, url):
        base, name = f"{origin_of(url)}{data_set[1]}", unquote(data_set[2])
    elif data_set := found(_HARVARD, url):
        base, name = "https://dataverse.harvard.edu", f"doi:{data_set[1]}"
    else:
        return None
    named = _VERSION.search(url)
    version = named[1] if named else ":latest-published"
    name = quote(name, safe=":/", errors="replace")
    return f"{base}/api/datasets/:persistentId/versions/{version}?persistentId={name}"


def read(told: Told) -> Record | None:
    """How the version stands; of what is not published, strangers hear that it is not found."""
    match told.status, told.json:
        case 200, {"status": "OK", "data": {"versionState": "DEACCESSIONED"}}:
            return told.record(SOURCE, Standing.WITHDRAWN, "versionState: DEACCESSIONED")
        case 200, {"status": "OK", "data": {"versionState": str(state)}}:
            return told.record(SOURCE, Standing.THERE, f"versionState: {state}")
        case ((401 | 403), {"status": "ERROR", "message": str(message)}):
            return told.record(SOURCE, Standing.RESTRICTED, message)
        case 404, {"status": "ERROR", "message": str(message)}:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None


def fields(told: Told) -> list[Said]:
    """What the version says: its words stand in blocks, its files in a list."""
    match told.status, told.json:
        case 200, {"status": "OK", "data": {"latestVersion": {"versionState": str()} as version}}:
            return said(NAMED, _version(version, told.json["data"]))
        case 200, {"status": "OK", "data": {"versionState": str()} as version}:
            return said(NAMED, _version(version, {}))
    return []


def _version(version: dict[str, Any], data_set: dict[str, Any]) -> dict[Field, Any]:
    words, files = _words(version), objects(at(version, "files"))
    data = [at(file, "dataFile") for file in files]
    name = text(at(version, "datasetPersistentId")) or ""
    until = latest(at(one, "embargo", "dateAvailable") for one in data)
    return {
        Field.TITLE: words.get("title"),
        Field.DESCRIPTION: next(_parts(words, "dsDescription", "dsDescriptionValue"), None),
        Field.CREATORS: [_person(one) for one in objects(words.get("author"))],
        Field.PUBLISHER: at(data_set, "publisher"),
        Field.DOI: doi_in(name) if name.lower().startswith("doi:") else None,
        Field.VERSION: _number(version),
        Field.LICENSE: _licence(version),
        **_access(version, files, until),
        Field.EMBARGO_UNTIL: until,
        Field.SIZE_BYTES: total(at(one, "filesize") for one in data),
        Field.FILE_COUNT: len(files) or None,
        Field.FORMATS: sorted({kind for one in data if (kind := text(at(one, "contentType")))}),
        Field.DATE_PUBLISHED: at(data_set, "publicationDate")
        or at(version, "publicationDate")
        or at(version, "releaseTime"),
        Field.DATE_MODIFIED: at(version, "lastUpdateTime"),
        Field.DATE_CREATED: words.get("dateOfDeposit"),
        Field.KEYWORDS: [*_parts(words, "keyword", "keywordValue")],
        Field.LANGUAGE: at(words.get("language"), 0),
        Field.RELATED: _related(words),
        Field.LIFECYCLE: _STATES.get(version["versionState"]),
    }


_STATES = {"RELEASED": Lifecycle.ACTIVE, "DEACCESSIONED": Lifecycle.WITHDRAWN}


def _words(version: Any) -> dict[str, Any]:
    fields = objects(at(version, "metadataBlocks", "citation", "fields"))
    return {
        one["typeName"]: at(one, "value") for one in fields if isinstance(one.get("typeName"), str)
    }


def _parts(words: dict[str, Any], name: str, part: str) -> Iterator[str]:
    for one in objects(words.get(name)):
        if value := text(at(one, part, "value")):
            yield value


def _number(version: Any) -> str | None:
    major, minor = text(at(version, "versionNumber")), text(at(version, "versionMinorNumber"))
    return f"{major}.{minor}" if major and minor else major


def _person(author: Any) -> dict[str, Any]:
    orcid = at(author, "authorIdentifierScheme", "value") == "ORCID"
    return unlike_empty(
        name=at(author, "authorName", "value"),
        orcid=at(author, "authorIdentifier", "value") if orcid else None,
    )


def _licence(version: Any) -> Any:
    """A licence of the list, or terms of somebody's own, which may still name one."""
    licence, terms = at(version, "license"), text(at(version, "termsOfUse"))
    if isinstance(licence, dict):
        return unlike_empty(
            id=at(licence, "rightsIdentifier"), url=at(licence, "uri"), name=at(licence, "name")
        )
    if isinstance(licence, str) and licence != "NONE":
        return licence
    named = _IN_TERMS.search(terms) if terms else None
    return named[0] if named else terms and "Custom Dataset Terms"


def _access(version: Any, files: list[dict[str, Any]], until: str | None) -> dict[Field, Any]:
    """A file that is closed closes the set; whether one may ask for it stands beside."""
    restricted = sum(at(file, "restricted") is True for file in files)
    if restricted:
        asking = at(version, "fileAccessRequest") is True
        tier = Tier.APPLICATION if asking else Tier.CLOSED
        counted = f"restricted: {restricted} of {len(files)} files"
        terms = text(at(version, "termsOfAccess"))
        evidence = terms or f"{counted}, fileAccessRequest: {str(asking).lower()}"
    elif until:
        tier, evidence = Tier.EMBARGOED, f"embargo: {until}"
    elif files:
        tier, evidence = Tier.OPEN, f"restricted: 0 of {len(files)} files"
    else:
        return {}
    return {Field.ACCESS_TIER: tier, Field.ACCESS_EVIDENCE: evidence}


def _related(words: dict[str, Any]) -> list[dict[str, Any]]:
    related = []
    for one in objects(words.get("publication")):
        name = text(at(one, "publicationIDNumber", "value")) or text(
            at(one, "publicationURL", "value")
        )
        relation = text(at(one, "publicationRelationType", "value")) or "IsSupplementTo"
        if name:
            related.append({"relation": relation, "id": name})
    return related
