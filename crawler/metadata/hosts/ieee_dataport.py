"""IEEE DataPort: the address tells who gets the files; DataCite knows all else, by the DOI."""

from __future__ import annotations

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import said
from crawler.metadata.hosts.told import found

NAMED = "label:ieee-dataport"

_PAGE = r"ieee-dataport\.org/(open-access|documents|competitions)/[\w-]{1,200}"
_DOORS = {
    "open-access": (Tier.REGISTRATION, "Open access at IEEE DataPort: for all who log in."),
    "documents": (Tier.APPLICATION, "Standard data set at IEEE DataPort: for its subscribers."),
    "competitions": (Tier.CHALLENGE, "Competition at IEEE DataPort: for those who take part."),
}


def known_from(url: str) -> list[Said]:
    """Who gets the files: members for free, subscribers, or who takes part.

    >>> [one.raw for one in known_from("https://ieee-dataport.org/open-access/birds")[:1]]
    ['registration']
    """
    page = found(_PAGE, url)
    if page is None:
        return []
    tier, sentence = _DOORS[page[1]]
    return said(NAMED, {Field.ACCESS_TIER: tier, Field.ACCESS_EVIDENCE: sentence})
