"""Microdata and RDFa: things described by attributes of the page's own elements.

Both are read into the nodes that JSON-LD gives. RDFa is read as its Lite form: what people use to
describe a data set needs no more, and a whole RDF graph would cost more than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from crawler.metadata.pages.document import attribute
from crawler.metadata.pages.nodes import Node, short

_MOST = 2000
_PIECES = 400
_PLACES = frozenset(
    {
        "license",
        "url",
        "sameas",
        "identifier",
        "contenturl",
        "isbasedon",
        "citation",
        "ispartof",
        "rights",
    }
)
"""Properties whose value is where a link leads; of any other it is what the link says."""

_HIGHEST = 60
_VOCABULARIES = re.compile(
    r"schema\.org|purl\.org/dc|w3\.org/ns/dcat|\b(?:schema|dct|dcterms|dcat):", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which attributes begin a thing, name its type, a property of it, and itself.

    `relates` is by what a thing is a property of the one around it, beside `property`.
    """

    begins: str
    type: str
    property: str
    itself: tuple[str, ...]
    relates: str


MICRODATA = Dialect("itemscope", "itemtype", "itemprop", ("itemid",), "itemprop")
RDFA = Dialect("typeof", "typeof", "property", ("resource", "about"), "rel")


def things(root: etree._Element, dialect: Dialect, url: str) -> list[Node]:
    """The things that stand for themselves, each with those inside it as values."""
    began = list(islice(root.iterfind(f".//*[@{dialect.begins}]"), _MOST))
    if not began or not any(_VOCABULARIES.search(_vocabulary(one, dialect)) for one in began):
        return []
    nodes = {one: _begun(one, dialect, url) for one in began}
    stated = list(islice(root.iterfind(f".//*[@{dialect.property}]"), _MOST))
    stated += [one for one in began if not attribute(one, dialect.property)]
    referred = _referred(nodes)
    for element in stated:
        owner = _owner(element, nodes) or referred.get(_above(element, referred))
        if owner is not None:
            _add(owner, element, nodes.get(element), dialect, url)
    return [nodes[one] for one in began if not any(_properties(one, dialect))]


def _vocabulary(element: etree._Element, dialect: Dialect) -> str:
    """The type, and the vocabulary it is a word of."""
    above = islice(element.iterancestors(), _HIGHEST)
    vocab = attribute(element, "vocab") or next(
        (said for one in above if (said := attribute(one, "vocab"))), ""
    )
    return f"{attribute(element, dialect.type)} {vocab}"


def _begun(element: etree._Element, dialect: Dialect, url: str) -> Node:
    node: Node = {"@type": [short(kind) for kind in attribute(element, dialect.type).split()[:10]]}
    itself = next((said for name in dialect.itself if (said := attribute(element, name))), None)
    return {**node, "@id": _place(url, itself)} if itself else node


def _owner(element: etree._Element, nodes: dict[etree._Element, Node]) -> Node | None:
    """The thing that an element's property is of: the nearest one around it."""
    above = islice(element.iterancestors(), _HIGHEST)
    return next((nodes[one] for one in above if one in nodes), None)


def _referred(nodes: dict[etree._Element, Node]) -> dict[str, Node]:
    """Things by the ids of elements elsewhere on the page that describe them as well."""
    named = ((attribute(one, "itemref"), node) for one, node in nodes.items())
    return {name: node for names, node in named for name in names.split()[:20]}


def _above(element: etree._Element, referred: dict[str, Node]) -> str:
    if not referred:
        return ""
    around = (element, *islice(element.iterancestors(), _HIGHEST))
    return next((name for one in around if (name := attribute(one, "id")) in referred), "")


def _add(
    owner: Node, element: etree._Element, inner: Node | None, dialect: Dialect, url: str
) -> None:
    for name in islice(_properties(element, dialect), 10):
        value: Any = inner if inner is not None else _value(element, name, url)
        if value:
            owner.setdefault(name, []).append(value)


def _properties(element: etree._Element, dialect: Dialect) -> Iterator[str]:
    """Short names; what belongs to another vocabulary, such as `og:title`, is no property here."""
    said = attribute(element, dialect.property) or attribute(element, dialect.relates)
    names = map(short, said.split())
    return (name for name in names if ":" not in name)


def _value(element: etree._Element, name: str, url: str) -> str:
    for key in ("content", "datetime"):
        if element.get(key) is not None:
            return attribute(element, key)
    if element.tag in ("data", "meter"):
        return attribute(element, "value")
    place = (
        attribute(element, "href") or attribute(element, "resource") or attribute(element, "src")
    )
    words = " ".join("".join(map(str, islice(element.itertext(), _PIECES))).split())
    return _place(url, place) if place and (name.lower() in _PLACES or not words) else words


def _place(url: str, place: str) -> str:
    try:
        return urljoin(url, place)
    except ValueError:
        return place
