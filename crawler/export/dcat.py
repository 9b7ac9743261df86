"""DCAT 3 as JSON-LD: what data portals harvest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from crawler.export import schema_org
from crawler.export.addresses import (
    address_of,
    doi_address,
    iri,
    license_address,
    orcid_address,
)
from crawler.export.facts import Creator, Facts
from crawler.export.item import Catalogue, Health, Item
from crawler.export.jsonld import OWN, Node, known, write_document
from crawler.metadata.fields import Lifecycle, Tier

CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "adms": "http://www.w3.org/ns/adms#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "lv": OWN,
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1"
_TWO_LETTERS = re.compile("[a-z]{2}")
_RIGHTS = {
    Tier.OPEN: "PUBLIC",
    Tier.REGISTRATION: "RESTRICTED",
    Tier.APPLICATION: "RESTRICTED",
    Tier.CREDENTIALED: "RESTRICTED",
    Tier.CHALLENGE: "RESTRICTED",
    Tier.EMBARGOED: "NON_PUBLIC",
    Tier.CLOSED: "NON_PUBLIC",
    Tier.METADATA_ONLY: "NON_PUBLIC",
}
_STATUS = {Lifecycle.DEPRECATED: "DEPRECATED", Lifecycle.WITHDRAWN: "WITHDRAWN"}
_RELATIONS = {
    "IsNewVersionOf": "dcat:previousVersion",
    "IsPreviousVersionOf": "dcterms:isReplacedBy",
    "IsObsoletedBy": "dcterms:isReplacedBy",
    "Obsoletes": "dcterms:replaces",
    "IsDerivedFrom": "dcterms:source",
    "IsReferencedBy": "dcterms:isReferencedBy",
    "IsCitedBy": "dcterms:isReferencedBy",
}
_MOMENTS = ("lv:since", "lv:lastChecked", "lv:lastOk")
_DEAD = "Its link is dead."
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def write(catalogue: Catalogue, out: TextIO) -> None:
    """Write the catalogue; what is no data set is a plain resource of it."""
    head = {
        "@context": CONTEXT,
        "@type": "dcat:Catalog",
        "@id": f"{OWN}catalogue",
        "dcterms:title": schema_org.NAME,
        "dcterms:description": schema_org.ABOUT,
        **known(**{"dcterms:modified": _date(catalogue.modified)}),
    }
    write_document(head, _shelves(catalogue), "dcat:dataset", out)


def _shelves(catalogue: Catalogue) -> Iterator[tuple[str, Node]]:
    for item in catalogue.items:
        yield ("dcat:dataset" if item.is_data else "dcat:resource"), node_of(item)


def node_of(item: Item) -> Node:
    """An entry as a dcat:Dataset, or as another dcat:Resource."""
    own = {"dcterms:alternative": item.name} if item.title != item.name else {}
    return {
        "@type": "dcat:Dataset" if item.is_data else "dcat:Resource",
        "@id": f"{OWN}entry:{item.number}",
        "dcterms:title": item.title,
        **own,
        **_facts(item.facts),
        **_related(item.facts),
        **_rights(item),
        **_health(item.health),
        **known(
            **{
                "adms:status": _status(item.facts.lifecycle),
                "lv:lifecycle": item.facts.lifecycle,
                "dcterms:isPartOf": item.parent and _node(f"{OWN}entry:{item.parent}"),
                "dcat:distribution": _distribution(item) if item.is_data else None,
            }
        ),
    }


def _facts(facts: Facts) -> Node:
    return known(
        **{
            "dcterms:description": facts.description,
            "dcterms:identifier": doi_address(facts.doi),
            "dcat:isVersionOf": _node(doi_address(facts.concept_doi)),
            "dcat:version": facts.version,
            "dcterms:creator": [_agent(creator) for creator in facts.creators],
            "dcterms:publisher": facts.publisher
            and {"@type": "foaf:Organization", "foaf:name": facts.publisher},
            "dcterms:license": _license(facts.license),
            "dcat:keyword": list(facts.keywords),
            "dcterms:language": _languages(facts),
            "dcterms:format": [_format(name) for name in facts.formats],
            "dcterms:created": _date(facts.date_created),
            "dcterms:issued": _date(facts.date_published),
            "dcterms:modified": _date(facts.date_modified),
            "lv:sizeBytes": facts.size_bytes,
            "lv:fileCount": facts.file_count,
        }
    )


def _languages(facts: Facts) -> list[Node]:
    """The languages that have a page of their own: those of two letters, whatever the region."""
    codes = dict.fromkeys(tag.split("-")[0].lower() for tag in facts.language)
    return [{"@id": f"{_LANGUAGES}/{code}"} for code in codes if _TWO_LETTERS.fullmatch(code)]


def _format(name: str) -> Node:
    return {"@type": "dcterms:MediaTypeOrExtent", "rdfs:label": name}


def _agent(creator: Creator) -> Node:
    return known(
        **{
            "@type": "foaf:Person" if creator.is_person else "foaf:Organization",
            "@id": orcid_address(creator.orcid),
            "foaf:name": creator.name,
            "foaf:givenName": creator.given if creator.is_person else None,
            "foaf:familyName": creator.family if creator.is_person else None,
        }
    )


def _license(license_id: str | None) -> Node | None:
    """A licence document: by the page of its identifier, or by its name alone."""
    if license_id is None:
        return None
    address = license_address(license_id)
    return known(**{"@type": "dcterms:LicenseDocument", "@id": address, "rdfs:label": license_id})


def _related(facts: Facts) -> Node:
    found: dict[str, list[Node]] = {}
    for one in facts.related:
        if address := address_of(one.id, one.scheme):
            name = _RELATIONS.get(one.relation, "dcterms:relation")
            found.setdefault(name, []).append({"@id": address})
    return dict(found)


def _rights(item: Item) -> Node:
    tier = item.facts.access_tier
    sentence = item.facts.access_evidence or item.access
    stated = {"@type": "dcterms:RightsStatement"}
    return known(
        **{
            "dcterms:accessRights": tier
            and stated | {"@id": f"{_AUTHORITY}/access-right/{_RIGHTS[tier]}"},
            "dcterms:rights": sentence and stated | {"rdfs:label": sentence},
            "lv:accessTier": tier,
            "lv:embargoUntil": _date(item.facts.embargo_until),
        }
    )


def _health(health: Health | None) -> Node:
    if health is None:
        return {}
    told = schema_org.own_health(health)
    moments = {name: _date(told[name]) for name in _MOMENTS if name in told}
    comment = _DEAD if health.is_dead else None
    return known(**{"dcat:landingPage": _node(iri(health.url)), "rdfs:comment": comment}) | (
        told | moments
    )


def _status(lifecycle: str | None) -> Node | None:
    status = _STATUS.get(Lifecycle(lifecycle)) if lifecycle in list(Lifecycle) else None
    return _node(f"{_AUTHORITY}/dataset-status/{status}" if status else None)


def _distribution(item: Item) -> Node | None:
    """The file itself, where the data link is one that is there."""
    health = item.health
    if health is None or health.is_dead or health.reason != "file":
        return None
    address = _node(iri(health.url))
    if address is None:
        return None
    return {"@type": "dcat:Distribution", "dcat:accessURL": address, "dcat:downloadURL": address}


def _node(address: str | None) -> Node | None:
    return {"@id": address} if address else None


def _date(value: str | None) -> Node | None:
    """A date with the type of its precision."""
    return (
        {"@type": _DATE_TYPES.get(len(value), "xsd:dateTime"), "@value": value} if value else None
    )
