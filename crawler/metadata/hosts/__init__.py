"""Hosts that can be asked: for a link, the cheap address at which its host says what it knows.

Lives here: one file a host, each a pure `address` of a link, and pure `read` and `fields` of what
came back. May not: ask anything itself, decide a verdict, or put a value into its normal form.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crawler.metadata.fields import Said
from crawler.metadata.hosts import (
    arxiv,
    ckan,
    crossref,
    datacite,
    dataverse,
    doors,
    dryad,
    ega,
    figshare,
    github,
    github_pages,
    grand_challenge,
    handles,
    huggingface,
    ieee_dataport,
    invenio,
    kaggle,
    mendeley,
    ncbi,
    openml,
    openneuro,
    osf,
    pangaea,
    physionet,
    synapse,
    tcia,
    uci,
    zenodo,
)
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Record


def _no_more(_: Told) -> str | None:
    return None


def _no_body(_: str) -> bytes | None:
    return None


class Adapter(NamedTuple):
    """One source: where to ask it about a link, if it knows such links, and what it then says.

    `read` tells how things stand, `fields` what is known of it. `more` names the next address to
    ask, of an answer that leaves something open. `body` is what to send along: then it is a POST.
    """

    source: str
    address: Callable[[str], str | None]
    read: Callable[[Told], Record | None]
    fields: Callable[[Told], list[Said]]
    more: Callable[[Told], str | None] = _no_more
    body: Callable[[str], bytes | None] = _no_body


NAMES = (
    Adapter(handles.DOI, handles.doi_address, handles.read_doi, handles.fields),
    Adapter(handles.HANDLE, handles.handle_address, handles.read_handle, handles.fields),
)
"""Registers of names: they know whether one is registered, and nothing of what it leads to."""

HOSTS = (
    Adapter(arxiv.SOURCE, arxiv.address, arxiv.read, arxiv.fields, arxiv.more),
    Adapter(ncbi.SOURCE, ncbi.address, ncbi.read, ncbi.fields, ncbi.more),
    Adapter(github.SOURCE, github.address, github.read, github.fields, github.more),
    Adapter(huggingface.SOURCE, huggingface.address, huggingface.read, huggingface.fields),
    Adapter(kaggle.SOURCE, kaggle.address, kaggle.read, kaggle.fields, kaggle.more),
    Adapter(zenodo.SOURCE, zenodo.address, zenodo.read, zenodo.fields),
    Adapter(figshare.SOURCE, figshare.address, figshare.read, figshare.fields, figshare.more),
    Adapter(dryad.SOURCE, dryad.address, dryad.read, dryad.fields, dryad.more),
    Adapter(osf.SOURCE, osf.address, osf.read, osf.fields, osf.more),
    Adapter(
        synapse.SOURCE, synapse.address, synapse.read, synapse.fields, synapse.more, synapse.body
    ),
    Adapter(ega.SOURCE, ega.address, ega.read, ega.fields),
    Adapter(physionet.SOURCE, physionet.address, physionet.read, physionet.fields, physionet.more),
    Adapter(
        openneuro.SOURCE, openneuro.address, openneuro.read, openneuro.fields, body=openneuro.body
    ),
    Adapter(tcia.SOURCE, tcia.address, tcia.read, tcia.fields, tcia.more),
    Adapter(uci.SOURCE, uci.address, uci.read, uci.fields),
    Adapter(
        grand_challenge.SOURCE,
        grand_challenge.address,
        grand_challenge.read,
        grand_challenge.fields,
    ),
    Adapter(mendeley.SOURCE, mendeley.address, mendeley.read, mendeley.fields, mendeley.more),
    Adapter(pangaea.SOURCE, pangaea.address, pangaea.read, pangaea.fields),
    Adapter(openml.SOURCE, openml.address, openml.read, openml.fields),
    Adapter(invenio.SOURCE, invenio.address, invenio.read, invenio.fields),
    Adapter(dataverse.SOURCE, dataverse.address, dataverse.read, dataverse.fields),
    Adapter(ckan.SOURCE, ckan.address, ckan.read, ckan.fields),
)
"""Hosts of data; of the DOIs they gave out they know more than any register."""

PAGES = (
    Adapter(
        github_pages.SOURCE,
        github_pages.address,
        github_pages.read,
        github_pages.fields,
    ),
    Adapter(
        grand_challenge.PAGES,
        grand_challenge.page_address,
        grand_challenge.read_page,
        grand_challenge.fields,
    ),
)
"""Where something stands behind a page that does not vouch for it: asked for fields alone."""

REGISTERS = (
    Adapter(crossref.SOURCE, crossref.address, crossref.read, crossref.fields),
    Adapter(datacite.SOURCE, datacite.address, datacite.read, datacite.fields, datacite.more),
)
"""Registers of what stands behind a DOI, for those whose host cannot be asked."""

ADAPTERS = NAMES + HOSTS + PAGES + REGISTERS


class Question(NamedTuple):
    """Where to ask about a link, and how to read the answer; with a body it is a POST of JSON."""

    source: str
    address: str
    read: Callable[[Told], Record | None]
    fields: Callable[[Told], list[Said]]
    more: Callable[[Told], str | None]
    body: bytes | None
    send: Callable[[str], bytes | None] = _no_body

    def following(self, told: Told) -> Question | None:
        """The next question, where the answer to this one leaves something open."""
        address = self.more(told)
        return self._replace(address=address, body=self.send(address)) if address else None


def question_about(url: str) -> Question | None:
    """What to ask about how this link stands; None where no source is known that would know.

    >>> question_about("https://zenodo.org/records/42").address
    'https://zenodo.org/api/records/42'
    """
    return _question(NAMES + HOSTS + REGISTERS, url)


def question_about_fields(url: str) -> Question | None:
    """What to ask about the data set of this link: of a DOI its host, else its register.

    >>> question_about_fields("https://doi.org/10.5281/zenodo.42").address
    'https://zenodo.org/api/records/42'
    """
    return _question(HOSTS + PAGES + REGISTERS, url)


def known_from(url: str) -> list[Said]:
    """What the address of a link tells before anybody is asked: who gets at the data.

    >>> [one.raw for one in known_from("https://www.kaggle.com/c/birdsong")[:1]]
    ['challenge']
    """
    return ieee_dataport.known_from(url) + doors.known_from(url)


def on_page(told: Told) -> list[Said]:
    """What hosts know to read on a link's own page, and in its address; first comes what counts.

    >>> [one.raw for one in on_page(Told("https://www.kaggle.com/c/birdsong", 200))[:1]]
    ['challenge']
    """
    return physionet.on_page(told) + known_from(told.address)


def _question(adapters: tuple[Adapter, ...], url: str) -> Question | None:
    asked = ((adapter.address(url), adapter) for adapter in adapters)
    return next(
        (
            Question(
                adapter.source,
                address,
                adapter.read,
                adapter.fields,
                adapter.more,
                adapter.body(url),
                adapter.body,
            )
            for address, adapter in asked
            if address
        ),
        None,
    )
