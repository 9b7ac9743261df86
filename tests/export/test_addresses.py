"""Addresses that may stand where a format wants an IRI."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.export.addresses import (
    address_of,
    doi_address,
    iri,
    license_address,
    orcid_address,
)
from tests.export.rules import web
from tests.reports.attacks import ADDRESSES

CASES: dict[str, tuple[str | None, str | None]] = {
    "nothing": (None, None),
    "an address stays": ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    "what is encoded stays": ("https://example.org/a%20b", "https://example.org/a%20b"),
    "half a percent sign": ("https://example.org/5%", "https://example.org/5%25"),
    "a blank": ("https://example.org/a b", "https://example.org/a%20b"),
    "brackets of a path": ("https://example.org/a[1]", "https://example.org/a%5B1%5D"),
    "brackets of a host": ("https://[::1]/a", "https://[::1]/a"),
    "foreign letters stay": ("https://example.org/湖", "https://example.org/湖"),
    "ftp": ("ftp://example.org/a", "ftp://example.org/a"),
    "a second number sign": ("https://example.org/#/a#b", "https://example.org/#/a%23b"),
    "javascript": ("javascript:alert(1)", None),
    "a path alone": ("/a/b", None),
    "no host": ("https:///a", None),
}


@pytest.mark.parametrize(("url", "told"), CASES.values(), ids=CASES)
def test_an_address(url: str | None, told: str | None) -> None:
    assert iri(url) == told


@given(st.text() | st.text().map("https://example.org/".__add__) | st.sampled_from([*ADDRESSES]))
def test_an_address_is_sound_or_none_and_stays_so(url: str) -> None:
    told = iri(url)
    assert told is None or (web(told) and iri(told) == told)


@pytest.mark.parametrize("name", ADDRESSES)
def test_hostile_addresses(name: str) -> None:
    told = iri(ADDRESSES[name])
    assert told is None or web(told)


def test_names_that_have_an_address() -> None:
    assert doi_address("10.1000/a<b>") == "https://doi.org/10.1000/a%3Cb%3E"
    assert [doi_address(text) for text in (None, "", "doi", "10.1/a b")] == [None] * 4
    assert license_address("GPL-3.0-only") == "https://spdx.org/licenses/GPL-3.0-only"
    assert [license_address(text) for text in (None, "", "LicenseRef-x", "a b", "../x")] == [
        None
    ] * 5
    assert orcid_address("0000-0002-1694-233X") == "https://orcid.org/0000-0002-1694-233X"
    assert orcid_address("https://orcid.org/0000") is None
    assert address_of("10.1000/1") == "https://doi.org/10.1000/1"
    assert address_of("https://example.org/") == "https://example.org/"
    assert address_of("PMC123") is None
    assert address_of("PMC123", "pmcid") == "https://pmc.ncbi.nlm.nih.gov/articles/PMC123"
