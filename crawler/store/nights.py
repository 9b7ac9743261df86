"""Nights: begun with one small transaction, ended with one large one, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from crawler import __version__
from crawler.clock import to_text
from crawler.errors import UsageProblem
from crawler.lists.source import ReadList
from crawler.store.journal import Look
from crawler.store.lists import write_list
from crawler.store.looks import write_looks
from crawler.store.twins import write_twins


class Outcome(StrEnum):
    """How a night ended."""

    COMPLETE = "complete"
    VOID = "void"
    INTERRUPTED = "interrupted"


def begin_night(db: Database, started: datetime, settings: Mapping[str, Any]) -> int:
    """Note that a night has begun; until it ends it counts as interrupted."""
    with db.atomic():
        cursor = db.execute(
            "INSERT INTO nights (started, outcome, version, settings) VALUES (?, ?, ?, ?)",
            [
                to_text(started),
                Outcome.INTERRUPTED.value,
                __version__,
                json.dumps(settings, sort_keys=True),
            ],
        )
    return int(cursor.lastrowid or 0)


def is_open(db: Database, night: int, started: datetime) -> bool:
    """Whether this night was begun in this database and is not over.

    A journal may outlive its night (killed between the two), or its database (removed, restored).
    """
    row = db.execute(
        "SELECT 1 FROM nights WHERE id = ? AND started = ? AND finished IS NULL",
        [night, to_text(started)],
    ).fetchone()
    return row is not None


def end_night(
    db: Database,
    night: int,
    outcome: Outcome,
    *,
    lists: Sequence[ReadList],
    looks: Iterable[Look],
    now: datetime,
) -> Counter[str]:
    """Write all that a night saw, in one transaction; how many looks led to which verdict.

    Of a void night nothing is believed: only its own row tells that it was tried.
    """
    counts: Counter[str] = Counter()
    with _whole(db, night):
        if outcome is not Outcome.VOID:
            _write_lists(db, lists, now)
            counts = write_looks(db, night, looks)
        db.execute(
            "UPDATE nights SET finished = ?, outcome = ?, counts = ? WHERE id = ?",
            [to_text(now), outcome.value, json.dumps(counts, sort_keys=True), night],
        )
    return counts


@contextmanager
def _whole(db: Database, night: int) -> Iterator[None]:
    """One transaction; if it cannot be written, that is said in a line and nothing is."""
    try:
        with db.atomic():
            yield
    except sqlite3.DatabaseError as error:
        raise UsageProblem(
            f"night {night} cannot be written: {error}; its looks are kept, "
            "run the same command again when this is mended"
        ) from error


def _write_lists(db: Database, lists: Sequence[ReadList], now: datetime) -> None:
    written = [(write_list(db, read, now), read.reading) for read in lists]
    if any(row.changed for row, _ in written):
        write_twins(db, [(row.number, reading) for row, reading in written if reading])
