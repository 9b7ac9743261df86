"""Proxies from the environment, and a real little one on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

import pytest

from crawler.demo.answers import page
from crawler.demo.doors import closed_port
from crawler.demo.host import Certificate, host
from crawler.demo.web import MiniatureWeb
from crawler.errors import UsageProblem
from crawler.net.client import Client
from crawler.net.connect_to import ConnectTo, redirected
from crawler.net.connection import Connector
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.guard import Guard
from crawler.net.names import Names, Resolve
from crawler.net.proxies import Proxies, Proxy
from crawler.verdicts.evidence import Fault

from .asking import HEADERS, HTTP, HTTPS, LOOPBACK, NAME, always, ask, serving

HERE = host({"*": page("Atlas")})
SECRET = "Basic bWU6cEBzcw=="


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("http://proxy.example.org:8080", Proxy("proxy.example.org", 8080, None)),
        ("http://proxy.example.org:8080/", Proxy("proxy.example.org", 8080, None)),
        ("proxy.example.org:8080", Proxy("proxy.example.org", 8080, None)),
        ("http://Proxy.example.org", Proxy("proxy.example.org", 3128, None)),
        ("http://[::1]:8080", Proxy("::1", 8080, None)),
        ("http://me:p%40ss@proxy.example.org", Proxy("proxy.example.org", 3128, SECRET)),
        ("http://me@proxy.example.org", Proxy("proxy.example.org", 3128, "Basic bWU6")),
    ],
)
def test_the_ways_to_write_a_proxy(text: str, proxy: Proxy) -> None:
    assert Proxy.parse(text, "http_proxy") == proxy


@pytest.mark.parametrize(
    "text",
    [
        "socks5://me:secret@a.example",
        "https://a.example",
        "http://",
        "http://me:secret@",
        "http://me:sec/ret@a.example:80",
        "http://a.example:port",
        "http://a.example:99999",
        "http://[::1",
    ],
)
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(text: str) -> None:
    with pytest.raises(UsageProblem) as told:
        Proxy.parse(text, "all_proxy")
    assert str(told.value) == "all_proxy cannot be used: only http://HOST:PORT is spoken"


@pytest.mark.parametrize(
    ("variables", "scheme", "proxy"),
    [
        ({}, "http", None),
        ({"http_proxy": "http://a.example"}, "http", "a.example"),
        ({"http_proxy": "http://a.example"}, "https", None),
        ({"HTTPS_PROXY": "http://a.example"}, "https", "a.example"),
        ({"ALL_PROXY": "http://a.example"}, "https", "a.example"),
        ({"all_proxy": "http://a.example", "http_proxy": "http://b.example"}, "http", "b.example"),
        ({"http_proxy": "http://a.example", "no_proxy": "*"}, "http", None),
        ({"http_proxy": "http://a.example", "no_proxy": "example.org"}, "http", None),
        ({"http_proxy": "http://a.example", "NO_PROXY": f"x, {NAME}"}, "http", None),
        ({"http_proxy": "http://a.example", "no_proxy": "other.org"}, "http", "a.example"),
        ({"http_proxy": ""}, "http", None),
        ({"ftp_proxy": "socks5://a.example"}, "http", None),
    ],
)
def test_the_usual_variables(
    variables: dict[str, str], scheme: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = Proxies().to(scheme, NAME)
    assert (found.host if found else None) == proxy


class LittleProxy:
    """A proxy before the miniature web: it keeps what it is told, and passes the rest on."""

    def __init__(self, web: MiniatureWeb, answer: bytes = b"HTTP/1.1 200 Go on\r\n\r\n") -> None:
        self._rules = tuple(map(ConnectTo.parse, web.connect_to))
        self._answer = answer
        self.told: list[str] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told = await reader.readuntil(b"\r\n\r\n")
        self.told.append(told.decode())
        if not told.startswith(b"CONNECT "):
            writer.write(self._answer)
            await reader.read()
            return
        writer.write(self._answer)
        way = redirected(self._rules, NAME, 443)
        if way and b" 200 " in self._answer:
            await through(await asyncio.open_connection(*way), (reader, writer))

    @asynccontextmanager
    async def open(self, patch: pytest.MonkeyPatch) -> AsyncIterator[None]:
        """Serve, and be in the environment."""
        async with serving(self) as port:
            for scheme in ("http", "https"):
                patch.setenv(f"{scheme}_proxy", f"http://me:p%40ss@{LOOPBACK}:{port}")
            yield


Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def through(one: Stream, other: Stream) -> None:
    """Pass on what either says until either hangs up."""

    async def one_way(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(9000):
            writer.write(piece)

    ways = [
        asyncio.create_task(one_way(one[0], other[1])),
        asyncio.create_task(one_way(other[0], one[1])),
    ]
    await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    for way in ways:
        way.cancel()
    await asyncio.gather(*ways, return_exceptions=True)
    one[1].transport.abort()


def by_proxy(proxy: LittleProxy, web: MiniatureWeb, *urls: str) -> list[Answer]:
    async def asking() -> list[Answer]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(web.ca_file))
            async with proxy.open(patch):
                connector = Connector(Names(), Guard())
                client = Client(connector, timeout=5, headers=HEADERS)
                try:
                    return [await client.get(url, appetite=Appetite()) for url in urls]
                finally:
                    client.close()

    return asyncio.run(asking())


def refusal(proxy: LittleProxy, web: MiniatureWeb, url: str) -> NoAnswer:
    with pytest.raises(NoAnswer) as caught:
        by_proxy(proxy, web, url)
    return caught.value


def test_https_goes_through_a_tunnel_that_is_kept() -> None:
    with MiniatureWeb({NAME: HERE}) as web:
        proxy = LittleProxy(web)
        answers = by_proxy(proxy, web, HTTPS, f"{HTTPS}other")
        assert [asked.target for asked in web.log] == ["/", "/other"]
        assert "proxy-authorization" not in web.log[0].headers
    assert [answer.head.status for answer in answers] == [200, 200]
    assert answers[0].certificate_expires
    assert proxy.told == [
        f"CONNECT {NAME}:443 HTTP/1.1\r\nHost: {NAME}:443\r\nProxy-Authorization: {SECRET}\r\n\r\n"
    ]


def test_plain_http_tells_the_proxy_the_whole_address() -> None:
    with MiniatureWeb({NAME: HERE}) as web:
        proxy = LittleProxy(web, b"HTTP/1.1 404 So it is\r\nContent-Length: 0\r\n\r\n")
        answer = by_proxy(proxy, web, f"http://you:too@{NAME}:81/a%20b?c")[0]
    assert answer.head.status == 404
    head = proxy.told[0].splitlines()
    assert head[:2] == [f"GET http://{NAME}:81/a%20b?c HTTP/1.1", f"Host: {NAME}:81"]
    assert f"Proxy-Authorization: {SECRET}" in head


def test_a_certificate_behind_a_proxy_is_looked_at_as_any_other() -> None:
    with MiniatureWeb({NAME: host(certificate=Certificate.EXPIRED)}) as web:
        assert refusal(LittleProxy(web), web, HTTPS).fault is Fault.TLS_EXPIRED


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 407 Who are you\r\n\r\n",
        b"HTTP/1.1 502 Nobody there\nX: y\n\n",
        b"",
        b"junk\r\n\r\n",
        b"x" * 70_000,
    ],
    ids=["407", "502", "nothing", "junk", "a flood"],
)
def test_a_proxy_that_gives_no_tunnel_says_nothing_of_the_server(said: bytes) -> None:
    with MiniatureWeb({NAME: HERE}) as web:
        refused = refusal(LittleProxy(web, said), web, HTTPS)
        assert web.log == []
    assert refused.fault is Fault.UNREACHABLE
    assert refused.detail.startswith(f"the proxy {LOOPBACK} answered ")
    assert "ss" not in refused.detail.removeprefix("the proxy").replace("answered", "")


def test_a_proxy_that_wants_other_credentials_for_plain_http() -> None:
    with MiniatureWeb({}) as web:
        said = b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n"
        refused = refusal(LittleProxy(web, said), web, HTTP)
    assert refused.fault is Fault.UNREACHABLE


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "https://localhost/", "http://2130706433/", "https://[::1]/"]
)
def test_no_proxy_is_asked_for_an_inner_address(url: str) -> None:
    with MiniatureWeb({}) as web:
        proxy = LittleProxy(web)
        assert refusal(proxy, web, url).fault is Fault.PRIVATE_ADDRESS
    assert proxy.told == []


@pytest.mark.parametrize("resolve", [Names(), always(LOOPBACK)], ids=["no such name", "refused"])
@pytest.mark.parametrize("url", [HTTP, HTTPS])
def test_a_proxy_that_is_not_there_says_nothing_of_the_server(
    resolve: Resolve, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as stack:
        port = closed_port(stack)
        monkeypatch.setenv("all_proxy", f"http://no-such-proxy.invalid:{port}")
        client = Client(Connector(resolve, Guard()), timeout=5, headers=HEADERS)
        with pytest.raises(NoAnswer) as caught:
            asyncio.run(client.get(url, appetite=Appetite()))
    assert caught.value.fault is Fault.UNREACHABLE
    assert "the proxy no-such-proxy.invalid cannot be reached" in caught.value.detail
    assert caught.value.public


def test_what_connect_to_redirects_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "http://no-such-proxy.invalid")
    with MiniatureWeb({NAME: HERE}) as web:
        assert [answer.head.status for answer in ask(web, HTTP, HTTPS)] == [200, 200]
