"""Items: an entry of a list with its health and what is known of it, ready for any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.export.facts import Facts

_NOTHING_KNOWN = Facts()
_HELD_AS_DATA = ("dataset", "challenge")


@dataclass(frozen=True, slots=True)
class Health:
    """How the data link of an entry is, and what it is to the entry."""

    url: str
    role: str
    state: str
    since: str | None = None
    verdict: str | None = None
    reason: str | None = None
    last_checked: str | None = None
    last_ok: str | None = None
    uptime_30d: float | None = None

    @property
    def is_dead(self) -> bool:
        """Whether the link is believed to be gone for good."""
        return self.state == "dead"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its place, the list's own words, its health and its facts.

    `access` is what the list says of access; `facts` is what the page and its host say.
    """

    number: int
    list: str
    line: int
    name: str
    kind: str
    section: str | None = None
    access: str | None = None
    parent: int | None = None
    health: Health | None = None
    facts: Facts = _NOTHING_KNOWN

    @property
    def is_data(self) -> bool:
        """Whether formats for data sets have a place for it: a data set or a challenge."""
        return self.kind in _HELD_AS_DATA

    @property
    def title(self) -> str:
        """What it calls itself, else what the list calls it."""
        return self.facts.title or self.name


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All entries that stand in the lists, read once, data sets and challenges first.

    `modified` is the end of the last night whose looks are in it.
    """

    lists: tuple[str, ...]
    modified: str | None
    items: Iterator[Item]
