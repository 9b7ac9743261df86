"""The walk: the engine of a night, sent over the links of an agenda."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Sequence
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner

from crawler.lists.source import Source
from crawler.net.client import Client
from crawler.net.connect_to import ConnectTo
from crawler.net.connection import Connector
from crawler.net.guard import Guard
from crawler.net.manners import honest_headers, scrapy_settings
from crawler.net.names import Names
from crawler.net.nameservers import NameServers
from crawler.net.second import SecondClient
from crawler.settings import CrawlSettings
from crawler.spiders.night import Agenda, NightSpider


def walk(agenda: Agenda, sources: Sequence[Source], settings: CrawlSettings) -> None:
    """Look at every link of the agenda, twice where it seems to fail.

    Raises `Offline` if this machine turns out to be, and `KeyboardInterrupt` when told to stop, by
    Ctrl-C or SIGTERM.
    """
    try:
        asyncio.run(_walk(agenda, sources, settings))
    except asyncio.CancelledError as stop:
        raise KeyboardInterrupt from stop


async def _walk(agenda: Agenda, sources: Sequence[Source], settings: CrawlSettings) -> None:
    """Send the spider on its way."""
    _stop_on_sigterm()
    names = Names(confirm=NameServers().confirm)
    connector = Connector(
        names, Guard(settings.allow_network), tuple(map(ConnectTo.parse, settings.connect_to))
    )
    headers = honest_headers(settings.contact)
    client = Client(connector, timeout=settings.timeout, headers=headers)
    second = SecondClient(connector, client, timeout=settings.timeout, headers=headers)
    runner = AsyncCrawlerRunner(
        scrapy_settings(
            delay=settings.delay, per_host=settings.per_host, concurrency=settings.concurrency
        )
    )
    walked: asyncio.Future[Exception | None] = asyncio.get_running_loop().create_future()
    crawl = runner.crawl(
        NightSpider,
        client=client,
        second=second,
        names=names,
        settings_of_night=settings,
        sources=sources,
        agenda=agenda,
        walked=walked,
    )
    try:
        ways_to_end: set[asyncio.Future[Any]] = {crawl, walked}
        await asyncio.wait(ways_to_end, return_when=asyncio.FIRST_COMPLETED)
        if crawl.done() or walked.result() is None:
            await crawl
        trouble = walked.result()
    finally:
        # A night that ends early is left at once: what is still under way is of no use any more.
        agenda.over = True
        client.close()
        await second.close()
        await runner.stop()
        await runner.join()
        names.close()
    if trouble:
        raise trouble


def _stop_on_sigterm() -> None:
    """Let SIGTERM end the night as Ctrl-C does, where signals can be caught."""
    task = asyncio.current_task()
    if task and threading.current_thread() is threading.main_thread():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
