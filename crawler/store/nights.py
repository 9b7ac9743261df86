"""Nights: begun with one small transaction, ended with one large one, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from sqlite_utils import Database

from crawler import __version__
from crawler.clock import from_text, to_text
from crawler.errors import UsageProblem
from crawler.lists.source import ReadList
from crawler.memory.state import APART
from crawler.store.contradictions import write_contradictions
from crawler.store.journal import Look
from crawler.store.lists import write_list
from crawler.store.looks import write_looks
from crawler.store.mutes import spread_mutes
from crawler.store.twins import write_twins

_RECENT = 8
"""So many nights tell how often this machine crawls."""


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
    why: str | None = None,
) -> Counter[str]:
    """Write all that a night saw, in one transaction; how many looks led to which verdict.

    Of a void night nothing is believed: only its own row tells that it was tried, and `why` it
    is void.
    """
    counts: Counter[str] = Counter()
    with _whole(db, night):
        if outcome is not Outcome.VOID:
            _write_lists(db, night, lists, now)
            spread_mutes(db, now)
            counts = write_looks(db, night, looks, _rhythm(db, night))
            write_contradictions(db, night)
        db.execute(
            "UPDATE nights SET finished = ?, outcome = ?, counts = ?, why = ? WHERE id = ?",
            [to_text(now), outcome.value, json.dumps(counts, sort_keys=True), why, night],
        )
    return counts


class Before(NamedTuple):
    """The nights before one: when the last that counts began, and how many were void since.

    A void night that was tried again and again is one.
    """

    last: datetime | None
    doubted: int


def nights_before(db: Database, night: int) -> Before:
    """What went before this night."""
    tonight, *earlier = [
        (from_text(started), outcome)
        for started, outcome in db.execute(
            "SELECT started, outcome FROM nights WHERE id <= ? ORDER BY id DESC", [night]
        )
    ]
    later, doubted = tonight[0], 0
    for started, outcome in earlier:
        if outcome != Outcome.VOID.value:
            return Before(started, doubted)
        if abs(later - started) >= APART:
            later, doubted = started, doubted + 1
    return Before(None, doubted)


def _rhythm(db: Database, night: int) -> timedelta:
    """How long it usually was from one night to the next, before this one."""
    started = [
        from_text(text)
        for (text,) in db.execute(
            "SELECT started FROM nights WHERE outcome <> ? AND id < ? ORDER BY id DESC LIMIT ?",
            [Outcome.VOID.value, night, _RECENT],
        )
    ]
    pauses = [(later - earlier).total_seconds() for later, earlier in pairwise(started)]
    return timedelta(seconds=median(pauses)) if pauses else timedelta(days=1)


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


def _write_lists(db: Database, night: int, lists: Sequence[ReadList], now: datetime) -> None:
    written = [(write_list(db, read, night, now), read.reading) for read in lists]
    if any(row.changed for row, _ in written):
        write_twins(db, [(row.number, reading) for row, reading in written if reading])
