"""One night, from the lists to the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from crawler.clock import Clock
from crawler.errors import NightInterrupted, UsageProblem
from crawler.expected import names_of_links
from crawler.lists.source import ReadList, Source
from crawler.settings import CrawlSettings
from crawler.spiders.online import Offline
from crawler.store.database import open_for_writing
from crawler.store.journal import Journal, Look, Unfinished
from crawler.store.nights import Outcome, begin_night, end_night, is_open
from crawler.store.reader import Reader
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge
from crawler.walk import walk
from crawler.watcher import Watcher
from crawler.words import count

SAME_NIGHT = timedelta(hours=20)
"""A night that was interrupted less than this ago is gone on with, not begun anew."""


class Result(NamedTuple):
    """How a night went."""

    night: int
    outcome: Outcome
    counts: Counter[str]
    lists: Sequence[ReadList]


class Night:
    """What tonight has seen so far; every look is in the journal the moment it is made."""

    def __init__(
        self,
        begin: Callable[[], Unfinished],
        titles: Callable[[], Mapping[str, str]],
        journal: Journal,
        clock: Clock,
        watcher: Watcher,
        *,
        strict: bool,
    ) -> None:
        self._begin = begin
        self._titles = titles
        self._journal = journal
        self._clock = clock
        self._watcher = watcher
        self._strict = strict
        self.over = False
        self.number = 0
        self.looks: dict[str, Look] = {}
        self.lists: Sequence[ReadList] = ()
        self._expected: Mapping[str, tuple[str, ...]] = {}

    def links(self, lists: Sequence[ReadList]) -> Sequence[str]:
        """Begin the night: the distinct links of all lists that still need a look."""
        self.lists = lists
        unreadable = [read for read in lists if read.error]
        if unreadable and (self._strict or len(unreadable) == len(lists)):
            raise UsageProblem(f"{unreadable[0].source.location}: {unreadable[0].error}")
        self._watcher.lists_read(lists)
        begun = self._begin()
        self.number = begun.night
        self.looks = {look.url: look for look in begun.looks}
        self._expected = names_of_links(lists, self._titles())
        links = list(dict.fromkeys(link for read in lists for link in read.links()))
        waiting = [link for link in links if link not in self.looks]
        self._watcher.begins(len(links), len(links) - len(waiting))
        return waiting

    def expected(self, link: str) -> tuple[str, ...]:
        """What this link was for."""
        return self._expected.get(link, ())

    def keep(self, seen: Evidence) -> None:
        """Write a look down; what is seen while the night is being broken off does not count."""
        if self.over:
            return
        look = Look(seen.url, self._clock.now(), seen)
        self.looks[look.url] = look
        self._journal.keep(look)
        self._watcher.looked(judge(seen).reason.verdict)

    def wait(self, seconds: float, links: int) -> None:
        """Tell the watcher what is waited for."""
        self._watcher.waits(seconds, links)


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
        with Journal(database) as journal:
            night = Night(
                lambda: _begun(db, journal, settings, clock.now()),
                Reader(db).titles,
                journal,
                clock,
                watcher,
                strict=strict,
            )
            outcome = _walked(night, sources, settings)
            counts = end_night(
                db,
                night.number,
                outcome,
                lists=night.lists,
                looks=night.looks.values(),
                now=clock.now(),
            )
            journal.end()
            return Result(night.number, outcome, counts, night.lists)
    finally:
        db.close()


def _begun(db: Database, journal: Journal, settings: CrawlSettings, now: datetime) -> Unfinished:
    """Tonight: the night that was interrupted a while ago, else a new one.

    What a night interrupted long ago has seen is written down first, as that night's.
    """
    before = journal.unfinished()
    if before and not is_open(db, before.night, before.started):
        before = None
    if before and now - before.started < SAME_NIGHT:
        return before
    if before:
        end_night(
            db,
            before.night,
            Outcome.INTERRUPTED,
            lists=(),
            looks=before.looks,
            now=max(look.at for look in before.looks) if before.looks else before.started,
        )
    number = begin_night(db, now, settings.to_json())
    journal.begin(number, now)
    return Unfinished(number, now, ())


def _walked(night: Night, sources: Sequence[Source], settings: CrawlSettings) -> Outcome:
    """Walk; void if this machine turns out to be offline, and if told to stop, how far it came."""
    try:
        walk(night, sources, settings)
    except Offline:
        return Outcome.VOID
    except KeyboardInterrupt as stop:
        raise NightInterrupted(
            f"interrupted: {count(len(night.looks), 'link')} looked at; "
            "run the same command again to go on"
        ) from stop
    return Outcome.COMPLETE
