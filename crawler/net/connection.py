"""Connections: from a place to an open, guarded, encrypted stream."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from aiohappyeyeballs import AddrInfoType, start_connection

from crawler.net.connect_to import ConnectTo, redirected
from crawler.net.faults import NoAnswer, no_answer
from crawler.net.guard import Address, Guard, literal
from crawler.net.names import Resolve
from crawler.net.proxies import Proxies, Proxy
from crawler.net.tls import certificate_expires, tls_context
from crawler.net.tunnel import blaming, tunnel
from crawler.net.urls import Place
from crawler.verdicts.evidence import Fault

_HAPPY_EYEBALLS = 0.25
_LONGEST_LINE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Connection:
    """An open stream to a server and what is known of who is at the other end.

    `proxy` is the one that must be told whole addresses; a tunnel through a proxy needs none.
    """

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    address: str
    certificate_expires: str | None
    proxy: Proxy | None = None

    async def is_quiet(self) -> bool:
        """Whether the server has said nothing since its last answer, not even goodbye.

        Some say `408` to a connection that waits: it must not be taken for the next answer.
        """
        await asyncio.sleep(0)  # a turn of the loop, so that what has come is seen
        try:
            async with asyncio.timeout(0):
                await self.reader.read(1)
        except TimeoutError:
            return True
        except OSError:
            return False
        return False

    def close(self) -> None:
        """Hang up at once, without waiting for the other end."""
        self.writer.transport.abort()


class Connector:
    """Opens connections: names resolved once, addresses checked, certificates verified."""

    def __init__(
        self,
        resolve: Resolve,
        guard: Guard,
        connect_to: tuple[ConnectTo, ...] = (),
        proxies: Proxies | None = None,
    ) -> None:
        self._resolve = resolve
        self._guard = guard
        self._connect_to = connect_to
        self._proxies = proxies or Proxies()
        self._tls = {verify: tls_context(verify=verify) for verify in (True, False)}

    async def open(self, place: Place, *, within: float, verify: bool = True) -> Connection:
        """A connection to that place, or `NoAnswer` saying what stood in the way.

        `within` so many seconds all of it must be done: the name, the connection, the handshake.
        """
        ends = asyncio.get_running_loop().time() + within
        async with self._telling(place):
            stream, proxy = await self._stream(place, ends, within)
            async with _by(ends, Fault.CONNECT_TIMEOUT, f"no connection within {within:g} s"):
                if place.scheme == "http":
                    return await _plain(stream, proxy)
                if proxy:
                    await tunnel(stream, place, proxy)
                return await self._encrypted(stream, place, verify=verify)

    async def stream(self, place: Place, *, within: float) -> socket.socket:
        """A bare stream to that place, guarded like every other, for a client that speaks itself.

        It leads through no proxy: `has_proxy` tells where there is one.
        """
        ends = asyncio.get_running_loop().time() + within
        async with self._telling(place):
            return (await self._stream(place, ends, within))[0]

    def has_proxy(self, place: Place) -> bool:
        """Whether the way to that place leads through a proxy."""
        return self._proxy(place) is not None

    def _proxy(self, place: Place) -> Proxy | None:
        if redirected(self._connect_to, place.host, place.port):
            return None
        return self._proxies.to(place.scheme, place.host)

    async def _stream(
        self, place: Place, ends: float, within: float
    ) -> tuple[socket.socket, Proxy | None]:
        proxy = self._proxy(place)
        async with _by(ends, Fault.DNS, f"no name server answered within {within:g} s"):
            addresses, port = await self._targets(place, proxy)
        async with _by(ends, Fault.CONNECT_TIMEOUT, f"no connection within {within:g} s"):
            with blaming(proxy), _in_one_family(addresses):
                stream = await start_connection(
                    [_address_info(address, port) for address in addresses],
                    happy_eyeballs_delay=_HAPPY_EYEBALLS,
                )
        return stream, proxy

    @asynccontextmanager
    async def _telling(self, place: Place) -> AsyncIterator[None]:
        """Whatever goes wrong is `NoAnswer`, and tells whether the way led over the internet."""
        try:
            yield
        except NoAnswer as refused:
            refused.public = self._is_public(place)
            raise
        except (OSError, ValueError) as error:
            failure = no_answer(error)
            failure.public = self._is_public(place)
            raise failure from error

    def _is_public(self, place: Place) -> bool:
        """Whether the way there leads over the internet, as far as the address itself tells."""
        if redirected(self._connect_to, place.host, place.port):
            return False
        address = literal(place.host)
        return address is None or address.is_global

    async def _targets(self, place: Place, proxy: Proxy | None) -> tuple[Sequence[Address], int]:
        """Where to connect: hosts that the user named are trusted, all else is checked."""
        address = literal(place.host)
        if address:
            self._checked(place.host, [address])
        if proxy:
            with blaming(proxy):
                return await self._resolve(proxy.host), proxy.port
        way = redirected(self._connect_to, place.host, place.port)
        host, port = way or (place.host, place.port)
        found = await self._resolve(host)
        return found if host != place.host else self._checked(host, found), port

    def _checked(self, host: str, found: Sequence[Address]) -> Sequence[Address]:
        allowed = [address for address in found if self._guard.allows(address)]
        if not allowed:
            shown = ", ".join(map(str, found)) or "no address"
            said = f"{host} is {shown}" if shown != host else f"{shown} is not public"
            raise NoAnswer(Fault.PRIVATE_ADDRESS, said)
        return allowed

    async def _encrypted(self, stream: socket.socket, place: Place, *, verify: bool) -> Connection:
        reader, writer = await asyncio.open_connection(
            sock=stream,
            ssl=self._tls[verify],
            server_hostname=place.host.rstrip("."),
            limit=_LONGEST_LINE,
        )
        expires = certificate_expires(writer.get_extra_info("ssl_object"))
        return Connection(reader, writer, _peer(writer), expires)


async def _plain(stream: socket.socket, proxy: Proxy | None) -> Connection:
    reader, writer = await asyncio.open_connection(sock=stream, limit=_LONGEST_LINE)
    return Connection(reader, writer, _peer(writer), None, proxy)


@asynccontextmanager
async def _by(ends: float, fault: Fault, detail: str) -> AsyncIterator[None]:
    """What is not done by then has failed like this."""
    try:
        async with asyncio.timeout_at(ends) as limit:
            yield
    except TimeoutError as error:
        if not limit.expired():
            raise
        raise NoAnswer(fault, detail) from error


@contextmanager
def _in_one_family(addresses: Sequence[Address]) -> Iterator[None]:
    """A host that lives in IPv6 alone is not to blame when this machine has none."""
    try:
        yield
    except OSError as error:
        failure = no_answer(error)
        if failure.fault is Fault.UNREACHABLE and all(one.version == 6 for one in addresses):
            text = f"its only addresses are IPv6, where this machine gets no way: {failure.detail}"
            raise NoAnswer(Fault.UNREACHABLE, text) from error
        raise


def _address_info(address: Address, port: int) -> AddrInfoType:
    if address.version == 4:
        return (socket.AF_INET, socket.SOCK_STREAM, 0, "", (str(address), port))
    return (socket.AF_INET6, socket.SOCK_STREAM, 0, "", (str(address), port, 0, 0))


def _peer(writer: asyncio.StreamWriter) -> str:
    name = writer.get_extra_info("peername")
    return str(name[0]) if name else ""
