"""Which charsets may be declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.charsets import is_charset


@pytest.mark.parametrize(
    "name", ["utf-8", "UTF8", "Latin-1", "gb2312", "Shift_JIS", "windows-1252"]
)
def test_what_pages_are_written_in_is_a_charset(name: str) -> None:
    assert is_charset(name)


@pytest.mark.parametrize(
    "name",
    ["", None, "zlib", "hex", "rot13", "punycode", "unicode_escape", "undefined", "utf_7", "a\0b"],
)
def test_what_only_python_decodes_is_none(name: str | None) -> None:
    assert not is_charset(name)


@given(st.text())
def test_any_name_may_be_asked_about(name: str) -> None:
    if is_charset(name):
        assert isinstance(b"abc".decode(name, "replace"), str)
