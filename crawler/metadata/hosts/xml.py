"""XML that sources send: read without fetching or blowing up anything that it asks for."""

from __future__ import annotations

from typing import Any

from lxml import etree


def tree(content: bytes) -> Any:
    """The XML, where nothing of it is fetched from elsewhere or blown up; None where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def elements(element: Any, name: str) -> Any:
    """All elements within of this name, whatever its namespace; none where there is no XML."""
    return iter(()) if element is None else element.iter(f"{{*}}{name}")


def words_of(element: Any, name: str) -> str | None:
    """The first text within of an element of this name, white space folded."""
    texts = (" ".join((one.text or "").split()) for one in elements(element, name))
    return next((words for words in texts if words), None)
