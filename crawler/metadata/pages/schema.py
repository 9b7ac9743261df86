"""A thing described in the words of schema.org, Croissant or DCAT, as fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crawler.metadata.fields import Field, Tier
from crawler.metadata.pages.files import files
from crawler.metadata.pages.identifiers import doi_in, first_doi, speaks_of_access
from crawler.metadata.pages.nodes import Node, addresses, kinds, listed, named, texts
from crawler.metadata.pages.saying import Pair

_LONGEST_STATUS = 80
_RELATIONS = ("citation", "isBasedOn", "isPartOf", "isVersionOf", "sameAs", "subjectOf")
_MOST_RELATED = 100


def pairs(node: Node) -> Iterator[Pair]:
    """Each field with what the thing says of it, the better property first."""
    yield from _words(node)
    yield from _identity(node)
    yield from _rights(node)
    for field, keys in _DATES.items():
        yield from ((field, said) for key in keys for said in texts(node.get(key))[:1])
    yield from files(node)
    yield Field.RELATED, _related(node)


_DATES = {
    Field.DATE_PUBLISHED: ("datePublished", "available", "dateAvailable"),
    Field.DATE_MODIFIED: ("dateModified",),
    Field.DATE_CREATED: ("dateCreated",),
}


def _words(node: Node) -> Iterator[Pair]:
    for key in ("name", "headline", "alternateName"):
        yield Field.TITLE, _first(named(node.get(key)))
    for key in ("description", "abstract", "disambiguatingDescription"):
        yield Field.DESCRIPTION, "\n\n".join(texts(node.get(key)))
    for key in ("creator", "author"):
        yield Field.CREATORS, [_person(item) for item in listed(node.get(key))]
    for key in ("publisher", "includedInDataCatalog", "provider", "sourceOrganization"):
        yield Field.PUBLISHER, _first(named(node.get(key)))
    yield Field.KEYWORDS, _keywords(node.get("keywords"))
    yield Field.LANGUAGE, _first(_language(node.get("inLanguage")))


def _identity(node: Node) -> Iterator[Pair]:
    for key in ("identifier", "doi", "@id", "url", "sameAs"):
        yield Field.DOI, first_doi(addresses(node.get(key)))
    yield Field.CONCEPT_DOI, first_doi(addresses(node.get("isVersionOf")))
    for key in ("version", "softwareVersion", "hasVersion"):
        yield Field.VERSION, _first(texts(node.get(key)))
    yield Field.LIFECYCLE, _status(node)


def _rights(node: Node) -> Iterator[Pair]:
    said = [
        *listed(node.get("license")),
        *listed(node.get("rights")),
        *listed(node.get("usageInfo")),
    ]
    licences = [licence for item in said if (licence := _licence(item))]
    access = [*texts(node.get("conditionsOfAccess")), *addresses(node.get("accessRights"))]
    named_access = [name for item in licences for name in _all(item) if speaks_of_access(name)]
    yield from (
        (Field.LICENSE, item) for item in licences if not any(map(speaks_of_access, _all(item)))
    )
    yield from ((Field.ACCESS_TIER, word) for word in [*access, *named_access] if len(word) < 120)
    parts = [one for one in listed(node.get("distribution")) if isinstance(one, dict)]
    if parts and all(_subscribed(one.get("requiresSubscription")) for one in parts):
        yield Field.ACCESS_TIER, Tier.REGISTRATION.value


def _subscribed(said: Any) -> bool:
    """Whether a file is for those with an account, paid or free."""
    return said is True or [one.lower() for one in texts(said)] == ["true"]


def _licence(item: Any) -> str | dict[str, str] | None:
    """A licence: its text, or what a node tells of it."""
    if not isinstance(item, dict):
        return _first(texts(item))
    told = {
        "id": item.get("identifier"),
        "url": item.get("url") or item.get("@id"),
        "name": item.get("name"),
    }
    return {key: said for key, value in told.items() if (said := _first(texts(value)))}


def _all(licence: str | dict[str, str]) -> list[str]:
    return [licence] if isinstance(licence, str) else list(licence.values())


def _person(item: Any) -> dict[str, str] | str | None:
    """Somebody by name, with what tells him from others of that name."""
    if not isinstance(item, dict):
        return _first(texts(item))
    inner = item.get("creator") or item.get("author")
    if "name" not in item and "familyName" not in item:
        return _person(inner) if isinstance(inner, dict) else None
    told = {
        "name": _first(texts(item.get("name"))),
        "given": " ".join(texts(item.get("givenName"))),
        "family": " ".join(texts(item.get("familyName"))),
        "orcid": next(
            (one for one in addresses([item, item.get("sameAs")]) if "orcid.org/" in one), None
        ),
        "type": next((kind for kind in ("organization", "person") if kind in kinds(item)), None),
    }
    return {key: said for key, said in told.items() if said}


def _keywords(value: Any) -> list[str] | str | None:
    """A list of keywords, or the one text that holds them all."""
    said = named(value)
    return said[0] if len(said) == 1 else said


def _language(value: Any) -> list[str]:
    """A code rather than a name."""
    codes = [
        code
        for item in listed(value)
        if isinstance(item, dict)
        for code in named(item.get("alternateName"))
    ]
    return codes or named(value)


def _status(node: Node) -> str | None:
    said = _first(named(node.get("creativeWorkStatus")))
    return said if said and len(said) <= _LONGEST_STATUS else None


def _related(node: Node) -> list[dict[str, str]]:
    own = first_doi(addresses([node.get("identifier"), node.get("@id")]))
    found = (
        {"relation": relation, "id": said}
        for relation in _RELATIONS
        for item in listed(node.get(relation))[:_MOST_RELATED]
        if (said := _pointed_at(item)) and (own is None or doi_in(said) != own)
    )
    return list(found)


def _pointed_at(item: Any) -> str | None:
    """The DOI or address of another work; a reference without either points nowhere."""
    said = list(addresses(item))
    return first_doi(said) or next(
        (one for one in said if one.startswith(("http://", "https://"))), None
    )


def _first(said: list[str]) -> str | None:
    return said[0] if said else None
