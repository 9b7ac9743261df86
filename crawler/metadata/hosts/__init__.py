"""Hosts that can be asked: for a link, the cheap address at which its host says what it knows.

Lives here: one file a host, each a pure `address` of a link and a pure `read` of what came back.
May not: ask anything itself, or decide a verdict; rules do that, by the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crawler.metadata.hosts import (
    arxiv,
    dryad,
    ega,
    figshare,
    github,
    handles,
    huggingface,
    kaggle,
    ncbi,
    osf,
    synapse,
    zenodo,
)
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Record


class Adapter(NamedTuple):
    """One source: where to ask it about a link, if it knows such links, and what it then says."""

    source: str
    address: Callable[[str], str | None]
    read: Callable[[Told], Record | None]


ADAPTERS = (
    Adapter(handles.DOI, handles.doi_address, handles.read_doi),
    Adapter(handles.HANDLE, handles.handle_address, handles.read_handle),
    Adapter(arxiv.SOURCE, arxiv.address, arxiv.read),
    Adapter(ncbi.SOURCE, ncbi.address, ncbi.read),
    Adapter(github.SOURCE, github.address, github.read),
    Adapter(huggingface.SOURCE, huggingface.address, huggingface.read),
    Adapter(kaggle.SOURCE, kaggle.address, kaggle.read),
    Adapter(zenodo.SOURCE, zenodo.address, zenodo.read),
    Adapter(figshare.SOURCE, figshare.address, figshare.read),
    Adapter(dryad.SOURCE, dryad.address, dryad.read),
    Adapter(osf.SOURCE, osf.address, osf.read),
    Adapter(synapse.SOURCE, synapse.address, synapse.read),
    Adapter(ega.SOURCE, ega.address, ega.read),
)


class Question(NamedTuple):
    """Where to ask about a link, and how to read the answer."""

    address: str
    read: Callable[[Told], Record | None]


def question_about(url: str) -> Question | None:
    """What to ask about this link; None where no source is known that would know.

    >>> question_about("https://zenodo.org/records/42").address
    'https://zenodo.org/api/records/42'
    """
    asked = ((adapter.address(url), adapter.read) for adapter in ADAPTERS)
    return next((Question(address, read) for address, read in asked if address), None)
