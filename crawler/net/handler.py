"""The door between Scrapy's engine and our client."""

from __future__ import annotations

from asyncio import Semaphore
from collections import defaultdict
from typing import Protocol, cast

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.net.client import Client
from crawler.net.exchange import Answer, Appetite

_APPETITE, _VERIFY = "appetite", "verify"


class HasClient(Protocol):
    """A spider that brings the client its requests go through."""

    client: Client


class AnswerResponse(Response):
    """Scrapy's response, carrying the answer with everything the evidence needs."""

    def __init__(self, url: str, answer: Answer) -> None:
        super().__init__(url, status=answer.head.status)
        self.answer = answer


class VitalsDownloadHandler(BaseDownloadHandler):
    """Lets Scrapy's slots decide when to ask, and our client how.

    Without a reactor and without a delay, a slot lets all that wait go at once: it counts a
    request only when its task begins. So the requests of a host take turns here once more.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        per_host = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._turns: defaultdict[str, Semaphore] = defaultdict(lambda: Semaphore(per_host))

    async def download_request(self, request: Request) -> Response:
        """Get what the request asks for; `NoAnswer` passes through to whoever waits."""
        client = cast("HasClient", self.crawler.spider).client
        appetite, verify = request.meta[_APPETITE], request.meta[_VERIFY]
        async with self._turns[request.meta["download_slot"]]:
            answer = await client.get(request.url, appetite=appetite, verify=verify)
        return AnswerResponse(request.url, answer)


def request_for(url: str, appetite: Appetite, *, verify: bool) -> Request:
    """A Scrapy request for our handler; the address stays byte for byte as it is."""
    meta = {"verbatim_url": True, _APPETITE: appetite, _VERIFY: verify}
    return Request(url, meta=meta, dont_filter=True)
