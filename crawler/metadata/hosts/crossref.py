"""Crossref: where papers have their DOI registered, and some data sets.

What it is not asked about: `indexed`, `deposited` and counts of citations, which are its own.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said
from crawler.metadata.hosts.handles import doi_of
from crawler.metadata.hosts.reading import at, objects, said, text, texts, unlike_empty
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Crossref"
NAMED = "crossref"
AT = "https://api.crossref.org/works/"

_PAPERS = re.compile(
    r"10\.(?:1001|1002|1007|1016|1021|1038|1056|1080|1088|1093|1101|1109|1111|1117|1126|1136|1137"
    r"|1145|1148|1155|1158|1161|1164|1177|1186|1259|1371|2196|2214|3174|3233|3389|3390|7554)/"
)
_ENDED = {"retraction", "withdrawal", "removal"}
_NOTE = re.compile(r"\W*(?:retracted|withdrawn)\b(?: article)?\W", re.IGNORECASE)


def address(url: str) -> str | None:
    """The record of a DOI whose prefix belongs to a publisher of papers.

    >>> address("https://doi.org/10.1038/s00000-000-0000-0")
    'https://api.crossref.org/works/10.1038/s00000-000-0000-0'
    """
    doi = doi_of(url)
    return f"{AT}{doi}" if doi and _PAPERS.match(doi) else None


def read(told: Told) -> Record | None:
    """That it is registered: what it leads to is another matter."""
    match told.status, told.json:
        case 200, {"status": "ok", "message": {"DOI": str(doi)}}:
            return told.record(SOURCE, Standing.REGISTERED, f"DOI: {doi}")
    return None


def fields(told: Told) -> list[Said]:
    """What the record of a work says."""
    match told.status, told.json:
        case 200, {"status": "ok", "message": {"DOI": str()} as work}:
            return said(NAMED, _work(work))
    return []


def _work(work: Any) -> dict[Field, Any]:
    title = next(iter(texts(at(work, "title"))), None)
    updates = [str(at(one, "type")).lower() for one in objects(at(work, "updated-by"))]
    ended = _ENDED & set(updates) or (title and _NOTE.match(title))
    return {
        Field.TITLE: title,
        Field.DESCRIPTION: at(work, "abstract"),
        Field.CREATORS: [_person(one) for one in objects(at(work, "author"))],
        Field.PUBLISHER: at(work, "publisher"),
        Field.DOI: work["DOI"],
        Field.VERSION: at(work, "version", "version") or at(work, "version"),
        Field.LICENSE: _licence(objects(at(work, "license"))),
        Field.DATE_PUBLISHED: _date(at(work, "published"))
        or _date(at(work, "issued"))
        or _date(at(work, "posted")),
        Field.DATE_CREATED: _date(at(work, "content-created")),
        Field.KEYWORDS: at(work, "subject"),
        Field.LANGUAGE: at(work, "language"),
        Field.RELATED: [*_relations(work)],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if ended else None,
    }


def _person(author: Any) -> dict[str, Any]:
    given, family = text(at(author, "given")), text(at(author, "family"))
    whole = " ".join(part for part in (given, family) if part)
    return unlike_empty(
        name=at(author, "name") or whole, given=given, family=family, orcid=at(author, "ORCID")
    )


def _licence(licences: list[dict[str, Any]]) -> str | None:
    """One of Creative Commons, else that of the published version; one for text mining is none."""
    told = [
        (text(at(one, "content-version")), url) for one in licences if (url := text(at(one, "URL")))
    ]
    told.sort(key=lambda one: ("creativecommons.org" not in one[1], one[0] != "vor"))
    return next((url for kind, url in told if kind != "tdm" or "creativecommons.org" in url), None)


def _date(date: Any) -> str | None:
    """A date in parts, as precise as it is.

    >>> _date({"date-parts": [[2020, 3]]})
    '2020-03'
    """
    parts = at(date, "date-parts", 0)
    known = parts[:3] if isinstance(parts, list) else []
    if not known or any(not isinstance(one, int) or not 0 < one < 10_000 for one in known):
        return None
    return "-".join(f"{one:0{4 if place == 0 else 2}d}" for place, one in enumerate(known))


def _relations(work: Any) -> list[dict[str, Any]]:
    """What it is related to; a notice says which work it is about, a work which notice it got."""
    relations = at(work, "relation")
    related = [
        {"relation": kind, "id": at(one, "id")}
        for kind, many in (relations.items() if isinstance(relations, dict) else ())
        for one in objects(many)
    ]
    for word in ("update-to", "updated-by"):
        related += [{"relation": word, "id": at(one, "DOI")} for one in objects(at(work, word))]
    return [one for one in related if one["id"]]
