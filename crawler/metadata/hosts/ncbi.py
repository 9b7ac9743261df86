"""PubMed, PubMed Central and dbGaP, by the Entrez utilities."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "NCBI"

_UTILITIES = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_PUBMED = r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,9})"
_PMC = r"(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc)/articles/(?i:PMC)(\d{1,9})"
_STUDY = (
    r"ncbi\.nlm\.nih\.gov/(?:projects/)?gap/cgi-bin/study\.cgi\?(?:.*&)?study_id=(phs\d{6})"
    r"(?:\.v\d+)?(?:\.p\d+)?(?:&.*)?"
)


def address(url: str) -> str | None:
    """The summary of an article, or the search for a study: there is no summary by accession.

    >>> address("https://pubmed.ncbi.nlm.nih.gov/12345/")
    'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=12345&retmode=json'
    """
    for database, pattern in (("pubmed", _PUBMED), ("pmc", _PMC)):
        if article := found(pattern, url):
            return f"{_UTILITIES}/esummary.fcgi?db={database}&id={article[1]}&retmode=json"
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
            unknown = "cannot get document summary" in error
            return told.record(SOURCE, Standing.UNKNOWN, error) if unknown else None
        case {"title": str(title)}:
            return told.record(SOURCE, Standing.THERE, title)
    return None
