"""Packed bodies, honest and not, however they are cut into pieces."""

from __future__ import annotations

import gzip
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.net.unpacking import Unpacker

PAGE = b"<!DOCTYPE html><html><head><title>An atlas of hearts</title></head></html>\n" * 9
GZIP, ZLIB, BARE = gzip.compress(PAGE, mtime=0), zlib.compress(PAGE), zlib.compress(PAGE)[2:-4]
RANDOM = bytes(range(256)) * 4


def fed(encoding: str | None, *pieces: bytes, limit: int = 10**6) -> tuple[bytes, bool]:
    unpacker = Unpacker(encoding, limit)
    return b"".join(map(unpacker.feed, pieces)), unpacker.cut


@pytest.mark.parametrize(
    ("encoding", "sent", "content"),
    [
        pytest.param(None, PAGE, PAGE, id="not packed"),
        pytest.param("identity", PAGE, PAGE, id="said not to be packed"),
        pytest.param("gzip", GZIP, PAGE, id="gzip"),
        pytest.param(" X-GZip ", GZIP, PAGE, id="gzip by another name"),
        pytest.param("gzip, gzip", GZIP, PAGE, id="gzip said twice"),
        pytest.param("deflate", ZLIB, PAGE, id="deflate"),
        pytest.param("deflate", BARE, PAGE, id="deflate without its wrapper"),
        pytest.param("deflate", GZIP, PAGE, id="gzip called deflate"),
        pytest.param("gzip", ZLIB, PAGE, id="deflate called gzip"),
        pytest.param("gzip", PAGE, PAGE, id="called gzip and not packed"),
        pytest.param("deflate", PAGE, PAGE, id="called deflate and not packed"),
        pytest.param("gzip", b"\x1f\x8b<html>", b"\x1f\x8b<html>", id="gzip for two bytes only"),
        pytest.param("br", b"\x0b\x02\x80", b"\x0b\x02\x80", id="packed as nobody asked for"),
        pytest.param("utf-8", PAGE, PAGE, id="a charset in the wrong place"),
        pytest.param("gzip", b"", b"", id="nothing at all"),
        pytest.param("gzip", GZIP[:-4] + b"oops", PAGE, id="a wrong check sum"),
        pytest.param("gzip", GZIP + b"more", PAGE, id="something after the end"),
    ],
)
def test_content_comes_out(encoding: str | None, sent: bytes, content: bytes) -> None:
    assert fed(encoding, sent) == (content, False)
    assert fed(encoding, *(sent[at : at + 1] for at in range(len(sent)))) == (content, False)


def test_what_is_cut_short_gives_what_there_was() -> None:
    content, _ = fed("gzip", gzip.compress(RANDOM * 9)[:200])
    assert content
    assert (RANDOM * 9).startswith(content)


def test_what_breaks_in_the_middle_gives_what_there_was() -> None:
    broken = bytearray(gzip.compress(PAGE + RANDOM))
    broken[120:] = b"\xff" * len(broken[120:])
    content, _ = fed("gzip", bytes(broken))
    assert PAGE.startswith(content[:75])
    assert len(content) >= 75


@pytest.mark.parametrize(
    ("encoding", "sent"), [(None, PAGE), ("gzip", GZIP), ("deflate", BARE)], ids=str
)
@pytest.mark.parametrize("limit", [0, 1, 100, len(PAGE) - 1])
def test_no_more_than_the_limit_comes_out_and_it_is_told(
    encoding: str | None, sent: bytes, limit: int
) -> None:
    assert fed(encoding, sent, limit=limit) == (PAGE[:limit], True)
    assert fed(encoding, sent, b"", sent, limit=limit) == (PAGE[:limit], True)


def test_exactly_the_limit_is_all_of_it() -> None:
    assert fed("gzip", GZIP, limit=len(PAGE)) == (PAGE, False)
    assert fed(None, PAGE, limit=len(PAGE)) == (PAGE, False)


def test_a_bomb_costs_the_limit() -> None:
    assert fed("gzip", gzip.compress(bytes(10**7)), limit=1000) == (bytes(1000), True)


def test_no_more_than_the_limit_comes_out_of_what_breaks() -> None:
    assert fed("gzip", GZIP[:-4] + b"oops", limit=100) == (PAGE[:100], True)
    broken = GZIP[:-8] + b"oops" * 2
    assert fed("gzip", broken, limit=len(PAGE)) == (PAGE, False)


CONTENT = st.binary(max_size=300)
DAMAGED = st.tuples(CONTENT.map(gzip.compress), st.integers(0, 60), st.binary(max_size=9)).map(
    lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + len(parts[2]) :]
)
SENT = st.one_of(CONTENT, CONTENT.map(gzip.compress), CONTENT.map(zlib.compress), DAMAGED)


@given(
    st.sampled_from(["gzip", "deflate", "br", ""]),
    SENT,
    st.integers(0, 400),
    st.lists(st.integers(0, 320)),
)
def test_pieces_make_no_difference(encoding: str, sent: bytes, limit: int, cuts: list[int]) -> None:
    ends = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    content, cut = fed(encoding, sent, limit=limit)
    pieces = (sent[start:end] for start, end in pairwise(ends))
    assert fed(encoding, *pieces, limit=limit) == (content, cut)
    assert len(content) <= limit
