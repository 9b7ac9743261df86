"""One night, from the lists to the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from crawler.clock import Clock
from crawler.errors import NightInterrupted
from crawler.glances import glances
from crawler.lists.source import ReadList, Source
from crawler.memory.doubt import doubt
from crawler.settings import CrawlSettings
from crawler.spiders.online import Offline
from crawler.store.database import open_for_writing
from crawler.store.journal import Journal, Look, Unfinished
from crawler.store.nights import Outcome, begin_night, end_night, is_open, nights_before
from crawler.store.payloads import Payloads
from crawler.store.remembered import Remembered, remembered
from crawler.tonight import Tonight
from crawler.walk import walk
from crawler.watcher import Watcher
from crawler.words import count

SAME_NIGHT = timedelta(hours=20)
"""A night that was interrupted less than this ago is gone on with, not begun anew."""


class Result(NamedTuple):
    """How a night went; `void` says why nothing of it is believed."""

    night: int
    void: str | None
    counts: Counter[str]
    lists: Sequence[ReadList]


def run_night(
    sources: Sequence[Source],
    settings: CrawlSettings,
    *,
    database: Path,
    clock: Clock,
    watcher: Watcher,
    strict: bool = False,
) -> Result:
    """Crawl one night and write it down; an interrupted night is gone on with.

    Killed at any moment, the database is as it was before and the journal knows every look made.
    With `strict`, a list that cannot be read stops the night before it begins; otherwise its
    neighbours are still crawled.
    """
    db = open_for_writing(database)
    try:
        with Journal(database) as journal, Payloads(database) as kept:
            left = _left_behind(db, journal, clock)
            tonight = Tonight(
                lambda: left or _begun(db, journal, settings, clock.now()),
                remembered(db),
                journal,
                kept,
                settings,
                clock,
                watcher,
                strict=strict,
            )
            why = _walked(tonight, sources, settings) or _doubted(
                db, tonight.number, tonight.looks.values(), tonight.remembered, clock
            )
            counts = end_night(
                db,
                tonight.number,
                Outcome.VOID if why else Outcome.COMPLETE,
                lists=tonight.lists,
                looks=tonight.looks.values(),
                now=clock.now(),
                why=why,
            )
            journal.end()
            return Result(tonight.number, why, counts, tonight.lists)
    finally:
        db.close()


def _left_behind(db: Database, journal: Journal, clock: Clock) -> Unfinished | None:
    """The night to go on with, if one was interrupted a while ago.

    What a night interrupted long ago has seen is written down as that night's, if it can be
    believed.
    """
    before, now = journal.unfinished(), clock.now()
    if before is None or not is_open(db, before.night, before.started):
        return None
    if abs(now - before.started) < SAME_NIGHT:
        return before
    why = _doubted(db, before.night, before.looks, remembered(db), clock)
    end_night(
        db,
        before.night,
        Outcome.VOID if why else Outcome.INTERRUPTED,
        lists=(),
        looks=before.looks,
        now=max((look.at for look in before.looks), default=before.started),
        why=why,
    )
    return None


def _begun(db: Database, journal: Journal, settings: CrawlSettings, now: datetime) -> Unfinished:
    """A new night."""
    number = begin_night(db, now, settings.to_json())
    journal.begin(number, now)
    return Unfinished(number, now, ())


def _walked(tonight: Tonight, sources: Sequence[Source], settings: CrawlSettings) -> str | None:
    """Walk; why the night is void if it is, and if told to stop, how far it came."""
    try:
        walk(tonight, sources, settings)
    except Offline as offline:
        return str(offline)
    except KeyboardInterrupt as stop:
        raise NightInterrupted(
            f"interrupted: {count(len(tonight.looks), 'link')} looked at; "
            "run the same command again to go on"
        ) from stop
    return None


def _doubted(
    db: Database,
    night: int,
    looks: Iterable[Look],
    known: Mapping[str, Remembered],
    clock: Clock,
) -> str | None:
    """Why what a night saw cannot be believed; None if it can."""
    before = nights_before(db, night)
    seen = glances(looks, known, clock_is_real=clock.is_real)
    return doubt([*seen], doubted=before.doubted, last_night=before.last)
