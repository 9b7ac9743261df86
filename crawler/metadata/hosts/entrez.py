"""Summaries of the Entrez databases: of articles, of series of measurements, of projects."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Tier
from crawler.metadata.hosts.reading import at, objects, text, texts, unlike_empty

Summary = dict[str, Any]

_AUTHOR = re.compile(r"(.{1,200}?) ([A-Z]{1,4})( (?:Jr|Sr|2nd|3rd))?")
_RETRACTED = "retracted publication"
_RETRACTION = "retraction in"


def article(summary: Summary) -> dict[Field, Any]:
    """An article of PubMed or PubMed Central; a title's full stop is the catalogue's, not its own.

    >>> article({"title": "Sparrows.", "pubtype": ["Retracted Publication"]})[Field.LIFECYCLE].value
    'withdrawn'
    """
    title = text(summary.get("title")) or ""
    return {
        Field.TITLE: title if title.endswith("..") else title.removesuffix("."),
        Field.CREATORS: [_author(one) for one in objects(summary.get("authors"))],
        Field.PUBLISHER: text(summary.get("fulljournalname")) or text(summary.get("source")),
        Field.DOI: _named(summary, "doi"),
        Field.DATE_PUBLISHED: _published(summary),
        Field.LANGUAGE: ", ".join(texts(summary.get("lang"))),
        Field.RELATED: _withdrawing(summary),
        Field.LIFECYCLE: _lifecycle(summary),
    }


def series(summary: Summary) -> dict[Field, Any]:
    """A series, a data set, a platform or a sample of GEO, which is open to everybody."""
    where = text(summary.get("ftplink"))
    return {
        Field.TITLE: text(summary.get("title")),
        Field.DESCRIPTION: text(summary.get("summary")),
        Field.PUBLISHER: "GEO",
        Field.ACCESS_TIER: Tier.OPEN if where else None,
        Field.ACCESS_EVIDENCE: f"ftplink: {where}" if where else None,
        Field.FORMATS: text(summary.get("suppfile")),
        Field.DATE_PUBLISHED: _day(summary.get("pdat")),
        Field.KEYWORDS: [
            word.strip()
            for name in ("taxon", "gdstype")
            for word in (text(summary.get(name)) or "").split(";")
        ],
        Field.RELATED: [
            {"relation": "IsDescribedBy", "id": f"pmid:{paper}"}
            for paper in texts(summary.get("pubmedids"))
        ],
    }


def project(summary: Summary) -> dict[Field, Any]:
    """A project; who sent it in made it."""
    return {
        Field.TITLE: text(summary.get("project_title")) or text(summary.get("project_name")),
        Field.DESCRIPTION: text(summary.get("project_description")),
        Field.CREATORS: [
            {"name": name, "type": "Organization"}
            for name in texts(summary.get("submitter_organization"))
        ],
        Field.PUBLISHER: "NCBI BioProject",
        Field.DATE_PUBLISHED: _day(summary.get("registration_date")),
        Field.KEYWORDS: texts(summary.get("organism_name"))
        + texts(summary.get("project_data_type")),
    }


def _published(summary: Summary) -> str | None:
    """When it came out in print, or the day it came out online, where print tells but the year."""
    printed, online = text(summary.get("pubdate")) or "", text(summary.get("epubdate")) or ""
    return online if online.startswith(printed) else printed


def _day(written: Any) -> str | None:
    """A day: with slashes the first of January would be read as a bare year."""
    return (text(written) or "").partition(" ")[0].replace("/", "-")


def _author(author: Summary) -> dict[str, Any]:
    """`Sparrow PJ` is a family name with initials; a group has a name."""
    name = text(author.get("name"))
    if text(author.get("authtype")) == "CollectiveName":
        return unlike_empty(name=name, type="Organization")
    parts = _AUTHOR.fullmatch(name or "")
    return unlike_empty(
        name=name, family=parts[1] if parts else None, given=parts[2] if parts else None
    )


def _named(summary: Summary, kind: str) -> str | None:
    return next(
        (
            text(one.get("value"))
            for one in objects(summary.get("articleids"))
            if one.get("idtype") == kind
        ),
        None,
    )


def _withdrawing(summary: Summary) -> list[dict[str, str]]:
    """The notices that withdraw it."""
    return [
        {"relation": "IsObsoletedBy", "id": f"pmid:{notice}"}
        for one in objects(summary.get("references"))
        if (text(one.get("reftype")) or "").casefold().startswith(_RETRACTION)
        and (notice := text(at(one, "pmid")))
    ]


def _lifecycle(summary: Summary) -> Lifecycle | None:
    kinds = [kind.casefold() for kind in texts(summary.get("pubtype"))]
    if _RETRACTED in kinds or _withdrawing(summary):
        return Lifecycle.WITHDRAWN
    return Lifecycle.ACTIVE if kinds else None
