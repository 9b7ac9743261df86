"""OpenML: data sets by their number."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "OpenML"
NAMED = "api:openml"

_DATA_SET = (
    r"(?:old\.|new\.)?openml\.org/(?:d/|datasets?/|search\?(?=.*\btype=data\b)(?:[^#]*&)?id=)"
    r"(\d{1,9})(?:&[^#]*)?"
)
_STATES = {
    "active": Lifecycle.ACTIVE,
    "deactivated": Lifecycle.DEPRECATED,
    "in_preparation": Lifecycle.ACTIVE,
}


def address(url: str) -> str | None:
    """The description of a data set.

    >>> address("https://www.openml.org/search?type=data&status=active&id=61")
    'https://www.openml.org/api/v1/json/data/61'
    """
    data_set = found(_DATA_SET, url)
    return f"https://www.openml.org/api/v1/json/data/{data_set[1]}" if data_set else None


def read(told: Told) -> Record | None:
    """Whether it is there; an error has a number, and only 111 says that there is none."""
    match told.status, told.json:
        case 200, {"data_set_description": {"id": str() | int(), "name": str(name)}}:
            return told.record(SOURCE, Standing.THERE, name)
        case ((404 | 412), {"error": {"code": "111" | 111, "message": str(message)}}):
            return told.record(SOURCE, Standing.UNKNOWN, message)
    return None


def fields(told: Told) -> list[Said]:
    """What the description says; OpenML opens all that it shows."""
    match told.status, told.json:
        case 200, {"data_set_description": {"id": str() | int(), "name": str()} as data_set}:
            return said(NAMED, _data_set(data_set))
    return []


def _data_set(record: Any) -> dict[Field, Any]:
    visible, status = text(at(record, "visibility")), at(record, "status")
    paper = text(at(record, "paper_url"))
    kind = text(at(record, "format"))
    return {
        Field.TITLE: record["name"],
        Field.DESCRIPTION: at(record, "description"),
        Field.CREATORS: texts(at(record, "creator")),
        Field.PUBLISHER: SOURCE,
        Field.DOI: doi_in(at(record, "doi")),
        Field.VERSION: at(record, "version"),
        Field.LICENSE: at(record, "licence"),
        Field.ACCESS_TIER: Tier.OPEN if visible == "public" else visible,
        Field.ACCESS_EVIDENCE: f"visibility: {visible}" if visible else None,
        Field.FORMATS: [kind] if kind else [],
        Field.DATE_PUBLISHED: at(record, "upload_date"),
        Field.KEYWORDS: texts(at(record, "tag")),
        Field.LANGUAGE: at(record, "language"),
        Field.RELATED: [{"relation": "IsDocumentedBy", "id": paper}] if paper else [],
        Field.LIFECYCLE: _STATES.get(status) if isinstance(status, str) else None,
    }
