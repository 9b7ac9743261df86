"""Addresses that may stand where a format wants an IRI; whatever could not be asked may not."""

from __future__ import annotations

import re
from urllib.parse import quote

from crawler.lists.address import is_sound

# What no IRI may hold: blanks, controls, marks that steer or hide text, half percent signs.
_ILLEGAL = re.compile(
    r"[\x00-\x20<>\"{}|\\^`\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff"
    r"\ud800-\udfff\U000e0000-\U000e0fff]|%(?![0-9A-Fa-f]{2})"
)
_BEHIND_HOST = re.compile(r"(?s)(\w+://[^/?#]*)([^#]*)(.*)")
_OF_HOSTS_ONLY = re.compile(r"[\[\]#]")
_DOI = re.compile(r"10\.[0-9.]{1,20}/\S+")
_LICENSE = re.compile(r"(?!LicenseRef-)[A-Za-z0-9][A-Za-z0-9.+-]{0,99}")
_RESOLVERS = {
    "arxiv": "https://arxiv.org/abs/",
    "handle": "https://hdl.handle.net/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
}
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")


def iri(url: str | None) -> str | None:
    """An http(s) or ftp address with all that an IRI may not hold encoded; None for any other.

    >>> iri("https://example.org/a b|c"), iri("javascript:alert(1)")
    ('https://example.org/a%20b%7Cc', None)
    """
    whole = _ILLEGAL.sub(_encoded, url or "")
    if not is_sound(whole):
        return None
    parts = _BEHIND_HOST.match(whole)
    if parts is None:
        return None
    mark, fragment = parts[3][:1], parts[3][1:]
    return f"{parts[1]}{_tail(parts[2])}{mark}{_tail(fragment)}"


def doi_address(doi: str | None) -> str | None:
    """Where a DOI resolves.

    >>> doi_address("10.5281/zenodo.42"), doi_address("none")
    ('https://doi.org/10.5281/zenodo.42', None)
    """
    return iri(f"https://doi.org/{doi}") if doi and _DOI.fullmatch(doi) else None


def license_address(license_id: str | None) -> str | None:
    """The page of an SPDX licence; None for a `LicenseRef-` and whatever is no identifier.

    >>> license_address("CC-BY-4.0"), license_address("LicenseRef-other")
    ('https://spdx.org/licenses/CC-BY-4.0', None)
    """
    known = license_id and _LICENSE.fullmatch(license_id)
    return f"https://spdx.org/licenses/{license_id}" if known else None


def orcid_address(orcid: str | None) -> str | None:
    """The page of a person's ORCID.

    >>> orcid_address("0000-0002-1825-0097"), orcid_address("me")
    ('https://orcid.org/0000-0002-1825-0097', None)
    """
    return f"https://orcid.org/{orcid}" if orcid and _ORCID.fullmatch(orcid) else None


def address_of(name: str, scheme: str | None = None) -> str | None:
    """Where a name leads under its scheme; None where nothing is known of it.

    >>> address_of("1705.02315", "arxiv"), address_of("10.1000/1"), address_of("a shelf")
    ('https://arxiv.org/abs/1705.02315', 'https://doi.org/10.1000/1', None)
    """
    if scheme in _RESOLVERS:
        return iri(_RESOLVERS[scheme] + name)
    return doi_address(name) or iri(name)


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")


def _tail(text: str) -> str:
    return _OF_HOSTS_ONLY.sub(_encoded, text)
