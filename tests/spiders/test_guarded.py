"""Every request of a night passes the guard: lists, robots, hops, probes, canaries."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.answers import in_turn, page, redirect, reset_at_once, status, text
from crawler.demo.host import host
from crawler.demo.steps import Answer as Played
from crawler.demo.web import MiniatureWeb
from crawler.errors import UsageProblem
from crawler.net.client import Client
from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.net.names import Addresses, Names
from crawler.settings import CANARIES
from crawler.spiders import look as look_module
from crawler.verdicts.evidence import Fault
from tests.conftest import PlayWeb
from tests.spiders.test_night import URL, Run, atlas, lists, run

__all__ = ["run"]

WriteList = Callable[..., Path]

INSIDE = [
    pytest.param("http://127.0.0.1:{port}/", id="loopback"),
    pytest.param("http://127.1:{port}/", id="loopback, short"),
    pytest.param("http://0177.0.0.1:{port}/", id="loopback, octal"),
    pytest.param("http://0x7f000001:{port}/", id="loopback, hex"),
    pytest.param("http://2130706433:{port}/", id="loopback, one number"),
    pytest.param("http://localhost:{port}/", id="loopback by name"),
    pytest.param("http://example.org@127.0.0.1:{port}/", id="loopback behind a user"),
    pytest.param("http://127.0.0.1%2eexample.org@127.0.0.1:{port}/", id="behind an odd user"),
    pytest.param("http://127.0.0.1\\@127.0.0.1:{port}/", id="behind a backslash"),
    pytest.param("http://[::1]:{port}/", id="loopback in IPv6"),
    pytest.param("http://[::ffff:127.0.0.1]:{port}/", id="mapped"),
    pytest.param("http://[64:ff9b::7f00:1]:{port}/", id="NAT64"),
    pytest.param("http://169.254.169.254/latest/meta-data/", id="a cloud's own data"),
    pytest.param("http://0.0.0.0:{port}/", id="no address"),
    pytest.param("http://10.0.0.1/", id="private"),
    pytest.param("file:///etc/passwd", id="a file"),
    pytest.param("gopher://127.0.0.1:{port}/_x", id="another scheme"),
]


def door(web: MiniatureWeb) -> str:
    """The port on which this machine would answer."""
    return web.connect_to[0].rpartition(":")[2]


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize(
    ("by", "hops"), [("header", 0), ("header", 1), ("header", 2), ("refresh", 1), ("script", 1)]
)
def test_no_hop_leads_inside(
    inside: str, hops: int, by: str, run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    target = ""
    answers = {
        "header": lambda: redirect(302, target),
        "refresh": lambda: page("A", body=f"<meta http-equiv=refresh content='0;url={target}'>"),
        "script": lambda: page("A", body=f"<script>location.href='{target}'</script>"),
    }
    web: MiniatureWeb = play_web(
        atlas(a=lambda asked: answers[by]()(asked), b=redirect(301, URL + "a")),
        otherwise=page("The inside"),
    )
    target = inside.format(port=door(web))
    start = [target, URL + "a", URL + "b"][hops]
    run(web, str(write_list(URL + "fine", start)))
    assert {asked.host for asked in web.log} == {"atlas.example.org"}


def test_robots_that_lead_inside_are_not_followed(
    run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    target = "http://127.0.0.1:{port}/robots.txt"
    robots = lambda asked: redirect(302, target.format(port=door(web)))(asked)  # noqa: E731
    web: MiniatureWeb = play_web(
        {"atlas.example.org": host({"/robots.txt": robots, "*": page("Fine")})},
        otherwise=page("The inside"),
    )
    night = run(web, str(write_list(URL + "a")), robots=True)
    assert night.evidence(URL + "a")["verdict"] == "ok"
    assert {asked.host for asked in web.log} == {"atlas.example.org"}


def test_a_list_that_leads_inside_is_not_read(run: Run, play_web: PlayWeb) -> None:
    inside = lambda asked: redirect(302, f"http://0x7f.1:{door(web)}/list.md")(asked)  # noqa: E731
    web: MiniatureWeb = play_web(
        lists(**{"list.md": inside}), otherwise=text("[A](https://a.example.org/)")
    )
    with pytest.raises(UsageProblem, match="private-address"):
        run(web, "https://lists.example.org/list.md")
    assert {asked.host for asked in web.log} == {"lists.example.org"}


def test_a_probe_that_is_led_inside_proves_nothing(
    run: Run, play_web: PlayWeb, write_list: WriteList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look_module, "needs_sibling", lambda _: True)
    inside = lambda asked: redirect(302, f"http://127.0.0.1:{door(web)}/")(asked)  # noqa: E731
    web: MiniatureWeb = play_web(
        {"atlas.example.org": host({"/a": page("Fine"), "*": inside})}, otherwise=page("The inside")
    )
    night = run(web, str(write_list(URL + "a")))
    assert night.evidence(URL + "a").get("sibling") is None
    assert len(web.log) == 2
    assert {asked.host for asked in web.log} == {"atlas.example.org"}


@pytest.mark.parametrize("first", [status(500), reset_at_once], ids=["500", "reset"])
def test_a_second_look_that_is_led_inside_stays_outside(
    first: Played, run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    inside = lambda asked: redirect(302, f"http://127.0.0.1:{door(web)}/")(asked)  # noqa: E731
    web: MiniatureWeb = play_web(
        atlas(a=in_turn(first, first, inside)), otherwise=page("The inside")
    )
    run(web, str(write_list(URL + "a")))
    assert {asked.host for asked in web.log} == {"atlas.example.org"}


class Rebinding:
    """A name server that says another address each time it is asked."""

    def __init__(self, *says: str) -> None:
        self._says = list(says)
        self.asked: list[str] = []

    def __call__(self, host: str) -> Addresses:
        self.asked.append(host)
        said = self._says.pop(0) if len(self._says) > 1 else self._says[0]
        return (ip_address(said),)


def test_a_name_is_asked_once_so_that_what_was_checked_is_what_is_met() -> None:
    server = Rebinding("192.0.2.1", "127.0.0.1")

    async def asking() -> None:
        names = Names(server)
        for _ in range(5):
            assert await names("evil.example.org") == (ip_address("192.0.2.1"),)

    asyncio.run(asking())
    assert server.asked == ["evil.example.org"]


def test_canaries_that_lead_inside_are_mute(
    run: Run, play_web: PlayWeb, write_list: WriteList, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers for the canaries with an inner address has this machine in his hands."""
    failures: list[tuple[str, Fault]] = []

    class Told(Client):
        async def get(self, url: str, **how: Any) -> Answer:
            try:
                return await super().get(url, **how)
            except NoAnswer as failed:
                failures.append((url, failed.fault))
                raise

    def lying(host: str) -> Addresses:
        if host.endswith(".example.net"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return (ip_address("127.0.0.1"),)

    monkeypatch.setattr("crawler.walk.Client", Told)
    monkeypatch.setattr("crawler.walk.Names", lambda **_: Names(lying))
    web: MiniatureWeb = play_web({}, otherwise=page("The inside"))
    nowhere = [f"https://n{n}.example.net/" for n in range(3)]
    night = run(web, str(write_list(*nowhere)), connect_to=())
    assert night.result.void
    assert sorted(failures) == sorted(
        [(url, Fault.NXDOMAIN) for url in nowhere]
        + [(canary, Fault.PRIVATE_ADDRESS) for canary in CANARIES]
    )
    assert web.log == []
