"""The spider: one night's walk from the lists over their links to the looks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol, cast

from scrapy import Spider

from crawler.hosts import host_of
from crawler.lists.source import ReadList, Source
from crawler.metadata.found import Payload
from crawler.net.exchange import OURS, Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.handler import AnswerResponse, Gets, request_for
from crawler.net.manners import OTHER_HEADERS
from crawler.net.names import Names
from crawler.net.posting import Posting
from crawler.net.retry_after import WORTH_WAITING, seconds_to_wait
from crawler.net.second import THEIRS, SecondClient
from crawler.net.validators import Validators
from crawler.net.wire import Headers
from crawler.settings import CrawlSettings
from crawler.spiders.chain import Fetch
from crawler.spiders.lanes import LeaveAlone, Work, in_lanes
from crawler.spiders.lists import Lists
from crawler.spiders.look import Looker
from crawler.spiders.online import Online
from crawler.spiders.probe import random_letters
from crawler.spiders.records import Records
from crawler.spiders.respite import Respite
from crawler.verdicts.evidence import Evidence, Fault
from crawler.verdicts.rules import judge
from crawler.verdicts.second import combine
from crawler.verdicts.verdict import BAD


class Agenda(Protocol):
    """What the spider asks of the night it walks through.

    Once it is `over`, what is still seen is that of connections hung up on, and not to be kept.
    """

    over: bool

    def links(self, lists: Sequence[ReadList]) -> Sequence[str]:
        """The links to look at, now that the lists are read."""
        ...

    def expected(self, link: str) -> tuple[str, ...]:
        """What this link was for: its names in the lists and the title it had when it was well."""
        ...

    def validators(self, link: str) -> Validators | None:
        """What this link's page was known by when it was last well."""
        ...

    def hangs(self, link: str) -> bool:
        """Whether this link let us wait in vain the last time: such links come first."""
        ...

    def wants_record(self, link: str) -> bool:
        """Whether the register of this link's host is to be asked what it knows of it."""
        ...

    def tell(self, payload: Payload) -> None:
        """Take note of an answer that may say what the data set is."""
        ...

    def keep(self, seen: Evidence) -> None:
        """Keep what a look saw: the last word on this link tonight."""
        ...

    def wait(self, seconds: float, links: int) -> None:
        """The second look at so many links is due in so many seconds."""
        ...


