"""The spider: one night's walk from the lists over their links to the looks."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

from scrapy import Spider

from crawler.hosts import host_of
from crawler.lists.source import ReadList, Source, SourceKind
from crawler.net.client import Client
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.handler import AnswerResponse, request_for
from crawler.net.names import Names
from crawler.net.urls import askable, redirect_target
from crawler.settings import CrawlSettings
from crawler.spiders.lanes import PATIENCE, SILENCE, in_lanes
from crawler.spiders.look import MOST_HOPS, Looker
from crawler.spiders.online import Online
from crawler.verdicts.evidence import Evidence, Fault
from crawler.verdicts.redirects import REDIRECTS
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import BAD
from crawler.watched import LARGEST, read_here, understood

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)


class Agenda(Protocol):
    """What the spider asks of the night it walks through."""

    def links(self, lists: Sequence[ReadList]) -> Sequence[str]:
        """The links to look at, now that the lists are read."""
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
        client: Client,
        names: Names,
        settings_of_night: CrawlSettings,
        sources: Sequence[Source],
        agenda: Agenda,
        walked: asyncio.Future[Exception | None],
    ) -> None:
        super().__init__()
        self.client = client
        self._walked = walked
        self._names = names
        self._settings = settings_of_night
        self._sources = sources
        self._agenda = agenda
        self._online = Online(self._canary)
        self._again: dict[str, int] = {}
        self._silences: Counter[str] = Counter()

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
        lists = await asyncio.gather(*map(self._read, self._sources))
        links = self._agenda.links(lists)
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(self._online.watch())
            await self._look_at(links, first=True)
            await self._online.confirm()
            watch.cancel()
        await self._look_again()

    async def _look_at(self, links: Sequence[str], *, first: bool) -> None:
        settings = self._settings
        self._silences.clear()
        looker = Looker(self._fetch, robots=settings.robots, read_pages=settings.metadata)

        async def work(link: str) -> Evidence:
            seen = await looker.look(link)
            if first and seen.fault is Fault.RESET:
                seen = replace(await looker.look(link), tries=2)
            self._note(seen, first=first)
            return seen

        await in_lanes(
            links,
            work,
            lambda seen: self._note(seen, first=first),
            at_once=settings.concurrency,
            per_host=settings.per_host,
        )

    def _note(self, seen: Evidence, *, first: bool) -> None:
        """Keep what was seen; but nobody is called failing or gone, or left alone, on one try."""
        if first and (judge(seen).reason.verdict in BAD or seen.fault is Fault.HOST_SILENT):
            self._again[seen.url] = seen.tries
        else:
            before = self._again.get(seen.url, 0)
            self._agenda.keep(replace(seen, tries=before + seen.tries))

    async def _look_again(self) -> None:
        if not self._again:
            return
        self._agenda.wait(self._settings.second_look, len(self._again))
        await asyncio.sleep(self._settings.second_look)
        self._names.forget_failures()
        await self._look_at(list(self._again), first=False)

    async def _fetch(self, url: str, appetite: Appetite, *, verify: bool) -> Answer:
        """Get one address through Scrapy's engine, which waits until its host's turn has come."""
        engine, host = self.crawler.engine, host_of(url) or ""
        assert engine is not None
        if self._silences[host] >= PATIENCE:
            raise NoAnswer(Fault.HOST_SILENT, f"{host} let {PATIENCE} requests time out")
        try:
            response = await engine.download_async(request_for(url, appetite, verify=verify))
        except NoAnswer as failure:
            self._silences[host] += failure.fault in SILENCE
            self._online.failed(host, failure)
            raise
        self._online.answered()
        return cast("AnswerResponse", response).answer

    async def _canary(self, url: str) -> Answer:
        return await self.client.get(url, appetite=Appetite(page=0, other=0))

    async def _read(self, source: Source) -> ReadList:
        if source.kind is not SourceKind.ADDRESS:
            return read_here(source, verbatim=self._settings.verbatim)
        try:
            answer = await self._follow(source.location)
        except NoAnswer as failure:
            why = f"{failure.fault} ({failure.detail})"
            return ReadList(source, error=f"cannot be read: {why}")
        if answer.head.status != 200:
            return ReadList(source, error=f"cannot be read: it answers {answer.head.status}")
        if not answer.complete and len(answer.content) <= LARGEST:
            return ReadList(source, error="cannot be read: it breaks off before its end")
        charset = _CHARSET.search(answer.head.get("content-type") or "")
        verbatim = self._settings.verbatim
        return understood(source, answer.content, charset and charset[1], verbatim=verbatim)

    async def _follow(self, url: str) -> Answer:
        appetite = Appetite(page=LARGEST + 1, other=LARGEST + 1)
        for _ in range(MOST_HOPS + 1):
            answer = await self._fetch(askable(url), appetite, verify=True)
            location = answer.head.get("location")
            if answer.head.status not in REDIRECTS or not location:
                return answer
            url = redirect_target(url, location)
        raise NoAnswer(Fault.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")


def _innermost(error: Exception) -> Exception:
    """The error itself, out of the groups that side-by-side tasks wrap it in."""
    return _innermost(error.exceptions[0]) if isinstance(error, ExceptionGroup) else error
