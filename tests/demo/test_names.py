"""The names that the miniature web looks up for itself."""

from __future__ import annotations

import socket

import pytest

from crawler.demo.host import Family, host
from crawler.demo.names import IPV4_DEAD, IPV6_DEAD, NO_ADDRESS, SERVER_FAILURE, played

from .client import NAME, web_of


def addresses(name: str) -> list[str]:
    found = socket.getaddrinfo(name, 80, type=socket.SOCK_STREAM)
    return [str(info[4][0]) for info in found]


@pytest.mark.parametrize(
    ("name", "expected"), [(IPV4_DEAD, ["127.0.0.1", "::1"]), (IPV6_DEAD, ["::1", "127.0.0.1"])]
)
def test_a_name_has_its_addresses_in_order(name: str, expected: list[str]) -> None:
    with played():
        assert addresses(name) == expected


@pytest.mark.parametrize(("name", "error"), [(SERVER_FAILURE, socket.EAI_AGAIN), (NO_ADDRESS, -5)])
def test_a_name_has_its_error(name: str, error: int) -> None:
    with played(), pytest.raises(socket.gaierror) as raised:
        addresses(name)
    assert raised.value.errno == error


def test_other_names_are_looked_up_as_ever_and_all_are_afterwards() -> None:
    before = socket.getaddrinfo
    with played({"atlas.invalid": ("127.0.0.9",)}):
        assert addresses("127.0.0.1") == ["127.0.0.1"]
        assert addresses("atlas.invalid") == ["127.0.0.9"]
    assert socket.getaddrinfo is before


@pytest.mark.parametrize(
    ("family", "way"),
    [
        (Family.IPV6_ONLY, "[::1]"),
        (Family.IPV4_DEAD, IPV4_DEAD),
        (Family.IPV6_DEAD, IPV6_DEAD),
    ],
)
def test_a_host_is_reached_by_its_family(family: Family, way: str) -> None:
    with web_of(host(family=family)) as web:
        ways = [w for w in web.connect_to if w.startswith(f"{NAME}:")]
    assert [found.rpartition(":")[0] for found in ways] == [f"{NAME}:80:{way}", f"{NAME}:443:{way}"]


@pytest.mark.parametrize("family", [Family.IPV6_ONLY, Family.IPV4_DEAD])
def test_over_ipv6_the_same_servers_answer(family: Family) -> None:
    with web_of(host(family=family)) as web:
        way = next(w for w in web.connect_to if w.startswith(f"{NAME}:80:"))
        try:
            sock = socket.create_connection(("::1", int(way.rpartition(":")[2])), 5)
        except OSError:
            pytest.skip("this machine has no IPv6")
        with sock:
            sock.sendall(f"GET /x HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
            assert sock.recv(12) == b"HTTP/1.1 404"
