"""What a page says of itself: title and description, from its head alone."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.filter import SoupStrainer

from crawler.metadata.decoding import page_text

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
    soup = _parsed(page_text(content[: end.start() if end else _NO_HEAD], content_type))
    said = _metas(soup)
    return Page(
        title=_folded(soup.title.get_text() if soup.title else "") or said.get("og:title"),
        description=said.get("description") or said.get("og:description"),
    )


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
