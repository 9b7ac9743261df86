"""schema.org: a DataCatalog with a Dataset for each data set, as search engines read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

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

CONTEXT = ["https://schema.org", {"lv": OWN}]
NAME = "Catalogue of the watched lists"
ABOUT = (
    "Data sets, challenges and other entries of watched lists, with the health of their links "
    "as linkvitals found it."
)
_TYPES = {
    "dataset": "Dataset",
    "challenge": "Dataset",
    "paper": "ScholarlyArticle",
    "tool": "SoftwareApplication",
}
_LONGEST_DESCRIPTION = 5000  # what Google Dataset Search takes
_BYTES = {"unitCode": "AD", "unitText": "bytes"}
_FREE = {Tier.OPEN: True, Tier.CLOSED: False}
_PAPERS = ("IsSupplementTo", "IsDescribedBy", "IsDocumentedBy", "Cites")
_ORIGINS = ("IsDerivedFrom",)


def write(catalogue: Catalogue, out: TextIO) -> None:
    """Write the catalogue; papers, tools and lists are parts of it, but no data sets."""
    head = {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": f"{OWN}catalogue",
        "name": NAME,
        "description": ABOUT,
        **known(dateModified=catalogue.modified),
    }
    write_document(head, _shelves(catalogue), "dataset", out)


def _shelves(catalogue: Catalogue) -> Iterator[tuple[str, Node]]:
    for item in catalogue.items:
        yield ("dataset" if item.is_data else "hasPart"), node_of(item)


def node_of(item: Item) -> Node:
    """An entry as a Dataset, or as what else it is."""
    own = {"alternateName": item.name} if item.title != item.name else {}
    return {
        "@type": _TYPES.get(item.kind, "CreativeWork"),
        "@id": f"{OWN}entry:{item.number}",
        "name": item.title,
        **own,
        **_facts(item.facts),
        **_access(item),
        **_health(item.health),
        **known(
            creativeWorkStatus=_status(item),
            isPartOf=item.parent and {"@id": f"{OWN}entry:{item.parent}"},
            distribution=_distribution(item) if item.is_data else None,
        ),
    }


def _facts(facts: Facts) -> Node:
    concept = doi_address(facts.concept_doi)
    address = doi_address(facts.doi) or concept
    return known(
        description=facts.description and facts.description[:_LONGEST_DESCRIPTION],
        identifier=address,
        sameAs=address,
        exampleOfWork={"@id": concept} if concept and concept != address else None,
        creator=[creator_node(creator) for creator in facts.creators],
        publisher=facts.publisher and {"@type": "Organization", "name": facts.publisher},
        version=facts.version,
        license=license_node(facts.license),
        keywords=list(facts.keywords),
        inLanguage=list(facts.language),
        dateCreated=facts.date_created,
        datePublished=facts.date_published,
        dateModified=facts.date_modified,
        citation=related_to(facts, _PAPERS),
        isBasedOn=related_to(facts, _ORIGINS),
        encodingFormat=list(facts.formats),
        size=_bytes(facts.size_bytes),
        **{"lv:fileCount": facts.file_count},
    )


def _bytes(number: int | None) -> Node | None:
    return None if number is None else {"@type": "QuantitativeValue", "value": number, **_BYTES}


def creator_node(creator: Creator) -> Node:
    """A person or an organisation."""
    return known(
        **{
            "@type": "Person" if creator.is_person else "Organization",
            "@id": orcid_address(creator.orcid),
        },
        name=creator.name,
        givenName=creator.given if creator.is_person else None,
        familyName=creator.family if creator.is_person else None,
    )


def license_node(license_id: str | None) -> str | Node | None:
    """The page of a licence, or a work of that name where there is none."""
    named = license_id and {"@type": "CreativeWork", "name": license_id}
    return license_address(license_id) or named or None


def related_to(facts: Facts, relations: tuple[str, ...]) -> list[str]:
    """The addresses of what stands in one of these relations to it."""
    found = [one for one in facts.related if one.relation in relations]
    return [address for one in found if (address := address_of(one.id, one.scheme))]


def _access(item: Item) -> Node:
    tier = item.facts.access_tier
    return known(
        isAccessibleForFree=_FREE.get(tier) if tier else None,
        conditionsOfAccess=item.facts.access_evidence or tier or item.access,
        **{"lv:accessTier": tier, "lv:embargoUntil": item.facts.embargo_until},
    )


def _health(health: Health | None) -> Node:
    return known(url=iri(health.url), **own_health(health)) if health else {}


def own_health(health: Health) -> Node:
    """What we know of a link, in our own words."""
    return known(
        **{
            "lv:state": health.state,
            "lv:since": health.since,
            "lv:verdict": health.verdict,
            "lv:reason": health.reason,
            "lv:lastChecked": health.last_checked,
            "lv:lastOk": health.last_ok,
            "lv:uptime30d": health.uptime_30d,
        }
    )


def _status(item: Item) -> list[str]:
    """What is to be told of its life: nothing of what is as it should be."""
    life = item.facts.lifecycle
    told = [life] if life and life != Lifecycle.ACTIVE else []
    return [*told, "dead link"] if item.health and item.health.is_dead else told


def _distribution(item: Item) -> list[Node]:
    """The file itself, where the data link is one that is there."""
    health = item.health
    if health is None or health.is_dead or health.reason != "file":
        return []
    address = iri(health.url)
    return [{"@type": "DataDownload", "contentUrl": address}] if address else []
