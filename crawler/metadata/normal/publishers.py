"""Publishers: one name a host, however it is spelled; any other as it calls itself."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.normal.text import one_line, words

_LONGEST = 200

_NAMES = (
    "Zenodo",
    "figshare",
    "Dryad",
    "Mendeley Data",
    "Kaggle",
    "PhysioNet",
    "OpenNeuro",
    "The Cancer Imaging Archive",
    "Synapse",
    "Hugging Face",
    "GitHub",
    "UCI Machine Learning Repository",
    "arXiv",
    "PubMed",
    "PubMed Central",
    "Grand Challenge",
    "OSF",
    "Harvard Dataverse",
    "IEEE DataPort",
    "PANGAEA",
    "OpenML",
)
_OTHER = {
    "mendeley": "Mendeley Data",
    "dryaddigitalrepository": "Dryad",
    "cancerimagingarchive": "The Cancer Imaging Archive",
    "thecancerimagingarchivetcia": "The Cancer Imaging Archive",
    "tcia": "The Cancer Imaging Archive",
    "sagebionetworkssynapse": "Synapse",
    "ucimlrepository": "UCI Machine Learning Repository",
    "openscienceframework": "OSF",
    "pubmedcentralpmc": "PubMed Central",
    "pmc": "PubMed Central",
    "pangaeadatapublisherforearthenvironmentalscience": "PANGAEA",
}
_ENDING = re.compile(r"\.(?:org|com|net|io|co|ai|edu)$")


def publisher(raw: Any) -> str | None:
    """The name of a publisher or host.

    >>> publisher("zenodo.org"), publisher({"name": "Dryad Digital Repository"})
    ('Zenodo', 'Dryad')
    """
    name = one_line(words(raw) or "", _LONGEST)
    return _KNOWN.get(_key(name), name) if name else None


def _key(name: str) -> str:
    bare = _ENDING.sub("", name.casefold().removeprefix("https://").removeprefix("www."))
    return re.sub(r"[\W_]", "", bare)


_KNOWN = {_key(name): name for name in _NAMES} | _OTHER
