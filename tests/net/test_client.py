"""One GET at a time, over connections that are kept, replaced and closed."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import Any, cast

import pytest

from crawler.demo.answers import endless, hang, header, in_turn, page, raw, status, text, when
from crawler.demo.conversation import reset
from crawler.demo.host import Host, host
from crawler.demo.steps import Answer as Played
from crawler.demo.web import MiniatureWeb
from crawler.net import client as client_module
from crawler.net.client import Client
from crawler.net.exchange import Appetite
from crawler.net.faults import NoAnswer
from crawler.verdicts.evidence import Fault

from .asking import HEADERS, HTTP, HTTPS, NAME, ask, client_at, connector_to, failure, serving

OK = b"HTTP/1.1 200 OK\r\n"


def connections(played: Played | Host, *urls: str) -> list[int]:
    """Which connection each request came over."""
    with MiniatureWeb({NAME: played if isinstance(played, Host) else host({"*": played})}) as web:
        ask(web, *urls)
        return [asked.connection for asked in web.log]


CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "played",
    [
        pytest.param(page("Atlas"), id="a page"),
        pytest.param(status(404), id="no page"),
        pytest.param(status(204), id="no content"),
        pytest.param(raw(OK + CHUNKED + b"1\r\na\r\n0\r\n\r\n", keep=True), id="chunks"),
        pytest.param(
            raw(
                b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", keep=True
            ),
            id="HTTP/1.0 that keeps",
        ),
        pytest.param(
            raw(b"HTTP/1.1 100 X\r\n\r\n" + OK + b"Content-Length: 0\r\n\r\n", keep=True),
            id="a promise and a page",
        ),
    ],
)
@pytest.mark.parametrize("url", [HTTP, HTTPS])
def test_a_connection_is_kept(played: Played, url: str) -> None:
    assert connections(played, url, url, f"{url}other") == [1, 1, 1]


@pytest.mark.parametrize(
    "played",
    [
        pytest.param(host({"*": page("Atlas")}, keep_alive=False), id="the server says close"),
        pytest.param(raw(OK + b"Content-Length: 0\r\n\r\n"), id="the server closes"),
        pytest.param(raw(OK + b"\r\n"), id="it ends when closed"),
        pytest.param(
            raw(b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", keep=True), id="HTTP/1.0"
        ),
        pytest.param(raw(OK + b"Content-Length: 1\r\n\r\nab", keep=True), id="more than declared"),
        pytest.param(raw(OK + CHUNKED + b"0\r\nX: y\r\n\r\n", keep=True), id="a trailer"),
        pytest.param(raw(OK + CHUNKED + b"oops\r\n", keep=True), id="chunks that break"),
        pytest.param(raw(b"HTTP/1.1 101 X\r\n\r\n", keep=True), id="another protocol"),
        pytest.param(text("a" * 500_000), id="a file that was not read to its end"),
        pytest.param(
            raw(OK + b"Content-Length: 0\r\n\r\nHTTP/1.1 408 Timeout\r\n\r\n", keep=True),
            id="an answer nobody asked for",
        ),
    ],
)
def test_a_connection_is_not_kept(played: Played | Host) -> None:
    assert connections(played, HTTP, HTTP, HTTP) == [1, 2, 3]


def test_each_place_has_its_own_connection() -> None:
    urls = (HTTP, HTTPS, "http://other.example.org/", HTTP, HTTPS)
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        ask(web, *urls)
        assert [asked.connection for asked in web.log] == [1, 2, 3, 1, 2]


def test_what_was_not_verified_is_not_used_for_what_must_be() -> None:
    async def asking(web: MiniatureWeb) -> None:

        client = Client(connector_to(web), timeout=5, headers=HEADERS)
        for verify in (False, True, False):
            await client.get(HTTPS, appetite=Appetite(), verify=verify)
        client.close()

    with MiniatureWeb({NAME: host({"*": page("Atlas")})}) as web:
        asyncio.run(asking(web))
        assert [asked.connection for asked in web.log] == [1, 2, 1]


@pytest.mark.parametrize("last", [b"", b"HTTP/1.1 408 Request Timeout\r\n\r\n", b"junk", None])
def test_a_connection_that_was_dropped_while_it_waited_is_replaced(last: bytes | None) -> None:
    """Some servers say a last word before they hang up: it answers nothing."""
    came: list[bytes] = []

    async def asking() -> list[int]:
        dropped = asyncio.Event()

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            came.append(await reader.read(9000))
            writer.write(OK + b"Content-Length: 0\r\n\r\n")
            await dropped.wait()
            if last is None:
                reset(cast("asyncio.Transport", writer.transport))
                return
            writer.write(last)
            writer.write_eof()
            assert await reader.read() == b""

        async with serving(talk) as port:
            client = client_at(port)
            first = await client.get(HTTP, appetite=Appetite())
            dropped.set()
            for _ in range(5):
                await asyncio.sleep(0)
            second = await client.get(HTTP, appetite=Appetite())
            client.close()
        return [first.head.status, second.head.status]

    assert asyncio.run(asking()) == [200, 200]
    assert len(came) == 2


@pytest.mark.parametrize("second", [b"", b"garbage that is no HTTP\r\n\r\n"])
def test_a_connection_that_is_dropped_at_the_second_request_is_replaced(second: bytes) -> None:
    came: list[int] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(len(came))
        await reader.read(9000)
        writer.write(OK + b"Content-Length: 0\r\n\r\n")
        await reader.read(9000)
        writer.write(second)

    async def asking() -> int:
        async with serving(talk) as port:
            client = client_at(port)
            answers = [await client.get(HTTP, appetite=Appetite()) for _ in range(2)]
            client.close()
        return len(answers)

    assert asyncio.run(asking()) == 2
    assert len(came) == 2


def test_silence_on_a_kept_connection_is_not_asked_for_twice() -> None:
    with MiniatureWeb({NAME: host({"/": page("Atlas"), "/silent": hang})}) as web:
        with pytest.raises(NoAnswer) as caught:
            ask(web, HTTP, f"{HTTP}silent", timeout=0.2)
        assert caught.value.fault is Fault.READ_TIMEOUT
        assert len(web.log) == 2


def test_a_connection_that_waited_for_long_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_LONGEST_IDLE", 0.0)
    assert connections(page("Atlas"), HTTP, HTTP) == [1, 2]


def test_no_more_connections_wait_than_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_MOST_IDLE", 2)
    a, b, c = (f"http://{name}.example.org/" for name in "abc")
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        ask(web, a, b, c, c, b, a)
        assert [asked.connection for asked in web.log] == [1, 2, 3, 3, 2, 4]


def test_side_by_side_one_of_two_connections_is_kept() -> None:
    async def asking(web: MiniatureWeb) -> None:

        client = Client(connector_to(web), timeout=5, headers=HEADERS)
        await asyncio.gather(*(client.get(HTTP, appetite=Appetite()) for _ in range(2)))
        await client.get(HTTP, appetite=Appetite())
        client.close()

    with MiniatureWeb({NAME: host({"*": page("Atlas")})}) as web:
        asyncio.run(asking(web))
        assert len({asked.connection for asked in web.log}) == 2


def test_a_server_is_told_what_we_are_and_asked_byte_for_byte() -> None:
    with MiniatureWeb({}, otherwise=page("Atlas")) as web:
        ask(web, f"http://me:secret@{NAME}/%7e/%zz?a=%20+b&c")
        asked = web.log[0]
    assert asked.target == "/%7e/%zz?a=%20+b&c"
    assert asked.headers == {"host": NAME, **{name.lower(): value for name, value in HEADERS}}


@pytest.mark.parametrize(
    "url", ["", "ftp://a.example/", "http://", "http://a b/", f"{HTTP}\r\nX: y"]
)
def test_what_cannot_be_asked_is_no_answer(url: str) -> None:
    with MiniatureWeb({}) as web:
        assert failure(web, url).fault in (Fault.SCHEME, Fault.BAD_URL)
        assert web.log == []


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"", id="before the head"),
        pytest.param(OK, id="in the head"),
        pytest.param(OK + b"\r\n", id="in the body"),
        pytest.param(OK + CHUNKED + b"3\r\nab", id="in a chunk"),
    ],
)
def test_a_request_that_is_cancelled_leaves_no_connection_behind(head: bytes) -> None:
    async def asking() -> bytes:
        met, left = asyncio.Event(), asyncio.get_running_loop().create_future()

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(9000)
            writer.write(head)
            met.set()
            left.set_result(await reader.read())

        async with serving(talk) as port:
            client = client_at(port, timeout=60)
            getting = asyncio.create_task(client.get(HTTP, appetite=Appetite()))
            await met.wait()
            for _ in range(5):
                await asyncio.sleep(0)
            getting.cancel()
            await asyncio.wait([getting])
            assert getting.cancelled()
            async with asyncio.timeout(5):
                return bytes(await left)

    assert asyncio.run(asking()) == b""


def quietly(work: Callable[[], Any]) -> list[dict[str, Any]]:
    """What the loop complains of while something runs, and after."""
    complaints: list[dict[str, Any]] = []

    async def running() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        await work()

    asyncio.run(running())
    gc.collect()
    return complaints


def test_the_loop_has_nothing_to_complain_of() -> None:
    hosts = {
        "a.example": host({"*": page("Atlas")}),
        "b.example": host(refuses=True),
        "c.example": host(resets=True),
        "d.example": host(black_hole=True),
        "e.example": host({"*": hang}),
        "f.example": host({"*": endless()}),
        "g.example": host({"*": when(header("Cookie"), status(200), raw(b"junk\r\n"))}),
        "h.example": host({"*": in_turn(raw(OK + b"Content-Length: 9\r\n\r\n"), hang)}),
    }

    async def night(web: MiniatureWeb) -> None:

        client = Client(connector_to(web), timeout=0.3, headers=HEADERS)
        urls = [f"{scheme}://{name}/" for name in hosts for scheme in ("http", "https")]
        gets = (client.get(url, appetite=Appetite()) for url in urls * 2)
        results = await asyncio.gather(*gets, return_exceptions=True)
        assert {type(result).__name__ for result in results} == {"Answer", "NoAnswer"}
        client.close()

    with MiniatureWeb(hosts) as web:
        assert quietly(lambda: night(web)) == []


def test_closing_hangs_up_where_an_answer_is_still_awaited() -> None:
    async def main(web: MiniatureWeb) -> NoAnswer:
        client = Client(connector_to(web), timeout=60, headers=HEADERS)
        asking = asyncio.create_task(client.get(HTTP, appetite=Appetite()))
        while not web.log:
            await asyncio.sleep(0.01)
        client.close()
        with pytest.raises(NoAnswer) as failed:
            await asking
        return failed.value

    with MiniatureWeb({NAME: host({"/": hang})}) as web:
        assert asyncio.run(main(web)).detail == "we hung up ourselves"
