"""arXiv: its interface vouches for a paper where the page turns robots away.

An id it does not have gets an empty feed, as does a search that failed: that proves nothing, and
the page's own 404 is honest.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import said, texts
from crawler.metadata.hosts.told import Told, found
from crawler.metadata.hosts.xml import elements, tree, words_of
from crawler.verdicts.evidence import Record, Standing

SOURCE = "arXiv"

_PAPER = (
    r"(?:arxiv\.org/(?:abs|pdf|html)/|(?:dx\.)?doi\.org/10\.48550/(?i:arxiv)\.)"
    r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?"
)
_ASKED = re.compile(r"id_list=(.+?)(?:v\d+)?&")
_ENTRY = re.compile(
    r"<entry>.{0,200}?<id>https?://arxiv\.org/abs/(.{1,40}?)(?:v\d+)?</id>", re.DOTALL
)
_OAI = "https://oaipmh.arxiv.org/oai?verb=GetRecord&metadataPrefix=arXiv&identifier=oai:arXiv.org:"
_VERSION = re.compile(r"v(\d{1,4})$")
_WITHDRAWN = re.compile(r"\b(?:has been|is|paper|article|submission) withdrawn\b", re.IGNORECASE)


def address(url: str) -> str | None:
    """The feed of this one paper.

    >>> address("https://arxiv.org/pdf/1705.02315v5.pdf")
    'https://export.arxiv.org/api/query?id_list=1705.02315v5&max_results=1'
    """
    paper = found(_PAPER, url)
    if paper is None:
        return None
    return f"https://export.arxiv.org/api/query?id_list={paper[1]}&max_results=1"


def read(told: Told) -> Record | None:
    """Whether the feed has this paper's entry; an error is an entry with another address."""
    entry = _ENTRY.search(told.content.decode("utf-8", "replace")) if told.status == 200 else None
    asked = _ASKED.search(told.address)
    if not (entry and asked and entry[1] == asked[1]):
        return None
    return told.record(SOURCE, Standing.THERE, entry[1])


def fields(told: Told) -> list[Said]:
    """What the feed says of a paper, or the licence, which only the other interface knows."""
    if told.status != 200:
        return []
    root = tree(told.content)
    if told.address.startswith(_OAI):
        return said("api:arxiv-oai", {Field.LICENSE: words_of(root, "license")})
    entry = next(elements(root, "entry"), None)
    return said("api:arxiv", _paper(entry)) if entry is not None and read(told) else []


def more(told: Told) -> str | None:
    """Where the licence is told."""
    asked = _ASKED.search(told.address)
    return f"{_OAI}{asked[1]}" if asked and read(told) else None


def _paper(entry: Any) -> dict[Field, Any]:
    """A paper has a DOI of arXiv's own, unless its journal gave it one."""
    name = (words_of(entry, "id") or "").partition("/abs/")[2]
    version = _VERSION.search(name)
    comment = words_of(entry, "comment") or ""
    summary = words_of(entry, "summary") or ""
    withdrawn = _WITHDRAWN.search(comment) or _WITHDRAWN.search(summary[:200])
    return {
        Field.TITLE: words_of(entry, "title"),
        Field.DESCRIPTION: summary,
        Field.CREATORS: [
            author for one in elements(entry, "author") if (author := words_of(one, "name"))
        ],
        Field.PUBLISHER: "arXiv",
        Field.DOI: words_of(entry, "doi") or f"10.48550/arXiv.{_VERSION.sub('', name)}",
        Field.VERSION: version[1] if version else None,
        Field.ACCESS_TIER: Tier.OPEN,
        Field.ACCESS_EVIDENCE: "arXiv is free to read.",
        Field.DATE_PUBLISHED: words_of(entry, "published"),
        Field.DATE_MODIFIED: words_of(entry, "updated"),
        Field.KEYWORDS: [
            term for one in elements(entry, "category") for term in texts(one.get("term"))
        ],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if withdrawn else Lifecycle.ACTIVE,
    }
