"""OSF: its pages are an empty frame for every address; its interface is not."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, objects, said, text, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "OSF"
NAMED = "api:osf"
EMBEDDED = "api:osf-embedded"

_GUID = r"osf\.io/([2-9a-hjkmnp-z]{5})(?:/(?:files|wiki|overview|registrations)(?:/\w*)?)?"
_DOI = r"(?:dx\.)?doi\.org/10\.17605/(?i:OSF\.IO)/([2-9A-HJKMNP-Za-hjkmnp-z]{5})"
_KINDS = ("nodes", "registrations", "preprints")
_EMBEDDED = "embed=license&embed=contributors&embed=identifiers"

_STANDING = {401: Standing.RESTRICTED, 404: Standing.UNKNOWN, 410: Standing.WITHDRAWN}


def address(url: str) -> str | None:
    """Whatever has this short name: a project, a registration, a file, a preprint.

    >>> address("https://osf.io/ab3de/files/")
    'https://api.osf.io/v2/guids/ab3de/'
    """
    guid = found(_GUID, url) or found(_DOI, url)
    return f"https://api.osf.io/v2/guids/{guid[1].lower()}/" if guid else None


def read(told: Told) -> Record | None:
    """What it says; to log in is asked only for what exists."""
    match told.status, told.json:
        case 200, {"data": {"id": str(name), "type": str(kind)}}:
            return told.record(SOURCE, Standing.THERE, f"{kind}: {name}")
        case (401 | 404 | 410) as status, {"errors": [{"detail": str(detail)}, *_]}:
            return told.record(SOURCE, _STANDING[status], detail)
    return None


def more(told: Told) -> str | None:
    """The same once more with its licence, people and names, which are left out at first."""
    match told.status, told.json:
        case 200, {"data": {"id": str(name), "type": str(kind), **rest}} if kind in _KINDS:
            if "embeds" not in rest and name.isascii() and name.isalnum():
                return f"https://api.osf.io/v2/{kind}/{name}/?{_EMBEDDED}"
    return None


def fields(told: Told) -> list[Said]:
    """What a project, a registration or a preprint says; of what was removed, that it was."""
    match told.status, told.json:
        case 200, {"data": {"type": str(kind), "embeds": dict(embeds)}} if kind in _KINDS:
            return said(EMBEDDED, _embedded(embeds))
        case 200, {"data": {"type": str(kind), "attributes": {"title": str()}}} if kind in _KINDS:
            return said(NAMED, _node(told.json["data"]))
        case 410, {"errors": [dict(), *_]}:
            return said(NAMED, {Field.LIFECYCLE: Lifecycle.WITHDRAWN})
    return []


def _node(node: Any) -> dict[Field, Any]:
    words = node["attributes"]
    public, until = at(words, "public") is True, text(at(words, "embargo_end_date"))
    waiting = at(words, "embargoed") is True and until
    paper = doi_in(at(words, "article_doi")) or doi_in(at(node, "links", "doi"))
    return {
        Field.TITLE: words["title"],
        Field.DESCRIPTION: at(words, "description"),
        Field.PUBLISHER: SOURCE,
        Field.DOI: at(words, "doi"),
        Field.ACCESS_TIER: Tier.EMBARGOED if waiting else Tier.OPEN if public else None,
        Field.ACCESS_EVIDENCE: f"embargo_end_date: {until}"
        if waiting
        else "public: true"
        if public
        else None,
        Field.EMBARGO_UNTIL: until if waiting else None,
        Field.DATE_PUBLISHED: at(words, "date_registered") or at(words, "date_published"),
        Field.DATE_MODIFIED: at(words, "date_modified"),
        Field.DATE_CREATED: at(words, "date_created"),
        Field.KEYWORDS: at(words, "tags"),
        Field.RELATED: [{"relation": "IsSupplementTo", "id": paper}] if paper else [],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN
        if at(words, "withdrawn") is True or at(words, "date_withdrawn")
        else None,
    }


def _embedded(embeds: Any) -> dict[Field, Any]:
    licence = at(embeds, "license", "data", "attributes")
    return {
        Field.CREATORS: [
            person
            for one in objects(at(embeds, "contributors", "data"))
            if at(one, "attributes", "bibliographic") is not False and (person := _person(one))
        ],
        Field.DOI: _doi(embeds),
        Field.LICENSE: unlike_empty(url=at(licence, "url"), name=at(licence, "name")),
    }


def _person(contributor: Any) -> dict[str, Any]:
    user = at(contributor, "embeds", "users", "data", "attributes")
    return unlike_empty(
        name=at(user, "full_name"),
        given=at(user, "given_name"),
        family=at(user, "family_name"),
        orcid=at(user, "social", "orcid"),
    )


def _doi(embeds: Any) -> str | None:
    names = (at(one, "attributes") for one in objects(at(embeds, "identifiers", "data")))
    return next((doi_in(at(n, "value")) for n in names if at(n, "category") == "doi"), None)
