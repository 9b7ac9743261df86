"""PubMed, PubMed Central, dbGaP, GEO and BioProject, by the Entrez utilities."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts import entrez
from crawler.metadata.hosts.reading import said
from crawler.metadata.hosts.told import Told, found
from crawler.metadata.hosts.xml import elements, tree
from crawler.verdicts.evidence import Record, Standing

SOURCE = "NCBI"

API = "api:ncbi"

_UTILITIES = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_PUBMED = r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,9})"
_PMC = r"(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc)/articles/(?i:PMC)(\d{1,9})"
_STUDY = (
    r"ncbi\.nlm\.nih\.gov/(?:projects/)?gap/cgi-bin/study\.cgi\?(?:.*&)?study_id=(phs\d{6})"
    r"(?:\.v\d+)?(?:\.p\d+)?(?:&.*)?"
)
_SERIES = (
    r"ncbi\.nlm\.nih\.gov/(?:geo/query/acc\.cgi\?(?:.*&)?acc=|projects/geo/query/acc\.cgi\?"
    r"(?:.*&)?acc=|geo/)(?i:(GSE|GDS|GPL|GSM))(\d{1,8})(?:&.*)?"
)
_PROJECT = r"ncbi\.nlm\.nih\.gov/bioproject/(?:(?i:PRJNA)|\?term=(?i:PRJNA))?(\d{1,9})"

_GEO = {"GDS": 0, "GPL": 100_000_000, "GSE": 200_000_000, "GSM": 300_000_000}
"""What GEO adds to the number of an accession to make it a number of its own."""

_OPEN = "https://www.ncbi.nlm.nih.gov/pmc/utils/oa/oa.fcgi?id=PMC"
_PMC_ASKED = re.compile(r"db=pmc&id=(\d{1,9})&")

_ARTICLES = ("db=pubmed&", "db=pmc&")


def address(url: str) -> str | None:
    """The summary of an article, a series or a project; of a study the search for it.

    >>> address("https://pubmed.ncbi.nlm.nih.gov/12345/")
    'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=12345&retmode=json'
    """
    for database, pattern in (("pubmed", _PUBMED), ("pmc", _PMC)):
        if article := found(pattern, url):
            return f"{_UTILITIES}/esummary.fcgi?db={database}&id={article[1]}&retmode=json"
    if series := found(_SERIES, url):
        number = _GEO[series[1].upper()] + int(series[2])
        return f"{_UTILITIES}/esummary.fcgi?db=gds&id={number}&retmode=json"
    if project := found(_PROJECT, url):
        return f"{_UTILITIES}/esummary.fcgi?db=bioproject&id={project[1]}&retmode=json"
    if study := found(_STUDY, url):
        return f"{_UTILITIES}/esearch.fcgi?db=gap&term={study[1]}&retmode=json&retmax=1"
    return None


def read(told: Told) -> Record | None:
    """What the summary says; a search only vouches, for what is not found may be indexed late."""
    if told.status != 200:
        return None
    match told.json:
        case {"result": {"uids": [str(uid)], **articles}} if f"&id={uid}&" in told.address:
            return _article(told, articles.get(uid))
        case {"esearchresult": {"count": str(count), "idlist": [str(), *_]}}:
            return told.record(SOURCE, Standing.THERE, f"count: {count}")
    return None


def _article(told: Told, article: object) -> Record | None:
    match article:
        case {"error": str(error)}:
            article = any(database in told.address for database in _ARTICLES)
            unknown = article and "cannot get document summary" in error
            return told.record(SOURCE, Standing.UNKNOWN, error) if unknown else None
        case {"title": str(title)} | {"project_title": str(title)} if title:
            return told.record(SOURCE, Standing.THERE, title)
    return None


def fields(told: Told) -> list[Said]:
    """What the summary says; that somebody decides on requests is true of every study there."""
    if told.status == 200 and told.address.startswith(_OPEN):
        record = next(elements(tree(told.content), "record"), None)
        return [] if record is None else said("api:pmc-oa", _open(record))
    match told.status, told.json:
        case 200, {"result": {"uids": [str(uid)], **found_ones}} if f"&id={uid}&" in told.address:
            return said(API, _summary(told.address, found_ones.get(uid)))
        case 200, {"esearchresult": {"count": str(), "idlist": [str(), *_]}} if (
            "db=gap&" in told.address
        ):
            return said(API, _STUDY_ACCESS)
    return []


_STUDY_ACCESS = {
    Field.PUBLISHER: "dbGaP",
    Field.ACCESS_TIER: Tier.APPLICATION,
    Field.ACCESS_EVIDENCE: "dbGaP: a data access committee decides on every request.",
}


def more(told: Told) -> str | None:
    """Of an article in PubMed Central, where its licence is told."""
    asked = _PMC_ASKED.search(told.address)
    return f"{_OPEN}{asked[1]}" if asked and read(told) else None


def _open(record: Any) -> dict[Field, Any]:
    """An article that may be passed on, under which licence, and whether it was taken back."""
    withdrawn = record.get("retracted") == "yes"
    return {
        Field.LICENSE: record.get("license"),
        Field.ACCESS_TIER: Tier.OPEN,
        Field.ACCESS_EVIDENCE: "in the open access subset of PubMed Central",
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if withdrawn else Lifecycle.ACTIVE,
    }


def _summary(address: str, summary: object) -> dict[Field, Any]:
    """Each database has words of its own."""
    if not isinstance(summary, dict) or "error" in summary:
        return {}
    if "db=gds&" in address:
        return entrez.series(summary)
    return entrez.project(summary) if "db=bioproject&" in address else entrez.article(summary)
