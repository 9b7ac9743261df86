"""A tiny name server on loopback says all that name servers say."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from dns.rdatatype import AAAA, A

from crawler.net.faults import NoAnswer
from crawler.net.names import Addresses, Confirm, Names
from crawler.net.nameservers import NameServers
from crawler.verdicts.evidence import Fault

from .asking import addresses

HOST = "atlas.example.org"
Says = Callable[[dns.message.QueryMessage], dns.message.Message]


@contextmanager
def name_server(says: Says) -> Iterator[int]:
    """Play a name server; gives its port."""
    door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    door.bind(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            data, who = door.recvfrom(4096)
            if not data:
                return
            query = dns.message.from_wire(data)
            assert isinstance(query, dns.message.QueryMessage)
            door.sendto(says(query).to_wire(), who)

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        door.sendto(b"", door.getsockname())
        thread.join()
        door.close()


def saying(code: int, **records: str) -> Says:
    """Say this to all, with a record of a kind for who asks for that kind."""

    def answer(query: dns.message.QueryMessage) -> dns.message.Message:
        reply = dns.message.make_response(query)
        reply.flags |= dns.flags.RA
        reply.set_rcode(dns.rcode.Rcode(code))
        kind = {A: "A", AAAA: "AAAA"}[query.question[0].rdtype]
        if kind in records:
            reply.answer.append(
                dns.rrset.from_text(query.question[0].name, 60, "IN", kind, records[kind])
            )
        return reply

    return answer


def either(one: Says, other: Says) -> Says:
    """Say one thing of IPv4 and another of IPv6."""
    return lambda query: (one if query.question[0].rdtype == A else other)(query)


SAID = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
NXDOMAIN, NODATA = saying(dns.rcode.NXDOMAIN), saying(dns.rcode.NOERROR)


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        pytest.param(NXDOMAIN, Fault.NXDOMAIN, id="the name does not exist"),
        pytest.param(NODATA, Fault.DNS, id="the name has no address"),
        pytest.param(saying(dns.rcode.SERVFAIL), Fault.DNS, id="the server fails"),
        pytest.param(saying(dns.rcode.REFUSED), Fault.DNS, id="the server refuses"),
        pytest.param(either(NXDOMAIN, NODATA), Fault.DNS, id="it contradicts itself"),
        pytest.param(either(NXDOMAIN, saying(dns.rcode.SERVFAIL)), Fault.DNS, id="half an answer"),
    ],
)
def test_only_an_explicit_no_is_no_such_name(says: Says, fault: Fault) -> None:
    async def asking(confirm: Confirm) -> NoAnswer:
        with pytest.raises(NoAnswer) as failed:
            await Names(not_there, confirm)(HOST)
        return failed.value

    with name_server(says) as port:
        confirm = NameServers(["127.0.0.1"], port).confirm
        assert asyncio.run(asking(confirm)).fault is fault


def not_there(_: str) -> Addresses:
    raise SAID


@pytest.mark.parametrize(
    ("says", "found"),
    [
        (saying(0, A="192.0.2.1"), ("192.0.2.1",)),
        (saying(0, AAAA="2001:db8::1"), ("2001:db8::1",)),
        (saying(0, A="192.0.2.1", AAAA="2001:db8::1"), ("192.0.2.1", "2001:db8::1")),
        (either(saying(0, A="192.0.2.1"), NXDOMAIN), ("192.0.2.1",)),
    ],
)
def test_addresses_that_are_there_after_all_are_used(says: Says, found: tuple[str, ...]) -> None:
    with name_server(says) as port:
        assert NameServers(["127.0.0.1"], port).confirm(HOST, SAID) == addresses(*found)


def test_where_no_name_server_can_be_asked_what_was_said_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("crawler.net.nameservers._PATIENCE", 0.05)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mute:
        mute.bind(("127.0.0.1", 0))
        servers = NameServers(["127.0.0.1"], mute.getsockname()[1])
        for _ in range(9):
            with pytest.raises(socket.gaierror) as failed:
                servers.confirm(HOST, SAID)
            assert failed.value is SAID
        mute.setblocking(False)
        asked = {dns.message.from_wire(mute.recv(4096)).id for _ in range(3)}
        assert len(asked) == 3
        with pytest.raises(BlockingIOError):
            mute.recv(4096)


def test_a_name_that_cannot_be_one_is_no_crash() -> None:
    with pytest.raises(OSError, match="fails"):
        NameServers(["127.0.0.1"], 9).confirm("a..b", SAID)
