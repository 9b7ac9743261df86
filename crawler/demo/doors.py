"""Ports on loopback behind which nobody answers, each in its own way."""

from __future__ import annotations

import socket
from contextlib import ExitStack

LOOPBACK = "127.0.0.1"
LOOPBACK6 = "::1"


def closed_port(stack: ExitStack) -> int:
    """Hold a port that refuses connections: bound, so that nobody else takes it, never listened."""
    return _bound(stack).getsockname()[1]  # type: ignore[no-any-return]


def black_hole(stack: ExitStack) -> int:
    """Hold a port that never completes a connection: its queue is full and nobody empties it."""
    sock = _bound(stack)
    sock.listen(0)
    for _ in range(2):
        filler = stack.enter_context(socket.socket())
        filler.setblocking(False)
        filler.connect_ex(sock.getsockname())
    return sock.getsockname()[1]  # type: ignore[no-any-return]


def _bound(stack: ExitStack) -> socket.socket:
    sock = stack.enter_context(socket.socket())
    sock.bind((LOOPBACK, 0))
    return sock
