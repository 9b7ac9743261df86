"""The other client: HTTP/2 where it can; the same guard, the same caps, the same faults."""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from crawler.demo.answers import (
    close_at_once,
    endless,
    hang,
    page,
    raw,
    redirect,
    reset_at_once,
    text,
)
from crawler.demo.host import NO_SUCH_NAME, Certificate, host
from crawler.demo.steps import Answer as Plays
from crawler.demo.web import MiniatureWeb
from crawler.net.client import Client
from crawler.net.connect_to import ConnectTo
from crawler.net.connection import Connector
from crawler.net.exchange import OURS, Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.guard import Guard
from crawler.net.names import Resolve
from crawler.net.second import THEIRS, SecondClient
from crawler.verdicts.evidence import Fault

from .asking import HEADERS, HTTP, HTTPS, LOOPBACK, NAME, always, connector_to, serving

PAGE = page("Atlas")


async def got(connector: Connector, url: str, patience: float = 5, **how: Any) -> Answer:
    first = Client(connector, timeout=patience, headers=HEADERS)
    second = SecondClient(connector, first, timeout=patience, headers=HEADERS)
    try:
        return await second.get(url, **{"appetite": Appetite(), **how})
    finally:
        await second.close()
        first.close()


@contextmanager
def trusting(web: MiniatureWeb) -> Iterator[None]:
    """The other client reads the trusted certificates when it is first needed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(web.ca_file))
        yield


def ask(web: MiniatureWeb, url: str, **how: Any) -> Answer:
    with trusting(web):
        return asyncio.run(got(connector_to(web), url, **how))


def fault(web: MiniatureWeb, url: str, **how: Any) -> Fault:
    with pytest.raises(NoAnswer) as failed:
        ask(web, url, **how)
    return failed.value.fault


def playing(says: Plays, **settings: Any) -> MiniatureWeb:
    return MiniatureWeb({NAME: host({"*": says}, **settings)})


@pytest.mark.parametrize("url", [HTTP, HTTPS])
def test_a_page_comes_with_all_that_the_evidence_needs(url: str) -> None:
    with playing(PAGE) as web:
        answer = ask(web, f"{url}%7e/%zz?a=%20+b")
        asked = web.log[0]
    assert (answer.head.status, answer.complete, answer.client) == (200, True, THEIRS)
    assert b"Atlas" in answer.content
    assert answer.address == LOOPBACK
    assert (answer.certificate_expires is None) == (url == HTTP)
    assert asked.target == "/%7e/%zz?a=%20+b"
    assert asked.headers["host"] == NAME


def test_it_says_who_we_are_in_plainer_headers() -> None:
    with playing(PAGE) as web:
        ask(web, HTTPS, other=(("Cookie", "a=1"),))
        headers = web.log[0].headers
    assert headers["user-agent"] == dict(HEADERS)["User-Agent"]
    assert headers["accept-language"] == "en-US"
    assert headers["cookie"] == "a=1"


def test_a_password_in_the_address_is_not_sent() -> None:
    with playing(PAGE) as web:
        ask(web, f"https://me:secret@{NAME}/")
        assert "secret" not in str(web.log[0].headers)
        assert "authorization" not in web.log[0].headers


def test_every_request_takes_a_fresh_connection_and_no_cookie_along() -> None:
    says = page("Atlas", headers={"Set-Cookie": "a=1"})

    async def twice(web: MiniatureWeb) -> None:
        connector = connector_to(web)
        first = Client(connector, timeout=5, headers=HEADERS)
        second = SecondClient(connector, first, timeout=5, headers=HEADERS)
        for _ in range(2):
            await second.get(HTTPS, appetite=Appetite())
        await second.close()

    with playing(says) as web:
        with trusting(web):
            asyncio.run(twice(web))
        assert web.log[0].connection != web.log[1].connection
        assert all("cookie" not in asked.headers for asked in web.log)


def test_a_redirect_is_not_followed() -> None:
    with playing(redirect(302, "http://10.0.0.1/")) as web:
        answer = ask(web, HTTPS)
        assert (answer.head.status, answer.head.get("location")) == (302, "http://10.0.0.1/")
        assert len(web.log) == 1


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Certificate.EXPIRED, Fault.TLS_EXPIRED),
        (Certificate.SELF_SIGNED, Fault.TLS_UNTRUSTED),
        (Certificate.WRONG_NAME, Fault.TLS_NAME),
        (Certificate.UNTRUSTED, Fault.TLS_CHAIN),
        (Certificate.NONE, Fault.TLS_HANDSHAKE),
    ],
)
def test_a_bad_certificate_has_its_fault_and_can_be_looked_past(
    kind: Certificate, expected: Fault
) -> None:
    with playing(PAGE, certificate=kind) as web:
        assert fault(web, HTTPS) is expected
        if expected is not Fault.TLS_HANDSHAKE:
            answer = ask(web, HTTPS, verify=False)
            assert (answer.head.status, answer.certificate_expires is None) == (200, False)


@pytest.mark.parametrize("url", [HTTP, HTTPS])
@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (close_at_once, Fault.RESET),
        (reset_at_once, Fault.RESET),
        (hang, Fault.READ_TIMEOUT),
        (raw(b"220 mail.example.org ESMTP\r\n"), Fault.NOT_HTTP),
    ],
    ids=["closes", "resets", "hangs", "speaks something else"],
)
def test_a_failure_has_the_same_name_as_ever(says: Plays, expected: Fault, url: str) -> None:
    with playing(says) as web:
        assert fault(web, url, patience=0.3) is expected


@pytest.mark.parametrize("url", [HTTP, HTTPS])
def test_doors_that_do_not_open(url: str) -> None:
    hosts = {
        NAME: host(refuses=True),
        "h.example": host(black_hole=True),
        "n.example": host(address=NO_SUCH_NAME),
    }
    with MiniatureWeb(hosts) as web:
        assert fault(web, url) is Fault.REFUSED
        assert fault(web, url.replace(NAME, "h.example"), patience=0.2) is Fault.CONNECT_TIMEOUT
        assert fault(web, url.replace(NAME, "n.example")) in (Fault.NXDOMAIN, Fault.DNS)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BODY = b"<title>Atlas</title>"
ODD = {
    "a header without a colon": HEAD + b"nonsense\r\n\r\n" + BODY,
    "a space before the colon": HEAD + b"X-A : 1\r\n\r\n" + BODY,
    "an odd status line": HEAD.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 200") + b"\r\n" + BODY,
    "two lengths": HEAD + b"Content-Length: 20\r\nContent-Length: 21\r\n\r\n" + BODY,
    "a status beyond all": HEAD.replace(b"200 OK", b"999 Request denied") + b"\r\n" + BODY,
    "150 KB of headers": HEAD + b"X-A: " + b"a" * 150_000 + b"\r\n\r\n" + BODY,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_a_strict_parser_refuses_is_read_all_the_same(odd: bytes) -> None:
    with playing(raw(odd)) as web:
        answer = ask(web, HTTP)
    assert answer.head.status in (200, 999)
    assert answer.content == BODY
    assert answer.client in (OURS, THEIRS)


def test_a_location_in_any_bytes_is_read_as_ever() -> None:
    says = raw("HTTP/1.1 302 Found\r\nLocation: /flüsse\r\n\r\n".encode())
    with playing(says) as web:
        assert ask(web, HTTP).head.get("location") == "/flüsse"


def test_an_endless_body_costs_its_cap() -> None:
    with playing(endless()) as web:
        answer = ask(web, HTTPS, appetite=Appetite(page=5000, other=5000))
    assert (len(answer.content), answer.complete) == (5000, False)


def test_a_bomb_costs_its_cap() -> None:
    bomb = gzip.compress(b"a" * 10_000_000)
    packed = text(bomb, "text/html", headers={"Content-Encoding": "gzip"})
    with playing(packed) as web:
        answer = ask(web, HTTPS, appetite=Appetite(page=7000))
    assert (answer.content, answer.complete) == (b"a" * 7000, False)


def test_a_body_that_stops_is_cut_and_no_fault() -> None:
    cut = HEAD + b"Content-Length: 999\r\n\r\n" + BODY
    with playing(raw(cut)) as web:
        answer = ask(web, HTTP, patience=0.3)
    assert (answer.content, answer.complete) == (BODY, False)


def test_through_a_proxy_the_first_client_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(await reader.readline())
        writer.write(HEAD + b"Content-Length: 20\r\n\r\n" + BODY)

    async def asking() -> Answer:
        async with serving(talk) as port:
            monkeypatch.setenv("http_proxy", f"http://{LOOPBACK}:{port}")
            return await got(Connector(always(LOOPBACK), Guard()), HTTP)

    answer = asyncio.run(asking())
    assert (answer.client, answer.content) == (OURS, BODY)
    assert came == [f"GET {HTTP} HTTP/1.1\r\n".encode()]


async def two(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A server that speaks HTTP/2 and nothing else."""
    connection = H2Connection(H2Configuration(client_side=False))
    connection.initiate_connection()
    writer.write(connection.data_to_send())
    while data := await reader.read(9000):
        for event in connection.receive_data(data):
            if isinstance(event, RequestReceived) and event.stream_id:
                said = [(":status", "200"), ("content-type", "text/html"), ("x-a", "é")]
                connection.send_headers(event.stream_id, said)
                connection.send_data(event.stream_id, BODY, end_stream=True)
        writer.write(connection.data_to_send())


