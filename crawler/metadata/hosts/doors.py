"""Doors: hosts whose address alone tells who gets at the data, where nobody can be asked."""

from __future__ import annotations

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import said
from crawler.metadata.hosts.told import found

NAMED = "label"

_ANY = r"(?:/[^?#]*)?"
_DOORS = (
    (
        rf"kaggle\.com/(?:c|competitions)/[\w-]{{1,100}}{_ANY}",
        Tier.CHALLENGE,
        "A Kaggle competition: its data are for those who join and accept its rules.",
    ),
    (
        rf"[a-z0-9-]{{1,60}}\.grand-challenge\.org{_ANY}",
        Tier.CHALLENGE,
        "A challenge on grand-challenge.org: its data are for those who take part.",
    ),
    (
        r"ncbi\.nlm\.nih\.gov/(?:projects/)?gap/cgi-bin/study\.cgi(?:\?.*)?",
        Tier.APPLICATION,
        "A study in dbGaP: a data access committee decides on every request.",
    ),
    (
        rf"ega-archive\.org/(?:datasets|studies|dacs)/EGA[A-Z]\d{{11}}{_ANY}",
        Tier.APPLICATION,
        "The European Genome-phenome Archive: a committee decides on every request.",
    ),
    (
        rf"(?:ida|adni)\.loni\.usc\.edu{_ANY}",
        Tier.APPLICATION,
        "The LONI archive: who asks for data applies to those who keep them.",
    ),
    (
        rf"(?:ams\.)?ukbiobank\.ac\.uk{_ANY}",
        Tier.APPLICATION,
        "UK Biobank: researchers apply for access.",
    ),
    (
        rf"(?:search\.)?vivli\.org{_ANY}",
        Tier.APPLICATION,
        "Vivli: researchers apply for access.",
    ),
)
"""Patterns of addresses, how one gets in there, and the sentence that says so."""


def known_from(url: str) -> list[Said]:
    """Who gets at what is behind this address; nothing where the address does not tell.

    >>> [one.raw for one in known_from("https://www.kaggle.com/c/birdsong/data")[:1]]
    ['challenge']
    """
    for pattern, tier, sentence in _DOORS:
        if found(pattern, url):
            return said(NAMED, {Field.ACCESS_TIER: tier.value, Field.ACCESS_EVIDENCE: sentence})
    return []
