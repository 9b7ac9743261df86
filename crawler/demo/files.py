"""Files of any size, made while they are read, as download servers give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.demo.replies import (
    CONNECTION,
    Headers,
    Reply,
    is_unchanged,
    not_modified,
    opening,
    phrase,
    with_defaults,
)
from crawler.demo.steps import Asked, Step

CHUNK = 65_536
ONE_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@dataclass(frozen=True, slots=True)
class File:
    """A file of `size` bytes: those of `begins`, then zeros. Knows ranges and its ETag."""

    size: int
    headers: tuple[tuple[str, str], ...]
    begins: bytes = b""
    ranges: bool = True

    def __call__(self, asked: Asked) -> Iterator[Step]:
        """Give the file, or the part of it that is asked for."""
        if is_unchanged(self.headers, asked):
            yield from not_modified(self.headers)(asked)
            return
        wanted = ONE_RANGE.match(asked.headers.get("range", "")) if self.ranges else None
        if wanted is None:
            yield from self._part(asked, 200, 0, self.size)
            return
        first, last = int(wanted[1]), int(wanted[2] or self.size - 1)
        if first >= self.size:
            total = (("Content-Range", f"bytes */{self.size}"),)
            yield from Reply(416, phrase(416), total)(asked)
            return
        yield from self._part(asked, 206, first, min(last + 1, self.size))

    def _part(self, asked: Asked, code: int, start: int, end: int) -> Iterator[Step]:
        headers = [*self.headers, ("Content-Length", str(end - start))]
        if code == 206:
            headers.append(("Content-Range", f"bytes {start}-{end - 1}/{self.size}"))
        yield opening(code, phrase(code), headers) + CONNECTION[asked.keep_alive]
        if asked.method != "HEAD":
            for at in range(start, end, CHUNK):
                yield self._bytes(at, min(at + CHUNK, end))

    def _bytes(self, start: int, end: int) -> bytes:
        return self.begins[start:end].ljust(end - start, b"\0")


def file(
    size: int,
    content_type: str = "application/octet-stream",
    *,
    disposition: str | None = None,
    begins: bytes = b"",
    headers: Headers = (),
    ranges: bool = True,
) -> File:
    """Answer a file of any size, `10**10` too; `disposition` is the name it offers to save as."""
    defaults = {"Content-Type": content_type, "ETag": f'"{size:x}"'}
    if disposition is not None:
        defaults["Content-Disposition"] = f'attachment; filename="{disposition}"'
    if ranges:
        defaults["Accept-Ranges"] = "bytes"
    return File(size, with_defaults(headers, defaults), begins, ranges)
