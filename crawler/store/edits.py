"""A list's entries before and after it was written: what its keeper changed becomes events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlite_utils import Database

from crawler.memory.edits import Listed, edits
from crawler.store.events import write_events


def listed(db: Database, number: int) -> Mapping[int, Listed]:
    """The entries that stand in this list now, with their addresses."""
    names: dict[int, str] = {}
    urls: defaultdict[int, set[str]] = defaultdict(set)
    for entry, name, url in db.execute(
        "SELECT entries.id, entries.name, links.url FROM entries "
        "LEFT JOIN mentions ON mentions.entry = entries.id AND mentions.present = 1 "
        "LEFT JOIN links ON links.id = mentions.link "
        "WHERE entries.list = ? AND entries.present = 1",
        [number],
    ):
        names[entry] = name
        urls[entry] |= {url} if url else set()
    return {entry: Listed(name, frozenset(urls[entry])) for entry, name in names.items()}


def write_edits(db: Database, night: int, number: int, before: Mapping[int, Listed]) -> None:
    """Tell what became different in this list since it stood like that."""
    for edit in edits(before, listed(db, number)):
        about = {"list": number} if edit.entry is None else {"entry": edit.entry}
        write_events(db, night, [edit.event], **about)
