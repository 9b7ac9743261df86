"""Connections: from a place to an open, guarded, encrypted stream."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from aiohappyeyeballs import AddrInfoType, start_connection
from cryptography.x509 import InvalidVersion, load_der_x509_certificate

from crawler.clock import to_text
from crawler.net.connect_to import ConnectTo, redirected
from crawler.net.faults import NoAnswer, no_answer
from crawler.net.guard import Address, Guard, literal
from crawler.net.names import Resolve
from crawler.net.proxies import Proxies, Proxy
from crawler.net.urls import Place
from crawler.net.wire import parse_head
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
        self._verifying = _context(ssl.create_default_context())
        self._trusting = _context(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._trusting.check_hostname = False
        self._trusting.verify_mode = ssl.CERT_NONE

    async def open(self, place: Place, *, within: float, verify: bool = True) -> Connection:
        """A connection to that place, or `NoAnswer` saying what stood in the way.

        `within` so many seconds all of it must be done: the name, the connection, the handshake.
        """
        try:
            return await self._open(place, within, verify=verify)
        except NoAnswer as refused:
            refused.public = self._is_public(place)
            raise
        except (OSError, ValueError) as error:
            failure = no_answer(error)
            failure.public = self._is_public(place)
            raise failure from error

    async def _open(self, place: Place, within: float, *, verify: bool) -> Connection:
        way = redirected(self._connect_to, place.host, place.port)
        proxy = None if way else self._proxies.to(place.scheme, place.host)
        ends = asyncio.get_running_loop().time() + within
        async with _by(ends, Fault.DNS, f"no name server answered within {within:g} s"):
            addresses, port = await self._targets(place, way, proxy)
        async with _by(ends, Fault.CONNECT_TIMEOUT, f"no connection within {within:g} s"):
            with _blaming(proxy):
                stream = await start_connection(
                    [_address_info(address, port) for address in addresses],
                    happy_eyeballs_delay=_HAPPY_EYEBALLS,
                )
            if place.scheme == "http":
                return await _plain(stream, proxy)
            if proxy:
                await _tunnel(stream, place, proxy)
            return await self._encrypted(stream, place, verify=verify)

    def _is_public(self, place: Place) -> bool:
        """Whether the way there leads over the internet, as far as the address itself tells."""
        if redirected(self._connect_to, place.host, place.port):
            return False
        address = literal(place.host)
        return address is None or address.is_global

    async def _targets(
        self, place: Place, way: tuple[str, int] | None, proxy: Proxy | None
    ) -> tuple[Sequence[Address], int]:
        """Where to connect: hosts that the user named are trusted, all else is checked."""
        address = literal(place.host)
        if address:
            self._checked(place.host, [address])
        if proxy:
            with _blaming(proxy):
                return await self._resolve(proxy.host), proxy.port
        host, port = way or (place.host, place.port)
        found = await self._resolve(host)
        return found if host != place.host else self._checked(host, found), port

    def _checked(self, host: str, found: Sequence[Address]) -> Sequence[Address]:
        allowed = [address for address in found if self._guard.allows(address)]
        if not allowed:
            shown = ", ".join(map(str, found)) or "no address"
            raise NoAnswer(Fault.PRIVATE_ADDRESS, f"{host} is {shown}")
        return allowed

    async def _encrypted(self, stream: socket.socket, place: Place, *, verify: bool) -> Connection:
        reader, writer = await asyncio.open_connection(
            sock=stream,
            ssl=self._verifying if verify else self._trusting,
            server_hostname=place.host.rstrip("."),
            limit=_LONGEST_LINE,
        )
        return Connection(reader, writer, _peer(writer), _certificate_expires(writer))


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
def _blaming(proxy: Proxy | None) -> Iterator[None]:
    """What fails on the way to a proxy says nothing of the server behind it."""
    try:
        yield
    except (OSError, NoAnswer) as error:
        if proxy is None:
            raise
        text = f"the proxy {proxy.host} cannot be reached: {error}"
        raise NoAnswer(Fault.UNREACHABLE, text) from error


def _context(context: ssl.SSLContext) -> ssl.SSLContext:
    """What browsers accept: older servers are odd, not dead."""
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.set_alpn_protocols(["http/1.1"])
    return context


def _address_info(address: Address, port: int) -> AddrInfoType:
    if address.version == 4:
        return (socket.AF_INET, socket.SOCK_STREAM, 0, "", (str(address), port))
    return (socket.AF_INET6, socket.SOCK_STREAM, 0, "", (str(address), port, 0, 0))


def _peer(writer: asyncio.StreamWriter) -> str:
    name = writer.get_extra_info("peername")
    return str(name[0]) if name else ""


def _certificate_expires(writer: asyncio.StreamWriter) -> str | None:
    """When the certificate runs out; None where it is too odd to be read."""
    der = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    try:
        return to_text(load_der_x509_certificate(der).not_valid_after_utc)
    except (ValueError, TypeError, InvalidVersion):
        return None


async def _tunnel(stream: socket.socket, place: Place, proxy: Proxy) -> None:
    """Ask a proxy for a way through to the place; hang up if it gives none."""
    try:
        status = await _asked_for_tunnel(stream, place, proxy)
        if not 200 <= status < 300:
            raise NoAnswer(Fault.UNREACHABLE, f"the proxy {proxy.host} answered {status}")
    except BaseException:
        stream.close()
        raise


async def _asked_for_tunnel(stream: socket.socket, place: Place, proxy: Proxy) -> int:
    """The status of the proxy's answer, read byte by byte so that nothing is read too far."""
    host = f"[{place.host}]" if ":" in place.host else place.host
    lines = [f"CONNECT {host}:{place.port} HTTP/1.1", f"Host: {host}:{place.port}"]
    if proxy.authorization:
        lines.append(f"Proxy-Authorization: {proxy.authorization}")
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(stream, "\r\n".join([*lines, "", ""]).encode("ascii"))
    answer = b""
    while not answer.endswith((b"\r\n\r\n", b"\n\n")) and len(answer) < _LONGEST_LINE:
        byte = await loop.sock_recv(stream, 1)
        if not byte:
            break
        answer += byte
    head = parse_head(answer)
    return head.status if head else 0
