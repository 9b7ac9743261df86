"""What a page says of itself: title and description, from its head alone."""

from __future__ import annotations

import codecs
import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.filter import SoupStrainer
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    to_unicode,
)

from crawler.charsets import is_charset

_HEAD_ENDS = re.compile(rb"</head\s*>|<body[\s>]", re.IGNORECASE)
_NO_HEAD = 64 * 1024
"""So much is read of a page whose head does not end."""

_LONGEST = 2000
_WANTED = SoupStrainer(["title", "meta"])


@dataclass(frozen=True, slots=True)
class Page:
    """The words a page uses of itself, white space folded; None where it says nothing."""

    title: str | None = None
    description: str | None = None


def read_page(content: bytes, content_type: str | None) -> Page:
    """Read the head of an HTML page; anything else says nothing."""
    if "html" not in (content_type or "text/html").lower():
        return Page()
    end = _HEAD_ENDS.search(content)
    soup = _parsed(_text(content[: end.start() if end else _NO_HEAD], content_type))
    said = _metas(soup)
    return Page(
        title=_folded(soup.title.get_text() if soup.title else "") or said.get("og:title"),
        description=said.get("description") or said.get("og:description"),
    )


def _text(head: bytes, content_type: str | None) -> str:
    """The head's text, decoded as browsers do: by mark, header, meta, else UTF-8 or Latin-1."""
    marked, mark = read_bom(head)
    stated = marked or http_content_type_encoding(content_type) or _declared(head)
    if stated and is_charset(stated):
        return to_unicode(head[len(mark or b"") :], stated)
    return to_unicode(head, "utf-8" if _is_utf8(head) else "cp1252")


def _declared(head: bytes) -> str | None:
    """The charset a page's own head declares; what can be read as ASCII is no UTF-16."""
    declared = html_body_declared_encoding(head)
    return "utf-8" if declared and declared.startswith("utf-16") else declared


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return True


def _parsed(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a page looks like XML or a file name is its affair
        return BeautifulSoup(text, "lxml", parse_only=_WANTED)


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """What the page's meta elements say, by lower-case name; the first that speaks counts."""
    said: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        content = _folded(_attribute(meta, "content"))
        name = (_attribute(meta, "name") or _attribute(meta, "property")).strip().lower()
        if content:
            said.setdefault(name, content)
    return said


def _attribute(tag: Tag, name: str) -> str:
    return str(tag.get(name) or "")


def _folded(text: str) -> str | None:
    return " ".join(text.split())[:_LONGEST].strip() or None
