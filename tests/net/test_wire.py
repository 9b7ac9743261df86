"""Requests written and heads read, as bytes."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.net.wire import (
    Head,
    end_of_head,
    host_header,
    may_be_http,
    parse_head,
    request_bytes,
)


def head_of(data: bytes) -> Head:
    head = parse_head(data)
    assert head is not None
    return head


@pytest.mark.parametrize(
    ("line", "version", "status"),
    [
        pytest.param(b"HTTP/1.1 200 OK", (1, 1), 200, id="as it should be"),
        pytest.param(b"HTTP/1.0 404 Not Found", (1, 0), 404, id="HTTP/1.0"),
        pytest.param(b"HTTP/1.1 200", (1, 1), 200, id="no reason"),
        pytest.param(b"HTTP/1.1 200OK", (1, 1), 200, id="no space before the reason"),
        pytest.param(b"HTTP/1.1   301  Moved", (1, 1), 301, id="many spaces"),
        pytest.param(b"HTTP/1.1\t200 OK", (1, 1), 200, id="a tab"),
        pytest.param(b"http/1.1 200 ok", (1, 1), 200, id="lower case"),
        pytest.param(b"HTTP/2 200", (2, 0), 200, id="a version without its second half"),
        pytest.param(b"HTTP 200 OK", (1, 0), 200, id="no version"),
        pytest.param(b"HTTP/1.1 999 Request denied", (1, 1), 999, id="a status out of range"),
        pytest.param(b"HTTP/1.1 000 ?", (1, 1), 0, id="a status of nothing"),
        pytest.param(b"ICY 200 OK", (1, 0), 200, id="a radio station"),
        pytest.param(b"HTTP/1.1 200 \xff\xfe", (1, 1), 200, id="a reason in no charset"),
    ],
)
def test_status_lines_that_are_read(line: bytes, version: tuple[int, int], status: int) -> None:
    assert head_of(line + b"\r\n\r\n") == Head(version, status, ())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 20\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"<html>\n\n",
        b"HTTP/" + b"9" * 5000 + b" 200 OK\r\n\r\n",
    ],
)
def test_what_is_no_http_is_no_head(data: bytes) -> None:
    assert parse_head(data) is None


@pytest.mark.parametrize(
    ("lines", "headers"),
    [
        pytest.param(b"A: 1\r\nB: 2", (("a", "1"), ("b", "2")), id="plain"),
        pytest.param(b"A: 1\nB: 2", (("a", "1"), ("b", "2")), id="bare line feeds"),
        pytest.param(b"A:1\r\r\nB:2", (("a", "1"), ("b", "2")), id="doubled returns"),
        pytest.param(b"A : 1", (("a", "1"),), id="a space before the colon"),
        pytest.param(b"nothing here\r\nA: 1", (("a", "1"),), id="a line without a colon"),
        pytest.param(b": 1\r\nA: 1", (("a", "1"),), id="a line without a name"),
        pytest.param(b"A: 1\r\n  2\r\n\t3", (("a", "1 2 3"),), id="folded"),
        pytest.param(b" A: 1", (("a", "1"),), id="a space before the first"),
        pytest.param(b"A: x:y", (("a", "x:y"),), id="a colon in the value"),
        pytest.param(b"A: \xc3\xbc", (("a", "ü"),), id="UTF-8"),
        pytest.param(b"A: \xfc", (("a", "ü"),), id="latin-1"),
        pytest.param(b"Location: /\xc3\xbc", (("location", "/ü"),), id="an address in UTF-8"),
        pytest.param(b"Location: /\xfc ", (("location", "/%FC"),), id="an address in latin-1"),
        pytest.param(b"A: \x01\x7f", (("a", "\x01\x7f"),), id="control characters"),
        pytest.param(b"A:\r\nA: 2", (("a", ""), ("a", "2")), id="an empty and a repeated one"),
    ],
)
def test_headers_are_read_as_browsers_read_them(
    lines: bytes, headers: tuple[tuple[str, str], ...]
) -> None:
    assert head_of(b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n\r\n").headers == headers


def test_the_first_header_of_a_name_counts() -> None:
    head = head_of(b"HTTP/1.1 200 OK\r\nETag: a\r\nETag: b\r\n\r\n")
    assert head.get("etag") == "a"
    assert head.get("server") is None


@pytest.mark.parametrize(
    ("status", "headers", "length"),
    [
        pytest.param(200, b"Content-Length: 5", 5, id="stated"),
        pytest.param(200, b"Content-Length: 5, 5", 5, id="stated twice in one line"),
        pytest.param(200, b"Content-Length: 5\r\nContent-Length: 6", 5, id="stated twice"),
        pytest.param(
            200, b"Content-Length: 5\r\nTransfer-Encoding: chunked", None, id="chunks win"
        ),
        pytest.param(200, b"Content-Length: -1", None, id="negative"),
        pytest.param(200, b"Content-Length: 0x5", None, id="not a number"),
        pytest.param(200, b"Content-Length: " + b"9" * 5000, None, id="beyond all numbers"),
        pytest.param(200, "Content-Length: ٥".encode(), None, id="a number in another script"),
        pytest.param(200, b"X: y", None, id="not stated"),
        pytest.param(204, b"Content-Length: 5", 0, id="no content"),
        pytest.param(304, b"Transfer-Encoding: chunked", 0, id="not modified"),
        pytest.param(101, b"Upgrade: h2c", 0, id="another protocol follows"),
    ],
)
def test_the_length_of_a_body(status: int, headers: bytes, length: int | None) -> None:
    assert head_of(b"HTTP/1.1 %d X\r\n%b\r\n\r\n" % (status, headers)).body_length() == length


@pytest.mark.parametrize(
    ("start", "kept"),
    [
        (b"HTTP/1.1 200 OK", True),
        (b"HTTP/1.1 200 OK\r\nConnection: Close", False),
        (b"HTTP/1.1 200 OK\r\nConnection: upgrade, close", False),
        (b"HTTP/1.1 101 Switching Protocols", False),
        (b"HTTP/1.0 200 OK", False),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive", True),
    ],
)
def test_who_keeps_a_connection(start: bytes, kept: bool) -> None:
    assert head_of(start + b"\r\n\r\n").keeps_alive() is kept


@pytest.mark.parametrize(
    ("status", "interim"), [(99, False), (100, True), (101, False), (103, True), (200, False)]
)
def test_interim_answers(status: int, interim: bool) -> None:
    assert Head((1, 1), status, ()).is_interim() is interim


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (b"HTTP/1.1 200\r\n\r\nbody", 16),
        (b"HTTP/1.1 200\n\nbody", 14),
        (b"HTTP/1.1 200\r\n\nbody", 15),
        (b"HTTP/1.1 200\n\r\nbody", 15),
        (b"HTTP/1.1 200\r\r\n\r\r\nbody", 18),
        (b"HTTP/1.1 200\r\nA: 1\r\n \r\nB: 2\r\n", None),
        (b"HTTP/1.1 200\r\n", None),
    ],
)
def test_where_a_head_ends(data: bytes, end: int | None) -> None:
    assert end_of_head(data) == end
    for searched in range(len(data)):
        if end is None or searched < end:
            assert end_of_head(data, searched) == end


@pytest.mark.parametrize(
    ("data", "may"),
    [
        (b"", True),
        (b"H", True),
        (b"htt", True),
        (b"HTTP/1.1 200", True),
        (b"IC", True),
        (b"SSH-2.0", False),
        (b"<html>", False),
        (b"\x15\x03\x01", False),
    ],
)
def test_a_few_bytes_tell_what_is_no_http(data: bytes, may: bool) -> None:
    assert may_be_http(data) is may


@given(st.binary(max_size=300))
@example(b"HTTP/1.1 200 OK\r\n :\n \n")
@example(b"HTTP/1.1 200 OK\r\ncontent-length: \xb2\r\n\r\n")
def test_no_bytes_are_too_odd_for_a_head(data: bytes) -> None:
    for sent in (data, b"HTTP/1.1 200 OK\r\n" + data):
        head = parse_head(sent)
        if head:
            head.body_length(), head.keeps_alive(), head.is_chunked()
            assert all(name == name.strip(" \t\r").lower() for name, _ in head.headers)
            assert not any("\n" in text for header in head.headers for text in header)


@pytest.mark.parametrize(
    "line", [b"a: b\r\n", b" a\n", b"\n ", b" ", b"\r", b":", b"\n\r\r"], ids=repr
)
def test_a_huge_head_is_read_in_no_time(line: bytes) -> None:
    data = b"HTTP/1.1 200 OK\r\nA: b\r\n" + line * (256 * 1024 // len(line))
    begun = time.process_time()
    end_of_head(data)
    parse_head(data)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("url", "line", "host"),
    [
        ("http://a.example/", "/", "a.example"),
        ("http://a.example", "/", "a.example"),
        ("http://a.example?q", "/?q", "a.example"),
        ("http://a.example/b?", "/b?", "a.example"),
        ("http://a.example/%c3%A4+%zz;p?x=%20&y=a/b?c", "/%c3%A4+%zz;p?x=%20&y=a/b?c", "a.example"),
        ("http://a.example//b/../c#d", "//b/../c", "a.example"),
        ("http://me:secret@a.example:8080/b", "/b", "a.example:8080"),
        ("https://[2001:db8::1]:8443/b", "/b", "[2001:db8::1]:8443"),
    ],
)
def test_a_request_names_path_and_host_byte_for_byte(url: str, line: str, host: str) -> None:
    request = request_bytes("GET", url, (("A", "1"),))
    assert request == f"GET {line} HTTP/1.1\r\nHost: {host}\r\nA: 1\r\n\r\n".encode()
    assert host_header(url) == host


def test_a_proxy_is_told_the_whole_address_but_no_password() -> None:
    request = request_bytes("GET", "http://me:secret@a.example:81/b?c", (), through_proxy=True)
    assert request == b"GET http://a.example:81/b?c HTTP/1.1\r\nHost: a.example:81\r\n\r\n"


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\r\n\0 :/")))
def test_nothing_can_begin_a_line_of_its_own(text: str) -> None:
    request = request_bytes("GET", f"http://a.example/{text}", (("A", text),))
    assert request.count(b"\r") == request.count(b"\n") == 4
    assert request.endswith(b"\r\n\r\n")
    assert request.count(b"\0") == 0
