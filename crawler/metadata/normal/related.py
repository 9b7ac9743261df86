"""Related works: how one is related, in DataCite's words, and what it is, by scheme and id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from crawler.metadata.normal.dois import doi
from crawler.metadata.normal.text import as_json, listed, one_line, scalar, words

_MOST = 500
_LONGEST = 500

_DATACITE = (
    "IsCitedBy Cites IsSupplementTo IsSupplementedBy IsContinuedBy Continues IsDescribedBy "
    "Describes HasMetadata IsMetadataFor HasVersion IsVersionOf IsNewVersionOf IsPreviousVersionOf "
    "IsPartOf HasPart IsPublishedIn IsReferencedBy References IsDocumentedBy Documents "
    "IsCompiledBy Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy Reviews "
    "IsDerivedFrom IsSourceOf IsRequiredBy Requires Obsoletes IsObsoletedBy IsCollectedBy Collects "
    "IsTranslationOf HasTranslation"
)
_RELATIONS = {name.lower(): name for name in _DATACITE.split()} | {
    "citation": "Cites",
    "isbasedon": "IsDerivedFrom",
    "wasderivedfrom": "IsDerivedFrom",
    "sameas": "IsIdenticalTo",
    "isreplacedby": "IsObsoletedBy",
    "supersededby": "IsObsoletedBy",
    "replaces": "Obsoletes",
    "isformatof": "IsVariantFormOf",
    "haspreprint": "HasVersion",
    "ispreprintof": "IsVersionOf",
    "isreferenceby": "IsReferencedBy",
    "reference": "References",
    "related": "References",
    "relation": "References",
}
_NCBI = r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/"
_ARXIV_PAGE = r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/"
_ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?"
_SCHEMES = tuple(
    (scheme, re.compile(pattern, re.IGNORECASE | re.ASCII))
    for scheme, pattern in (
        ("pmcid", r"(?:.*/articles/|pmcid:?\s?)?(PMC\d{3,9})/?"),
        ("pmid", rf"(?:{_NCBI}|pmid:?\s?)(\d{{3,9}})/?"),
        ("arxiv", rf"(?:{_ARXIV_PAGE}|arxiv:\s?){_ARXIV_ID}(?:\.pdf)?/?"),
        ("handle", r"(?:https?://hdl\.handle\.net/|hdl:)(\d+(?:\.\w+)*/[!-~]+)"),
    )
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")
_BARE = {
    "pmid": re.compile(r"\d{3,9}", re.ASCII),
    "arxiv": re.compile(_ARXIV_ID, re.ASCII),
}
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|jsessionid|phpsessid")


def related(raw: Any) -> str | None:
    """The related works as a JSON array of {relation, scheme, id}, sorted, each once.

    >>> related([{"relation": "isNewVersionOf", "id": "https://doi.org/10.5281/ZENODO.1"}])
    '[{"id": "10.5281/zenodo.1", "relation": "IsNewVersionOf", "scheme": "doi"}]'
    """
    found = {known for item in listed(raw) if (known := _one(item))}
    items = [
        {"relation": relation, "scheme": scheme, "id": name}
        for relation, scheme, name in sorted(found)[:_MOST]
    ]
    return as_json(items)


def same_related(one: str, other: str) -> bool:
    """Whether two values name the same works; a page's http and https address is one page.

    >>> same_related(related("http://a.example/") or "", related("https://a.example") or "")
    True
    """
    return _compared(one) == _compared(other)


def identified(raw: Any, scheme: str | None = None) -> tuple[str, str] | None:
    """The scheme and the id of a work; None where there is no telling what it is.

    >>> identified("arXiv:2101.00001v2"), identified("PMID: 12345"), identified("see there")
    (('arxiv', '2101.00001'), ('pmid', '12345'), None)
    """
    text = one_line((words(raw) or "")[: 4 * _LONGEST], _LONGEST)
    if not text:
        return None
    for name, pattern in _SCHEMES:
        found = pattern.fullmatch(text)
        if found:
            return name, found[1].upper() if name == "pmcid" else found[1].lower()
    if (bare := _BARE.get((scheme or "").lower())) and (found := bare.fullmatch(text.lower())):
        return (scheme or "").lower(), found[found.lastindex or 0]
    if known := doi(text):
        preprint = _ARXIV_DOI.fullmatch(known)
        return ("arxiv", preprint[1]) if preprint else ("doi", known)
    address = _address(text)
    return ("url", address) if address else None


def _one(item: Any) -> tuple[str, str, str] | None:
    if not isinstance(item, Mapping):
        known = identified(item)
        return ("References", *known) if known else None
    relation = words(item.get("relation"))
    known = identified(item.get("id"), scalar(item.get("scheme")))
    return (_relation(relation), *known) if known else None


def _relation(said: str | None) -> str:
    """DataCite's word; a work that is related in an unheard-of way is still referred to."""
    letters = re.sub(r"[^a-z]", "", (said or "")[-_LONGEST:].rpartition("/")[2].lower())
    return _RELATIONS.get(letters, "References")


def _address(text: str) -> str | None:
    """A web address without what tracks its reader, without fragment and last slash."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or " " in text:
        return None
    query = "&".join(
        part
        for part in parts.query.split("&")
        if part and not _TRACKING.fullmatch(part.partition("=")[0].lower())
    )
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path.rstrip("/"), query, ""))


def _compared(value: str) -> set[tuple[str, ...]]:
    items = (item for item in listed(value) if isinstance(item, Mapping))
    return {
        (
            str(item.get("relation")),
            str(item.get("scheme")),
            re.sub(r"^https?://(?:www\.)?", "", str(item.get("id"))),
        )
        for item in items
    }
