"""Whatever comes over the wire, a look ends with a verdict that can be told and kept.

`make fuzz` runs 50,000 looks instead of these few; the answers are made up in `fuzz.py`.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.net.client import Client
from crawler.net.connection import Connection, Connector
from crawler.net.exchange import Answer, Appetite
from crawler.net.handler import Gets
from crawler.net.manners import honest_headers
from crawler.net.retry_after import seconds_to_wait
from crawler.net.second import SecondClient
from crawler.net.urls import Place
from crawler.net.wire import Headers
from crawler.spiders.look import Looker
from crawler.spiders.records import Records
from crawler.store.text import storable_json
from crawler.telling import what_it_means, what_was_seen
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge
from crawler.verdicts.second import combine

from .fuzz import URLS, Wire, a_wire

LOOKS = int(os.environ.get("FUZZ", "1500"))
HEADERS = honest_headers("https://keeper.example.org/")
LETTERS = "qwertzuiopasdfghjklyxcvbn"

fuzzed = settings(max_examples=LOOKS, deadline=None)


class Heard(asyncio.StreamReader):
    """A stream on which one answer comes, piece by piece."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._pieces = iter(wire.pieces)
        self._reset = wire.reset

    async def read(self, n: int = -1) -> bytes:
        piece = next(self._pieces, b"")
        if not piece and self._reset:
            raise ConnectionResetError(104, "Connection reset by peer")
        return piece


class Said:
    """The other half of a stream: nobody listens."""

    def __init__(self) -> None:
        self.transport = self

    def write(self, data: bytes) -> None:
        assert data.count(b"\r\n\r\n") == 1, "a request is one request, whatever was in a Location"

    def abort(self) -> None: ...


class Wires(Connector):
    """Where a network would be: each connection hears the next answer, over and over."""

    def __init__(self, answers: list[Wire]) -> None:
        self._answers = answers
        self._turn = 0

    def _next(self) -> Wire:
        self._turn += 1
        return self._answers[self._turn % len(self._answers)]

    async def open(self, place: Place, *, within: float, verify: bool = True) -> Connection:
        writer = cast("asyncio.StreamWriter", Said())
        return Connection(Heard(self._next()), writer, "192.0.2.1", None)

    async def stream(self, place: Place, *, within: float) -> socket.socket:
        here, there = socket.socketpair()
        with there, suppress(OSError):
            there.sendall(b"".join(self._next().pieces))
        here.setblocking(False)
        return here

    def has_proxy(self, place: Place) -> bool:
        return False


def looker(client: Gets, robots: bool) -> Looker:
    async def fetch(url: str, appetite: Appetite, *, verify: bool, other: Headers = ()) -> Answer:
        answer = await client.get(url, appetite=appetite, verify=verify, other=other)
        assert len(answer.content) <= max(appetite.page, appetite.other)
        return answer

    return Looker(fetch, letters=lambda: LETTERS, robots=robots, records=Records(fetch))


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


def assert_can_be_told(seen: Evidence, url: str) -> None:
    assert seen.url == url
    judged = judge(seen)
    plain = seen.to_json()
    assert Evidence.from_json(json.loads(json.dumps(plain))) == seen
    storable_json(plain)
    wait = seconds_to_wait(seen.status, dict(seen.headers))
    assert wait is None or wait >= 0
    what_it_means(judged.reason.verdict, judged.reason.value, judged.suggested_url)
    what_was_seen(plain | {"rule": judged.rule})


@fuzzed
@given(st.integers(0, 2**64))
def test_a_look_never_crashes(loop: asyncio.Runner, seed: int) -> None:
    dice = Random(seed)
    url, robots = dice.choice(URLS), dice.random() < 0.5
    answers = [a_wire(dice) for _ in range(dice.randrange(1, 5))]
    client = Client(Wires(answers), timeout=5, headers=HEADERS)
    seen = loop.run(looker(client, robots).look(url))
    assert_can_be_told(seen, url)
    assert_can_be_told(combine(seen, seen), url)


@settings(max_examples=LOOKS // 10, deadline=None)
@given(st.integers(0, 2**64))
def test_a_second_look_never_crashes(loop: asyncio.Runner, seed: int) -> None:
    dice = Random(seed)
    url = dice.choice([url for url in URLS if url.startswith("http://")])
    wires = Wires([a_wire(dice) for _ in range(dice.randrange(1, 5))])

    async def second_look() -> Evidence:
        first = Client(wires, timeout=5, headers=HEADERS)
        second = SecondClient(wires, first, timeout=5, headers=HEADERS)
        try:
            return await looker(second, robots=False).look(url)
        finally:
            await second.close()

    assert_can_be_told(loop.run(second_look()), url)
