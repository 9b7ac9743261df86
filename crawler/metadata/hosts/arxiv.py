"""arXiv: its interface vouches for a paper where the page turns robots away.

An id it does not have gets an empty feed, as does a search that failed: that proves nothing, and
the page's own 404 is honest.
"""

from __future__ import annotations

import re

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "arXiv"

_PAPER = (
    r"arxiv\.org/(?:abs|pdf|html)/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)"
    r"(?:\.pdf)?"
)
_ASKED = re.compile(r"id_list=(.+?)(?:v\d+)?&")
_ENTRY = re.compile(
    r"<entry>.{0,200}?<id>https?://arxiv\.org/abs/(.{1,40}?)(?:v\d+)?</id>", re.DOTALL
)


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
