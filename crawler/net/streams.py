"""Our guarded streams, as httpcore wants to see them."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from crawler.net.connection import Connector
from crawler.net.faults import NoAnswer, no_answer
from crawler.net.urls import Place
from crawler.verdicts.evidence import Fault

_PIECE = 64 * 1024


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens streams through our connector: names, guard and connect-to hold here as everywhere."""

    def __init__(self, connector: Connector, within: float) -> None:
        self._connector = connector
        self._within = within

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's name
        local_address: str | None = None,  # noqa: ARG002 - httpcore's
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - httpcore's
    ) -> httpcore.AsyncNetworkStream:
        """A stream to that host, or `NoAnswer`."""
        within = self._within if timeout is None else timeout
        sock = await self._connector.stream(Place("https", host, port), within=within)
        reader, writer = await asyncio.open_connection(sock=sock, limit=_PIECE)
        return GuardedStream(reader, writer, within)


class GuardedStream(httpcore.AsyncNetworkStream):
    """One stream; what fails on it is `NoAnswer` at once, in our words."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, within: float
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._within = within
        self._heard = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """What comes next; nothing when the server hung up in the middle."""
        try:
            async with asyncio.timeout(timeout):
                piece = await self._reader.read(max_bytes)
        except TimeoutError as error:
            raise NoAnswer(Fault.READ_TIMEOUT, f"no answer within {timeout:g} s") from error
        except OSError as error:
            raise no_answer(error) from error
        if not piece and not self._heard:
            raise NoAnswer(Fault.RESET, "the connection was closed without an answer")
        self._heard = True
        return piece

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Send these bytes."""
        try:
            async with asyncio.timeout(timeout):
                self._writer.write(buffer)
                await self._writer.drain()
        except TimeoutError as error:
            raise NoAnswer(Fault.READ_TIMEOUT, f"not taken within {timeout:g} s") from error
        except OSError as error:
            raise no_answer(error) from error

    async def aclose(self) -> None:
        """Hang up at once."""
        self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's name
    ) -> httpcore.AsyncNetworkStream:
        """The same stream, encrypted; a bad certificate is a fault of its own."""
        within = self._within if timeout is None else timeout
        try:
            async with asyncio.timeout(within):
                await self._writer.start_tls(
                    ssl_context, server_hostname=(server_hostname or "").rstrip(".")
                )
        except TimeoutError as error:
            await self.aclose()
            raise NoAnswer(Fault.CONNECT_TIMEOUT, f"no connection within {within:g} s") from error
        except (OSError, ValueError) as error:
            await self.aclose()
            raise no_answer(error) from error
        return self

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of the stream, and the address at the other end."""
        known = {"ssl_object": "ssl_object", "server_addr": "peername", "socket": "socket"}
        return self._writer.get_extra_info(known[info]) if info in known else None
