"""What a visitor sees of a page, and where it sends him."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.metadata.body import Body, read_body
from crawler.metadata.onward import Onward, by_refresh, by_script


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<p>two", "One two"),
        ("<title>No</title><h1>Yes</h1>", "Yes"),
        ("a<script>b</script>c<style>d</style>e", "a c e"),
        ("<noscript>Turn it on</noscript><div id=root></div>", ""),
        ("a<!-- b -->c", "a c"),
        ("<svg><text>icon</text></svg>seen", "seen"),
        ("&lt;b&gt; &eacute;\0", "<b> é�"),
        ("", ""),
        ("just words", "just words"),
        ("<p>\ud800?", "? ?"),
    ],
)
def test_a_visitor_reads(markup: str, text: str) -> None:
    assert read_body(markup.encode("utf-8", "replace"), None).text.replace(" ", "") == text.replace(
        " ", ""
    )


def test_a_page_is_read_as_a_whole() -> None:
    page = (
        b"<html lang=' DE-at '><title>T</title><h2>Fl&uuml;sse <i>A</i></h2><h1></h1><h1>B</h1>Text"
    )
    body = read_body(page, "text/html")
    assert (body.language, body.headings, body.text) == (
        "de-at",
        ("Flüsse A", "B"),
        "Flüsse A B Text",
    )
    assert body.markup == page.decode()
    assert body.onward is None


def test_what_is_no_page_shows_nothing() -> None:
    assert read_body(b"<h1>A</h1>", "application/zip") == Body()


@pytest.mark.parametrize(
    ("content", "location"),
    [
        ("0;url=/new", "/new"),
        ("0; URL='https://new.example.org/a b'", "https://new.example.org/a b"),
        ("0;/new", "/new"),
        ("0, url=/new", "/new"),
        (".5;url=/new", "/new"),
        ("0.9;url=/new", "/new"),
        ("6;url=/new", None),
        ("300", None),
        ("0", None),
        ("0;", None),
        ("0;url=", None),
        ("0;url=''", None),
        ("soon;url=/new", None),
        ("", None),
    ],
)
def test_a_refresh_leads_to(content: str, location: str | None) -> None:
    assert by_refresh(content) == (Onward(location, "meta-refresh") if location else None)


@pytest.mark.parametrize("content", ["1;url=/new", '5 ; url = "/new" ', "5.0;/new"])
def test_a_refresh_that_waits_to_be_read_is_no_move(content: str) -> None:
    assert by_refresh(content) == Onward("/new", "late-refresh")


@pytest.mark.parametrize(
    ("script", "location"),
    [
        ("location.href = '/new';", "/new"),
        ('window.location="/new"', "/new"),
        ("document.location.replace('/new')", "/new"),
        ('top.location.assign( "/new" )', "/new"),
        ("window.onload=function(){window.location.href='/new'}", "/new"),
        ("location='/new';location.href='/new';", "/new"),
        (r"location.href='https:\/\/new.example.org\/'", "https://new.example.org/"),
        ("location.href='/a';location.href='/b';", None),
        ("location.href = '/new?x=' + x;", None),
        ("location.href = base + '/new';", None),
        ("if (mobile) location.href='/m';", None),
        ("b.addEventListener('click', () => { location.href='/new' })", None),
        ("var mylocation='/new';", None),
        ("location.href='\\u0061';", None),
        ("location.href='/new';" + " " * 4000, None),
        ("", None),
    ],
)
def test_a_script_leads_to(script: str, location: str | None) -> None:
    assert by_script(script) == (Onward(location, "script") if location else None)


REFRESH = "<meta http-equiv=Refresh content='0;url=/new'>"
SCRIPT = "<script>location.href='/new'</script>"


@pytest.mark.parametrize(
    ("markup", "via"),
    [
        pytest.param(REFRESH, "meta-refresh", id="a refresh"),
        pytest.param(REFRESH + "We have moved. <a href=/new>Click</a>", "meta-refresh", id="words"),
        pytest.param(REFRESH + "A page to be read. " * 60, None, id="a page that refreshes itself"),
        pytest.param(f"<noscript>{REFRESH}</noscript>", None, id="for those without scripts"),
        pytest.param(f"<!-- {REFRESH} -->", None, id="a comment"),
        pytest.param(SCRIPT, "script", id="a script"),
        pytest.param("<body onload=\"location='/new'\">Moved", "script", id="on load"),
        pytest.param(SCRIPT + "A page to be read. " * 20, None, id="a page with a script"),
        pytest.param("<script src=/app.js></script>", None, id="a shell"),
    ],
)
def test_a_page_that_is_little_else_leads_on(markup: str, via: str | None) -> None:
    onward = read_body(markup.encode(), None).onward
    assert onward == (Onward("/new", via) if via else None)


@given(st.binary(max_size=300) | st.lists(st.sampled_from([
    b"<html lang=", b"<h1>", b"</h1>", b"<script>", b"</script>", b"<meta http-equiv=refresh ",
    b"content='0;url=", b"'>", b"<noscript>", b"\0", b"\xe9", b"<svg>", b"location='", b"<?xml ",
])).map(b"".join))  # fmt: skip
def test_any_soup_is_a_body(content: bytes) -> None:
    assert isinstance(read_body(content, "text/html"), Body)


HOSTILE = ["<div>", "<h1>", "<script>location='", "<meta http-equiv=refresh content='0;", "<b", "a"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_is_bounded(piece: str) -> None:
    content = (piece * (512 * 1024 // len(piece))).encode()
    start = time.process_time()
    body = read_body(content, "text/html; charset=utf-8")
    assert time.process_time() - start < 1
    assert len(body.text) <= 64 * 1024
