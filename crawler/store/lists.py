"""What the lists say tonight, written down: only what became different is touched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from crawler.clock import to_text
from crawler.hosts import host_of
from crawler.lists.address import same_link
from crawler.lists.mention import Entry, Mention, Reading
from crawler.lists.source import ReadList
from crawler.memory.events import Event, Kind
from crawler.store.edits import listed, write_edits
from crawler.store.events import write_events
from crawler.store.text import storable

SECTIONS = " > "


class Written(NamedTuple):
    """A list that was written: its row number, and whether it says something new."""

    number: int
    changed: bool


def write_list(db: Database, read: ReadList, night: int, now: datetime) -> Written:
    """Bring the tables up to date with one list; an unreadable list only has its error noted."""
    number, known_hash = _list_row(db, read)
    if read.reading is None:
        _note_error(db, night, number, storable(read.error or ""))
        return Written(number, changed=False)
    changed = read.hash != known_hash
    if changed:
        before = listed(db, number)
        entries = _write_entries(db, number, read.reading)
        _write_mentions(db, number, read.reading, entries, now)
        if known_hash:
            write_edits(db, night, number, before)
    _save(db, "lists", number, {"hash": read.hash, "read_at": to_text(now), "error": None})
    return Written(number, changed)


def _note_error(db: Database, night: int, number: int, error: str) -> None:
    """A list that cannot be read is told of once; nothing is concluded of its links."""
    (known,) = db.execute("SELECT error FROM lists WHERE id = ?", [number]).fetchone()
    if known is None:
        write_events(db, night, [Event(Kind.LIST_UNREADABLE, None, error)], list=number)
    _save(db, "lists", number, {"error": error})


def entry_numbers(db: Database, number: int, reading: Reading) -> list[int]:
    """The row numbers of a list's entries as they were written, in the reading's order."""
    rows = _entry_rows(db, number, present=True)
    found = [rows.take((storable(e.name), section_text(e.section))) for e in reading.entries]
    return [row for row in found if row is not None]


def section_text(section: Iterable[str]) -> str | None:
    """A section's path on one line, as it stands in the database and in machine output."""
    return storable(SECTIONS.join(section)) or None


def _list_row(db: Database, read: ReadList) -> tuple[int, str | None]:
    """The row of this list: the same place, else the same name at another place, else a new row."""
    source = read.source
    values = {
        "name": storable(source.name),
        "location": storable(source.location),
        "kind": source.kind.value,
    }
    row = db.execute(
        "SELECT id, hash, name FROM lists WHERE location = :location OR name = :name "
        "ORDER BY location = :location DESC",
        values,
    ).fetchone()
    if row is None:
        return _save(db, "lists", None, values), None
    if _has_another(db, values["name"], row[0]):
        values["name"] = row[2]
    return _save(db, "lists", row[0], values), row[1]


def _has_another(db: Database, name: str, number: int) -> bool:
    """Whether another list than this one has the name: two lists may have changed places."""
    row = db.execute("SELECT 1 FROM lists WHERE name = ? AND id <> ?", [name, number]).fetchone()
    return row is not None


class _Rows:
    """The rows of one list that stand in the database, to be found again by what they say.

    Equal rows are told apart by their order, so that moving a paragraph moves its rows with it.
    """

    def __init__(self, rows: Iterable[tuple[int, Hashable]]) -> None:
        self._ids: dict[tuple[Hashable, int], int] = {}
        self._taken: Counter[Hashable] = Counter()
        seen: Counter[Hashable] = Counter()
        for number, key in rows:
            self._ids[key, seen[key]] = number
            seen[key] += 1

    def take(self, key: Hashable) -> int | None:
        """The next row that says this, if there is one left."""
        self._taken[key] += 1
        return self._ids.pop((key, self._taken[key] - 1), None)

    def left(self) -> list[int]:
        """The rows that the list no longer has."""
        return list(self._ids.values())


