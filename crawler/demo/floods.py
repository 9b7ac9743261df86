"""Answers that are more than they seem: streams without end, encodings, bombs."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from crawler.demo.replies import CONNECTION, Reply, opening, with_defaults
from crawler.demo.steps import Answer, Asked, End, Step

FILLER = b"<p>More of the same.</p>\n" * 640
BLOCK = 1_048_576
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def endless(
    content_type: str = "text/html; charset=utf-8", *, chunked: bool = True, begins: bytes = b""
) -> Answer:
    """Answer a body without end, in chunks or until somebody closes."""
    framing = ("Transfer-Encoding", "chunked") if chunked else ("Connection", "close")
    head = opening(200, "OK", [("Content-Type", content_type), framing]) + b"\r\n"

    def played(asked: Asked) -> Iterator[Step]:
        yield head
        if asked.method == "HEAD":
            yield End.CLOSE
        piece = begins or FILLER
        while True:
            yield b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece
            piece = FILLER

    return played


def encoded(
    reply: Reply, encoding: str = "gzip", compress: Callable[[bytes], bytes] = gzip.compress
) -> Reply:
    """Compress a reply; `compress=bytes` declares an encoding that the body does not have."""
    kept = tuple(pair for pair in reply.headers if pair[0].lower() != "content-length")
    headers = (*kept, ("Content-Encoding", encoding))
    return replace(reply, headers=headers, body=compress(reply.body))


def bomb(decoded_size: int, content_type: str = "text/html; charset=utf-8") -> Answer:
    """Answer a small gzip body that decodes to about `decoded_size` spaces, `10**10` too."""
    blocks = -(-decoded_size // BLOCK)
    content = b" " * BLOCK
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.flush(zlib.Z_FINISH)
    length = len(GZIP_HEAD) + blocks * len(packed) + len(end) + 8
    given = {"Content-Type": content_type, "Content-Encoding": "gzip"}
    headers = with_defaults(given, {"Content-Length": str(length)})

    def played(asked: Asked) -> Iterator[Step]:
        yield opening(200, "OK", headers) + CONNECTION[asked.keep_alive]
        if asked.method == "HEAD":
            return
        yield GZIP_HEAD
        check = 0
        for _ in range(blocks):
            yield packed
            check = zlib.crc32(content, check)
        size = blocks * BLOCK % 2**32
        yield end + check.to_bytes(4, "little") + size.to_bytes(4, "little")

    return played
