"""Dryad: data sets by their DOI; its pages often turn robots away."""

from __future__ import annotations

from urllib.parse import quote, unquote

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Dryad"

_DATA_SET = r"datadryad\.org/(?:dataset|stash/dataset|resource)/(?i:doi)(?::|%3[Aa])([^?#]{4,200})"


def address(url: str) -> str | None:
    """The record of a data set.

    >>> address("https://datadryad.org/stash/dataset/doi:10.5061/dryad.abc12")
    'https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.abc12'
    """
    data_set = found(_DATA_SET, url)
    if data_set is None:
        return None
    name = quote(unquote(data_set[1]).rstrip("/"), safe="", errors="replace")
    return f"https://datadryad.org/api/v2/datasets/doi%3A{name}"


def read(told: Told) -> Record | None:
    """Whether it is public; of what is not, strangers are told that it is not there."""
    match told.status, told.json:
        case 200, {"identifier": str(name), "title": str(title)} if name.startswith("doi:"):
            return told.record(SOURCE, Standing.THERE, title)
        case 404, {"error": "not-found"}:
            return told.record(SOURCE, Standing.HIDDEN, "not-found")
    return None
