"""Bytes of a list: every encoding it may come in, and what is no list."""

from __future__ import annotations

import codecs

import pytest

from crawler.lists.decoding import ListUnreadable, decode

TEXT = "# 潮汐 données\n\nLink: https://tide.example.org\n"
WESTERN = "# Données océaniques\n\nLes marées de l'été, où qu'elles soient, très précisément.\n" * 3


@pytest.mark.parametrize(
    ("data", "declared", "wanted"),
    [
        (TEXT.encode(), None, TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), None, TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-8", TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None, TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), None, TEXT),
        ("潮汐".encode("gb18030"), "GB18030", "潮汐"),
        (TEXT.encode(), "no-such-charset", TEXT),
        (TEXT.encode(), "ascii", TEXT),
        (WESTERN.encode("cp1252"), None, WESTERN),
        (b"", None, ""),
    ],
    ids=[
        "plain UTF-8",
        "a mark of UTF-8",
        "a mark against what is declared",
        "big end first",
        "four bytes a character",
        "declared",
        "declared by an unknown name",
        "declared wrongly",
        "detected",
        "nothing at all",
    ],
)
def test_bytes_become_the_text_they_were(data: bytes, declared: str | None, wanted: str) -> None:
    assert decode(data, declared) == wanted


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        b"a\x00b" * 50,
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04abc",
        b"\x00\xd8\x00\xff" * 30,
    ],
    ids=["PDF", "zip", "PNG", "NUL bytes", "all bytes", "control characters", "broken bytes"],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ListUnreadable) as refused:
        decode(data)

    assert str(refused.value).count("\n") == 0
    assert len(str(refused.value)) > 10


def test_an_encoding_that_cannot_be_told_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        def best(self) -> None:
            return None

    monkeypatch.setattr("crawler.lists.decoding.from_bytes", lambda _: Nothing())

    with pytest.raises(ListUnreadable, match="encoding"):
        decode(b"\xff\xfe\xfd\x81"[1:])
