"""figshare, its portals, and 4TU, which speaks alike; their pages often turn robots away."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import (
    at,
    number,
    objects,
    said,
    suffixes,
    text,
    texts,
    total,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "figshare"
NAMED = "api:figshare"
FILES = "api:figshare-files"

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_NUMBER = r"(\d{3,12})(?:/(\d{1,4}))?"
_DOI = r"(?:dx\.)?doi\.org/"
_PLACES = {
    "https://api.figshare.com/v2/articles": (
        rf"(?:[\w-]+\.)?figshare\.com/articles/(?:[^/?#]+/){{1,2}}{_NUMBER}",
        r"[^/]+/articles/(?:dataset|software|fileset)/[^/?#]+/(\d{5,12})(?:/(\d{1,4}))?",
        rf"{_DOI}(?i:10\.6084/m9\.figshare)\.(\d{{3,12}})(?:\.v(\d{{1,4}}))?",
    ),
    "https://api.figshare.com/v2/collections": (
        rf"(?:[\w-]+\.)?figshare\.com/collections/[^/?#]+/{_NUMBER}",
        rf"{_DOI}(?i:10\.6084/m9\.figshare\.c)\.(\d{{3,12}})(?:\.v(\d{{1,4}}))?",
    ),
    "https://data.4tu.nl/v2/articles": (
        rf"data\.4tu\.nl/(?:datasets|articles/[^/?#]+)/({_UUID}|\d{{5,12}})(?:/(\d{{1,4}}))?",
        rf"{_DOI}10\.4121/({_UUID})(?:\.v(\d{{1,4}}))?",
    ),
}
_MOST_SHOWN, _MOST_LISTED = 10, 1000
"""A record shows no more than the first files, and a list of them ends as well."""

_RECORD = re.compile(r"https://[\w.]+/v2/articles/[0-9a-f-]+(?:/versions/\d+)?")
_VERSION = re.compile(r"\.v\d{1,4}\Z")


def address(url: str) -> str | None:
    """The record of an article or a collection, in the link's own version, else the newest.

    >>> address("https://figshare.com/articles/dataset/Sparrows/1234567/2")
    'https://api.figshare.com/v2/articles/1234567/versions/2'
    """
    asked = ((place, found(one, url)) for place, known in _PLACES.items() for one in known)
    place, article = next(((place, match) for place, match in asked if match), ("", None))
    if article is None:
        return None
    return f"{place}/{article[1]}" + (f"/versions/{article[2]}" if article[2] else "")


def read(told: Told) -> Record | None:
    """Whether it is public; of what is not, strangers are told that it is not there."""
    match told.status, told.json:
        case 200, {"id": int() | None, "title": str(title)}:
            return told.record(SOURCE, Standing.THERE, title)
        case 404, {"code": "EntityNotFound", "message": str(message)}:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None


def more(told: Told) -> str | None:
    """All files, where the record only shows the first of them."""
    shown = objects(at(told.json, "files")) if told.status == 200 else []
    if len(shown) < _MOST_SHOWN or not _RECORD.fullmatch(told.address):
        return None
    return f"{told.address}/files?page_size={_MOST_LISTED}"


def fields(told: Told) -> list[Said]:
    """What the record of an article says, or what the list of its files comes to."""
    match told.status, told.json:
        case 200, {"id": int() | str() | None, "title": str()} as article:
            return said(NAMED, _article(article, "4tu" in told.address))
        case 200, [{"name": str()}, *_] as files if len(files) < _MOST_LISTED:
            return said(FILES, _files(objects(files)))
    return []


def _files(files: list[dict[str, Any]]) -> dict[Field, Any]:
    return {Field.FILE_COUNT: len(files) or None, Field.FORMATS: _formats(files)}


def _article(article: Any, in_delft: bool) -> dict[Field, Any]:
    files, doi = objects(at(article, "files")), text(at(article, "doi"))
    tier, evidence = _access(article)
    withdrawn = at(article, "status") in ("withdrawn", "retracted")
    return {
        Field.TITLE: article["title"],
        Field.DESCRIPTION: at(article, "description"),
        Field.CREATORS: [
            unlike_empty(
                name=at(one, "full_name"),
                given=at(one, "first_name"),
                family=at(one, "last_name"),
                orcid=at(one, "orcid_id"),
            )
            for one in objects(at(article, "authors"))
        ],
        Field.PUBLISHER: at(article, "publisher") or ("4TU.ResearchData" if in_delft else SOURCE),
        Field.DOI: doi,
        Field.CONCEPT_DOI: at(article, "container_doi")
        or (_VERSION.sub("", doi) if doi and _VERSION.search(doi) else None),
        Field.VERSION: at(article, "version"),
        Field.LICENSE: unlike_empty(
            url=at(article, "license", "url"), name=at(article, "license", "name")
        ),
        Field.ACCESS_TIER: tier,
        Field.ACCESS_EVIDENCE: evidence,
        Field.EMBARGO_UNTIL: at(article, "embargo_date") if tier is Tier.EMBARGOED else None,
        Field.SIZE_BYTES: number(at(article, "size")) or _sum(files),
        **(_files(files) if len(files) < _MOST_SHOWN else {}),
        Field.DATE_PUBLISHED: at(article, "published_date"),
        Field.DATE_MODIFIED: at(article, "modified_date"),
        Field.DATE_CREATED: at(article, "created_date"),
        Field.KEYWORDS: at(article, "tags") or at(article, "keywords"),
        Field.LANGUAGE: at(article, "language"),
        Field.RELATED: _related(article),
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if withdrawn else None,
    }


def _sum(files: list[dict[str, Any]]) -> int | None:
    return total(at(file, "size") for file in files) if len(files) < _MOST_SHOWN else None


def _formats(files: list[dict[str, Any]]) -> list[str]:
    written = {kind for file in files if isinstance(kind := at(file, "mimetype"), str)}
    return sorted(written - {"undefined", ""}) or suffixes(at(file, "name") for file in files)


def _access(article: Any) -> tuple[Tier | str | None, str | None]:
    """The strictest mark counts; an embargo without an end is a door with a keeper."""
    for mark, reason, tier in (
        ("is_metadata_record", "metadata_reason", Tier.METADATA_ONLY),
        ("is_confidential", "confidential_reason", Tier.CLOSED),
        ("is_embargoed", "embargo_reason", Tier.EMBARGOED),
    ):
        if at(article, mark) is True:
            evidence = text(at(article, reason)) or f"{mark}: true"
            endless = mark == "is_embargoed" and not at(article, "embargo_date")
            return (_door(article) if endless else tier), evidence
    public = at(article, "is_public") is True or at(article, "status") == "public"
    return (Tier.OPEN, "is_public: true") if public else (None, None)


def _door(article: Any) -> Tier:
    kinds = [at(one, "type") for one in objects(at(article, "embargo_options"))]
    if "restricted_access" in kinds or "administrator" in kinds:
        return Tier.APPLICATION
    return Tier.REGISTRATION if "logged_in" in kinds else Tier.CLOSED


def _related(article: Any) -> list[dict[str, Any]]:
    """What it names as material of its own kind, and whatever else it names besides."""
    related: dict[str, dict[str, Any]] = {}
    pairs = [
        (text(at(one, "relation")), text(at(one, "identifier")))
        for one in objects(at(article, "related_materials"))
    ]
    pairs.append(("IsSupplementTo", text(at(article, "resource_doi"))))
    pairs += [("References", name) for name in texts(at(article, "references"))]
    for relation, name in pairs:
        if name:
            related.setdefault(name, {"relation": relation or "References", "id": name})
    return [*related.values()]
