"""A host behind whose door only HTTP/2 is spoken."""

from __future__ import annotations

import socket
import ssl

import httpx
import pytest

from crawler.demo.host import host
from crawler.demo.replies import page
from crawler.demo.web import MiniatureWeb

from .client import NAME, connected, web_of

HERE = {"/": page("Atlas")}


def ask(web: MiniatureWeb, path: str, *, http2: bool) -> httpx.Response:
    """Ask for a path of the host as httpx does."""
    way = next(way for way in web.connect_to if way.startswith(f"{NAME}:443"))
    trusted = ssl.create_default_context(cafile=str(web.ca_file))
    with httpx.Client(verify=trusted, http2=http2, trust_env=False) as client:
        return client.get(
            f"https://127.0.0.1:{way.rpartition(':')[2]}{path}",
            headers={"Host": NAME},
            extensions={"sni_hostname": NAME},
        )


@pytest.mark.parametrize(("path", "code"), [("/", 200), ("/missing", 404)])
def test_whoever_speaks_it_is_answered(path: str, code: int) -> None:
    with web_of(host(HERE, http2_only=True)) as web:
        answer = ask(web, path, http2=True)
        assert (answer.http_version, answer.status_code) == ("HTTP/2", code)
        assert [(asked.host, asked.target, asked.scheme) for asked in web.log] == [
            (NAME, path, "https")
        ]


def test_whoever_does_not_is_hung_up_on() -> None:
    with web_of(host(HERE, http2_only=True)) as web:
        with pytest.raises(httpx.TransportError):
            ask(web, "/", http2=False)
        assert web.log == []


def test_over_plain_http_it_speaks_as_all_do() -> None:
    with web_of(host(HERE, http2_only=True)) as web, connected(web, NAME, "http") as sock:
        sock.sendall(f"GET / HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        assert sock.recv(15) == b"HTTP/1.1 200 OK"


def test_what_is_no_http2_ends_the_connection() -> None:
    with web_of(host(HERE, http2_only=True)) as web:
        way = next(way for way in web.connect_to if way.startswith(f"{NAME}:443"))
        context = ssl.create_default_context(cafile=str(web.ca_file))
        context.set_alpn_protocols(["h2"])
        with (
            socket.create_connection(("127.0.0.1", int(way.rpartition(":")[2])), 5) as plain,
            context.wrap_socket(plain, server_hostname=NAME) as sock,
        ):
            sock.sendall(b"GET / HTTP/1.1\r\n\r\n" + bytes(64))
            heard = b""
            while piece := sock.recv(4096):
                heard += piece
        assert b"200" not in heard
