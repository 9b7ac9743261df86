"""A page's bytes as text, decoded as browsers do."""

from __future__ import annotations

import codecs

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    to_unicode,
)

from crawler.charsets import is_charset


def page_text(content: bytes, content_type: str | None) -> str:
    """The text: by mark, header, meta, else UTF-8 or Latin-1."""
    marked, mark = read_bom(content)
    stated = marked or http_content_type_encoding(content_type) or _declared(content)
    if stated and is_charset(stated):
        return to_unicode(content[len(mark or b"") :], stated)
    return to_unicode(content, "utf-8" if _is_utf8(content) else "cp1252")


def _declared(content: bytes) -> str | None:
    """The charset a page itself declares; what can be read as ASCII is no UTF-16."""
    declared = html_body_declared_encoding(content)
    return "utf-8" if declared and declared.startswith("utf-16") else declared


def _is_utf8(content: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return True
