"""Typed links: signposting in the `Link:` header, in the head of a page, in an embedded linkset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from crawler.metadata.fields import Field
from crawler.metadata.pages.document import attribute
from crawler.metadata.pages.identifiers import doi_in, first_doi
from crawler.metadata.pages.mending import read_json
from crawler.metadata.pages.saying import Pair

_LONGEST_HEADER = 64 * 1024
_MOST = 1000
_LINK = re.compile(
    r'<([^<>]{1,4000}+)>((?:\s*+;\s*+[\w!*-]++(?:\s*+=\s*+(?:"[^"]*+"|[^\s,;"]++))?+)*+)'
)
_PARAMETER = re.compile(r';\s*([\w!*-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))')
_VERSIONS = ("successor-version", "predecessor-version", "latest-version")


@dataclass(frozen=True, slots=True)
class TypedLink:
    """One relation of the page to another place."""

    relation: str
    target: str
    type: str = ""


def in_header(headers: Iterable[tuple[str, str]], url: str) -> list[TypedLink]:
    """The links of the `Link:` headers; one header may hold many.

    >>> in_header([("Link", "<https://doi.org/10.5072/A1>; rel=cite-as")], "https://a.example/")
    [TypedLink(relation='cite-as', target='https://doi.org/10.5072/A1', type='')]
    """
    said = ", ".join(value for name, value in headers if name.lower() == "link")
    links: list[TypedLink] = []
    for match in islice(_LINK.finditer(said[:_LONGEST_HEADER]), _MOST):
        told = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(match[2])}
        if "anchor" not in told:
            links += _typed(told.get("rel", ""), match[1], told.get("type", ""), url)
    return links


def in_head(root: etree._Element, url: str) -> list[TypedLink]:
    """The links of `<link>` elements."""
    links: list[TypedLink] = []
    for link in islice(root.iter("link"), _MOST):
        target = attribute(link, "href")
        if target:
            links += _typed(attribute(link, "rel"), target, attribute(link, "type"), url)
    return links


def in_linkset(root: etree._Element, url: str) -> list[TypedLink]:
    """The links of a linkset that the page carries with it."""
    links: list[TypedLink] = []
    for script in root.iter("script"):
        if attribute(script, "type").lower() == "application/linkset+json":
            for value in read_json(script.text or ""):
                links += islice(_of_linkset(value, url), _MOST)
    return links


def pairs(links: list[TypedLink]) -> Iterator[Pair]:
    """What typed links tell: the name to cite, the licence, the files, other versions."""
    yield Field.DOI, first_doi(_targets(links, "cite-as"))
    for target in _targets(links, "license"):
        yield Field.LICENSE, target
    items = [link for link in links if link.relation == "item"]
    yield Field.FILE_COUNT, len({item.target for item in items}) or None
    yield Field.FORMATS, [item.type for item in items if item.type]
    yield (
        Field.RELATED,
        [
            {"relation": link.relation, "id": doi_in(link.target) or link.target}
            for link in links
            if link.relation in _VERSIONS
        ],
    )


def _targets(links: list[TypedLink], relation: str) -> list[str]:
    return [link.target for link in links if link.relation == relation]


def _typed(relations: str, target: str, kind: str, url: str) -> list[TypedLink]:
    try:
        whole = urljoin(url, target.strip())
    except ValueError:
        return []
    return [TypedLink(relation, whole, kind) for relation in relations.lower().split()[:10]]


def _of_linkset(value: Any, url: str) -> Iterator[TypedLink]:
    contexts = value.get("linkset") if isinstance(value, dict) else None
    for context in contexts if isinstance(contexts, list) else []:
        for relation, targets in context.items() if isinstance(context, dict) else ():
            for target in targets if isinstance(targets, list) else []:
                if isinstance(target, dict) and isinstance(target.get("href"), str):
                    yield from _typed(
                        str(relation), target["href"], str(target.get("type", "")), url
                    )
