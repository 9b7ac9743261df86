"""What a page calls itself, without the name of the site it stands on."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import etree

from crawler.metadata.pages.document import shown

_BETWEEN = re.compile(r"\s+[|\-–—·•»«›‹:/]+\s+|\s*(?:::|\|\|?|»|«)\s*|:\s+")
_PLAIN = re.compile(r"[\W_]+")
_OF_ADDRESSES = frozenset(
    {"www", "org", "com", "edu", "gov", "net", "io", "ac", "uk", "data", "the"}
)


def titles(root: etree._Element) -> tuple[str, str]:
    """The title and the first heading that says something; empty where there is none."""
    title = next((shown(one, 500) for one in root.iter("title") if _of_page(one)), "")
    headings = (shown(one, 500) for one in root.iter("h1"))
    return title, next(filter(None, headings), "")


def _of_page(title: etree._Element) -> bool:
    """An icon may have a title too."""
    parent = title.getparent()
    return parent is not None and parent.tag in ("head", "html", "body")


def bare_title(title: str, heading: str, sites: tuple[str, ...], url: str) -> str | None:
    """A title without the site's name before or after it.

    `sites` are names the site gives itself. A heading that is part of the title, or that explains
    its first piece, is what the page is about; without one, a piece that names the site or is its
    host's name goes.

    >>> bare_title("Heart Atlas | Open Shelf", "Heart Atlas", (), "https://a.example/1")
    'Heart Atlas'
    >>> bare_title("Atlas | Hill Lab", "Atlas: 90 hearts", (), "https://a.example/1")
    'Atlas: 90 hearts'
    >>> bare_title("Heart Atlas - data.open-shelf.example", "", ("Open Shelf",), "https://a.example/")
    'Heart Atlas - data.open-shelf.example'
    """
    if not title:
        return heading or None
    if heading and _plain(heading) in _plain(title) and not _names(heading, sites, url):
        return heading
    named = _BETWEEN.split(title, maxsplit=1)[0]
    if heading.startswith(f"{named}: ") and not _names(named, sites, url):
        return heading
    for _ in range(3):
        shorter = _shorter(title, sites, url)
        if shorter == title:
            break
        title = shorter
    return title


def _shorter(title: str, sites: tuple[str, ...], url: str) -> str:
    """A title without its last or first piece, if that is the site's."""
    cuts = list(_BETWEEN.finditer(title))
    if cuts and _names(title[cuts[-1].end() :], sites, url):
        return title[: cuts[-1].start()].strip()
    if cuts and _names(title[: cuts[0].start()], sites, url):
        return title[cuts[0].end() :].strip()
    return title


def _names(piece: str, sites: tuple[str, ...], url: str) -> bool:
    """Whether a piece of a title is the site's name, in its own words or its host's."""
    said = _plain(piece)
    if not said or said in map(_plain, sites):
        return True
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    labels = [label for label in host.split(".")[:-1] if label != "www"]
    own = labels[1:] if len(labels) > 1 else labels  # one below may be named after what it shows
    pieces = (piece for label in own for piece in label.split("-"))
    return len(said) > 2 and said in {_plain(host), *map(_plain, own), *pieces} - _OF_ADDRESSES


def _plain(text: str) -> str:
    return _PLAIN.sub("", text).lower()
