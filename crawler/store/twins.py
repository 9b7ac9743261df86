"""Which entries are the same data set, written down; only what became different is touched."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from crawler.lists.mention import Reading
from crawler.lists.twins import twins
from crawler.store.lists import entry_numbers
from crawler.store.text import storable

Row = tuple[int, str, str]


def write_twins(db: Database, lists: Sequence[tuple[int, Reading]]) -> None:
    """Bring the twins among these lists up to date; each list comes with its row number."""
    numbers = [entry_numbers(db, number, reading) for number, reading in lists]
    wanted = {
        (numbers[place][entry], group.reason, storable(group.value))
        for group in twins([reading for _, reading in lists])
        for place, entry in group.members
    }
    known = _known(db, [number for number, _ in lists])
    db.conn.executemany(
        "DELETE FROM twins WHERE entry = ? AND reason = ? AND value = ?", sorted(known - wanted)
    )
    db.conn.executemany(
        "INSERT INTO twins (entry, reason, value) VALUES (?, ?, ?)", sorted(wanted - known)
    )


def _known(db: Database, lists: Sequence[int]) -> set[Row]:
    return {
        row
        for number in lists
        for row in db.execute(
            "SELECT twins.entry, twins.reason, twins.value FROM twins "
            "JOIN entries ON entries.id = twins.entry WHERE entries.list = ?",
            [number],
        )
    }
