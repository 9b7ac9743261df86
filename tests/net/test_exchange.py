"""Answers of every kind, over real sockets: what browsers read is read, and nothing costs much."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.demo.answers import (
    bomb,
    close_at_once,
    cut,
    drip,
    encoded,
    endless,
    file,
    hang,
    lie,
    page,
    raw,
    reset_at_once,
    retouch,
    slow,
    stall,
    status,
    text,
)
from crawler.demo.host import host
from crawler.demo.steps import Answer as Played
from crawler.demo.web import MiniatureWeb
from crawler.net.client import Client
from crawler.net.exchange import LARGEST_HEAD, Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.verdicts.evidence import Fault

from .asking import HTTP, HTTPS, NAME, ask, client_at, failure, serving

OK = b"HTTP/1.1 200 OK\r\n"
HTML = OK + b"Content-Type: text/html\r\n"
BODY = b"<title>Atlas</title>"
LONG = page("Atlas", body="<p>of hearts</p>" * 50_000)


def hear(played: Played, appetite: Appetite | None = None, timeout: float = 5) -> Answer:
    with MiniatureWeb({NAME: host({"*": played})}) as web:
        return ask(web, HTTP, appetite=appetite, timeout=timeout)[0]


def fail(played: Played, timeout: float = 5) -> Fault:
    with MiniatureWeb({NAME: host({"*": played})}) as web:
        return failure(web, HTTP, timeout=timeout).fault


CHUNKED = b"Transfer-Encoding: chunked\r\n"
IN_CHUNKS = b"14\r\n" + BODY + b"\r\n0\r\n\r\n"
CSP = b"Content-Security-Policy: " + b"x" * 60_000 + b"\r\n"
ODD_BUT_FINE = {
    "a length": HTML + b"Content-Length: 20\r\n\r\n" + BODY,
    "chunks": HTML + CHUNKED + b"\r\n" + IN_CHUNKS,
    "until closed": HTML + b"\r\n" + BODY,
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\n" + BODY,
    "no reason": b"HTTP/1.1 200\r\n\r\n" + BODY,
    "no headers": OK + b"\r\n" + BODY,
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Length: 20\n\n" + BODY,
    "a length and chunks": HTML + b"Content-Length: 5\r\n" + CHUNKED + b"\r\n" + IN_CHUNKS,
    "the same length twice": HTML + b"Content-Length: 20\r\n" * 2 + b"\r\n" + BODY,
    "a length shorter than the body": HTML + b"Content-Length: 20\r\n\r\n" + BODY + b"more",
    "a length longer than the body": HTML + b"Content-Length: 99\r\n\r\n" + BODY,
    "a length beyond all numbers": HTML + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + BODY,
    "a negative length": HTML + b"Content-Length: -1\r\n\r\n" + BODY,
    "a line without a colon": HTML + b"oops\r\n\r\n" + BODY,
    "a space before a colon": HTML + b"Content-Length : 20\r\n\r\n" + BODY,
    "a control character": HTML + b"X: \x01\x02\r\n\r\n" + BODY,
    "a head of 60 kB": HTML + CSP + b"\r\n" + BODY,
    "a thousand headers": HTML + b"X-A: b\r\n" * 1000 + b"\r\n" + BODY,
    "200 cookies": HTML + b"Set-Cookie: a=b; path=/\r\n" * 200 + b"\r\n" + BODY,
    "empty lines before": b"\r\n\r\n" + HTML + b"Content-Length: 20\r\n\r\n" + BODY,
    "100 Continue before": b"HTTP/1.1 100 Continue\r\n\r\n" + HTML + b"\r\n" + BODY,
    "103 Early Hints before": b"HTTP/1.1 103 X\r\nLink: </a>\r\n\r\n\r\n" + HTML + b"\r\n" + BODY,
    "chunks that break": HTML + CHUNKED + b"\r\n14\r\n" + BODY + b"\r\noops\r\n",
    "chunks without an end": HTML + CHUNKED + b"\r\n14\r\n" + BODY + b"\r\n",
    "an encoding that is none": HTML + b"Content-Encoding: utf-8\r\n\r\n" + BODY,
}


@pytest.mark.parametrize("sent", ODD_BUT_FINE.values(), ids=ODD_BUT_FINE)
def test_odd_answers_are_read_like_any_other(sent: bytes) -> None:
    with MiniatureWeb({NAME: host({"*": raw(sent)})}) as web:
        answers = ask(web, HTTP, HTTP)
    for answer in answers:
        assert (answer.head.status, answer.content) == (200, BODY)


@pytest.mark.parametrize("code", [99, 101, 204, 206, 299, 304, 401, 418, 511, 600, 999])
def test_every_status_is_an_answer(code: int) -> None:
    head = b"HTTP/1.1 %03d Whatever\r\n\r\n" % code
    assert hear(raw(head)).head.status == code


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="another protocol"),
        pytest.param(b"\x15\x03\x01\x00\x02\x02\x50", id="an alert of TLS"),
        pytest.param(b"<html>no head</html>", id="a page without a head"),
        pytest.param(b"HTTP/1.1 OK\r\n\r\n", id="no status"),
        pytest.param(b"HTTP/1.1 20", id="half a status"),
        pytest.param(b"HT", id="two letters"),
    ],
)
def test_what_is_no_http_is_seen_without_waiting(sent: bytes) -> None:
    begun = time.monotonic()
    keep = not sent.startswith(b"HT")
    assert fail(raw(sent, keep=keep), timeout=20) is Fault.NOT_HTTP
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(OK + b"X-A: b\r\n" * 200_000, id="headers without end"),
        pytest.param(b"\r\n" * 400_000, id="empty lines without end"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 30_000, id="promises without end"),
        pytest.param(b"HTTP/1.1 " + b" " * 400_000, id="a line without end"),
    ],
)
def test_a_head_without_end_is_given_up(sent: bytes) -> None:
    assert fail(raw(sent, keep=True), timeout=20) is Fault.NOT_HTTP


def test_a_head_as_large_as_it_may_be_is_read() -> None:
    head = OK + b"X: " + b"a" * (LARGEST_HEAD - 100) + b"\r\n\r\n"
    assert hear(raw(head)).head.status == 200


def test_who_hangs_up_after_the_headers_has_answered() -> None:
    answer = hear(raw(b"HTTP/1.1 404 Not Found\r\nServer: x"))
    assert (answer.head.status, answer.head.get("server"), answer.content) == (404, "x", b"")


@pytest.mark.parametrize(
    ("played", "fault"),
    [
        (close_at_once, Fault.RESET),
        (reset_at_once, Fault.RESET),
        (raw(b"HTTP/1.1 100 Continue\r\n\r\n"), Fault.RESET),
        (raw(b"HTTP/1.1 100 Continue\r\n"), Fault.RESET),
        (raw(b"\r\n"), Fault.RESET),
    ],
    ids=["closed", "reset", "promised", "half promised", "nothing but an empty line"],
)
def test_no_answer_at_all(played: Played, fault: Fault) -> None:
    assert fail(played) is fault


@pytest.mark.parametrize(
    "played",
    [
        pytest.param(hang, id="silent"),
        pytest.param(slow(60, page("Atlas")), id="slow"),
        pytest.param(raw(OK + b"X: half a head", keep=True), id="silent in the head"),
        pytest.param(raw(b"HTTP/1.1 100 Continue\r\n\r\n", keep=True), id="silent after a promise"),
    ],
)
def test_silence_ends_in_time(played: Played) -> None:
    begun = time.monotonic()
    assert fail(played, timeout=0.2) is Fault.READ_TIMEOUT
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("played", "content"),
    [
        pytest.param(drip(LONG, 0.02), b"<!DOC", id="dripped"),
        pytest.param(stall(LONG, 5), b"<!DOC", id="stalled"),
        pytest.param(lie(text(BODY, "text/html"), 99), BODY, id="shorter than declared"),
        pytest.param(cut(LONG, 5), b"<!DOC", id="cut"),
        pytest.param(cut(LONG, 5, reset=True), b"", id="reset"),
        pytest.param(cut(LONG, 0), b"", id="cut at once"),
    ],
)
def test_a_body_that_does_not_end_well_is_no_fault(played: Played, content: bytes) -> None:
    begun = time.monotonic()
    answer = hear(played, timeout=0.3)
    assert time.monotonic() - begun < 2
    assert (answer.head.status, answer.complete, answer.reusable) == (200, False, False)
    assert answer.content.startswith(content)


@pytest.mark.parametrize("length", [5, None])
def test_a_body_longer_than_declared_is_cut_there(length: int | None) -> None:
    answer = hear(lie(text(BODY, "text/html"), length))
    assert (answer.content, answer.complete) == (BODY[:length], True)


PAGE = page("Atlas", body="<p>of hearts</p>" * 100)


@pytest.mark.parametrize(
    "played",
    [
        pytest.param(encoded(PAGE), id="gzip"),
        pytest.param(encoded(PAGE, "deflate", zlib.compress), id="deflate"),
        pytest.param(
            encoded(PAGE, "deflate", lambda body: zlib.compress(body)[2:-4]), id="raw deflate"
        ),
        pytest.param(encoded(PAGE, "gzip", bytes), id="said to be gzip and is not"),
        pytest.param(drip(encoded(page("x")), 0), id="gzip in pieces"),
    ],
)
def test_packed_pages_are_read(played: Played) -> None:
    assert hear(played).content.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        pytest.param("text/html", 3000, id="a page"),
        pytest.param("application/xhtml+xml; charset=x", 3000, id="a page in XML"),
        pytest.param("application/zip", 70, id="a file"),
        pytest.param("text/plain", 70, id="text"),
    ],
)
def test_no_more_is_read_than_wanted(kind: str, most: int) -> None:
    answer = hear(text(b"x" * 9000, kind), Appetite(page=3000, other=70))
    assert (len(answer.content), answer.complete) == (most, False)


def test_what_is_enough_is_not_waited_for_any_longer() -> None:
    begun = time.monotonic()
    answer = hear(stall(LONG, 5000), Appetite(page=3000), timeout=20)
    assert (len(answer.content), answer.complete) == (3000, False)
    assert time.monotonic() - begun < 10


def test_what_does_not_say_its_kind_is_taken_for_a_page() -> None:
    answer = hear(raw(OK + b"\r\n" + b"x" * 9000), Appetite(page=3000, other=70))
    assert len(answer.content) == 3000


def test_a_small_file_is_complete_and_its_connection_kept() -> None:
    answer = hear(text("a,b\n", "text/csv"))
    assert (answer.content, answer.complete, answer.reusable) == (b"a,b\n", True, True)


@pytest.mark.parametrize(
    "played",
    [
        pytest.param(file(10**10, "application/zip"), id="ten gigabytes"),
        pytest.param(bomb(10**9), id="a bomb"),
        pytest.param(endless(), id="chunks without end"),
        pytest.param(endless(chunked=False), id="a page without end"),
        pytest.param(endless("text/csv"), id="a table without end"),
        pytest.param(raw(OK + CHUNKED + b"\r\n" + b"\n" * 3_000_000), id="chunks that never begin"),
    ],
)
def test_floods_cost_little(played: Played) -> None:
    with MiniatureWeb({NAME: host({"*": played})}) as web:
        tracemalloc.start()
        answer = ask(web, HTTP, timeout=20)[0]
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert web.sent < 16_000_000
    assert len(answer.content) <= 512 * 1024
    assert not answer.complete
    assert peak < 24_000_000


def test_the_answer_tells_who_gave_it_and_how_fast() -> None:
    with MiniatureWeb({NAME: host({"*": slow(0.05, page("Atlas"))})}) as web:
        plain, secret = ask(web, HTTP, HTTPS)
    assert plain.address == secret.address == "127.0.0.1"
    assert plain.certificate_expires is None
    assert secret.certificate_expires
    assert 50 <= plain.milliseconds < 3000


def test_a_reset_in_the_middle_of_tls_is_no_crash() -> None:
    with MiniatureWeb({NAME: host({"*": cut(LONG, 50_000, reset=True)})}) as web:
        assert not ask(web, HTTPS)[0].complete


def test_a_retouched_head_shows() -> None:
    answer = hear(retouch(status(301), lambda head: head[:-2] + b"Location: /\xfc\r\n\r\n"))
    assert answer.head.get("location") == "/%FC"


SNIPPETS = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 100 X\r\n",
        b"Content-Length: 3\r\n",
        CHUNKED,
        b"\r\n",
        b"Content-Encoding: gzip\r\n",
        b"3\r\nabc\r\n",
        b"0\r\n\r\n",
        gzip.compress(b"abc"),
        b"\n",
    ]
)
ANSWERS = st.one_of(
    st.binary(max_size=99),
    st.lists(SNIPPETS | st.binary(max_size=9), max_size=9).map(b"".join),
    st.lists(SNIPPETS, max_size=9).map(lambda parts: OK + b"".join(parts)),
)


async def said_by(client: Client, url: str) -> Answer | NoAnswer:
    try:
        return await client.get(url, appetite=Appetite(page=64, other=8))
    except NoAnswer as failed:
        return failed


@settings(max_examples=60, deadline=None)
@given(st.lists(ANSWERS, min_size=3, max_size=6))
def test_whatever_a_server_says_there_is_an_answer_or_none(sent: list[bytes]) -> None:
    """Some of it on connections that were kept: what one answer leaves over meets the next."""
    left = iter(sent)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(9000):
            said = next(left, None)
            if said is None:
                return
            writer.write(said)
            if len(said) % 3 == 0:
                writer.write_eof()

    async def asking() -> list[Answer | NoAnswer]:
        async with serving(talk) as port:
            client = client_at(port, timeout=0.02)
            got = [await said_by(client, HTTP) for _ in sent]
            client.close()
            return got

    for got in asyncio.run(asking()):
        assert got.detail if isinstance(got, NoAnswer) else len(got.content) <= 64
