"""The miniature web itself: real servers on loopback that play any host name."""

from __future__ import annotations

import asyncio
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from idna import IDNAError

from crawler.demo.authority import ANOTHER_NAME, Authority
from crawler.demo.conversation import Alerting, Conversation, Resetting
from crawler.demo.doors import LOOPBACK, LOOPBACK6, black_hole, closed_port
from crawler.demo.faults import reset_at_once
from crawler.demo.host import Certificate, Door, Family, Host, Hosts
from crawler.demo.http2 import Http2Conversation
from crawler.demo.log import least_spacing, most_at_once
from crawler.demo.names import IPV4_DEAD, IPV6_DEAD
from crawler.demo.stage import Stage
from crawler.demo.steps import Answer, Asked

USUAL = {80: Door.HTTP, 443: Door.HTTPS}
BY = {
    Family.IPV4: LOOPBACK,
    Family.IPV6_ONLY: f"[{LOOPBACK6}]",
    Family.IPV4_DEAD: IPV4_DEAD,
    Family.IPV6_DEAD: IPV6_DEAD,
}
"""By which address or name on loopback a host is reached."""
BACKLOG = 1024
ROUNDS_TO_LEAVE = 3
"""Turns of the loop until every aborted connection has been told, TLS within TCP included."""
PROTOCOL_VERSION = ssl.AlertDescription.ALERT_DESCRIPTION_PROTOCOL_VERSION
HANDSHAKE_FAILURE = ssl.AlertDescription.ALERT_DESCRIPTION_HANDSHAKE_FAILURE


class MiniatureWeb:
    """Real servers on loopback that play any host name over http and https.

    A context manager: it listens when entered, and is gone with all its connections when left.
    A host that is in no table gives the answer `otherwise`: a reset, unless told.
    """

    def __init__(self, hosts: Hosts, *, night: int = 1, otherwise: Answer | None = None) -> None:
        self._stage = Stage(hosts, night, otherwise or reset_at_once)
        self._stack = ExitStack()
        self._ports: dict[Door, int] = {}
        self._servers: list[asyncio.Server] = []
        self._open_ones: set[asyncio.Transport] = set()

    def __enter__(self) -> Self:
        """Listen, in a thread of its own."""
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="miniature-web-")))
            self._authority = Authority(folder)
            self._ports = {Door.CLOSED: closed_port(stack), Door.BLACK_HOLE: black_hole(stack)}
            self._loop = asyncio.new_event_loop()
            self._loop.set_exception_handler(leave_quietly)
            stack.callback(self._loop.close)
            self._loop.run_until_complete(self._open())
            self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
            self._thread.start()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop at once, whatever is still being answered."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._stack.close()

    @property
    def night(self) -> int:
        """The night that is played, counted from 1; may be set while the web runs."""
        return self._stage.night

    @night.setter
    def night(self, night: int) -> None:
        self._stage.night = night

    @property
    def ca_file(self) -> Path:
        """The certificate of the throw-away authority, for SSL_CERT_FILE."""
        return self._authority.ca_file

    @property
    def log(self) -> list[Asked]:
        """Every request, in order."""
        return self._stage.log

    @property
    def ended(self) -> dict[int, float]:
        """When each request, by its number, was answered or its client left."""
        return self._stage.ended

    @property
    def sent(self) -> int:
        """The bytes of all answers so far."""
        return self._stage.sent

    @property
    def connect_to(self) -> tuple[str, ...]:
        """Where to find the hosts, for `--connect-to`: as they are tonight, the rest at the end."""
        special = [
            f"{name}:{port}:{where}"
            for name in self._stage.hosts
            for port, where in self._ways_to(self._stage.host(name))
        ]
        rest = (f":{port}:{LOOPBACK}:{self._ports[door]}" for port, door in USUAL.items())
        return (*special, *rest)

    def prepare(self) -> None:
        """Make every host's certificate beforehand, so that no client has to wait for it."""
        for name in self._stage.hosts:
            with suppress(IDNAError):
                self._context(name)

    def most_at_once(self, host: str | None = None) -> int:
        """Count the most requests that were open at the same moment, to one host or to all."""
        return most_at_once(self.log, self.ended, host)

    def least_spacing(self, host: str) -> float:
        """Give the least seconds between the starts of two requests to a host."""
        return least_spacing(self.log, host)

    def _ways_to(self, host: Host) -> Iterator[tuple[int, str]]:
        for port, scheme in {**USUAL, **host.ports}.items():
            door = host.door(scheme)
            if host.address is not None:
                yield port, f"{host.address}:{port}"
            elif USUAL.get(port) != door or host.family is not Family.IPV4:
                yield port, f"{BY[host.family]}:{self._ports[door]}"

    async def _open(self) -> None:
        tls = self._authority.context(ANOTHER_NAME, Certificate.GOOD)
        tls.sni_callback = self._show_certificate
        plain = partial(Conversation, self._stage, "http", self._open_ones)
        talk = partial(Conversation, self._stage, "https", self._open_ones)
        await self._listen(Door.HTTP, plain)
        await self._listen(Door.HTTPS, talk, tls)
        http2 = partial(Http2Conversation, self._stage, self._open_ones)
        await self._listen(Door.HTTP2, http2, tls)
        # On a machine without IPv6, hosts that are reached by it alone refuse.
        self._ports |= dict.fromkeys((Door.HTTP6, Door.HTTPS6), self._ports[Door.CLOSED])
        with suppress(OSError):
            await self._listen(Door.HTTP6, plain, address=LOOPBACK6)
            await self._listen(Door.HTTPS6, talk, tls, LOOPBACK6)
        await self._listen(Door.RESETS, Resetting)
        await self._listen(Door.OLD_TLS, partial(Alerting, PROTOCOL_VERSION))
        await self._listen(Door.NO_TLS, partial(Alerting, HANDSHAKE_FAILURE))

    async def _listen(
        self,
        door: Door,
        protocol: Callable[[], asyncio.Protocol],
        tls: ssl.SSLContext | None = None,
        address: str = LOOPBACK,
    ) -> None:
        server = await self._loop.create_server(protocol, address, ssl=tls, backlog=BACKLOG)
        self._servers.append(server)
        self._ports[door] = server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        for transport in tuple(self._open_ones):
            transport.abort()
        handshakes = asyncio.all_tasks() - {asyncio.current_task()}
        for task in handshakes:
            task.cancel()
        await asyncio.gather(*handshakes, return_exceptions=True)
        for _ in range(ROUNDS_TO_LEAVE):
            await asyncio.sleep(0)

    def _show_certificate(
        self, connection: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: ssl.SSLContext
    ) -> int | None:
        if name is None:
            return None
        try:
            connection.context = self._context(name.lower())
        except IDNAError:
            return ssl.AlertDescription.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        return None

    def _context(self, name: str) -> ssl.SSLContext:
        host = self._stage.host(name)
        speaks = "h2" if host.http2_only else "http/1.1"
        return self._authority.context(name, host.certificate, host.expires, speaks)


def leave_quietly(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Say nothing of clients that leave or distrust a certificate; that is what they came for."""
    if not isinstance(context.get("exception"), OSError):
        loop.default_exception_handler(context)
