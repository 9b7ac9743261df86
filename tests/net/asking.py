"""Ways to ask: a client set up for the miniature web, and bare servers for what it cannot play."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address
from typing import Any

import pytest

from crawler.demo.web import MiniatureWeb
from crawler.net.client import Client
from crawler.net.connect_to import ConnectTo
from crawler.net.connection import Connector
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.guard import Guard
from crawler.net.manners import honest_headers
from crawler.net.names import Addresses, Names, Resolve

NAME = "atlas.example.org"
HTTP, HTTPS = f"http://{NAME}/", f"https://{NAME}/"
HEADERS = honest_headers("https://keeper.example.org/")
LOOPBACK = "127.0.0.1"

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def addresses(*texts: str) -> Addresses:
    """The addresses written so."""
    return tuple(map(ip_address, texts))


def always(*texts: str) -> Resolve:
    """A resolver that gives every name these addresses."""

    async def resolve(_: str) -> Addresses:
        return addresses(*texts)

    return resolve


def connector_to(web: MiniatureWeb, resolve: Resolve | None = None) -> Connector:
    """A connector that finds the hosts of the miniature web and trusts its certificates."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(web.ca_file))
        rules = tuple(map(ConnectTo.parse, web.connect_to))
        return Connector(resolve or Names(), Guard(), rules)


def client_at(port: int, timeout: float = 5) -> Client:
    """A client for which every host is a server on this port of loopback."""
    rules = (ConnectTo.parse(f"::{LOOPBACK}:{port}"),)
    return Client(Connector(always(LOOPBACK), Guard(), rules), timeout=timeout, headers=HEADERS)


def ask(
    web: MiniatureWeb,
    *urls: str,
    appetite: Appetite | None = None,
    timeout: float = 5,
    verify: bool = True,
) -> list[Answer]:
    """Ask for addresses one after another, with one client."""

    async def asking() -> list[Answer]:
        client = Client(connector_to(web), timeout=timeout, headers=HEADERS)
        try:
            return [
                await client.get(url, appetite=appetite or Appetite(), verify=verify)
                for url in urls
            ]
        finally:
            client.close()

    return asyncio.run(asking())


def failure(web: MiniatureWeb, url: str, *, timeout: float = 5) -> NoAnswer:
    """How asking for an address fails."""
    with pytest.raises(NoAnswer) as caught:
        ask(web, url, timeout=timeout)
    return caught.value


@asynccontextmanager
async def serving(
    talk: Talk, host: str = LOOPBACK, port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    """Play a server in this loop: `talk` is called for each connection; gives the port."""
    tasks: list[asyncio.Task[Any]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.append(task)
        try:
            with suppress(ConnectionError):  # a client may hang up while it is talked to
                await talk(reader, writer)
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(answer, host, port, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await asyncio.gather(*tasks)
