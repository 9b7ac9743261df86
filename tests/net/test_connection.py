"""From a place to a connection: who may be met, in what time, and with which certificate."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.demo.answers import page
from crawler.demo.doors import black_hole, closed_port
from crawler.demo.host import NO_SUCH_NAME, Certificate, host
from crawler.demo.web import MiniatureWeb
from crawler.net.client import Client
from crawler.net.connect_to import ConnectTo
from crawler.net.connection import Connector
from crawler.net.exchange import Appetite
from crawler.net.faults import NoAnswer
from crawler.net.guard import Guard
from crawler.net.names import Addresses, Names, Resolve
from crawler.net.urls import place
from crawler.verdicts.evidence import Fault

from .asking import (
    HEADERS,
    HTTP,
    HTTPS,
    LOOPBACK,
    NAME,
    addresses,
    always,
    ask,
    connector_to,
    failure,
    serving,
)

ALL_OF_LOOPBACK = Guard(["127.0.0.0/8"])
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


def to_loopback() -> Connector:
    return Connector(always(LOOPBACK), ALL_OF_LOOPBACK)


def failed(connector: Connector, url: str, within: float = 5) -> NoAnswer:
    with pytest.raises(NoAnswer) as caught:
        asyncio.run(connector.open(place(url), within=within))
    return caught.value


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        (Certificate.EXPIRED, Fault.TLS_EXPIRED),
        (Certificate.NOT_YET, Fault.TLS_NOT_YET),
        (Certificate.SELF_SIGNED, Fault.TLS_UNTRUSTED),
        (Certificate.WRONG_NAME, Fault.TLS_NAME),
        (Certificate.UNTRUSTED, Fault.TLS_CHAIN),
        (Certificate.NO_CHAIN, Fault.TLS_CHAIN),
        (Certificate.OLD_TLS, Fault.TLS_HANDSHAKE),
        (Certificate.NONE, Fault.TLS_HANDSHAKE),
    ],
)
def test_every_bad_certificate_has_its_fault(kind: Certificate, fault: Fault) -> None:
    with MiniatureWeb({NAME: host({"/": page("Atlas")}, certificate=kind)}) as web:
        assert failure(web, HTTPS).fault is fault
        if fault is not Fault.TLS_HANDSHAKE:
            answer = ask(web, HTTPS, verify=False)[0]
            assert (answer.head.status, answer.certificate_expires is None) == (200, False)


@pytest.mark.parametrize(
    ("kind", "expires"),
    [
        (Certificate.GOOD, datetime(2899, 5, 6, 7, 8, 9, tzinfo=UTC)),
        (Certificate.EXPIRED, datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)),
    ],
)
def test_the_day_a_certificate_expires_is_told(kind: Certificate, expires: datetime) -> None:
    shown = host({"/": page("Atlas")}, certificate=kind, expires=expires)
    with MiniatureWeb({NAME: shown}) as web:
        answer = ask(web, HTTPS, verify=kind is Certificate.GOOD)[0]
    assert answer.certificate_expires == expires.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_certificate_that_cannot_be_read_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def choke(_: bytes) -> None:
        raise ValueError("a serial number below zero")

    monkeypatch.setattr("crawler.net.tls.load_der_x509_certificate", choke)
    with MiniatureWeb({NAME: host({"/": page("Atlas")})}) as web:
        assert ask(web, HTTPS)[0].certificate_expires is None


@pytest.mark.parametrize("name", [f"{NAME}.", "xn--bcher-kva.example"])
def test_odd_names_get_their_certificate(name: str) -> None:
    """Each host shows a certificate for the name it is asked for: so that name was sent."""
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        assert ask(web, f"https://{name}/")[0].head.status == 200
        assert web.log[0].headers["host"] == name


@pytest.mark.parametrize(
    ("asked", "shown", "fault"),
    [
        pytest.param(LOOPBACK, LOOPBACK, None, id="an address"),
        pytest.param(LOOPBACK, NAME, Fault.TLS_NAME, id="an address with another certificate"),
        pytest.param(NAME, NAME, None, id="a name"),
        pytest.param(f"{NAME}.", NAME, None, id="a name that ends in a dot"),
    ],
)
def test_a_certificate_is_good_for_what_was_asked(
    asked: str, shown: str, fault: Fault | None, tmp_path: Path
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(shown).configure_cert(tls)

    async def talk(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    async def asking() -> Fault | None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
            connector = to_loopback()
        async with serving(talk, tls=tls) as port:
            try:
                connection = await connector.open(place(f"https://{asked}:{port}/"), within=5)
            except NoAnswer as refused:
                return refused.fault
            connection.close()
            return None

    assert asyncio.run(asking()) is fault


def test_plain_http_at_the_door_of_https() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(9000)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await reader.read()

    async def asking() -> Fault:
        async with serving(talk) as port:
            with pytest.raises(NoAnswer) as caught:
                await to_loopback().open(place(f"https://{NAME}:{port}/"), within=5)
        return caught.value.fault

    assert asyncio.run(asking()) is Fault.TLS_HANDSHAKE


RECORDS = st.sampled_from([b"", b"\x16\x03\x03", b"\x15\x03\x03\x00\x02", b"\x16\x03\x01\x00\x04"])


@settings(max_examples=25, deadline=None)
@given(RECORDS, st.binary(max_size=60))
def test_whatever_a_server_says_to_a_handshake_there_is_no_answer(kind: bytes, rest: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(9000)
        writer.write(kind + rest)
        writer.write_eof()
        await reader.read()

    async def asking() -> Fault:
        async with serving(talk) as port:
            with pytest.raises(NoAnswer) as caught:
                await to_loopback().open(place(f"https://{NAME}:{port}/"), within=5)
        return caught.value.fault

    assert asyncio.run(asking()) in (Fault.TLS_HANDSHAKE, Fault.RESET)


@pytest.mark.parametrize("url", [HTTP, HTTPS])
def test_doors_that_do_not_open(url: str) -> None:
    hosts = {NAME: host(refuses=True), "r.example": host(resets=True)}
    with MiniatureWeb(hosts | {"h.example": host(black_hole=True)}) as web:
        assert failure(web, url).fault is Fault.REFUSED
        assert failure(web, url.replace(NAME, "r.example")).fault is Fault.RESET
        silent = failure(web, url.replace(NAME, "h.example"), timeout=0.2)
        assert silent.fault is Fault.CONNECT_TIMEOUT
        assert silent.detail == "no connection within 0.2 s"


def test_a_name_that_does_not_exist() -> None:
    with MiniatureWeb({NAME: host(address=NO_SUCH_NAME)}) as web:
        assert failure(web, HTTP).fault in (Fault.NXDOMAIN, Fault.DNS)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        pytest.param("http://127.0.0.1/", "127.0.0.1", id="an address"),
        pytest.param("http://[::ffff:127.0.0.1]/", "::ffff:7f00:1", id="a mapped address"),
        pytest.param("http://0x7f.1/", "127.0.0.1", id="an address in disguise"),
        pytest.param("https://localhost/", "127.0.0.1", id="this machine by name"),
        pytest.param(HTTP, "169.254.169.254", id="a name that leads inside"),
        pytest.param(HTTPS, "10.0.0.1", id="a name that leads inside, over TLS"),
    ],
)
def test_inner_addresses_are_not_connected_to(url: str, found: str) -> None:
    refused = failed(Connector(always(found), Guard()), url)
    assert refused.fault is Fault.PRIVATE_ADDRESS
    assert refused.detail.endswith((f" is {found}", f"{found} is not public"))


def test_a_name_without_addresses_is_not_connected_to() -> None:
    refused = failed(Connector(always(), Guard()), HTTP)
    assert (refused.fault, refused.detail) == (Fault.PRIVATE_ADDRESS, f"{NAME} is no address")


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/"])
def test_no_rule_makes_an_inner_address_of_a_list_good(url: str) -> None:
    rules = (ConnectTo.parse(":80:127.0.0.1:9"),)
    refused = failed(Connector(always(LOOPBACK), Guard(), rules), url)
    assert refused.fault is Fault.PRIVATE_ADDRESS


def test_a_rule_for_the_port_alone_trusts_no_name() -> None:
    rules = (ConnectTo.parse(":80::9"),)
    refused = failed(Connector(always(LOOPBACK), Guard(), rules), HTTP)
    assert refused.fault is Fault.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    ("url", "rules", "public"),
    [
        (HTTP, (), True),
        (HTTP, (":80:127.0.0.1:9",), False),
        ("http://127.0.0.1:9/", (), False),
        ("http://localhost:9/", (), False),
    ],
)
def test_a_failure_tells_whether_the_way_led_over_the_internet(
    url: str, rules: tuple[str, ...], public: bool
) -> None:
    with ExitStack() as stack:
        port = closed_port(stack)
        rewritten = tuple(ConnectTo.parse(rule.replace(":9", f":{port}")) for rule in rules)
        connector = Connector(always(LOOPBACK), ALL_OF_LOOPBACK, rewritten)
        refused = failed(connector, url.replace(":9", f":{port}"))
    assert (refused.fault, refused.public) == (Fault.REFUSED, public)


class Listener:
    """A server that counts who comes, and answers each with nothing but a head."""

    def __init__(self) -> None:
        self.came = 0

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        while await reader.read(9000):
            writer.write(PLAIN)


async def got(resolve: Resolve, guard: Guard, port: int) -> str:
    """The address that answered."""
    client = Client(Connector(resolve, guard), timeout=5, headers=HEADERS)
    answer = await client.get(f"http://{NAME}:{port}/", appetite=Appetite())
    client.close()
    return answer.address


def test_of_several_addresses_only_public_ones_are_met() -> None:
    inner, outer = Listener(), Listener()

    async def asking() -> None:
        async with serving(inner) as port, serving(outer, "127.0.0.2", port):
            guard = Guard(["127.0.0.2"])
            found = always(LOOPBACK, "127.0.0.2", "::1")
            assert await got(found, guard, port) == "127.0.0.2"

    asyncio.run(asking())
    assert (inner.came, outer.came) == (0, 1)


def test_an_address_of_ipv6_is_met_too() -> None:
    alive = Listener()

    async def asking() -> None:
        async with serving(alive, "::1") as port:
            client = Client(Connector(Names(), Guard(["::1"])), timeout=5, headers=HEADERS)
            answer = await client.get(f"http://[::1]:{port}/", appetite=Appetite())
            client.close()
            assert answer.address == "::1"

    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            pass
    except OSError:
        pytest.skip("this machine has no IPv6")
    asyncio.run(asking())
    assert alive.came == 1


@pytest.mark.parametrize(
    ("found", "told"), [(("2606:4700::1",), True), (("2606:4700::1", "93.184.216.34"), False)]
)
def test_a_host_of_ipv6_alone_is_not_blamed_for_this_machine(
    found: tuple[str, ...], told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_way(*_: object, **__: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr("crawler.net.connection.start_connection", no_way)
    refused = failed(Connector(always(*found), Guard()), HTTPS)
    assert refused.fault is Fault.UNREACHABLE
    assert ("IPv6" in refused.detail) == told


def test_a_dead_address_does_not_hide_a_live_one() -> None:
    alive = Listener()

    async def asking(port: int) -> None:
        async with serving(alive, "127.0.0.2", port):
            found = always(LOOPBACK, "127.0.0.2")
            assert await got(found, ALL_OF_LOOPBACK, port) == "127.0.0.2"

    with ExitStack() as stack:
        begun = time.monotonic()
        asyncio.run(asking(black_hole(stack)))
        assert time.monotonic() - begun < 2


def test_of_two_dead_addresses_the_one_that_spoke_is_told() -> None:
    with ExitStack() as stack:
        port = closed_port(stack)
        connector = Connector(always("127.0.0.1", "127.0.0.2"), ALL_OF_LOOPBACK)
        assert failed(connector, f"http://{NAME}:{port}/").fault is Fault.REFUSED


def test_what_was_checked_is_what_is_connected_to() -> None:
    """A name server that answers differently the second time is not asked a second time."""
    says = iter([addresses("127.0.0.2"), addresses("127.0.0.1")])
    good, bad = Listener(), Listener()

    async def asking() -> None:
        names = Names(lambda _: next(says))
        async with serving(bad) as port, serving(good, "127.0.0.2", port):
            for _ in range(3):
                assert await got(names, Guard(["127.0.0.2"]), port) == "127.0.0.2"

    asyncio.run(asking())
    assert (good.came, bad.came) == (3, 0)


def test_a_name_server_that_is_silent_ends_in_time() -> None:
    told = Event()

    def wait(_: str) -> Addresses:
        told.wait()
        return ()

    async def asking() -> NoAnswer:
        with pytest.raises(NoAnswer) as caught:
            await Connector(Names(wait), Guard()).open(place(HTTP), within=0.1)
        return caught.value

    silent = asyncio.run(asking())
    told.set()
    assert (silent.fault, silent.detail) == (Fault.DNS, "no name server answered within 0.1 s")


def test_a_time_limit_of_the_kernel_is_no_name_server_that_is_silent() -> None:
    async def resolve(_: str) -> Addresses:
        raise TimeoutError("Connection timed out")

    assert failed(Connector(resolve, Guard()), HTTP).fault is Fault.CONNECT_TIMEOUT


def test_name_connection_and_handshake_share_one_time() -> None:
    async def slow_name(_: str) -> Addresses:
        await asyncio.sleep(0.2)
        return addresses(LOOPBACK)

    async def say_nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    async def asking() -> Fault:
        connector = Connector(slow_name, ALL_OF_LOOPBACK)
        async with serving(say_nothing) as port:
            with pytest.raises(NoAnswer) as caught:
                await connector.open(place(f"https://{NAME}:{port}/"), within=0.3)
        return caught.value.fault

    begun = time.monotonic()
    assert asyncio.run(asking()) is Fault.CONNECT_TIMEOUT
    assert 0.25 < time.monotonic() - begun < 0.45


def test_a_silent_handshake_that_is_cancelled_leaves_no_connection_behind() -> None:
    async def asking() -> bytes:
        met, left = asyncio.Event(), asyncio.get_running_loop().create_future()

        async def talk(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
            hello = await reader.read(9000)
            met.set()
            left.set_result(await reader.read() if hello else b"nobody came")

        async with serving(talk) as port:
            opening = asyncio.create_task(
                to_loopback().open(place(f"https://{NAME}:{port}/"), within=60)
            )
            await met.wait()
            opening.cancel()
            await asyncio.wait([opening])
            assert opening.cancelled()
            async with asyncio.timeout(5):
                return bytes(await left)

    assert asyncio.run(asking()) == b""


def test_a_connection_that_is_being_made_can_be_cancelled() -> None:
    async def asking(port: int) -> None:
        connector = Connector(always("127.0.0.1", "127.0.0.1"), ALL_OF_LOOPBACK)
        opening = asyncio.create_task(connector.open(place(f"http://{NAME}:{port}/"), within=60))
        for _ in range(20):
            await asyncio.sleep(0)
        opening.cancel()
        await asyncio.wait([opening])
        assert opening.cancelled()

    with ExitStack() as stack:
        asyncio.run(asking(black_hole(stack)))


def test_the_miniature_web_is_reached_by_its_rules_alone() -> None:
    """No name is looked up that a rule redirects to an address."""
    asked: list[str] = []

    async def resolve(name: str) -> Addresses:
        asked.append(name)
        return addresses(LOOPBACK)

    async def asking(web: MiniatureWeb) -> None:
        connection = await connector_to(web, resolve).open(place(HTTPS), within=5)
        connection.close()

    with MiniatureWeb({}) as web:
        asyncio.run(asking(web))
    assert asked == [LOOPBACK]
