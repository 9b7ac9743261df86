"""The client: one GET at a time, over kept connections where the server allows it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import NamedTuple

from crawler.clock import stopwatch
from crawler.net.connection import Connection, Connector
from crawler.net.exchange import Answer, Appetite, exchange
from crawler.net.faults import NoAnswer
from crawler.net.manners import with_other
from crawler.net.urls import Place, place
from crawler.net.wire import Headers, request_bytes
from crawler.verdicts.evidence import Fault

_MOST_IDLE = 256
_LONGEST_IDLE = 30.0
"""After so many seconds something on the way may have dropped a connection without a word."""

_Key = tuple[Place, bool]


class _Wanted(NamedTuple):
    """What is asked for, and how."""

    url: str
    appetite: Appetite
    headers: Headers


class Client:
    """Gets addresses; redirects, cookies, robots and verdicts are other people's business."""

    def __init__(self, connector: Connector, *, timeout: float, headers: Headers) -> None:
        self._connector = connector
        self._timeout = timeout
        self._headers = headers
        self._idle: OrderedDict[_Key, tuple[Connection, float]] = OrderedDict()
        self._under_way: set[asyncio.Timeout] = set()

    async def get(
        self, url: str, *, appetite: Appetite, verify: bool = True, other: Headers = ()
    ) -> Answer:
        """The answer to one GET, or `NoAnswer`; `other` headers replace the usual ones."""
        wanted = _Wanted(url, appetite, with_other(self._headers, other))
        limit = asyncio.timeout(None)
        self._under_way.add(limit)
        try:
            async with limit:
                return await self._get(wanted, verify=verify)
        except TimeoutError as error:
            raise NoAnswer(Fault.RESET, "we hung up ourselves", public=False) from error
        finally:
            self._under_way.discard(limit)

    async def _get(self, wanted: _Wanted, *, verify: bool) -> Answer:
        """One GET; a kept connection that the server has dropped is replaced once by a new one."""
        key = place(wanted.url), verify
        kept = await self._kept(key)
        if kept:
            try:
                return await self._ask(kept, key, wanted)
            except NoAnswer as failed:
                if failed.fault is Fault.READ_TIMEOUT:
                    raise
        fresh = await self._connector.open(key[0], within=self._timeout, verify=verify)
        return await self._ask(fresh, key, wanted)

    async def _ask(self, connection: Connection, key: _Key, wanted: _Wanted) -> Answer:
        proxy = connection.proxy
        headers, appetite = wanted.headers, wanted.appetite
        if proxy and proxy.authorization:
            headers = (*headers, ("Proxy-Authorization", proxy.authorization))
        request = request_bytes("GET", wanted.url, headers, through_proxy=bool(proxy))
        keep = False
        try:
            answer = await exchange(connection, request, within=self._timeout, appetite=appetite)
            keep = answer.reusable
        finally:
            if keep:
                self._keep(key, connection)
            else:
                connection.close()
        if proxy and answer.head.status == 407:
            raise NoAnswer(Fault.UNREACHABLE, f"the proxy {proxy.host} wants other credentials")
        return answer

    async def _kept(self, key: _Key) -> Connection | None:
        """The connection kept for this place, if it is still good."""
        connection, since = self._idle.pop(key, (None, 0.0))
        if connection is None:
            return None
        good = False
        try:
            good = stopwatch() - since < _LONGEST_IDLE and await connection.is_quiet()
        finally:
            if not good:
                connection.close()
        return connection if good else None

    def _keep(self, key: _Key, connection: Connection) -> None:
        before, _ = self._idle.pop(key, (None, 0.0))
        if before:
            before.close()
        self._idle[key] = connection, stopwatch()
        if len(self._idle) > _MOST_IDLE:
            self._idle.popitem(last=False)[1][0].close()

    def close(self) -> None:
        """Hang up everywhere, also where an answer is still awaited."""
        for limit in self._under_way:
            limit.reschedule(0)
        while self._idle:
            self._idle.popitem()[1][0].close()
