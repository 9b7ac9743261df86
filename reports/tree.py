"""XML, written by a writer: whatever goes into the tree is made visible on its way."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from reports.escape import visible


def root(tag: str, attributes: dict[str, str]) -> Element:
    """An element on top, from which a document grows."""
    return Element(tag, {name: visible(value) for name, value in attributes.items()})


def add(
    parent: Element, tag: str, text: str | None = None, attributes: dict[str, str] | None = None
) -> Element:
    """One element more, with its text."""
    element = root(tag, attributes or {})
    element.text = None if text is None else visible(text)
    parent.append(element)
    return element


def document(top: Element) -> str:
    """The whole tree as text, indented for people."""
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, "unicode") + "\n"
