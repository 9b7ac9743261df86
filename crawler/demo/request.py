"""From the bytes a client sends to a request; nothing is refused that can be understood."""

from __future__ import annotations

from dataclasses import dataclass

END_OF_HEAD = b"\r\n\r\n"
LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Request:
    """One request as read from a connection."""

    method: str
    target: str
    headers: dict[str, str]
    keep_alive: bool

    @property
    def host(self) -> str:
        """Give the host name the client asks for, in lower case and without a port."""
        return self.headers.get("host", "").lower().partition(":")[0]


class BadRequestError(Exception):
    """What came is not HTTP."""


def take_request(inbox: bytearray) -> Request | None:
    """Take the first whole request, with its body, out of what has come so far, if it is there."""
    end = inbox.find(END_OF_HEAD)
    if end < 0:
        return None
    request = read_head(bytes(inbox[:end]))
    whole = end + len(END_OF_HEAD) + length_of_body(request.headers)
    if len(inbox) < whole:
        return None
    del inbox[:whole]
    return request


def read_head(head: bytes) -> Request:
    """Read a request line and headers; bytes beyond ASCII stay one character each."""
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/"):
        raise BadRequestError(first)
    headers = read_headers(lines)
    kept = words[2] == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
    return Request(words[0], words[1], headers, kept and "transfer-encoding" not in headers)


def read_headers(lines: list[str]) -> dict[str, str]:
    """Read header lines; the values of a repeated name are joined by a comma."""
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        key = name.strip().lower()
        headers[key] = f"{headers[key]}, {value.strip()}" if key in headers else value.strip()
    return headers


def length_of_body(headers: dict[str, str]) -> int:
    """Tell how many bytes follow the head of a request."""
    length = headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > LONGEST_NUMBER:
        raise BadRequestError(length)
    return int(length)
