"""Chunked bodies, good and bad, however they are cut into pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.net.chunks import Chunks

WHOLE, BROKEN, MORE = (True, True), (True, False), (False, False)


def fed(*pieces: bytes) -> tuple[bytes, Chunks]:
    chunks = Chunks()
    return b"".join(map(chunks.feed, pieces)), chunks


@pytest.mark.parametrize(
    ("data", "body", "state"),
    [
        pytest.param(b"3\r\nabc\r\n0\r\n\r\n", b"abc", WHOLE, id="as it should be"),
        pytest.param(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde", WHOLE, id="two chunks"),
        pytest.param(b"3\nabc\n0\n\n", b"abc", WHOLE, id="bare line feeds"),
        pytest.param(b"3;a=b;c\r\nabc\r\n0;d\r\n\r\n", b"abc", WHOLE, id="extensions"),
        pytest.param(b"  003  \r\nabc\r\n0\r\n\r\n", b"abc", WHOLE, id="spaces and zeros"),
        pytest.param(b"A\r\n0123456789\r\n000\r\n\r\n", b"0123456789", WHOLE, id="hexadecimal"),
        pytest.param(b"3\r\nabc\r\n\r\n\r\n0\r\n\r\n", b"abc", WHOLE, id="empty lines between"),
        pytest.param(b"3\r\nabc0\r\n\r\n", b"abc", WHOLE, id="no line end after a chunk"),
        pytest.param(b"0\r\nX-Sum: 1\r\n\r\n", b"", WHOLE, id="a trailer"),
        pytest.param(b"0\r\n", b"", WHOLE, id="nothing after the last chunk"),
        pytest.param(b"3\r\nab", b"ab", MORE, id="cut in a chunk"),
        pytest.param(b"3\r\nabc\r\n", b"abc", MORE, id="cut after a chunk"),
        pytest.param(b"", b"", MORE, id="nothing yet"),
        pytest.param(b"3\r\nabc\r\n<html>\r\n", b"abc", BROKEN, id="no size"),
        pytest.param(b"-3\r\nabc", b"", BROKEN, id="a negative size"),
        pytest.param(b"0x3\r\nabc", b"", BROKEN, id="a size with a prefix"),
        pytest.param(b"1_0\r\nabc", b"", BROKEN, id="a size as Python writes it"),
        pytest.param(b"f" * 17 + b"\r\nabc", b"", BROKEN, id="a size beyond all memory"),
        pytest.param(b"3;" + b"x" * 5000 + b"\r\nabc", b"", BROKEN, id="a size line without end"),
        pytest.param(b"3" * 5000, b"", BROKEN, id="a size without end"),
    ],
)
def test_chunks(data: bytes, body: bytes, state: tuple[bool, bool]) -> None:
    got, chunks = fed(data)
    assert (got, (chunks.done, chunks.whole)) == (body, state)
    got, chunks = fed(*(data[at : at + 1] for at in range(len(data))))
    assert (got, (chunks.done, chunks.whole)) == (body, state)


@pytest.mark.parametrize(
    ("end", "tidy"),
    [
        (b"0\r\n\r\n", True),
        (b"0\n\n", True),
        (b"0\r\n", False),
        (b"0\r\nX: y\r\n\r\n", False),
        (b"0\r\n\r\nHTTP/1.1 200 OK\r\n", False),
        (b"x\r\n", False),
        (b"1\r\n", False),
    ],
)
def test_only_a_clean_end_leaves_a_connection_for_others(end: bytes, tidy: bool) -> None:
    assert fed(b"3\r\nabc\r\n" + end)[1].tidy is tidy


STREAMS = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from([b"3\r\nabc", b"\r\n", b"0\r\n", b"a", b"f;x\n", b"\n", b"-"])).map(
        b"".join
    ),
)


@given(STREAMS, st.lists(st.integers(0, 200)))
def test_pieces_make_no_difference(data: bytes, cuts: list[int]) -> None:
    ends = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    body, chunks = fed(data)
    pieced, others = fed(*(data[start:end] for start, end in pairwise(ends)))
    assert (pieced, others.done, others.whole) == (body, chunks.done, chunks.whole)
    assert len(body) <= len(data)
