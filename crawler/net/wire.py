"""What stands on the wire: requests written, heads of answers read. Pure; as lenient as browsers.

Written by hand because every HTTP library on offer rejects some servers that browsers read
(header lines without a colon, both Content-Length and chunked, odd status lines, raw UTF-8 in
Location), and a rejected server would be a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

Headers = tuple[tuple[str, str], ...]

_BEGINNINGS = (b"HTTP", b"ICY ")
_STATUS_LINE = re.compile(
    rb"(?:HTTP(?:/(\d{1,3})(?:\.(\d{1,3}))?)?|ICY)\s+(\d{3})(?!\d)", re.IGNORECASE
)
_END_OF_HEAD = re.compile(rb"\n\r{0,2}\n")
_LONGEST_END = 4
_FOLD = re.compile(rb"\n[ \t]+")
_LENGTH = re.compile(r"\s*([0-9]{1,18})\s*(?:,|\Z)")
_TARGET = re.compile(r"[^:/?#]*://[^/?#]*([^#]*)")
_BREAKS = re.compile(r"[\r\n\0]+")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer; the names of its headers are in lower case."""

    version: tuple[int, int]
    status: int
    headers: Headers

    def get(self, name: str) -> str | None:
        """The first header of that lower-case name."""
        return next((value for key, value in self.headers if key == name), None)

    def is_interim(self) -> bool:
        """Whether another head follows: 100 Continue, 103 Early Hints and their like."""
        return 100 <= self.status < 200 and self.status != 101

    def body_length(self) -> int | None:
        """How many bytes follow, or None when only the end of the connection (or chunks) tells."""
        if self.status in (101, 204, 304):
            return 0
        if self.is_chunked():
            return None
        length = _LENGTH.match(self.get("content-length") or "")
        return int(length[1]) if length else None

    def is_chunked(self) -> bool:
        """Whether the body comes in chunks; that wins over any stated length."""
        return "chunked" in (self.get("transfer-encoding") or "").lower()

    def keeps_alive(self) -> bool:
        """Whether the server means to take another request on this connection."""
        connection = (self.get("connection") or "").lower()
        if self.version < (1, 1):
            return "keep-alive" in connection
        return "close" not in connection and self.status != 101


def may_be_http(data: bytes | bytearray) -> bool:
    """Whether an answer that begins with these bytes can still be HTTP."""
    start = bytes(data[:4]).upper()
    return any(word.startswith(start) for word in _BEGINNINGS)


def end_of_head(data: bytes | bytearray, searched: int = 0) -> int | None:
    """Where the body begins, or None while the head is not complete.

    `searched` bytes were there before, without an end: a head that drips is searched only once.
    """
    found = _END_OF_HEAD.search(data, max(0, searched - _LONGEST_END + 1))
    return found.end() if found else None


def parse_head(data: bytes) -> Head | None:
    r"""Read the head of an answer; None when this is not HTTP.

    >>> parse_head(b"HTTP/1.1 200\nX-A: 1\nno colon here\n\n")
    Head(version=(1, 1), status=200, headers=(('x-a', '1'),))
    """
    first, _, rest = data.strip(b"\r\n").replace(b"\r\n", b"\n").partition(b"\n")
    line = _STATUS_LINE.match(first)
    if not line:
        return None
    major, minor, status = line.groups()
    return Head((int(major or 1), int(minor or 0)), int(status), tuple(_headers(rest)))


def header_pair(key: bytes, content: bytes) -> tuple[str, str]:
    """A header as text, its name in lower case."""
    name = _text(key).lower()
    return name, _address(content) if name == "location" else _text(content)


def _headers(data: bytes) -> Iterator[tuple[str, str]]:
    for line in _FOLD.sub(b" ", data).split(b"\n"):
        key, colon, content = line.partition(b":")
        name, value = header_pair(key, content)
        if colon and name:
            yield name, value


def _text(data: bytes) -> str:
    """Header bytes as text: UTF-8 where it is that, else one character a byte."""
    data = data.strip(b" \t\r")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _address(data: bytes) -> str:
    """An address in a header; bytes that are no UTF-8 are escaped, for the server knows them so."""
    try:
        return data.strip(b" \t\r").decode("utf-8")
    except UnicodeDecodeError:
        return _text(_BEYOND_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), data))


def request_bytes(method: str, url: str, headers: Headers, *, through_proxy: bool = False) -> bytes:
    """A request as it goes over the wire; path and query byte for byte as the address has them."""
    target = target_of(url)
    if through_proxy:
        target = f"{urlsplit(url).scheme}://{host_header(url)}{target}"
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host_header(url)}"]
    lines += [f"{name}: {value}" for name, value in headers]
    # No value, wherever it comes from, may begin a line of its own.
    return "".join(f"{_BREAKS.sub(' ', line)}\r\n" for line in [*lines, ""]).encode()


def target_of(url: str) -> str:
    """Path and query, byte for byte as the address has them."""
    parts = _TARGET.match(url)
    path = parts[1] if parts else ""
    return path if path.startswith("/") else f"/{path}"


def host_header(url: str) -> str:
    """The host as a server expects it: without user and password, port only where unusual."""
    return urlsplit(url).netloc.rpartition("@")[2]
