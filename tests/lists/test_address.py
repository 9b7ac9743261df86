"""Addresses: what is surely the same link, and what only may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lists.address import is_sound, resolved, same_link

SAME = [
    ("scheme and host in capitals", "HTTPS://Tide.Example.ORG/A", "https://tide.example.org/A"),
    ("default port", "http://tide.example.org:80/a", "http://tide.example.org/a"),
    ("default port of https", "https://tide.example.org:443", "https://tide.example.org/"),
    ("empty port", "http://tide.example.org:/a", "http://tide.example.org/a"),
    ("empty path", "https://tide.example.org", "https://tide.example.org/"),
    ("empty path with a query", "https://tide.example.org?a=1", "https://tide.example.org/?a=1"),
    ("fragment", "https://tide.example.org/a#b#c", "https://tide.example.org/a"),
    ("empty route", "https://tide.example.org/#!/", "https://tide.example.org/"),
    ("route with an anchor in front", "https://tide.example.org/#a/b", "https://tide.example.org/"),
    ("foreign host", "https://bücher.example/ä", "https://xn--bcher-kva.example/ä"),
    ("user", "ftp://Me:Pw@Tide.example.org:21/", "ftp://Me:Pw@tide.example.org/"),
    ("numeric host", "http://[2001:DB8::1]:80/x", "http://[2001:db8::1]/x"),
]
OTHER = [
    "http://tide.example.org/a?b=%2f+c;d",
    "https://tide.example.org:8443/A%20b",
    "https://www.tide.example.org/a/",
    "https://tide.example.org/#!Set:9",
    "https://tide.example.org/app?a=1#/sets/9#part",
    "no address at all",
    "mailto:a@b",
    "http://",
    "",
]


@pytest.mark.parametrize(("url", "wanted"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_one_spelling_for_the_same_link(url: str, wanted: str) -> None:
    assert same_link(url) == wanted


@pytest.mark.parametrize("url", OTHER)
def test_all_else_stays_byte_for_byte(url: str) -> None:
    assert same_link(url) == url


@given(st.text() | st.from_regex(r"(?i)(https?|ftp)://[^/]{0,12}(/.{0,9})?", fullmatch=True))
def test_spelling_twice_changes_nothing(url: str) -> None:
    assert same_link(same_link(url)) == same_link(url)


@given(st.text(), st.text())
def test_no_text_is_too_odd(base: str, url: str) -> None:
    assert isinstance(resolved(base, url), str)
    assert isinstance(is_sound(url), bool)


@pytest.mark.parametrize(
    "url",
    ["http://a b/", "http://a..b/", "http:///x", "gopher://a.b", "http://a\nb/", "http://<x>/"],
)
def test_what_cannot_be_asked_is_not_sound(url: str) -> None:
    assert not is_sound(url)


def test_a_host_that_has_no_ascii_form_stays() -> None:
    assert same_link("http://\u2260\u0301\ufffd.example/") == "http://\u2260\u0301\ufffd.example/"
