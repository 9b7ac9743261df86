"""A page as a tree, parsed once; every kind of markup is read from it."""

from __future__ import annotations

from lxml import etree

from crawler.metadata.decoding import page_text

MOST = 512 * 1024
"""So much of a page is read; the crawler fetches no more."""

MARKS = "\ue000\ue001\ue002"
"""Private signs that lines.py sets around anchors; a page has no business with them."""

_CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))
_NO_MARKS = str.maketrans(dict.fromkeys(MARKS + _CONTROLS, " "))


def parsed(content: bytes, content_type: str | None) -> etree._Element | None:
    """The root of an HTML page; None where there is none, as in an empty one.

    The text is decoded first and parsed as HTML whatever it declares itself to be: so an XML
    declaration, a legacy charset or a broken XHTML page need no special way.
    """
    text = printable(page_text(content[:MOST], content_type))
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def printable(text: str) -> str:
    """A text that a tree can hold; a character reference may bring in what the bytes may not."""
    return text.translate(_NO_MARKS)


def shown(element: etree._Element, most: int = 2000) -> str:
    """An element's words, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())[:most].strip()


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, trimmed; empty where there is none."""
    return (element.get(name) or "").strip()
