"""Bytes of a list to text, in whatever encoding it came."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from crawler.charsets import is_charset


class ListUnreadable(ValueError):
    """The bytes are no text; the message says why in one line."""


BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 64 * 1024


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a list: by byte order mark, declared charset, UTF-8, or detection."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ListUnreadable(f"this is {name}, not a Markdown list")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    for charset in (declared, "utf-8"):
        text = _decoded(data, charset)
        if text is not None:
            return _checked(text)
    if b"\0" in data[:_SAMPLE]:
        raise ListUnreadable("this is binary data, not a Markdown list")
    return _checked(_detected(data))


def _decoded(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding and is_charset(encoding) else None
    except UnicodeError:
        return None


def _detected(data: bytes) -> str:
    best = from_bytes(data).best()
    if best is None:
        raise ListUnreadable("the encoding of this list cannot be told")
    return str(best)


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    if "\0" in sample or controls * 10 > len(sample):
        raise ListUnreadable("this is binary data, not a Markdown list")
    return text
