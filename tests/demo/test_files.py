"""Files that are larger than anybody wants to read."""

from __future__ import annotations

import pytest

from crawler.demo.files import file

from .client import Ending, hear

SMALL = file(10, "application/zip", disposition="soil.zip", begins=b"PK\x03\x04")


def test_a_file_is_given_whole_with_its_name_and_type() -> None:
    heard = hear(SMALL)
    assert heard.body == b"PK\x03\x04" + bytes(6)
    assert heard.headers["content-type"] == "application/zip"
    assert heard.headers["content-disposition"] == 'attachment; filename="soil.zip"'
    assert heard.headers["accept-ranges"] == "bytes"


def test_a_huge_file_begins_at_once_and_declares_its_length() -> None:
    heard = hear(file(10**10), enough=1_000_000)
    assert heard.headers["content-length"] == "10000000000"
    assert heard.ending is Ending.ENOUGH


def test_head_of_a_huge_file_is_short() -> None:
    heard = hear(file(10**10), method="HEAD")
    assert heard.body == b""
    assert heard.headers["content-length"] == "10000000000"


@pytest.mark.parametrize(
    ("asked", "code", "body", "content_range"),
    [
        pytest.param("bytes=0-1", 206, b"PK", "bytes 0-1/10", id="the first bytes"),
        pytest.param("bytes=2-4", 206, b"\x03\x04\0", "bytes 2-4/10", id="some in the middle"),
        pytest.param("bytes=8-", 206, b"\0\0", "bytes 8-9/10", id="all from one on"),
        pytest.param("bytes=8-99", 206, b"\0\0", "bytes 8-9/10", id="more than there are"),
        pytest.param("bytes=10-", 416, b"", "bytes */10", id="beyond the end"),
        pytest.param("bytes=0-1,4-5", 200, b"PK\x03\x04" + bytes(6), None, id="two ranges"),
    ],
)
def test_a_range_is_honoured(asked: str, code: int, body: bytes, content_range: str | None) -> None:
    heard = hear(SMALL, headers={"Range": asked})
    assert (heard.code, heard.body) == (code, body)
    assert heard.headers.get("content-range") == content_range
    assert heard.headers["content-length"] == str(len(body))


def test_a_range_may_be_ignored() -> None:
    heard = hear(file(10, ranges=False), headers={"Range": "bytes=0-1"})
    assert (heard.code, len(heard.body)) == (200, 10)
    assert "accept-ranges" not in heard.headers


def test_a_range_of_an_empty_file_cannot_be_satisfied() -> None:
    assert hear(file(0), headers={"Range": "bytes=0-"}).code == 416


def test_a_file_is_not_sent_again_to_whoever_has_it() -> None:
    tag = hear(SMALL).headers["etag"]
    assert hear(SMALL, headers={"If-None-Match": tag}).code == 304
    untagged = file(10, headers={"ETag": None})
    assert hear(untagged, headers={"If-None-Match": tag}).code == 200
