"""A bare client: it says what it is told, and keeps every byte it hears and how it ended."""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from crawler.demo.host import Host, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb

NAME = "atlas.example.org"
PORTS = {"http": 80, "https": 443}


class Ending(StrEnum):
    CLOSED = "closed"
    RESET = "reset"
    SILENT = "silent"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back, byte for byte, and how it ended."""

    everything: bytes
    ending: Ending

    @property
    def head(self) -> str:
        return self.everything.partition(b"\r\n\r\n")[0].decode()

    @property
    def body(self) -> bytes:
        return self.everything.partition(b"\r\n\r\n")[2]

    @property
    def first_line(self) -> str:
        return self.head.partition("\r\n")[0]

    @property
    def code(self) -> int:
        return int(self.first_line.split(" ")[1])

    @property
    def headers(self) -> dict[str, str]:
        lines = self.head.split("\r\n")[1:]
        return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}

    @property
    def unpacked(self) -> bytes:
        return gzip.decompress(self.body)


def way_to(web: MiniatureWeb, name: str, port: int) -> tuple[str, int]:
    """Find the first rule for a host and port, as curl does."""
    for rule in web.connect_to:
        rule_name, rule_port, address, real_port = rule.split(":")
        if rule_name in ("", name) and rule_port == str(port):
            return address, int(real_port)
    raise LookupError(name)


@contextmanager
def connected(
    web: MiniatureWeb,
    name: str = NAME,
    scheme: str = "http",
    *,
    tls: ssl.SSLContext | None = None,
    port: int | None = None,
    timeout: float = 5,
) -> Iterator[socket.socket]:
    """Connect to a host by its rule; over https its certificate is verified, unless told."""
    way = way_to(web, name, port or PORTS[scheme])
    with socket.create_connection(way, timeout=timeout) as plain:
        if scheme == "http":
            yield plain
            return
        trusting = tls or ssl.create_default_context(cafile=str(web.ca_file))
        with trusting.wrap_socket(plain, server_hostname=name) as secret:
            yield secret


def careless() -> ssl.SSLContext:
    """Trust any certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def request(
    name: str = NAME,
    target: str = "/",
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    *,
    keep: bool = False,
) -> bytes:
    """Write a request; the connection closes afterwards, unless it is to be kept."""
    said = {"Host": name, **({} if keep else {"Connection": "close"}), **(headers or {})}
    lines = [f"{method} {target} HTTP/1.1", *(f"{key}: {value}" for key, value in said.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def listen(sock: socket.socket, enough: int = 10**9, patience: float = 5) -> Heard:
    """Read until the end, until there is enough, or until nothing comes."""
    sock.settimeout(patience)
    heard = b""
    while len(heard) < enough:
        try:
            piece = sock.recv(65_536)
        except TimeoutError:
            return Heard(heard, Ending.SILENT)
        except ConnectionResetError:
            return Heard(heard, Ending.RESET)
        if not piece:
            return Heard(heard, Ending.CLOSED)
        heard += piece
    return Heard(heard, Ending.ENOUGH)


def get(
    web: MiniatureWeb,
    target: str = "/",
    *,
    name: str = NAME,
    scheme: str = "http",
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    tls: ssl.SSLContext | None = None,
) -> Heard:
    """Make one request on a connection of its own."""
    with connected(web, name, scheme, tls=tls) as sock:
        sock.sendall(request(name, target, method, headers))
        return listen(sock)


@contextmanager
def web_of(answer: Answer | Host, night: int = 1) -> Iterator[MiniatureWeb]:
    """Play one host that gives the same answer everywhere."""
    only = answer if isinstance(answer, Host) else host({"*": answer})
    with MiniatureWeb({NAME: only}, night=night) as web:
        yield web


def hear(
    answer: Answer | Host,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    enough: int = 10**9,
    patience: float = 5,
    night: int = 1,
) -> Heard:
    """Ask once for an answer, over a real connection."""
    with web_of(answer, night) as web, connected(web) as sock:
        sock.sendall(request(method=method, headers=headers))
        return listen(sock, enough, patience)
