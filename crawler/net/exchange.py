"""One exchange on one connection: a request out, a head and as much body as is wanted back."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from crawler.clock import stopwatch
from crawler.net.chunks import Chunks
from crawler.net.connection import Connection
from crawler.net.faults import NoAnswer, no_answer
from crawler.net.unpacking import Unpacker
from crawler.net.wire import Head, end_of_head, may_be_http, parse_head
from crawler.verdicts.evidence import Fault

OURS = "vitals"
"""The name of the client that speaks HTTP by itself, as these rooms do."""

LARGEST_HEAD = 256 * 1024
_PIECE = 64 * 1024
_MOST_HEADS = 20


@dataclass(frozen=True, slots=True)
class Appetite:
    """How much of an answer's body is wanted: of pages, and of everything else."""

    page: int = 512 * 1024
    other: int = 1024

    def limit(self, head: Head) -> int:
        """The most bytes of content to read after this head."""
        kind = (head.get("content-type") or "text/html").lower()
        return self.page if "html" in kind else self.other


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the head, the content read so far, and whether that is all of it.

    `client` names who asked: ours, or the other one of second looks.
    """

    head: Head
    content: bytes
    complete: bool
    address: str
    certificate_expires: str | None
    milliseconds: int
    reusable: bool
    client: str = OURS


async def exchange(
    connection: Connection, request: bytes, *, within: float, appetite: Appetite
) -> Answer:
    """Send a request and read its answer.

    The head must come `within` so many seconds; a body that takes longer is cut there and is no
    fault. `NoAnswer` says that no head came, and how.
    """
    started = stopwatch()
    head, rest = await _head(connection, request, within)
    milliseconds = round((stopwatch() - started) * 1000)
    body = _Body(head, appetite.limit(head))
    await _read(connection, body, rest, within)
    return Answer(
        head=head,
        content=bytes(body.content),
        complete=body.complete,
        address=connection.address,
        certificate_expires=connection.certificate_expires,
        milliseconds=milliseconds,
        reusable=body.tidy and head.keeps_alive(),
    )


async def _head(connection: Connection, request: bytes, within: float) -> tuple[Head, bytes]:
    try:
        async with asyncio.timeout(within):
            connection.writer.write(request)
            return await _final_head(connection.reader)
    except TimeoutError as error:
        raise NoAnswer(Fault.READ_TIMEOUT, f"no answer within {within:g} s") from error
    except OSError as error:
        raise no_answer(error) from error


async def _final_head(reader: asyncio.StreamReader) -> tuple[Head, bytes]:
    """The first head that is not an interim one, and what came after it."""
    rest = b""
    for _ in range(_MOST_HEADS):
        head, rest = await _next_head(reader, rest)
        if not head.is_interim():
            return head, rest
    raise NoAnswer(Fault.NOT_HTTP, f"{_MOST_HEADS} interim answers and no other")


async def _next_head(reader: asyncio.StreamReader, begun: bytes) -> tuple[Head, bytes]:
    """A head that begins with these bytes, and what came after it."""
    data = bytearray(begun.lstrip(b"\r\n"))
    searched = came = 0
    while (end := end_of_head(data, searched)) is None:
        searched = len(data)
        if came > LARGEST_HEAD:
            raise NoAnswer(Fault.NOT_HTTP, f"more than {LARGEST_HEAD} bytes of headers")
        if not may_be_http(data):
            raise _not_http(data)
        piece = await reader.read(_PIECE)
        if not piece:
            return _cut_short(data), b""
        came += len(piece)
        data += piece if data else piece.lstrip(b"\r\n")
    head = parse_head(bytes(data[:end]))
    if head is None:
        raise _not_http(data)
    return head, bytes(data[end:])


def _cut_short(data: bytearray) -> Head:
    """The head of a server that hung up before it was through: what came is the answer."""
    head = parse_head(bytes(data))
    if head and not head.is_interim():
        return head
    if data and not head:
        raise _not_http(data)
    raise NoAnswer(Fault.RESET, "the connection was closed without an answer")


def _not_http(data: bytearray) -> NoAnswer:
    return NoAnswer(Fault.NOT_HTTP, f"the answer begins with {bytes(data[:60])!r}")


class _Body:
    """The content as far as it is known, and when enough of it has come."""

    def __init__(self, head: Head, limit: int) -> None:
        self.content = bytearray()
        self._left = head.body_length()
        self._chunks = Chunks() if self._left is None and head.is_chunked() else None
        self._unpacker = Unpacker(head.get("content-encoding"), limit)
        self._wire_room = 2 * limit + 2 * _PIECE
        self._surplus = False
        self._hung_up = False

    def feed(self, data: bytes) -> None:
        """Take what came off the wire; nothing means that the server hung up."""
        self._hung_up = not data
        self._wire_room -= len(data)
        self.content += self._unpacker.feed(self._framed(data))

    def _framed(self, data: bytes) -> bytes:
        if self._chunks:
            return self._chunks.feed(data)
        if self._left is None:
            return data
        inside = data[: self._left]
        self._left -= len(inside)
        self._surplus = len(inside) < len(data)
        return inside

    @property
    def wanting(self) -> bool:
        """More of it may come, and more is wanted."""
        ended = self._chunks.done if self._chunks else self._left == 0
        enough = self._unpacker.room <= 0 or self._wire_room <= 0
        return not (ended or enough or self._hung_up)

    @property
    def complete(self) -> bool:
        """All of it has come and is in the content."""
        if self._chunks:
            ended = self._chunks.whole
        else:
            ended = self._left == 0 or (self._left is None and self._hung_up)
        return ended and not self._unpacker.cut

    @property
    def tidy(self) -> bool:
        """All of it has come and nothing else: the next answer can follow on this connection."""
        if self._chunks:
            return self._chunks.tidy
        return self._left == 0 and not self._surplus


async def _read(connection: Connection, body: _Body, first: bytes, within: float) -> None:
    """Read the body until it ends, enough came, or time is up."""
    if first:
        body.feed(first)
    # What was promised and did not come is seen by what is missing.
    with suppress(OSError):
        async with asyncio.timeout(within):
            while body.wanting:
                body.feed(await connection.reader.read(_PIECE))
