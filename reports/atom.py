"""The report as an Atom feed (RFC 4287): an entry for each event of the night."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from reports import links, sentences
from reports.escape import clickable
from reports.model import Change, Report
from reports.tree import add, document, root

_ATOM = "http://www.w3.org/2005/Atom"


def render(report: Report) -> str:
    """The whole feed. It is as old as its night, however often it is written."""
    feed = root("feed", {"xmlns": _ATOM})
    add(feed, "id", _id("feed", *(row.location for row in report.lists)))
    add(feed, "title", "linkvitals: what changed")
    add(feed, "subtitle", f"{sentences.headline(report)} {sentences.in_numbers(report)}")
    add(feed, "updated", report.night.finished or report.night.started)
    add(add(feed, "author"), "name", "linkvitals")
    add(feed, "generator", "linkvitals", {"version": report.night.version})
    for change in report.changes:
        _entry(feed, change)
    return document(feed)


def _entry(feed: Element, change: Change) -> None:
    event, link = change.event, change.link
    about = link.url if link else event.subject or ""
    told = f"{links.subject(change)} {sentences.happened(change)}"
    entry = add(feed, "entry")
    add(entry, "id", _id("event", event.night_started, str(event.id), event.kind, about))
    add(entry, "title", told)
    add(entry, "published", event.night_started)
    add(entry, "updated", event.night_started)
    for word in (event.kind, event.severity):
        add(entry, "category", attributes={"term": word})
    if link and (address := clickable(link.url)):
        add(entry, "link", attributes={"rel": "related", "href": address})
    add(entry, "content", _content(change, told), {"type": "text"})


def _content(change: Change, told: str) -> str:
    """The sentence of the title, then what was seen, what to do and where."""
    if change.link is None:
        return f"{told}."
    where, more = links.places(change.link)
    places = " ".join(filter(None, [", ".join(where), more]))
    return f"{told}. {links.evidence(change.link)} {links.advice(change.link)} {places}"


def _id(*parts: str) -> str:
    """The same for the same parts, for ever, and on every machine."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _named(parts))}"


def _named(parts: Iterable[str]) -> str:
    return json.dumps(["linkvitals", *parts])
