"""Tonight: the agenda of a crawl, and what it has seen so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from crawler.clock import Clock
from crawler.errors import UsageProblem
from crawler.expected import names_of_links
from crawler.hosts import host_of
from crawler.lists.source import ReadList
from crawler.memory.due import Known, due
from crawler.memory.patience import SLACK
from crawler.metadata.found import Description, Payload, describe, merged
from crawler.net.urls import askable
from crawler.net.validators import Validators
from crawler.settings import CrawlSettings
from crawler.store.journal import Journal, Look, Unfinished
from crawler.store.payloads import Payloads
from crawler.store.remembered import Remembered
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import SPEAKS
from crawler.watcher import Watcher

RECORD_EVERY = timedelta(days=7)
"""A register is asked what it knows so often; its data sets change more seldom still."""


class Tonight:
    """The agenda of a night; every look is in the journal the moment it is made.

    With `strict`, a list that cannot be read stops the night before it begins.
    """

    def __init__(
        self,
        begin: Callable[[], Unfinished],
        remembered: Mapping[str, Remembered],
        journal: Journal,
        kept: Payloads,
        settings: CrawlSettings,
        clock: Clock,
        watcher: Watcher,
        *,
        strict: bool,
    ) -> None:
        self._begin = begin
        self._journal = journal
        self._kept = kept
        self._payloads: defaultdict[str, list[Payload]] = defaultdict(list)
        self._settings = settings
        self._clock = clock
        self._watcher = watcher
        self._strict = strict
        self.remembered = remembered
        self.over = False
        self.number = 0
        self.looks: dict[str, Look] = {}
        self.lists: Sequence[ReadList] = ()
        self._expected: Mapping[str, tuple[str, ...]] = {}

    def links(self, lists: Sequence[ReadList]) -> Sequence[str]:
        """Begin the night: the distinct links of all lists that are due and still need a look."""
        self.lists = lists
        unreadable = [read for read in lists if read.error]
        if unreadable and (self._strict or len(unreadable) == len(lists)):
            raise UsageProblem(f"{unreadable[0].source.location}: {unreadable[0].error}")
        self._watcher.lists_read(lists)
        begun = self._begin()
        self.number = begun.night
        self.looks = {look.url: look for look in begun.looks}
        titles = {url: known.title for url, known in self.remembered.items() if known.title}
        self._expected = names_of_links(lists, titles)
        links = dict.fromkeys(link for read in lists for link in read.links())
        waiting = self._due([link for link in links if link not in self.looks])
        done = len(links.keys() & self.looks.keys())
        self._watcher.begins(done + len(waiting), done)
        return waiting

    def _due(self, links: Iterable[str]) -> Sequence[str]:
        settings = self._settings
        known = map(self._known, links)
        wanted = [link for link in known if not settings.only or link.state in settings.only]
        return due(
            wanted,
            self._clock.now(),
            budget=settings.budget or None,
            host_budget=settings.host_budget or None,
            spent=[self._known(link).host for link in self.looks],
        )

    def _known(self, link: str) -> Known:
        remembered = self.remembered.get(link)
        return remembered.known if remembered else Known(link, host_of(link) or "")

    def expected(self, link: str) -> tuple[str, ...]:
        """What this link was for."""
        return self._expected.get(link, ())

    def validators(self, link: str) -> Validators | None:
        """What this link's page was known by when it was last well.

        Where redirects lead to it they are followed anew: they are what may have changed.
        """
        known = self.remembered.get(link)
        if known is None or not known.may_be_unchanged:
            return None
        return Validators(askable(link), known.etag, known.last_modified)

    def hangs(self, link: str) -> bool:
        """Whether this link let us wait in vain the last time."""
        known = self.remembered.get(link)
        return known is not None and known.hangs

    def wants_record(self, link: str) -> bool:
        """Whether the register of this link's host is to be asked what it knows of it tonight."""
        known = self.remembered.get(link)
        asked = known.described if known else None
        return asked is None or self._clock.now() - asked >= RECORD_EVERY - SLACK

    def tell(self, payload: Payload) -> None:
        """Take note of an answer that may say what the data set is."""
        self._payloads[payload.link].append(payload)

    def keep(self, seen: Evidence) -> None:
        """Write a look down; what is seen while the night is being broken off does not count."""
        payloads = self._payloads.pop(seen.url, [])
        if self.over:
            return
        described = self._described(payloads) if judge(seen).reason.verdict in SPEAKS else ()
        look = Look(seen.url, self._clock.now(), seen, described)
        self.looks[look.url] = look
        self._journal.keep(look)
        self._watcher.looked(judge(seen).reason.verdict)

    def _described(self, payloads: Sequence[Payload]) -> tuple[Description, ...]:
        """What the last answers of each kind say; they are kept as they came."""
        latest = {(payload.of, payload.address): payload for payload in payloads}
        for payload in latest.values():
            self._kept.keep(payload)
        return merged(map(describe, latest.values()))

    def wait(self, seconds: float, links: int) -> None:
        """Tell the watcher what is waited for."""
        self._watcher.waits(seconds, links)
