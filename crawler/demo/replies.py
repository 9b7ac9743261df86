"""Answers of servers that behave: pages, files, redirects, and bytes written by hand."""

from __future__ import annotations

import json as json_module
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus

from crawler.demo.steps import Answer, Asked, End, Step

Headers = Mapping[str, str | None] | Iterable[tuple[str, str | None]]
"""Headers as a mapping, or as pairs where a name repeats; None takes a default header away."""

BODILESS = frozenset({204, 304})
CONNECTION = {True: b"Connection: keep-alive\r\n\r\n", False: b"Connection: close\r\n\r\n"}


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole response held in memory; answers HEAD and conditional requests as it should."""

    code: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    conditional: bool = False
    _start: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        headers = self.headers
        if self.code not in BODILESS:
            headers = with_defaults(headers, {"Content-Length": str(len(self.body))})
        object.__setattr__(self, "_start", opening(self.code, self.reason, headers))

    def __call__(self, asked: Asked) -> tuple[Step, ...]:
        """Give the response in one piece."""
        if self.conditional and is_unchanged(self.headers, asked):
            return not_modified(self.headers)(asked)
        start = self._start + CONNECTION[asked.keep_alive]
        return (start,) if asked.method == "HEAD" else (start + self.body,)


def phrase(code: int) -> str:
    """Give the usual words of a status code, or none for a code nobody registered."""
    return HTTPStatus(code).phrase if code in set(HTTPStatus) else ""


def opening(code: int, reason: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """Write a status line and headers, all but the end of the head, in raw UTF-8."""
    lines = [f"HTTP/1.1 {code} {reason}".rstrip(), *(f"{name}: {value}" for name, value in headers)]
    return "".join(f"{line}\r\n" for line in lines).encode()


def with_defaults(headers: Headers, defaults: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Put default headers before the given ones, unless those name them too."""
    pairs = tuple(headers.items() if isinstance(headers, Mapping) else headers)
    given = {name.lower() for name, _ in pairs}
    kept = [(name, value) for name, value in defaults.items() if name.lower() not in given]
    return (*kept, *((name, value) for name, value in pairs if value is not None))


def is_unchanged(headers: Iterable[tuple[str, str]], asked: Asked) -> bool:
    """Tell whether the client already holds what these headers describe."""
    known = {name.lower(): value for name, value in headers}
    tags = asked.headers.get("if-none-match")
    if tags is not None:
        mine = known.get("etag", "").removeprefix("W/")
        return mine in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    since = asked.headers.get("if-modified-since")
    return since is not None and since == known.get("last-modified")


def not_modified(headers: Iterable[tuple[str, str]]) -> Reply:
    """Answer 304 with the headers by which the client knows its copy."""
    kept = tuple(pair for pair in headers if pair[0].lower() in {"etag", "last-modified"})
    return Reply(304, phrase(304), kept)


def entity_tag(content: bytes) -> str:
    """Give an ETag that differs when the content does."""
    return f'"{zlib.crc32(content):08x}-{len(content):x}"'


def text(
    content: str | bytes,
    content_type: str = "text/plain; charset=utf-8",
    *,
    status: int = 200,
    headers: Headers = (),
    conditional: bool = True,
) -> Reply:
    """Answer some text, or any bytes, with an ETag; 304 to whoever has it already."""
    body = content.encode() if isinstance(content, str) else content
    defaults = {"Content-Type": content_type}
    if conditional:
        defaults["ETag"] = entity_tag(body)
    return Reply(status, phrase(status), with_defaults(headers, defaults), body, conditional)


def json(value: object, *, status: int = 200, headers: Headers = ()) -> Reply:
    """Answer a value as JSON, as an API does."""
    content = json_module.dumps(value, ensure_ascii=False)
    return text(content, "application/json", status=status, headers=headers)


def page(
    title: str | None,
    *,
    description: str | None = None,
    head: str = "",
    body: str | None = None,
    status: int = 200,
    headers: Headers = (),
    charset: str = "utf-8",
    lang: str = "en",
    conditional: bool = True,
) -> Reply:
    """Answer an HTML page; `head` and `body` are HTML as it stands, title None leaves it out."""
    named = "" if title is None else f"<title>{escape(title)}</title>\n"
    if description is not None:
        named += f'<meta name="description" content="{escape(description)}">\n'
    shown = f"<h1>{escape(title or '')}</h1>\n<p>{escape(description or '')}</p>"
    html = (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="{charset}">\n'
        f"{named}{head}</head>\n<body>\n{shown if body is None else body}\n</body>\n</html>\n"
    )
    return text(
        html.encode(charset),
        f"text/html; charset={charset}",
        status=status,
        headers=headers,
        conditional=conditional and status == HTTPStatus.OK,
    )


def status(
    code: int, reason: str | None = None, *, headers: Headers = (), body: str | None = None
) -> Reply:
    """Answer a bare status with the short page that nginx gives; `reason=""` leaves it out."""
    reason = phrase(code) if reason is None else reason
    line = f"{code} {reason}".strip()
    shown = f"<center><h1>{line}</h1></center>\r\n<hr><center>nginx</center>"
    title = f"<head><title>{line}</title></head>"
    html = f"<html>\r\n{title}\r\n<body>\r\n{shown}\r\n</body>\r\n</html>\r\n"
    content = b"" if code in BODILESS else (html if body is None else body).encode()
    defaults = {} if code in BODILESS else {"Content-Type": "text/html"}
    return Reply(code, reason, with_defaults(headers, defaults), content)


def redirect(
    code: int, location: str | None, *, cookie: str | None = None, headers: Headers = ()
) -> Reply:
    """Send the client elsewhere; the location goes out as written, right or wrong."""
    pairs = list(with_defaults(headers, {}))
    if location is not None:
        pairs.append(("Location", location))
    if cookie is not None:
        pairs.append(("Set-Cookie", cookie))
    return status(code, headers=pairs)


def raw(content: bytes, *, keep: bool = False) -> Answer:
    """Answer these very bytes, head and all, then close, unless told to keep the connection."""
    head = content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    def answer(asked: Asked) -> Iterator[Step]:
        yield head if asked.method == "HEAD" else content
        if not keep:
            yield End.CLOSE

    return answer
