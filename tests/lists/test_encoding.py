from __future__ import annotations

import pytest

from crawler.lists.decoding import decode
from crawler.lists.encoding import encoding_of

TEXT = "# Séries\r\n\r\n- [Crète, Noël, déjà vu, être](http://a.org/é)  \r\n"
WAYS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]


@pytest.mark.parametrize("way", WAYS)
def test_a_text_goes_back_into_the_bytes_it_came_in(way: str) -> None:
    data = TEXT.encode(way)
    text = decode(data)
    encoding = encoding_of(data, text)
    assert encoding is not None
    assert encoding.encode(text) == data


def test_bytes_that_are_no_text_cannot_go_back() -> None:
    data = b"\xef\xbb\xbf[a](http://a.org/\xff)"
    assert encoding_of(data, decode(data)) is None


def test_a_character_that_an_encoding_has_not_is_not_replaced() -> None:
    data = TEXT.encode("cp1252")
    encoding = encoding_of(data, decode(data))
    assert encoding is not None
    assert encoding.encode("文") is None
