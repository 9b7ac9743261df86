"""Licences that a page's body links to: `rel=license`, and the addresses of well-known ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from crawler.metadata.fields import Field, Said
from crawler.metadata.pages.document import attribute, shown
from crawler.metadata.pages.lines import Line
from crawler.metadata.pages.saying import Pair

_MOST = 5000
_KNOWN = re.compile(
    r"https?://(?:www\.)?(?:creativecommons\.org/(?:licenses|publicdomain)/[a-z]"
    r"|opendatacommons\.org/licenses/[a-z]|opensource\.org/licen[sc]es?/|spdx\.org/licenses/"
    r"|gnu\.org/licenses/\w|apache\.org/licenses/license)",
    re.IGNORECASE,
)
_OF_THE_SITE = re.compile(
    r"\b(?:this|our|the) (?:web ?)?site|\bwebsite|\bcontent(?:s)? (?:on|of) th"
    r"|\b(?:this|the) (?:web ?)?page\b"
    r"|otherwise (?:noted|stated|indicated)|\bwiki\b|\bdocumentation is\b",
    re.IGNORECASE,
)
_AROUND = frozenset({"footer", "nav", "form"})


def by_relation(root: etree._Element, url: str) -> list[dict[str, str]]:
    """What anchors with `rel=license` lead to; in a footer it is the site's own."""
    found = []
    for anchor in islice(root.iterfind(".//a[@rel]"), _MOST):
        if "license" in attribute(anchor, "rel").lower().split() and _of_the_data(anchor):
            name = shown(anchor, 200)
            try:
                whole = urljoin(url, attribute(anchor, "href"))
            except ValueError:
                continue
            found.append({"url": whole, **({"name": name} if name else {})})
    return found


def pairs(related: list[dict[str, str]], lines: list[Line]) -> Iterator[Pair]:
    """The licence that is linked; several different ones are a list to choose from."""
    for said in (related, list(_known(lines))):
        if len({licence["url"].rstrip("/").lower() for licence in said}) == 1:
            yield Field.LICENSE, said[0]


def with_name(said: Said, lines: list[Line], url: str) -> Said:
    """A licence given by an address of this site alone, with the words that link to it."""
    href = (
        said.raw.get("url") if isinstance(said.raw, dict) and "name" not in said.raw else said.raw
    )
    if said.field is not Field.LICENSE or not isinstance(href, str) or "://" not in href:
        return said
    path = href.partition("://")[2].partition("/")[2].rstrip("/")
    for line in lines if path and _host(href) == _host(url) else ():
        for anchor in line.anchors:
            if anchor.words and anchor.href.rstrip("/").endswith("/" + path):
                return Said(said.field, {"url": href, "name": anchor.words[:300]}, said.source)
    return said


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _known(lines: list[Line]) -> Iterator[dict[str, str]]:
    for line in lines:
        for anchor in line.anchors:
            if _KNOWN.match(anchor.href) and not _OF_THE_SITE.search(line.text):
                yield {"url": anchor.href, **({"name": anchor.words} if anchor.words else {})}


def _of_the_data(anchor: etree._Element) -> bool:
    around = list(islice(anchor.iterancestors(), 60))
    if any(one.tag in _AROUND for one in around):
        return False
    return not around or not _OF_THE_SITE.search(shown(around[0], 600))
