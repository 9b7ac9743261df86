"""The miniature web's names: what a name server would say, for names that ours alone knows."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

SERVER_FAILURE = "server-failure.invalid"
NO_ADDRESS = "no-address.invalid"
IPV4_DEAD = "ipv4-dead.invalid"
IPV6_DEAD = "ipv6-dead.invalid"
"""Names for `--connect-to` of hosts that have trouble with their own; understood in `played`."""

Entry = int | tuple[str, ...]
NAMES: Mapping[str, Entry] = {
    SERVER_FAILURE: socket.EAI_AGAIN,
    NO_ADDRESS: -5,
    IPV4_DEAD: ("127.0.0.1", "::1"),
    IPV6_DEAD: ("::1", "127.0.0.1"),
    "hijacked.hostile.example": ("127.0.0.1",),
}
"""Addresses, best first, or the resolver's error: EAI_NODATA is -5 and has no name in Python."""


@contextmanager
def played(names: Mapping[str, Entry] = NAMES) -> Iterator[None]:
    """Let this process look these names up as the table says; all others as ever."""
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        entry = names.get(host.decode() if isinstance(host, bytes) else host)
        if entry is None:
            return real(host, port, *args, **kwargs)
        if isinstance(entry, int):
            raise socket.gaierror(entry, "the miniature web's name server says so")
        kept = {**kwargs, "flags": socket.AI_NUMERICHOST}
        return [found for address in entry for found in real(address, port, *args[:3], **kept)]

    socket.getaddrinfo = look_up
    try:
        yield
    finally:
        socket.getaddrinfo = real