class NightSpider(Spider):
    """Reads the lists, looks at every link, and looks again at what seemed to fail."""

    name = "night"

    def __init__(
        self,
        *,
        client: Gets,
        second: SecondClient,
        names: Names,
        settings_of_night: CrawlSettings,
        sources: Sequence[Source],
        agenda: Agenda,
        walked: asyncio.Future[Exception | None],
    ) -> None:
        super().__init__()
        self._client = client
        self._second = second
        self._walked = walked
        self._names = names
        self._settings = settings_of_night
        self._sources = sources
        self._agenda = agenda
        self._online = Online(self._canary, settings_of_night.canaries)
        self._respite = Respite(asyncio.get_running_loop().time)
        self._again: dict[str, Evidence] = {}

    async def start(self) -> AsyncIterator[Any]:
        """Walk the whole night and say in `walked` how it went.

        Scrapy's engine keeps the distances; there is nothing for its scheduler to do.
        """
        try:
            await self._walk()
            self._walked.set_result(None)
        except Exception as trouble:
            self._walked.set_result(_innermost(trouble))
        nothing_to_schedule: tuple[Any, ...] = ()
        for request in nothing_to_schedule:
            yield request

    async def _walk(self) -> None:
        lists = Lists(self._fetch, verbatim=self._settings.verbatim)
        read = await asyncio.gather(*map(lists.read, self._sources))
        links = self._agenda.links(read)
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(self._online.watch())
            await self._look_at(links)
            await self._online.confirm()
            watch.cancel()
        await self._look_again()

    async def _look_at(self, links: Sequence[str]) -> None:
        """The first look at each of these links; at once again where the connection dropped."""
        looker = self._looker(self._fetch, validators=self._agenda.validators)

        async def work(link: str) -> Evidence:
            seen = await looker.look(link)
            if seen.fault is Fault.RESET:
                seen = combine(seen, await looker.look(link))
            self._note(seen)
            return seen

        await self._in_lanes(links, work, self._note)

    def _note(self, seen: Evidence) -> None:
        """Keep what was seen; but nobody is called failing or gone, or left alone, on one try."""
        wait = seconds_to_wait(seen.status, dict(seen.headers))
        if wait is not None:
            later = wait <= WORTH_WAITING
        else:
            later = judge(seen).reason.verdict in BAD or seen.fault is Fault.HOST_SILENT
        if later:
            self._again[seen.url] = _not_asked(seen)
        else:
            self._agenda.keep(seen)

    async def _look_again(self) -> None:
        """The second look, after a while.

        Hosts that asked to be left alone longer come last, and those whose time has not come even
        then are left for tomorrow.
        """
        if not self._again:
            return
        self._agenda.wait(self._settings.second_look, len(self._again))
        await asyncio.sleep(self._settings.second_look)
        self._names.forget_failures()
        self._respite.forget_silences()
        fetch = partial(self._fetch, client=self._second)
        looker = self._looker(fetch, other=(), client=THEIRS)
        for _ in range(2):
            await self._second_looks(looker, [*filter(self._may_be_asked, self._again)])
        for seen in self._again.values():
            self._agenda.keep(seen)

    def _may_be_asked(self, link: str) -> bool:
        return not self._respite.left(host_of(self._again[link].final_url) or "")

    async def _second_looks(self, looker: Looker, links: Sequence[str]) -> None:
        """The second look at each of these links, which is the last word on it tonight."""

        async def work(link: str) -> Evidence:
            seen = await looker.look(link)
            if not self._again[link].tries and judge(seen).reason.verdict in BAD:
                seen = combine(seen, await looker.look(link))
            keep(seen)
            return seen

        def keep(seen: Evidence) -> None:
            self._agenda.keep(combine(self._again.pop(seen.url), _not_asked(seen)))

        await self._in_lanes(links, work, keep)

    async def _in_lanes(self, links: Sequence[str], work: Work, leave_alone: LeaveAlone) -> None:
        settings = self._settings
        await in_lanes(
            links,
            work,
            leave_alone,
            at_once=settings.concurrency,
            per_host=settings.per_host,
            hangs=self._agenda.hangs,
        )

    def _looker(
        self,
        fetch: Fetch,
        other: Headers = OTHER_HEADERS,
        client: str = OURS,
        validators: Callable[[str], Validators | None] = lambda _: None,
    ) -> Looker:
        return Looker(
            fetch,
            letters=random_letters,
            expected=self._agenda.expected,
            validators=validators,
            robots=self._settings.robots,
            read_pages=self._settings.metadata,
            other=other,
            records=Records(partial(self._fetch, client=self._second), self._posting),
            telling=self._agenda if self._settings.metadata else None,
            client=client,
        )

    async def _fetch(
        self,
        url: str,
        appetite: Appetite,
        *,
        verify: bool,
        other: Headers = (),
        client: Gets | None = None,
    ) -> Answer:
        """Get one address through Scrapy's engine, which waits until its host's turn has come."""
        engine, host = self.crawler.engine, host_of(url) or ""
        assert engine is not None
        self._respite.check(host)
        request = request_for(client or self._client, url, appetite, verify=verify, other=other)
        try:
            response = await engine.download_async(request)
        except NoAnswer as failure:
            self._respite.failed(host, failure.fault)
            self._online.failed(host, failure)
            raise
        self._online.answered()
        answer = cast("AnswerResponse", response).answer
        self._respite.answered(host, answer)
        return answer

    def _posting(self, body: bytes) -> Fetch:
        return partial(self._fetch, client=Posting(self._second, body))

    async def _canary(self, url: str) -> Answer:
        return await self._client.get(url, appetite=Appetite(page=0, other=0))


def _not_asked(seen: Evidence) -> Evidence:
    """A host that is left alone was not tried."""
    return replace(seen, tries=0) if seen.fault is Fault.HOST_SILENT and not seen.hops else seen


def _innermost(error: Exception) -> Exception:
    """The error itself, out of the groups that side-by-side tasks wrap it in."""
    return _innermost(error.exceptions[0]) if isinstance(error, ExceptionGroup) else error
