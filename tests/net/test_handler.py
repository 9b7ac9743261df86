"""Our client behind Scrapy's engine: the pace is kept, and nothing else of Scrapy is there."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerRunner

from crawler.demo.answers import hang, page, redirect, slow, status
from crawler.demo.host import host
from crawler.demo.web import MiniatureWeb
from crawler.net.client import Client
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.handler import AnswerResponse, request_for
from crawler.net.manners import JITTER, scrapy_settings
from crawler.verdicts.evidence import Fault

from .asking import HEADERS, connector_to

SLOW = slow(0.02, page("Atlas"))


class Walker(Spider):
    """Asks for all its addresses at once, and leaves it to the engine to keep the pace."""

    name = "walker"

    def __init__(self, client: Client, urls: list[str]) -> None:
        super().__init__()
        self.client = client
        self.urls = urls
        self.got: list[Answer | BaseException] = []
        self.others: list[Any] = []

    async def start(self) -> AsyncIterator[Any]:
        self.got = await asyncio.gather(*map(self._ask, self.urls), return_exceptions=True)
        engine = self.crawler.engine
        assert engine is not None
        self.others = [
            *engine.downloader.middleware.middlewares,
            *engine.scraper.spidermw.middlewares,
            *engine.scraper.itemproc.middlewares,
            *(self.crawler.extensions.middlewares if self.crawler.extensions else ()),
        ]
        for nothing_to_schedule in self.others[:0]:
            yield nothing_to_schedule

    async def _ask(self, url: str) -> Answer:
        engine = self.crawler.engine
        assert engine is not None
        response = await engine.download_async(
            request_for(self.client, url, Appetite(), verify=True)
        )
        return cast("AnswerResponse", response).answer


def walk(web: MiniatureWeb, *urls: str, delay: float = 0, per_host: int = 1) -> Walker:
    """Ask for addresses through a whole engine."""

    async def walking() -> Walker:
        client = Client(connector_to(web), timeout=0.5, headers=HEADERS)
        runner = AsyncCrawlerRunner(scrapy_settings(delay=delay, per_host=per_host, concurrency=64))
        crawler = runner.create_crawler(Walker)
        await runner.crawl(crawler, client=client, urls=list(urls))
        client.close()
        spider = crawler.spider
        assert isinstance(spider, Walker)
        return spider

    return asyncio.run(walking())


def links(*names: str, each: int) -> list[str]:
    return [f"http://{name}.example.org/{number}" for number in range(each) for name in names]


def test_one_request_at_a_time_for_each_host_and_hosts_side_by_side() -> None:
    with MiniatureWeb({}, otherwise=SLOW) as web:
        walker = walk(web, *links("a", "b", "c", each=4))
        assert len(walker.got) == len(web.log) == 12
        assert [web.most_at_once(f"{name}.example.org") for name in "abc"] == [1, 1, 1]
        assert web.most_at_once() == 3


def test_as_many_at_a_time_as_the_user_wants() -> None:
    with MiniatureWeb({}, otherwise=SLOW) as web:
        walk(web, *links("a", each=9), per_host=3)
        assert web.most_at_once("a.example.org") == 3


def test_the_distance_between_requests_is_kept() -> None:
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        walk(web, *links("a", "b", each=4), delay=0.1)
        for name in ("a.example.org", "b.example.org"):
            assert web.least_spacing(name) >= 0.1 * (1 - JITTER) - 0.02
        assert web.log[-1].at - web.log[0].at < 1


def test_answers_and_failures_come_through_as_they_are() -> None:
    hosts = {
        "ok.example.org": host({"*": page("Atlas")}),
        "moved.example.org": host({"*": redirect(301, "https://ok.example.org/")}),
        "gone.example.org": host({"*": status(404)}),
        "odd.example.org": host({"*": status(999)}),
        "refuses.example.org": host(refuses=True),
        "hangs.example.org": host({"*": hang}),
    }
    with MiniatureWeb(hosts) as web:
        walker = walk(web, *(f"http://{name}/%7e/%zz?a=%20+b" for name in hosts))
        assert {asked.target for asked in web.log} == {"/%7e/%zz?a=%20+b"}
        assert len(web.log) == 5
    said = [
        got.head.status if isinstance(got, Answer) else cast("NoAnswer", got).fault
        for got in walker.got
    ]
    assert said == [200, 301, 404, 999, Fault.REFUSED, Fault.READ_TIMEOUT]


def test_the_same_address_may_be_asked_for_again() -> None:
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        walk(web, *links("a", each=1) * 3)
        assert len(web.log) == 3


def test_nothing_of_scrapy_listens_or_meddles(monkeypatch: pytest.MonkeyPatch) -> None:
    listening: list[object] = []
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        monkeypatch.setattr(socket.socket, "listen", lambda *told: listening.append(told))
        walker = walk(web, *links("a", each=1))
    assert listening == []
    assert walker.others == []
    assert web.log[0].headers == {
        "host": "a.example.org",
        **{name.lower(): value for name, value in HEADERS},
    }
