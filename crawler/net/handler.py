"""The door between Scrapy's engine and our client."""

from __future__ import annotations

from asyncio import Semaphore
from collections import defaultdict
from typing import Protocol

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.net.exchange import Answer, Appetite
from crawler.net.wire import Headers

_APPETITE, _VERIFY, _OTHER, _CLIENT = "appetite", "verify", "other", "client"


class Gets(Protocol):
    """A client: ours, or the other one of second looks."""

    async def get(
        self, url: str, *, appetite: Appetite, verify: bool = True, other: Headers = ()
    ) -> Answer:
        """The answer to one GET, or `NoAnswer`; `other` headers replace the usual ones."""
        ...


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
        meta = request.meta
        client: Gets = meta[_CLIENT]
        async with self._turns[meta["download_slot"]]:
            answer = await client.get(
                request.url, appetite=meta[_APPETITE], verify=meta[_VERIFY], other=meta[_OTHER]
            )
        return AnswerResponse(request.url, answer)


def request_for(
    client: Gets, url: str, appetite: Appetite, *, verify: bool, other: Headers = ()
) -> Request:
    """A Scrapy request that this client makes; the address stays byte for byte as it is."""
    meta = {
        "verbatim_url": True,
        _CLIENT: client,
        _APPETITE: appetite,
        _VERIFY: verify,
        _OTHER: other,
    }
    return Request(url, meta=meta, dont_filter=True)
