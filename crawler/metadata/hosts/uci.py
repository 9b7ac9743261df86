"""The UCI Machine Learning Repository: it says 404 in the body of an answer that is called 200."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, objects, said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "UCI"

_DATA_SET = r"archive(?:-beta)?\.ics\.uci\.edu/dataset/(\d{1,6})(?:/[^?#]{0,200})?"


def address(url: str) -> str | None:
    """The record; addresses without a number are of an older house, and lead to a front page.

    >>> address("https://archive.ics.uci.edu/dataset/45/heart+disease")
    'https://archive.ics.uci.edu/api/dataset?id=45'
    """
    data_set = found(_DATA_SET, url)
    return f"https://archive.ics.uci.edu/api/dataset?id={data_set[1]}" if data_set else None


def read(told: Told) -> Record | None:
    """Whether it is there; what cannot be imported is not told, and has a page all the same."""
    match told.status, told.json:
        case 200, {"status": 200, "data": {"uci_id": int(), "name": str(name)}}:
            return told.record(SOURCE, Standing.THERE, name)
    return None


def fields(told: Told) -> list[Said]:
    """What a record says; hits on the web and how many rows there are say nothing of it."""
    match told.status, told.json:
        case 200, {"status": 200, "data": {"uci_id": int(), **record}}:
            return said("api:uci", _fields(record))
    return []


def _fields(record: dict[Any, Any]) -> dict[Field, Any]:
    data = text(record.get("data_url"))
    return {
        Field.TITLE: text(record.get("name")),
        Field.DESCRIPTION: text(record.get("abstract"))
        or text(at(record, "additional_info", "summary")),
        Field.CREATORS: texts(record.get("creators")),
        Field.PUBLISHER: "UCI Machine Learning Repository",
        Field.DOI: doi_in(record.get("dataset_doi")),
        Field.ACCESS_TIER: Tier.OPEN if data else None,
        Field.ACCESS_EVIDENCE: f"data_url: {data}" if data else None,
        Field.DATE_CREATED: text(record.get("year_of_dataset_creation")),
        Field.DATE_MODIFIED: text(record.get("last_updated")),
        Field.KEYWORDS: [
            word
            for name in ("area", "tasks", "characteristics")
            for word in texts(record.get(name))
        ],
        Field.RELATED: _papers(record),
    }


def _papers(record: dict[Any, Any]) -> list[dict[str, str]]:
    """The paper that introduced it, by its DOI or else its address."""
    return [
        {"relation": "IsDescribedBy", "id": name}
        for paper in objects(record.get("intro_paper"))
        if (name := doi_in(paper.get("DOI")) or doi_in(paper.get("doi")) or text(paper.get("URL")))
    ]
