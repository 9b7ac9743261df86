"""Which of the things a page describes is the data set it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from crawler.metadata.pages.identifiers import doi_in
from crawler.metadata.pages.nodes import Node, addresses, kinds, linked, listed, named, texts

_MOST = 3000
_DATA = frozenset({"dataset", "datafeed"})
_WORKS = (
    frozenset({"scholarlyarticle", "medicalscholarlyarticle"}),
    frozenset({"softwaresourcecode", "softwareapplication", "software"}),
    frozenset({"report", "thesis", "book", "publicationissue", "collection", "imageobject"}),
    frozenset({"creativework"}),
)
"""What an entry may be if it is no data set, the likeliest first. A WebPage or an Article says
when the page was written, not the data."""

_SHELVES = frozenset({"datacatalog", "itemlist", "searchresultspage", "collectionpage", "catalog"})
_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the page stands, and what it calls itself."""

    url: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Main:
    """The thing a page is about; none on a catalogue, which is about many."""

    node: Node = field(default_factory=dict)
    catalogue: bool = False


def main_one(values: Iterable[Any], seen: Seen) -> Main:
    """The data set among the things described, else another work, else nothing."""
    things = list(islice(_things(values), _MOST))
    known = {str(node["@id"]): node for node in things if "@id" in node}
    data = [node for node in things if kinds(node) & _DATA]
    if data:
        one = _one_of(data, seen)
        return Main(linked(one, known)) if one else Main(catalogue=True)
    if any(_is_shelf(node) for node in things):
        return Main(catalogue=True)
    for works in _WORKS:
        one = _one_of([node for node in things if kinds(node) & works], seen)
        if one:
            return Main(linked(one, known))
    return Main()


def _things(values: Iterable[Any]) -> Iterator[Node]:
    """Every thing that stands for itself; what is only part of another is not among them."""
    waiting = list(reversed(list(values)))
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)
            if "webpage" in kinds(value):
                waiting.append(value.get("about"))


def _one_of(nodes: list[Node], seen: Seen) -> Node | None:
    """The one thing, or all the descriptions of it in one; None where there are several."""
    favoured = [node for node in nodes if _stands_at(node, seen.url)]
    favoured = favoured or [node for node in nodes if _key(_called(node)) in _keys(seen.names)]
    chosen = favoured or nodes
    if not chosen or not all(_same(chosen[0], other) for other in chosen[1:]):
        return None
    whole: Node = {}
    for node in chosen:
        whole = {**node, **whole}
    return whole


def _same(one: Node, other: Node) -> bool:
    first, second = _doi(one), _doi(other)
    return first == second if first and second else _key(_called(one)) == _key(_called(other))


def _doi(node: Node) -> str | None:
    said = addresses([node.get("identifier"), node.get("@id"), node.get("url")])
    return next(filter(None, map(doi_in, said)), None)


def _called(node: Node) -> str:
    return next(iter(named(node.get("name")) + named(node.get("headline"))), "")


def _key(name: str) -> str:
    return _WORDS.sub(" ", name).strip().lower()


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_key, names)) - {""}


def _stands_at(node: Node, url: str) -> bool:
    """Whether a thing gives this page as its own address, or this page's address holds its DOI."""
    doi = _doi(node)
    if doi and doi in url.lower().replace("%2f", "/"):
        return True
    own = [
        *texts(node.get("url")),
        *texts(node.get("@id")),
        *addresses(node.get("mainEntityOfPage")),
    ]
    return _place(url) in map(_place, own)


def _place(url: str) -> str:
    """An address as far as it tells pages apart."""
    return re.sub(r"^https?://(?:www\.)?|#.*$|/$", "", url.strip()).lower()


def _is_shelf(node: Node) -> bool:
    """A catalogue or list that holds data sets."""
    if not kinds(node) & _SHELVES:
        return False
    inside = [
        item for key in ("dataset", "itemListElement", "hasPart") for item in listed(node.get(key))
    ]
    return any(_holds_data(item) for item in inside[:50])


def _holds_data(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    held = item.get("item")
    return bool((kinds(item) | (kinds(held) if isinstance(held, dict) else frozenset())) & _DATA)
