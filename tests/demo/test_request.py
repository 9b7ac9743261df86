"""What clients send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from crawler.demo.request import BadRequestError, Request, take_request

WHOLE = b"GET /a?b=%2F HTTP/1.1\r\nHost: Atlas.example.ORG:8080\r\nAccept: a\r\naccept: b\r\n\r\n"


def taken(content: bytes) -> Request | None:
    return take_request(bytearray(content))


def test_a_request_is_read_and_its_repeated_headers_joined() -> None:
    request = taken(WHOLE)
    assert request is not None
    assert (request.method, request.target) == ("GET", "/a?b=%2F")
    assert request.headers["accept"] == "a, b"
    assert request.host == "atlas.example.org"
    assert request.keep_alive


def test_what_follows_a_request_stays_for_the_next() -> None:
    inbox = bytearray(b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET / HT")
    request = take_request(inbox)
    assert request is not None
    assert request.host == ""
    assert inbox == b"GET / HT"


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_part_of_a_request_is_waited_for(length: int) -> None:
    assert taken(WHOLE[:length]) is None


def test_a_body_is_waited_for() -> None:
    assert taken(b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab") is None


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", True),
        (b"GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", False),
        (b"GET / HTTP/1.0\r\n\r\n", False),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", False),
    ],
)
def test_the_client_says_whether_it_stays(content: bytes, kept: bool) -> None:
    request = taken(content)
    assert request is not None
    assert request.keep_alive is kept


@pytest.mark.parametrize(
    "content",
    [
        b"\x16\x03\x01\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / x HTTP/1.1\r\n\r\n",
        b"GET / FTP/1\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n",
    ],
)
def test_what_is_not_http_is_said_to_be_bad(content: bytes) -> None:
    with pytest.raises(BadRequestError):
        taken(content)


@given(some.binary(max_size=200), some.binary(max_size=200))
def test_any_bytes_are_a_request_or_part_of_one_or_bad(start: bytes, rest: bytes) -> None:
    try:
        request = taken(b"GET " + start + b" HTTP/1.1\r\n" + rest + b"\r\n\r\n")
    except BadRequestError:
        return
    assert request is None or request.method
