"""Events, written down as they became: each is a difference of one night."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from crawler.memory.events import Event
from crawler.store.text import storable


def write_events(db: Database, night: int, events: Iterable[Event], **about: int) -> None:
    """Write events about one link, host, list or entry, named by its table's word."""
    ((table, number),) = about.items()
    insert = (
        f"INSERT INTO events (night, {table}, kind, severity, before, after) "  # noqa: S608 - a word of ours
        "VALUES (?, ?, ?, ?, ?, ?)"
    )
    for event in events:
        before, after = (text and storable(text) for text in (event.before, event.after))
        db.execute(insert, [night, number, event.kind, event.severity, before, after])