def _write_entries(db: Database, number: int, reading: Reading) -> list[int]:
    """Write the entries; their row numbers, in the reading's order."""
    rows = _entry_rows(db, number, present=False)
    numbers: list[int] = []
    for entry in reading.entries:
        values = _entry_values(entry, numbers)
        row = rows.take((values["name"], values["section"]))
        numbers.append(_save(db, "entries", row, values | {"list": number}))
    _no_longer_there(db, "entries", rows.left())
    return numbers


def _entry_rows(db: Database, number: int, *, present: bool) -> _Rows:
    """The rows of a list's entries: those that still stand there, or all there ever were."""
    rows = db.execute(
        "SELECT id, name, section FROM entries WHERE list = ? AND present >= ? ORDER BY id",
        [number, present],
    )
    return _Rows((row, (name, section)) for row, name, section in rows)


def _entry_values(entry: Entry, numbers: list[int]) -> dict[str, Any]:
    return {
        "parent": None if entry.parent is None else numbers[entry.parent],
        "name": storable(entry.name),
        "section": section_text(entry.section),
        "line": entry.line,
        "kind": entry.kind.value,
        "access": storable(entry.access or "") or None,
        "present": 1,
    }


def _write_mentions(
    db: Database, number: int, reading: Reading, entries: list[int], now: datetime
) -> None:
    links = _link_rows(db, reading.mentions, now)
    rows = _Rows(
        (row[0], (row[1], row[2]))
        for row in db.execute(
            "SELECT id, link, raw FROM mentions WHERE list = ? ORDER BY id", [number]
        )
    )
    for mention in reading.mentions:
        link, raw = links[_address(mention)], storable(mention.raw)
        values = {
            "link": link,
            "list": number,
            "entry": None if mention.entry is None else entries[mention.entry],
            "line": mention.line,
            "column": mention.column,
            "text": storable(mention.text) or None,
            "raw": raw,
            "repair": mention.repair,
            "role": mention.role.value,
            "present": 1,
        }
        _save(db, "mentions", rows.take((link, raw)), values)
    _no_longer_there(db, "mentions", rows.left())


def _link_rows(db: Database, mentions: Iterable[Mention], now: datetime) -> dict[str, int]:
    """The row number of each link mentioned; a row is made for those never seen before."""
    urls = list(dict.fromkeys(map(_address, mentions)))
    db.conn.executemany(
        "INSERT INTO links (url, host, first_seen) VALUES (?, ?, ?) ON CONFLICT (url) DO NOTHING",
        [(url, host_of(url), to_text(now)) for url in urls],
    )
    hosts = {host for url in urls if (host := host_of(url))}
    db.conn.executemany(
        "INSERT INTO hosts (name) VALUES (?) ON CONFLICT (name) DO NOTHING",
        [(host,) for host in sorted(hosts)],
    )
    rows = db.execute(
        "SELECT url, id FROM links WHERE url IN (SELECT value FROM json_each(?))",
        [json.dumps(urls)],
    )
    return dict(rows.fetchall())


def _address(mention: Mention) -> str:
    """The address a link is known by."""
    return storable(same_link(mention.url))


def _save(db: Database, table: str, row: int | None, values: dict[str, Any]) -> int:
    """Insert a row, or bring the row of that number up to date."""
    names = [f'"{name}"' for name in values]
    if row is None:
        marks = ", ".join("?" * len(names))
        insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of ours
        return int(db.execute(insert, list(values.values())).lastrowid or 0)
    changes = ", ".join(f"{name} = ?" for name in names)
    update = f"UPDATE {table} SET {changes} WHERE id = ?"  # noqa: S608 - names of ours
    db.execute(update, [*values.values(), row])
    return row


def _no_longer_there(db: Database, table: str, numbers: list[int]) -> None:
    for number in numbers:
        _save(db, table, number, {"present": 0})
