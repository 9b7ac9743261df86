"""A forward proxy that leads other programs into a miniature web, as `--connect-to` leads ours.

They know it by the usual variables, http_proxy and https_proxy; TLS passes through untouched.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import cast
from urllib.parse import urlsplit

from crawler.demo.conversation import reset
from crawler.demo.doors import LOOPBACK, LOOPBACK6
from crawler.demo.names import NAMES
from crawler.net.connect_to import ConnectTo, redirected

PATIENCE = 10.0
PIECE = 65_536
OF_A_HOP = (b"connection:", b"proxy-connection:", b"keep-alive:")
"""Headers that a proxy keeps to itself: each plain request has a connection of its own."""
HERE = frozenset({"localhost", LOOPBACK, LOOPBACK6, *NAMES})
"""All that is ever connected to, so that no checker gets past this machine."""


class Proxy:
    """Tunnels and forwards; `alias` at the end of a name is taken away before it is led on."""

    def __init__(self, connect_to: tuple[str, ...], alias: tuple[str, str]) -> None:
        self._ways = tuple(map(ConnectTo.parse, connect_to))
        self._alias = alias

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one client until it or its server has had enough."""
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            head = await reader.readuntil(b"\r\n\r\n")
            method, target, rest = head.split(b" ", 2)
            await self._lead(method.decode(), target.decode("latin-1"), rest, reader, writer)
        writer.close()

    async def _lead(
        self,
        method: str,
        target: str,
        rest: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        tunnel = method == "CONNECT"
        parts = urlsplit(f"//{target}" if tunnel else target)
        usual = 443 if parts.scheme == "https" else 80
        there = await self._connected(parts.hostname or "", parts.port or usual)
        if there is None:
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return
        if tunnel:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            path = target.split("/", 3)[3:] or [""]
            version, *lines = rest.split(b"\r\n")
            first = f"{method} /{path[0]} ".encode("latin-1") + version
            kept = [line for line in lines if not line.lower().startswith(OF_A_HOP)]
            there[1].write(b"\r\n".join([first, b"Connection: close", *kept]))
        await asyncio.gather(_pass_on(reader, there[1]), _pass_on(there[0], writer))

    async def _connected(
        self, host: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        name = host.replace(*self._alias)
        way = redirected(self._ways, name, port) or (name, port)
        if way[0] not in HERE:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.open_connection(*way, happy_eyeballs_delay=0.25)
        except (OSError, UnicodeError):
            return None


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on what comes until no more does, and how it ended: a reset stays a reset."""
    try:
        while piece := await reader.read(PIECE):
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        if reader.exception():
            reset(cast("asyncio.Transport", writer.transport))
    writer.close()


@contextmanager
def proxy(connect_to: tuple[str, ...], alias: tuple[str, str]) -> Iterator[str]:
    """Run the proxy in a thread of its own; gives its address. Names are those of `played`."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)
    serve = Proxy(connect_to, alias).serve
    server = loop.run_until_complete(asyncio.start_server(serve, "127.0.0.1", 0, limit=2**20))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(_hang_up(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _hang_up(server: asyncio.Server) -> None:
    """Stop at once, whoever still talks."""
    server.close()
    talks = asyncio.all_tasks() - {asyncio.current_task()}
    for talk in talks:
        talk.cancel()
    await asyncio.gather(*talks, return_exceptions=True)