def served_with(authority: trustme.CA, protocols: list[str], name: str = NAME) -> ssl.SSLContext:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.set_alpn_protocols(protocols)
    authority.issue_cert(name).configure_cert(tls)
    return tls


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def test_a_server_that_speaks_http_2_alone_is_understood(authority: trustme.CA) -> None:
    async def asking() -> Answer:
        async with serving(two, tls=served_with(authority, ["h2"])) as port:
            rules = (ConnectTo.parse(f"::{LOOPBACK}:{port}"),)
            return await got(Connector(always(LOOPBACK), Guard(), rules), HTTPS)

    answer = asyncio.run(asking())
    assert (answer.head.version, answer.head.status, answer.content) == ((2, 0), 200, BODY)
    assert answer.head.get("x-a") == "é"
    assert answer.client == THEIRS
    assert answer.certificate_expires is not None


REFUSED: dict[str, tuple[str, Resolve]] = {
    "this machine": ("http://127.0.0.1/", always("127.0.0.1")),
    "this machine in IPv6": ("https://[::1]/", always("::1")),
    "in disguise": ("http://0x7f.1/", always("127.0.0.1")),
    "a mapped address": ("http://[::ffff:10.0.0.1]/", always("10.0.0.1")),
    "a cloud's own data": ("http://169.254.169.254/latest/", always("169.254.169.254")),
    "a name that leads inside": (HTTPS, always("10.0.0.1")),
    "a name behind a password": (f"https://1.1.1.1@{NAME}/", always("192.168.0.1")),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_guard_holds_here_too(case: str) -> None:
    url, resolve = REFUSED[case]
    with pytest.raises(NoAnswer) as refused:
        asyncio.run(got(Connector(resolve, Guard()), url))
    assert refused.value.fault is Fault.PRIVATE_ADDRESS


@pytest.mark.parametrize("url", ["ftp://a.example/", "http://", "", "http://xn--a-/\udcff"])
def test_what_cannot_be_asked_is_no_answer(url: str) -> None:
    with pytest.raises(NoAnswer) as refused:
        asyncio.run(got(Connector(always(LOOPBACK), Guard()), url))
    assert refused.value.fault in (Fault.SCHEME, Fault.BAD_URL)


@pytest.mark.parametrize("name", ["a_b.example", "xn--a-.example", f"{NAME}."])
def test_odd_names_are_asked_as_they_are(name: str) -> None:
    with MiniatureWeb({}, otherwise=PAGE) as web:
        assert ask(web, f"http://{name}/").head.status == 200
        assert web.log[0].headers["host"] == name


def test_the_loop_has_nothing_to_complain_of(complaints: list[Any]) -> None:
    odd: list[Plays] = [
        PAGE,
        hang,
        close_at_once,
        reset_at_once,
        endless(),
        raw(b"junk"),
    ]
    hosts = {f"h{n}.example": host({"*": says}) for n, says in enumerate(odd)}

    async def night(web: MiniatureWeb) -> None:
        connector = connector_to(web)
        asyncio.get_running_loop().set_exception_handler(lambda _, what: complaints.append(what))
        gets = [got(connector, f"{scheme}://{name}/", 0.3) for name in hosts for scheme in SCHEMES]
        results = await asyncio.gather(*gets, return_exceptions=True)
        assert {type(result).__name__ for result in results} == {"Answer", "NoAnswer"}

    with MiniatureWeb(hosts) as web, trusting(web):
        asyncio.run(night(web))


def test_closing_hangs_up_where_an_answer_is_still_awaited() -> None:
    async def main(web: MiniatureWeb) -> NoAnswer:
        connector = connector_to(web)
        first = Client(connector, timeout=60, headers=HEADERS)
        second = SecondClient(connector, first, timeout=60, headers=HEADERS)
        asking = asyncio.create_task(second.get(HTTP, appetite=Appetite()))
        while not web.log:
            await asyncio.sleep(0.01)
        await second.close()
        with pytest.raises(NoAnswer) as failed:
            await asking
        return failed.value

    with playing(hang) as web:
        assert asyncio.run(main(web)).fault is Fault.RESET


SCHEMES = ("http", "https")


@pytest.fixture
def complaints() -> Any:
    said: list[Any] = []
    yield said
    assert said == []
