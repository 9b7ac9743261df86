"""Linked data made plain: nodes whose properties have the short names of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

Node = dict[str, Any]

_DEEPEST = 16
_MOST = 3000
"""Nodes a list: a catalogue of all of a country's data is cut short."""

_VOCABULARY = re.compile(
    r"(?:https?://(?:www\.)?schema\.org[/#]|https?://purl\.org/dc/(?:terms|elements/1\.1|dcmitype)/"
    r"|https?://www\.w3\.org/ns/dcat#|https?://mlcommons\.org/croissant/(?:[\d.]+/)?"
    r"|(?:schema|sc|so|dct|dcterms|dc|dcat|cr|ml):)",
    re.IGNORECASE,
)
_SAME = {
    "title": "name",
    "issued": "datePublished",
    "modified": "dateModified",
    "created": "dateCreated",
    "keyword": "keywords",
    "language": "inLanguage",
    "byteSize": "contentSize",
    "downloadURL": "contentUrl",
    "mediaType": "encodingFormat",
    "fileFormat": "encodingFormat",
}


def short(name: str) -> str:
    """A property or type without its vocabulary, in the words of schema.org.

    >>> short("http://purl.org/dc/terms/issued"), short("sc:Dataset")
    ('datePublished', 'Dataset')
    """
    local = _VOCABULARY.sub("", name.strip(), count=1) if ":" in name else name.strip()
    return _SAME.get(local, local)


def tidied(value: Any, depth: int = 0) -> Any:
    """A JSON-LD value with short names, and `@value`, `@list` and `@set` taken off."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [tidied(item, depth + 1) for item in _in_one_language(value)[:_MOST]]
    if not isinstance(value, dict):
        return value
    for wrapper in ("@value", "@list", "@set"):
        if wrapper in value:
            return tidied(value[wrapper], depth + 1)
    return {short(str(key)): tidied(item, depth + 1) for key, item in islice(value.items(), 200)}


def _in_one_language(values: list[Any]) -> list[Any]:
    """Of the same text in several languages the English one, or the first."""
    tagged = [item for item in values if isinstance(item, dict) and "@language" in item]
    if len(tagged) < 2 or len(tagged) < len(values):
        return values
    return [item for item in tagged if str(item["@language"]).lower().startswith("en")][:1] or (
        tagged[:1]
    )


def kinds(node: Node) -> frozenset[str]:
    """A node's types: short, lower-case."""
    return frozenset(short(kind).lower() for kind in texts(node.get("@type")))


def listed(value: Any) -> list[Any]:
    """A value as a list: nothing, one, or many."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def texts(value: Any) -> list[str]:
    """The texts among values; numbers as text."""
    plain = (item for item in listed(value) if isinstance(item, str | int | float))
    return [str(item).strip() for item in plain if not isinstance(item, bool) and str(item).strip()]


def named(value: Any) -> list[str]:
    """What values are called: texts, and the names of nodes."""
    return [name for item in listed(value) for name in _name(item)]


def _name(item: Any) -> list[str]:
    if not isinstance(item, dict):
        return texts(item)
    called = (texts(item.get(key)) for key in ("name", "alternateName", "termCode", "legalName"))
    return next(filter(None, called), [])[:1]


def addresses(value: Any) -> Iterator[str]:
    """The addresses of values: texts, and what nodes are identified by."""
    for item in listed(value):
        if isinstance(item, dict):
            for key in ("@id", "url", "identifier", "value"):
                yield from texts(item.get(key))
        else:
            yield from texts(item)


def linked(node: Node, known: dict[str, Node]) -> Node:
    """A node whose properties that only point to another hold that other itself."""
    return {key: _followed(value, known) for key, value in node.items()}


def _followed(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_followed(item, known) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value
