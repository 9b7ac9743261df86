"""What a visitor reads, line by line, with the addresses behind the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.metadata.pages.document import MARKS, attribute, printable

MOST = 4000
_LONGEST_LINE = 8000
_BEGIN, _MIDDLE, _END = tuple(MARKS)
_UNSEEN = (
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "math",
    "iframe",
    "nav",
    "footer",
    "form",
)
_UNSEEN_TOO = ("select", "textarea", "thead", "head")
_INLINE = (
    "a",
    "abbr",
    "b",
    "bdi",
    "button",
    "cite",
    "code",
    "data",
    "em",
    "font",
    "i",
    "label",
    "mark",
)
_INLINE_TOO = ("q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ANCHOR = re.compile(f"{_BEGIN}(\\d{{1,6}}){_MIDDLE}([^{MARKS}]*+){_END}")
_LEFT_OVER = re.compile(f"{_BEGIN}\\d{{0,6}}{_MIDDLE}|[{MARKS}]")
_MOST_ANCHORS = 5000
_MOST_CELLS = 300
_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link in a line: its words and where it leads."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words without a break, and the anchors in it."""

    text: str
    anchors: tuple[Anchor, ...] = ()


def read_lines(root: etree._Element) -> list[Line]:
    """The page's lines. This takes the tree apart: it is the last reader of it."""
    etree.strip_elements(root, *_UNSEEN, *_UNSEEN_TOO, with_tail=False)
    _drop(root)
    _join_items(root)
    hrefs = _mark_anchors(root)
    etree.strip_tags(root, *_INLINE, *_INLINE_TOO)
    texts = (" ".join(str(text[:_LONGEST_LINE]).split()) for text in root.itertext())
    return [_line(text, hrefs) for text in islice(filter(None, texts), MOST)]


def _drop(root: etree._Element) -> None:
    """Take away what is not shown, and the heads of columns, which label nothing beside them."""
    hidden = [
        one for one in root.iterfind(".//*[@style]") if _HIDDEN.search(attribute(one, "style"))
    ]
    rows = [
        row for row in root.iter("tr") if len(row) > 1 and all(cell.tag == "th" for cell in row)
    ]
    for one in [*root.iterfind(".//*[@hidden]"), *hidden, *rows]:
        one.tag = "template"
    etree.strip_elements(root, "template", with_tail=False)


def _join_items(root: etree._Element) -> None:
    """A list in the cell of a label is one line of values."""
    for cell in list(islice(root.iter("dd", "td"), _MOST_CELLS)):
        items = list(islice(cell.iter("li"), _MOST_ITEMS + 1))
        if 0 < len(items) <= _MOST_ITEMS and next(cell.iter("table"), None) is None:
            for item in items:
                item.text, item.tag = f"; {printable(item.text or '')}", "span"
            for around in list(cell.iter("ul", "ol")):
                around.tag = "span"


def _mark_anchors(root: etree._Element) -> list[str]:
    """Sign where anchors begin and end, so that they are known when their tags are gone."""
    hrefs: list[str] = []
    for anchor in islice(root.iter("a"), _MOST_ANCHORS):
        href = attribute(anchor, "href")
        if href:
            anchor.text = f"{_BEGIN}{len(hrefs)}{_MIDDLE}{printable(anchor.text or '')}"
            anchor.tail = f"{_END}{printable(anchor.tail or '')}"
            hrefs.append(href)
    return hrefs


def _line(text: str, hrefs: list[str]) -> Line:
    if _BEGIN not in text and _END not in text:
        return Line(text)
    return Line(" ".join(_LEFT_OVER.sub("", text).split()), tuple(_anchors(text, hrefs)))


def _anchors(text: str, hrefs: list[str]) -> Iterator[Anchor]:
    for match in _ANCHOR.finditer(text):
        if int(match[1]) < len(hrefs):  # a character reference may write our signs
            yield Anchor(match[2].strip(), hrefs[int(match[1])])
