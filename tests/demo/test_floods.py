"""Answers that are more than they seem."""

from __future__ import annotations

import zlib

import pytest

from crawler.demo.floods import bomb, encoded, endless
from crawler.demo.replies import page
from crawler.demo.steps import Asked

from .client import Ending, hear

ASKED = Asked(0, "h", "GET", "/", {})


def test_an_endless_body_in_chunks_has_no_end() -> None:
    heard = hear(endless(begins=b"<title>Endless</title>"), enough=3_000_000)
    assert heard.headers["transfer-encoding"] == "chunked"
    assert heard.body.startswith(b"16\r\n<title>Endless</title>\r\n3e80\r\n<p>More")
    assert heard.ending is Ending.ENOUGH


def test_an_endless_body_without_chunks_declares_no_length() -> None:
    heard = hear(endless("text/csv", chunked=False), enough=1_000_000)
    assert heard.headers == {"content-type": "text/csv", "connection": "close"}
    assert heard.body.startswith(b"<p>More")


def test_head_of_an_endless_body_ends() -> None:
    heard = hear(endless(), method="HEAD")
    assert (heard.body, heard.ending) == (b"", Ending.CLOSED)


def test_an_encoded_page_unpacks_to_itself() -> None:
    plain = page("Atlas", body="x" * 5_000)
    heard = hear(encoded(plain))
    assert heard.headers["content-encoding"] == "gzip"
    assert heard.headers["content-length"] == str(len(heard.body))
    assert len(heard.body) < 500
    assert heard.unpacked == plain.body


def test_an_encoding_may_be_declared_that_is_not_there() -> None:
    plain = page("Atlas")
    heard = hear(encoded(plain, "br", bytes))
    assert heard.headers["content-encoding"] == "br"
    assert heard.body == plain.body


def test_a_bomb_is_honest_gzip_of_the_size_told() -> None:
    heard = hear(bomb(3 * 1_048_576 - 5))
    assert heard.headers["content-length"] == str(len(heard.body))
    assert len(heard.body) < 10_000
    assert heard.unpacked == b" " * 3 * 1_048_576


def test_a_bomb_of_ten_gigabytes_is_made_while_it_is_read() -> None:
    steps = iter(bomb(10**10)(ASKED))
    head = next(steps)
    assert isinstance(head, bytes)
    assert 1_000_000 < int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0]) < 20_000_000
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    pieces = [step for _, step in zip(range(5), steps, strict=False) if isinstance(step, bytes)]
    assert len(unpacking.decompress(b"".join(pieces))) == 4 * 1_048_576


@pytest.mark.parametrize("size", [1, 10**10])
def test_head_of_a_bomb_has_no_body(size: int) -> None:
    assert hear(bomb(size), method="HEAD").body == b""
