"""Names are asked once, and what came back is remembered."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections import Counter
from threading import Event

import pytest

from crawler.net.faults import NoAnswer
from crawler.net.names import Addresses, Names, ask_this_machine
from crawler.verdicts.evidence import Fault

from .asking import addresses

HOST = "atlas.example.org"


class NameServer:
    """A name server that is told what to say, and counts how often it is asked."""

    def __init__(self, *says: Addresses | Exception) -> None:
        self._says = list(says)
        self.asked: Counter[str] = Counter()

    def __call__(self, host: str) -> Addresses:
        self.asked[host] += 1
        said = self._says.pop(0) if len(self._says) > 1 else self._says[0]
        if isinstance(said, Exception):
            raise said
        return said


async def fault_of(names: Names, host: str = HOST) -> Fault:
    with pytest.raises(NoAnswer) as caught:
        await names(host)
    return caught.value.fault


def test_a_host_is_asked_once_however_many_want_to_know() -> None:
    server = NameServer(addresses("192.0.2.1"), addresses("10.0.0.1"))

    async def asking() -> None:
        names = Names(server)
        found = await asyncio.gather(*(names(HOST) for _ in range(9)))
        assert {*found, await names(HOST)} == {addresses("192.0.2.1")}
        assert await names("other.example.org") == addresses("10.0.0.1")

    asyncio.run(asking())
    assert server.asked == {HOST: 1, "other.example.org": 1}


def test_a_failure_is_remembered_until_it_is_forgotten() -> None:
    good = addresses("192.0.2.1")
    server = NameServer(socket.gaierror(socket.EAI_AGAIN, "try again"), good)

    async def asking() -> None:
        names = Names(server)
        assert await fault_of(names) is Fault.DNS
        assert await fault_of(names) is Fault.DNS
        assert server.asked[HOST] == 1
        names.forget_failures()
        assert await names(HOST) == good
        names.forget_failures()
        assert await names(HOST) == good
        assert server.asked[HOST] == 2

    asyncio.run(asking())


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), Fault.NXDOMAIN),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), Fault.DNS),
        (socket.gaierror(socket.EAI_FAIL, "Non-recoverable failure"), Fault.DNS),
        (socket.gaierror(-5, "No address associated with hostname"), Fault.DNS),
        (UnicodeError("label too long"), Fault.BAD_URL),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else str(value),
)
def test_a_name_that_does_not_exist_is_told_from_a_name_server_that_fails(
    error: Exception, fault: Fault
) -> None:
    async def asking() -> Fault:
        return await fault_of(Names(NameServer(error)))

    assert asyncio.run(asking()) is fault


def test_who_stops_waiting_does_not_stop_the_others() -> None:
    told = Event()

    def ask(_: str) -> Addresses:
        told.wait()
        return addresses("192.0.2.1")

    async def asking() -> None:
        names = Names(ask)
        first, second = (asyncio.create_task(names(HOST)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        names.forget_failures()
        told.set()
        assert await second == addresses("192.0.2.1")
        assert first.cancelled()

    asyncio.run(asking())


def test_closing_waits_for_no_name_server() -> None:
    told = Event()

    def wait(_: str) -> Addresses:
        told.wait()
        return ()

    async def asking() -> None:
        names = Names(wait)
        waiting = asyncio.create_task(names(HOST))
        await asyncio.sleep(0)
        names.close()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        names.forget_failures()

    asyncio.run(asking())
    told.set()


HANGING = """
import asyncio, threading
from crawler.net.names import Names

async def night():
    names = Names(lambda host: threading.Event().wait())
    asyncio.create_task(names("atlas.example.org"))
    await asyncio.sleep(0.01)
    names.close()

asyncio.run(night())
"""


def test_a_dead_name_server_does_not_hold_up_the_exit() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGING], timeout=20, check=True, capture_output=True
    )
    assert done.stderr == b""


def test_this_machine_knows_itself_and_says_each_address_once() -> None:
    assert addresses("127.0.0.1")[0] in ask_this_machine("localhost")
    assert ask_this_machine("127.0.0.1") == addresses("127.0.0.1")
    assert ask_this_machine("fe80::1%lo") == addresses("fe80::1")
