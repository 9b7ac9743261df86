"""The European Genome-phenome Archive: its interface vouches for a study or a data set."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "EGA"

_ACCESSION = r"ega-archive\.org/(datasets/EGAD\d{11}|studies/EGAS\d{11})"


def address(url: str) -> str | None:
    """The public record.

    >>> address("https://ega-archive.org/datasets/EGAD00001000001")
    'https://metadata.ega-archive.org/datasets/EGAD00001000001'
    """
    accession = found(_ACCESSION, url)
    return f"https://metadata.ega-archive.org/{accession[1]}" if accession else None


def read(told: Told) -> Record | None:
    """Whether it has the accession; how it says that it has not is not documented."""
    match told.status, told.json:
        case 200, {"accession_id": str(name)} if told.address.endswith(f"/{name}"):
            return told.record(SOURCE, Standing.THERE, f"accession_id: {name}")
    return None


def fields(told: Told) -> list[Said]:
    """What a record says of itself; a committee lets people in, whatever it is."""
    match told.status, told.json:
        case 200, {"accession_id": str(name), **record} if told.address.endswith(f"/{name}"):
            return said("api:ega", _fields(record))
    return []


def _fields(record: dict[Any, Any]) -> dict[Field, Any]:
    access = text(record.get("access_type"))
    return {
        Field.TITLE: text(record.get("title")),
        Field.DESCRIPTION: text(record.get("description")),
        Field.PUBLISHER: "European Genome-phenome Archive",
        Field.ACCESS_TIER: Tier.APPLICATION,
        Field.ACCESS_EVIDENCE: f"access_type: {access}"
        if access
        else "EGA: a data access committee decides on every request.",
        Field.DATE_PUBLISHED: text(record.get("released_date")),
        Field.KEYWORDS: [
            word
            for name in ("dataset_types", "technologies", "study_type")
            for word in texts(record.get(name))
        ],
        Field.RELATED: [
            {"relation": "IsDescribedBy", "id": f"pmid:{paper}"}
            for paper in texts(record.get("pubmed_ids"))
        ],
        Field.LIFECYCLE: Lifecycle.DEPRECATED
        if record.get("is_deprecated") is True
        else Lifecycle.ACTIVE,
    }
