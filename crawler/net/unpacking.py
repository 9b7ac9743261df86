"""Content encodings undone piece by piece, never beyond a cap: a bomb costs us the cap, no more."""

from __future__ import annotations

import zlib
from contextlib import suppress

ACCEPTED = "gzip, deflate"

_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Unpacker:
    """Undoes gzip or deflate; what is not packed as it claims is passed on as it is.

    However the bytes are cut into pieces, the same content comes out: all of it up to the first
    byte that makes no sense, and at most `limit`. `cut` tells that there was more than that.
    """

    def __init__(self, encoding: str | None, limit: int) -> None:
        codings = {coding.strip() for coding in (encoding or "").lower().split(",")}
        self.room = limit
        self.cut = False
        self._packed = codings <= _PACKED
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._ended = False
        self._begun = False
        self._seen = bytearray()

    def feed(self, data: bytes) -> bytes:
        """The content's bytes that became known with this piece, at most `room` in all."""
        content = self._unpack(data) if self._packed and not self.cut else data
        self.cut = self.cut or len(content) > self.room
        content = content[: self.room]
        self.room -= len(content)
        return content

    def _unpack(self, data: bytes) -> bytes:
        if not self._begun:
            self._seen += data
        content = self._inflated(data)
        if content is None:
            content = self._otherwise()
        if content:
            self._begun = True
            self._seen.clear()
        return content

    def _inflated(self, data: bytes) -> bytes | None:
        """What comes out of these bytes; None when it is plain that nothing ever will."""
        if self._ended or self._inflate.eof:
            return b""
        before = self._inflate.copy()
        try:
            return self._inflate.decompress(data, self.room + 1)
        except zlib.error:
            self._ended = True
            content = _up_to_the_error(before, data)
            return content if content or self._begun else None

    def _otherwise(self) -> bytes:
        """All seen so far, read as deflate without its wrapper, or as not packed at all."""
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self._ended = False
        seen = bytes(self._seen)
        content = self._inflated(seen)
        if content is None:
            self._packed = False
            return seen
        return content


def _up_to_the_error(inflate: zlib._Decompress, data: bytes) -> bytes:
    """What zlib threw away when it met an error: all that comes out before it, byte by byte."""
    content = bytearray()
    with suppress(zlib.error):
        for at in range(len(data)):
            content += inflate.decompress(data[at : at + 1])
    return bytes(content)
