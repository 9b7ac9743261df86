"""The other client, for second looks: httpx, HTTP/2 and a fresh connection each time.

What it cannot read or reach (a proxy on the way, an answer that strict parsers refuse) is asked
for with our own client: that a library chokes says nothing of the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine
from contextlib import aclosing, asynccontextmanager, suppress
from typing import Any

import httpcore
import httpx

from crawler.clock import stopwatch
from crawler.net.client import Client
from crawler.net.connection import Connector
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.manners import OTHER_HEADERS, with_other
from crawler.net.tls import certificate_expires
from crawler.net.transport import GuardedTransport
from crawler.net.unpacking import Unpacker
from crawler.net.urls import place
from crawler.net.wire import Head, Headers, header_pair, host_header, target_of
from crawler.verdicts.evidence import Fault

THEIRS = "httpx"

_SENT = "send_request_headers.started"


class SecondClient:
    """Gets addresses as `Client` does, another way and with plainer headers."""

    def __init__(
        self, connector: Connector, first: Client, *, timeout: float, headers: Headers
    ) -> None:
        self._connector = connector
        self._first = first
        self._timeout = timeout
        self._headers = tuple(
            pair for pair in with_other(headers, OTHER_HEADERS) if pair[0] != "Connection"
        )
        self._transports: dict[bool, GuardedTransport] = {}
        self._under_way: set[asyncio.Timeout] = set()

    async def get(
        self, url: str, *, appetite: Appetite, verify: bool = True, other: Headers = ()
    ) -> Answer:
        """The answer to one GET, or `NoAnswer`; `other` headers replace the usual ones."""
        if not self._connector.has_proxy(place(url)):
            with suppress(_Unreadable):
                return await self._until_closed(self._asked(url, appetite, other, verify=verify))
        other = with_other(OTHER_HEADERS, other)
        return await self._first.get(url, appetite=appetite, verify=verify, other=other)

    async def post(
        self, url: str, body: bytes, *, appetite: Appetite, verify: bool, other: Headers
    ) -> Answer:
        """The answer to one POST of JSON, or `NoAnswer`; through a proxy nothing is posted."""
        if self._connector.has_proxy(place(url)):
            raise NoAnswer(Fault.UNREACHABLE, "nothing is posted through a proxy", public=False)
        typed = (*other, ("Content-Type", "application/json"), ("Content-Length", f"{len(body)}"))
        try:
            return await self._until_closed(self._asked(url, appetite, typed, body, verify=verify))
        except _Unreadable as error:
            raise NoAnswer(Fault.NOT_HTTP, "the answer cannot be read") from error

    async def _asked(
        self,
        url: str,
        appetite: Appetite,
        other: Headers,
        body: bytes | None = None,
        *,
        verify: bool,
    ) -> Answer:
        started = stopwatch()
        async with self._answering(url, other, body, verify=verify) as response:
            milliseconds = round((stopwatch() - started) * 1000)
            head = _head(response)
            content = _Content(head, appetite.limit(head))
            await content.read(response, self._timeout)
            stream = response.extensions["network_stream"]
            return Answer(
                head=head,
                content=bytes(content.bytes),
                complete=content.complete,
                address=str((stream.get_extra_info("server_addr") or [""])[0]),
                certificate_expires=certificate_expires(stream.get_extra_info("ssl_object")),
                milliseconds=milliseconds,
                reusable=False,
                client=THEIRS,
            )

    @asynccontextmanager
    async def _answering(
        self, url: str, other: Headers, body: bytes | None, *, verify: bool
    ) -> AsyncIterator[httpx.Response]:
        """The head of the answer, which must come in time once the request is sent."""
        limit = asyncio.timeout(None)

        async def traced(event: str, _: Any) -> None:
            if event.endswith(_SENT):
                limit.reschedule(asyncio.get_running_loop().time() + self._timeout)

        try:
            request = _request(url, with_other(self._headers, other), body, traced)
            async with limit:
                response = await self._transport(verify=verify).handle_async_request(request)
        except TimeoutError as error:
            raise NoAnswer(Fault.READ_TIMEOUT, f"no answer within {self._timeout:g} s") from error
        except (httpcore.ProtocolError, httpx.InvalidURL, ValueError) as error:
            raise _Unreadable from error
        async with aclosing(response):
            yield response

    def _transport(self, *, verify: bool) -> GuardedTransport:
        if verify not in self._transports:
            self._transports[verify] = GuardedTransport(
                self._connector, within=self._timeout, verify=verify
            )
        return self._transports[verify]

    async def _until_closed(self, asking: Coroutine[Any, Any, Answer]) -> Answer:
        limit = asyncio.timeout(None)
        self._under_way.add(limit)
        try:
            async with limit:
                return await asking
        except TimeoutError as error:
            raise NoAnswer(Fault.RESET, "we hung up ourselves", public=False) from error
        finally:
            self._under_way.discard(limit)

    async def close(self) -> None:
        """Hang up everywhere, also where an answer is still awaited."""
        for limit in self._under_way:
            limit.reschedule(0)
        for transport in self._transports.values():
            await transport.aclose()


class _Unreadable(Exception):
    """The library cannot make sense of what came."""


class _Content:
    """The content as far as it is wanted, unpacked by us: a bomb costs its cap, no more."""

    def __init__(self, head: Head, limit: int) -> None:
        self.bytes = bytearray()
        self.complete = False
        self._unpacker = Unpacker(head.get("content-encoding"), limit)
        self._wire_room = 2 * limit + 128 * 1024

    async def read(self, response: httpx.Response, within: float) -> None:
        """Read until it ends, enough came, or time is up; what is missing is seen by that."""
        ended = False
        with suppress(TimeoutError, NoAnswer, httpcore.ProtocolError):
            async with asyncio.timeout(within), aclosing(_pieces(response)) as pieces:
                async for piece in pieces:
                    self._wire_room -= len(piece)
                    self.bytes += self._unpacker.feed(piece)
                    if self._unpacker.room <= 0 or self._wire_room <= 0:
                        break
                else:
                    ended = True
        self.complete = ended and not self._unpacker.cut


async def _pieces(response: httpx.Response) -> AsyncGenerator[bytes, None]:
    assert isinstance(response.stream, httpx.AsyncByteStream)
    async for piece in response.stream:
        yield piece


def _request(url: str, headers: Headers, body: bytes | None, traced: Any) -> httpx.Request:
    """The request with its path byte for byte as the address has it."""
    asked = place(url)
    host = f"[{asked.host}]" if ":" in asked.host else asked.host
    return httpx.Request(
        "GET" if body is None else "POST",
        f"{asked.scheme}://{host}:{asked.port}/",
        headers=[("Host", host_header(url)), *headers],
        content=body,
        extensions={"target": target_of(url).encode("ascii"), "trace": traced},
    )


def _head(response: httpx.Response) -> Head:
    version = response.extensions.get("http_version", b"HTTP/1.1")
    number = (2, 0) if version == b"HTTP/2" else (1, 0) if version == b"HTTP/1.0" else (1, 1)
    pairs = (header_pair(name, value) for name, value in response.headers.raw)
    return Head(number, response.status_code, tuple(pairs))
