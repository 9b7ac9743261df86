from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.metadata.fields import Field, Said
from crawler.metadata.pages import read_fields
from crawler.metadata.pages.saying import LONGEST_DESCRIPTION, MOST
from tests.metadata.pages.samples import read_samples

URL = "https://data.example.org/sets/1"
PAGES = [sample.content for sample in read_samples()]
PIECES = [
    b"<div itemscope itemtype=http://schema.org/Dataset itemprop=name>",
    *(b"<p typeof=schema:Dataset>", b"<dl><dt>DOI<dd>", b"<script type=application/ld+json>"),
    *(b'{"@type":"Dataset","name":', b"[", b"{", b'"', b"}", b"</script>", b"<td><li>"),
    *(b"<a href=http://[ rel=license>", b"10.1234/x", b"License:", b"Version 1 | Published 2020"),
    *(
        b"<meta name=dc.date content=\xff>",
        b"\xee\x80\x80",
        b"\0",
        b"\\u",
        b"<link rel=cite-as href=//[>",
    ),
    *(b"<h1>", b"&quot;", b"<!--", b"]]>", b"<title>a | b", b"size: 3 GB", b"\x01", b"&#1;"),
    *(b"&#xe000;99999&#xe001;x&#xe002;", b"&#xfffe;"),
]
NAMES = ("name", "creator", "license", "size", "distribution", "contentSize", "mainEntity")
KEYS = ["@type", "@id", "@graph", "@value", "@language", "identifier", "citation", *NAMES]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "@value",
                    "@language",
                    "name",
                    "creator",
                    "license",
                    "size",
                    "distribution",
                    "contentSize",
                    "mainEntity",
                    "identifier",
                    "citation",
                    "keywords",
                ]
            ),
            inner | st.just("Dataset"),
            max_size=6,
        )
    ),
    max_leaves=25,
)


def _assert_bounded(said: list[Said]) -> None:
    assert len({(one.field, one.source) for one in said}) == len(said)
    for one in said:
        assert len(json.dumps(one.raw, allow_nan=False)) < 20 * LONGEST_DESCRIPTION * MOST
        json.dumps(one.raw, ensure_ascii=False).encode()
        _assert_short(one.raw)


def _assert_short(raw: Any) -> None:
    match raw:
        case str():
            assert 0 < len(raw) <= LONGEST_DESCRIPTION
        case list():
            assert 0 < len(raw) <= MOST
            for item in raw:
                _assert_short(item)
        case dict():
            for item in raw.values():
                _assert_short(item)


@given(st.binary(max_size=400), st.text(max_size=40) | st.none(), st.text(max_size=40))
def test_any_bytes_are_read(content: bytes, content_type: str | None, url: str) -> None:
    _assert_bounded(read_fields(content, content_type, (), url))


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=40))
@settings(max_examples=300)
def test_any_order_of_telling_pieces_is_read(pieces: list[bytes]) -> None:
    _assert_bounded(read_fields(b"".join(pieces), "text/html", (), URL))


@given(st.sampled_from(PAGES), st.integers(0, 6000), st.binary(max_size=8), st.integers(0, 60))
def test_a_page_cut_or_spoilt_anywhere_is_read(
    page: bytes, at: int, instead: bytes, gone: int
) -> None:
    spoilt = page[:at] + instead + page[at + gone :]
    _assert_bounded(read_fields(spoilt, "text/html", (), URL))
    _assert_bounded(read_fields(page[:at], "text/html; charset=gb2312", (), URL))


@given(JSON)
@settings(max_examples=300)
def test_any_linked_data_is_read(value: Any) -> None:
    block = json.dumps(value).encode()
    _assert_bounded(read_fields(block, "application/ld+json", (), URL))
    page = b'<script type="application/ld+json">' + block.replace(b"<", b"") + b"</script>"
    _assert_bounded(read_fields(page, "text/html", (), URL))


@given(
    st.lists(st.tuples(st.sampled_from(["Link", "link", "X"]), st.text(max_size=200)), max_size=4)
)
def test_any_header_is_read(headers: list[tuple[str, str]]) -> None:
    _assert_bounded(read_fields(b"", "application/zip", tuple(headers), URL))


LARGE = {
    "cells in cells": b"<dl><dd>" * 60_000,
    "boxes in boxes": b"<div>" * 100_000,
    "anchors without end": b"<a href=x>y" * 40_000,
    "things in things": b"<div itemscope itemtype=http://schema.org/Dataset><b itemprop=name>x"
    * 8_000,
    "a string that does not end": b'<script type="application/ld+json">' + b'{"a":"' * 80_000,
    "lists in lists": b'<script type="application/ld+json">' + b"[" * 500_000,
    "escapes": b'<script type="application/ld+json">{"a":"' + b'\\"' * 240_000,
    "remarks": b'<script type="application/ld+json">{' + b"/*" * 240_000,
    "commas": b'<script type="application/ld+json">{"a":1' + b" ," * 240_000,
    "white space": b'<script type="application/ld+json">{"a":1,' + b" " * 480_000 + b"x",
    "a title of dashes": b"<title>" + b"- " * 200_000,
    "labels": b"<p>version: 1" * 40_000,
    "data sets": b'<script type="application/ld+json">['
    + b'{"@type":"Dataset","name":"x"},' * 16_000,
    "DOIs": b"<p>" + b"10.1234/" * 60_000,
}


@pytest.mark.parametrize("page", LARGE.values(), ids=LARGE.keys())
def test_no_page_takes_long(page: bytes) -> None:
    before = time.process_time()
    _assert_bounded(read_fields(page, "text/html", (), URL))
    assert time.process_time() - before < 1.5


def test_a_header_takes_no_longer() -> None:
    before = time.process_time()
    for piece in ("<", "<a>;", "<a>; rel=", '<a>; rel="', "; " * 3, "<a>; a=b; "):
        read_fields(b"", "application/zip", (("Link", piece * 20_000),), URL)
    assert time.process_time() - before < 1.5


def test_long_words_are_cut() -> None:
    page = b"<title>" + b"a" * 100_000 + b"</title><meta name=description content=" + b"b" * 100_000
    said = read_fields(page, "text/html", (), URL)
    assert {one.field for one in said} >= {Field.TITLE}
    _assert_bounded(said)
