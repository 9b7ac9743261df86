"""OpenNeuro: one question in GraphQL tells all; its pages say CC0 whatever the licence is."""

from __future__ import annotations

import json
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, number, objects, said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "OpenNeuro"

_PAGE = (
    r"openneuro\.org/datasets/(ds\d{6})(?:/versions/(\d+(?:\.\d+){0,3}))?"
    r"(?:/(?:download|metadata|file-display(?:/[^?#]*)?))?"
)
_DOI = r"(?:dx\.)?doi\.org/10\.18112/(?i:openneuro)\.(ds\d{6})(?:\.v(\d+(?:\.\d+){0,3}))?"
_SNAPSHOT = (
    "{tag created size readme summary{totalFiles size modalities} deprecated{reason} "
    "description{Name License DatasetDOI Authors ReferencesAndLinks}}"
)


def address(url: str) -> str | None:
    """Where every data set is asked for; what is sent along says which, as does the query here.

    >>> address("https://openneuro.org/datasets/ds000001")
    'https://openneuro.org/crn/graphql?ds000001'
    """
    named = _named(url)
    return f"https://openneuro.org/crn/graphql?{':'.join(named)}" if named else None


def body(url: str) -> bytes | None:
    """The question: the data set, and of its versions the one that the link names."""
    match _named(url):
        case [name, version]:
            pinned = f'snapshot(datasetId:"{name}",tag:"{version}"){_SNAPSHOT} '
            return _question(name, pinned, "{tag}")
        case [name]:
            return _question(name, "", _SNAPSHOT)
    return None


def _named(url: str) -> list[str]:
    named = found(_PAGE, url) or found(_DOI, url)
    return [part for part in named.groups() if part] if named else []


def _question(name: str, pinned: str, latest: str) -> bytes:
    known = f"id name public publishDate created latestSnapshot{latest}"
    return json.dumps({"query": f'{{{pinned}dataset(id:"{name}"){{{known}}}}}'}).encode()


def read(told: Told) -> Record | None:
    """Whether it is there; strangers are told the same of missing and private ones."""
    match told.status, told.json:
        case 200, {"data": {"dataset": {"id": str(name), "public": True}}}:
            return told.record(SOURCE, Standing.THERE, f"id: {name}")
        case 200, {"errors": [{"message": str(message)}, *_]} if "access" in message:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None


def fields(told: Told) -> list[Said]:
    """What a public data set says of itself, in the version that was asked for."""
    match told.status, told.json:
        case 200, {"data": {"dataset": {"id": str(), "public": True, **known}, **more}}:
            latest = next(iter(objects(known.get("latestSnapshot"))), {})
            asked = next(iter(objects(more.get("snapshot"))), latest)
            return said("api:openneuro", _fields(known, asked, text(latest.get("tag"))))
    return []


def _fields(known: dict[Any, Any], asked: dict[Any, Any], latest: str | None) -> dict[Field, Any]:
    size = number(asked.get("size")) or number(at(asked, "summary", "size"))
    return {
        Field.TITLE: text(at(asked, "description", "Name")) or text(known.get("name")),
        Field.DESCRIPTION: text(asked.get("readme")),
        Field.CREATORS: texts(at(asked, "description", "Authors")),
        Field.PUBLISHER: "OpenNeuro",
        Field.DOI: doi_in(at(asked, "description", "DatasetDOI")),
        Field.VERSION: text(asked.get("tag")),
        Field.LICENSE: text(at(asked, "description", "License")),
        Field.ACCESS_TIER: Tier.OPEN,
        Field.ACCESS_EVIDENCE: "public: true",
        Field.SIZE_BYTES: size or None,
        Field.FILE_COUNT: number(at(asked, "summary", "totalFiles")) or None,
        Field.DATE_PUBLISHED: text(known.get("publishDate")),
        Field.DATE_MODIFIED: text(asked.get("created")),
        Field.DATE_CREATED: text(known.get("created")),
        Field.KEYWORDS: texts(at(asked, "summary", "modalities")),
        Field.RELATED: [
            {"relation": "References", "id": link}
            for link in texts(at(asked, "description", "ReferencesAndLinks"))
        ],
        Field.LIFECYCLE: _lifecycle(asked, latest),
    }


def _lifecycle(asked: dict[Any, Any], latest: str | None) -> Lifecycle:
    if asked.get("deprecated"):
        return Lifecycle.DEPRECATED
    old = latest is not None and text(asked.get("tag")) not in (None, latest)
    return Lifecycle.SUPERSEDED if old else Lifecycle.ACTIVE
