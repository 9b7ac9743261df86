from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.hosts import host_of

HOSTS = {
    "https://atlas.example.org/a": "atlas.example.org",
    "HTTPS://Atlas.Example.ORG": "atlas.example.org",
    "http://user:word@atlas.example.org:8080/?@b": "atlas.example.org",
    "http://atlas.example.org./": "atlas.example.org",
    "http://[2001:DB8::1]:80/": "2001:db8::1",
    "//atlas.example.org/a": "atlas.example.org",
    "ftp://atlas.example.org": "atlas.example.org",
    "http://[2001:db8::1/": None,
    "http:///a": None,
    "http://./": None,
    "mailto:me@example.org": None,
    "atlas.example.org": None,
    "": None,
}


@pytest.mark.parametrize("url", HOSTS, ids=repr)
def test_the_host_of_an_address(url: str) -> None:
    assert host_of(url) == HOSTS[url]


@given(st.text(st.characters() | st.characters(categories=["Cs"])), st.booleans())
def test_any_text_has_a_host_or_none(text: str, is_address: bool) -> None:
    host = host_of(f"http://{text}" if is_address else text)
    assert host is None or host
