"""Chunked bodies, read piece by piece and forgiven what browsers forgive."""

from __future__ import annotations

import re

_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,16})\s*(?:;.*)?", re.DOTALL)
_LONGEST_SIZE_LINE = 4096


class Chunks:
    r"""Takes bytes off the wire, gives the body's bytes.

    `done` when no more of it will come, `whole` if that is because the last chunk came.

    >>> chunks = Chunks()
    >>> chunks.feed(b"3;x=y\r\nabc\r\n0\r\n\r\n"), chunks.done
    (b'abc', True)
    """

    def __init__(self) -> None:
        self.done = False
        self.whole = False
        self._waiting = bytearray()
        self._left = 0

    @property
    def tidy(self) -> bool:
        """Whether it ended and nothing came after: the connection is ready for another answer."""
        return self.whole and bytes(self._waiting[:3]) in (b"\r\n", b"\n")

    def feed(self, data: bytes) -> bytes:
        """The body's bytes that became known with this piece."""
        self._waiting += data
        body = bytearray()
        while not self.done and self._waiting:
            if self._left:
                piece = self._waiting[: self._left]
                del self._waiting[: len(piece)]
                self._left -= len(piece)
                body += piece
            elif not self._next_size():
                break
        return bytes(body)

    def _next_size(self) -> bool:
        """Read the next chunk's size line; False while it is not complete."""
        del self._waiting[: len(self._waiting) - len(self._waiting.lstrip(b"\r\n"))]
        end = self._waiting.find(b"\n", 0, _LONGEST_SIZE_LINE)
        if end < 0:
            self.done = len(self._waiting) >= _LONGEST_SIZE_LINE
            return False
        size = _SIZE.fullmatch(self._waiting, 0, end)
        self._left = int(size[1], 16) if size else 0
        self.done, self.whole = self._left == 0, size is not None and self._left == 0
        del self._waiting[: end + 1]
        return True
