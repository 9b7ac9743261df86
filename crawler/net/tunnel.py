"""Through a proxy: the way is asked for, and whoever blocks it is named."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from crawler.net.faults import NoAnswer
from crawler.net.proxies import Proxy
from crawler.net.urls import Place
from crawler.net.wire import parse_head
from crawler.verdicts.evidence import Fault

_LONGEST_ANSWER = 64 * 1024


@contextmanager
def blaming(proxy: Proxy | None) -> Iterator[None]:
    """What fails on the way to a proxy says nothing of the server behind it."""
    try:
        yield
    except (OSError, NoAnswer) as error:
        if proxy is None:
            raise
        text = f"the proxy {proxy.host} cannot be reached: {error}"
        raise NoAnswer(Fault.UNREACHABLE, text) from error


async def tunnel(stream: socket.socket, place: Place, proxy: Proxy) -> None:
    """Ask a proxy for a way through to the place; hang up if it gives none."""
    try:
        status = await _asked(stream, place, proxy)
        if not 200 <= status < 300:
            raise NoAnswer(Fault.UNREACHABLE, f"the proxy {proxy.host} answered {status}")
    except BaseException:
        stream.close()
        raise


async def _asked(stream: socket.socket, place: Place, proxy: Proxy) -> int:
    """The status of the proxy's answer, read byte by byte so that nothing is read too far."""
    host = f"[{place.host}]" if ":" in place.host else place.host
    lines = [f"CONNECT {host}:{place.port} HTTP/1.1", f"Host: {host}:{place.port}"]
    if proxy.authorization:
        lines.append(f"Proxy-Authorization: {proxy.authorization}")
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(stream, "\r\n".join([*lines, "", ""]).encode("ascii"))
    answer = b""
    while not answer.endswith((b"\r\n\r\n", b"\n\n")) and len(answer) < _LONGEST_ANSWER:
        byte = await loop.sock_recv(stream, 1)
        if not byte:
            break
        answer += byte
    head = parse_head(answer)
    return head.status if head else 0
