"""One connection: requests come in, the steps of their answers go out."""

from __future__ import annotations

import asyncio
import math
import socket
import ssl
import struct
from collections.abc import Iterator
from typing import cast

from crawler.demo.request import BadRequestError, take_request
from crawler.demo.stage import Stage
from crawler.demo.steps import Asked, End, Step, Wait

STEPS_IN_A_ROW = 4
"""Then the loop has a turn: others are served, and a client that left is noticed before asyncio
warns of writing to nobody, which it does at the fifth write."""
LONGEST_REQUEST = 1_048_576
BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
FATAL_ALERT = b"\x15\x03\x03\x00\x02\x02"
RESET_ON_CLOSE = struct.pack("ii", 1, 0)


def reset(transport: asyncio.Transport) -> None:
    """Drop a connection so that the other side sees a reset, not an end."""
    sock = transport.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    transport.abort()


class Conversation(asyncio.Protocol):
    """Plays answers by callbacks alone: no task to cancel, nothing that sleeps, cheap if plain."""

    def __init__(self, stage: Stage, scheme: str, open_ones: set[asyncio.Transport]) -> None:
        self._stage = stage
        self._scheme = scheme
        self._open_ones = open_ones
        self._loop = asyncio.get_running_loop()
        self._inbox = bytearray()
        self._asked: Asked | None = None
        self._steps: Iterator[Step] = iter(())
        self._later: asyncio.Handle | None = None
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to listen."""
        self._transport = cast("asyncio.Transport", transport)
        self._open_ones.add(self._transport)
        self._stage.connections += 1
        self._number = self._stage.connections

    def connection_lost(self, _: Exception | None) -> None:
        """Forget the rest of the answer, whoever ended the connection."""
        self._open_ones.discard(self._transport)
        if self._later is not None:
            self._later.cancel()
        self._over()

    def data_received(self, data: bytes) -> None:
        """Collect what the client says; answer one request after the other."""
        self._inbox += data
        if len(self._inbox) > LONGEST_REQUEST:
            self._transport.abort()
        elif self._asked is None:
            self._listen()

    def pause_writing(self) -> None:
        """Hold the answer while the client is slow to read it."""
        self._paused = True

    def resume_writing(self) -> None:
        """Go on when the client has read enough."""
        self._paused = False
        if self._asked is not None and self._later is None:
            self._play()

    def _listen(self) -> None:
        try:
            request = take_request(self._inbox)
        except BadRequestError:
            self._transport.write(BAD_REQUEST)
            self._transport.close()
            return
        if request is not None:
            self._asked, answer = self._stage.hear(request, self._scheme, self._number)
            self._steps = iter(answer(self._asked))
            self._play()

    def _play(self) -> None:
        self._later = None
        for _ in range(STEPS_IN_A_ROW):
            if self._paused or self._transport.is_closing():
                return
            step = next(self._steps, None)
            if step is None:
                self._finish()
                return
            if not self._goes_on_after(step):
                return
        self._later = self._loop.call_soon(self._play)

    def _goes_on_after(self, step: Step) -> bool:
        if isinstance(step, bytes):
            self._stage.sent += len(step)
            self._transport.write(step)
            return True
        if isinstance(step, Wait):
            if step.seconds < math.inf:
                self._later = self._loop.call_later(step.seconds, self._play)
        elif step is End.RESET:
            reset(self._transport)
        else:
            self._transport.close()
        return False

    def _finish(self) -> None:
        if self._asked is not None and not self._asked.keep_alive:
            self._transport.close()
            return
        self._over()
        if self._inbox:
            self._loop.call_soon(self._listen)

    def _over(self) -> None:
        if self._asked is not None:
            self._stage.end(self._asked)
        self._asked, self._steps = None, iter(())


class Resetting(asyncio.Protocol):
    """A connection that is reset as soon as it is made."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Reset it."""
        reset(cast("asyncio.Transport", transport))


class Alerting(asyncio.Protocol):
    """A connection whose TLS handshake ends with an alert at the first word of the client."""

    def __init__(self, alert: ssl.AlertDescription) -> None:
        self._alert = alert

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for the client's hello."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, _: bytes) -> None:
        """Answer it with the alert, as a TLS record."""
        self._transport.write(FATAL_ALERT + bytes([self._alert]))
        self._transport.close()
