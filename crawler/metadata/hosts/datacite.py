"""DataCite: where most data sets have their DOI registered, with what their host said of them.

What it is not asked about: views, citations and `updated`, which only say that it counted again.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said
from crawler.metadata.hosts import crossref
from crawler.metadata.hosts.handles import doi_of
from crawler.metadata.hosts.reading import (
    at,
    doi_in,
    latest,
    number,
    objects,
    said,
    text,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Record, Standing

SOURCE = "DataCite"
NAMED = "datacite"

_AT = "https://api.datacite.org/dois/"
_ACCESS = re.compile(
    r"info:eu-repo/semantics/|coar/access_right/|coar-repositories\.org/access_rights/",
    re.IGNORECASE,
)
_ACCESS_WORDS = re.compile(
    r"(?:open|restricted|embargoed|closed|metadata[ -]?only|controlled)(?:[ -]?access)?",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"creativecommons|opendatacommons|spdx|licen[cs]e", re.IGNORECASE)
_EMBARGOED = re.compile(r"embargo|c_f1cf", re.IGNORECASE)
_FILES = re.compile(r"([\d,]{1,12})\s+files?", re.IGNORECASE)
_OTHER_TITLES = ("Other", "TranslatedTitle", "AlternativeTitle")
_REPLACED = {"ispreviousversionof", "isobsoletedby"}


def address(url: str) -> str | None:
    """The record of a DOI; of a prefix that only papers have, nothing.

    >>> address("https://doi.org/10.5072/Atlas.1")
    'https://api.datacite.org/dois/10.5072/Atlas.1'
    """
    doi = doi_of(url)
    return f"{_AT}{doi}" if doi else None


def read(told: Told) -> Record | None:
    """That it is registered: what it leads to is another matter."""
    match told.status, told.json:
        case 200, {"data": {"type": "dois", "attributes": {"doi": str(doi)}}}:
            return told.record(SOURCE, Standing.REGISTERED, f"doi: {doi}")
    return None


def more(told: Told) -> str | None:
    """The other big register, for a DOI that this one does not have."""
    unknown = told.status == 404 and told.address.startswith(_AT)
    return f"{crossref.AT}{told.address.removeprefix(_AT)}" if unknown else None


def fields(told: Told) -> list[Said]:
    """What either register says of a DOI."""
    match told.status, told.json:
        case 200, {"data": {"type": "dois", "attributes": {"doi": str()} as record}}:
            return said(NAMED, _record(record))
    return crossref.fields(told)


def _record(record: Any) -> dict[Field, Any]:
    rights = objects(at(record, "rightsList"))
    licences = [one for one in rights if not _is_access(one)]
    access = next((one for one in rights if _is_access(one)), None)
    name = text(at(access, "rights"))
    uri = text(at(access, "rightsUri"))
    word = uri if uri and _ACCESS.search(uri) else name
    embargoed = bool(_EMBARGOED.search(f"{uri} {name}"))
    related = objects(at(record, "relatedIdentifiers"))
    dates, sizes = _dates(record), at(record, "sizes")
    return {
        Field.TITLE: _first(at(record, "titles"), "title", "titleType", None, *_OTHER_TITLES),
        Field.DESCRIPTION: _first(
            at(record, "descriptions"), "description", "descriptionType", "Abstract", None, "Other"
        ),
        Field.CREATORS: [_person(one) for one in objects(at(record, "creators"))],
        Field.PUBLISHER: at(record, "publisher", "name") or at(record, "publisher"),
        Field.DOI: record["doi"],
        Field.CONCEPT_DOI: next(
            (doi_in(n) for r, n in _pairs(related) if r == "IsVersionOf"), None
        ),
        Field.VERSION: at(record, "version"),
        Field.LICENSE: _licence(licences),
        Field.ACCESS_TIER: word,
        Field.ACCESS_EVIDENCE: f"rights: {name or word}" if word else None,
        Field.EMBARGO_UNTIL: dates.get("Available") if embargoed else None,
        Field.SIZE_BYTES: sizes,
        Field.FILE_COUNT: _count(sizes),
        Field.FORMATS: at(record, "formats"),
        Field.DATE_PUBLISHED: dates.get("Issued")
        or (None if embargoed else dates.get("Available"))
        or at(record, "publicationYear"),
        Field.DATE_MODIFIED: dates.get("Updated"),
        Field.DATE_CREATED: dates.get("Created"),
        Field.KEYWORDS: [at(one, "subject") for one in objects(at(record, "subjects"))],
        Field.LANGUAGE: at(record, "language"),
        Field.RELATED: [{"relation": relation, "id": name} for relation, name in _pairs(related)],
        Field.LIFECYCLE: Lifecycle.SUPERSEDED
        if any(relation.lower() in _REPLACED for relation, _ in _pairs(related))
        else None,
    }


def _pairs(related: list[dict[str, Any]]) -> list[tuple[str, str]]:
    pairs = ((text(at(r, "relationType")), text(at(r, "relatedIdentifier"))) for r in related)
    return [(relation, name) for relation, name in pairs if relation and name]


def _first(many: Any, name: str, kind: str, *wanted: str | None) -> Any:
    """The first of the kind that is wanted most, of those there are."""
    ranked = [
        (wanted.index(one.get(kind)), place, one.get(name))
        for place, one in enumerate(objects(many))
        if one.get(kind) in wanted
    ]
    return min(ranked)[2] if ranked else None


def _person(creator: Any) -> dict[str, Any]:
    orcid = (
        at(one, "nameIdentifier")
        for one in objects(at(creator, "nameIdentifiers"))
        if str(at(one, "nameIdentifierScheme")).upper() == "ORCID"
    )
    return unlike_empty(
        name=at(creator, "name"),
        given=at(creator, "givenName"),
        family=at(creator, "familyName"),
        orcid=next(orcid, None),
        type=at(creator, "nameType"),
    )


def _is_access(right: Any) -> bool:
    """Whether a right says who gets at the data, and not what they may do with it then."""
    uri, words = text(at(right, "rightsUri")) or "", text(at(right, "rights")) or ""
    if _ACCESS.search(uri) or _ACCESS.search(words):
        return True
    return bool(_ACCESS_WORDS.fullmatch(words)) and not _LICENCE.search(uri)


def _licence(rights: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The one that has an identifier, else an address, else the first."""
    if not rights:
        return None
    best = next(
        (r for key in ("rightsIdentifier", "rightsUri") for r in rights if text(at(r, key))),
        rights[0],
    )
    return unlike_empty(
        id=at(best, "rightsIdentifier"), url=at(best, "rightsUri"), name=at(best, "rights")
    )


def _dates(record: Any) -> dict[str, str]:
    """The first date of each kind, but the latest of its updates."""
    known = [
        (str(at(one, "dateType")), date)
        for one in objects(at(record, "dates"))
        if (date := text(at(one, "date")))
    ]
    updated = latest(date for kind, date in known if kind == "Updated")
    return dict(reversed(known)) | ({"Updated": updated} if updated else {})


def _count(sizes: Any) -> int | None:
    counted = [
        _FILES.fullmatch(size.strip())
        for size in (sizes if isinstance(sizes, list) else [])
        if isinstance(size, str)
    ]
    return next((number(one[1].replace(",", "")) for one in counted if one), None)
