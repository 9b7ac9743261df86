"""Which addresses may be connected to."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from crawler.errors import UsageProblem
from crawler.net.guard import Guard, literal, network
from crawler.net.names import ask_this_machine

REFUSED = {
    "loopback": "127.0.0.1",
    "far in loopback": "127.255.255.254",
    "loopback in IPv6": "::1",
    "private, large": "10.0.0.1",
    "private, middle": "172.16.0.1",
    "private, small": "192.168.1.1",
    "unique local": "fd12:3456::1",
    "link-local": "169.254.1.1",
    "link-local in IPv6": "fe80::1",
    "site-local of old": "fec0::1",
    "metadata of a cloud": "169.254.169.254",
    "metadata of a cloud in IPv6": "fd00:ec2::254",
    "metadata of a cloud in shared space": "100.100.100.200",
    "a cloud's own services": "168.63.129.16",
    "carrier-grade NAT": "100.64.0.1",
    "this host": "0.0.0.0",
    "this network": "0.1.2.3",
    "unspecified": "::",
    "broadcast": "255.255.255.255",
    "reserved": "240.0.0.1",
    "multicast": "224.0.0.1",
    "multicast, global": "233.252.0.1",
    "multicast in IPv6": "ff02::1",
    "multicast in IPv6, global": "ff0e::1",
    "protocol assignments": "192.0.0.8",
    "benchmarking": "198.18.0.1",
    "benchmarking in IPv6": "2001:2::1",
    "documentation, first": "192.0.2.1",
    "documentation, second": "198.51.100.1",
    "documentation, third": "203.0.113.1",
    "documentation in IPv6": "2001:db8::1",
    "documentation in IPv6, new": "3fff::1",
    "relay of 6to4": "192.88.99.1",
    "discard": "100::1",
    "segment routing": "5f00::1",
    "space nobody was given": "4000::1",
    "loopback, mapped": "::ffff:127.0.0.1",
    "metadata, mapped": "::ffff:169.254.169.254",
    "loopback, compatible": "::127.0.0.1",
    "private, compatible": "::10.0.0.1",
    "private behind NAT64": "64:ff9b::10.0.0.1",
    "private behind a NAT64 of one's own": "64:ff9b:1::10.0.0.1",
    "private in 6to4": "2002:0a00:0001::1",
    "loopback in 6to4": "2002:7f00:0001::",
    "private in Teredo": "2001:0:808:808:0:0:f5ff:fffe",
}

ALLOWED = {
    "a public server": "93.184.215.14",
    "a public server in IPv6": "2606:2800:21f:cb07::1",
    "just outside loopback": "128.0.0.1",
    "just outside private": "172.32.0.1",
    "just outside carrier-grade NAT": "100.128.0.1",
    "public, mapped": "::ffff:93.184.215.14",
    "public behind NAT64": "64:ff9b::93.184.215.14",
    "public in 6to4": "2002:5db8:d70e::1",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_inner_addresses_are_refused(text: str) -> None:
    assert not Guard().allows(ip_address(text))


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_the_public_internet_is_allowed(text: str) -> None:
    assert Guard().allows(ip_address(text))


@pytest.mark.parametrize(
    ("allowed", "address", "allows"),
    [
        pytest.param("127.0.0.0/8", "127.0.0.1", True, id="inside"),
        pytest.param("127.0.0.0/8", "10.0.0.1", False, id="outside"),
        pytest.param("127.0.0.1/8", "127.9.9.9", True, id="a network named by a host in it"),
        pytest.param("127.0.0.1", "127.0.0.1", True, id="a single address"),
        pytest.param("127.0.0.1", "127.0.0.2", False, id="another address"),
        pytest.param("::1", "::1", True, id="a single IPv6 address"),
        pytest.param("::/0", "127.0.0.1", False, id="all of IPv6 is not IPv4"),
        pytest.param("::/0", "::ffff:127.0.0.1", False, id="nor is IPv4 inside it"),
        pytest.param("127.0.0.0/8", "::ffff:127.0.0.1", True, id="an allowed address, mapped"),
    ],
)
def test_what_the_user_allows(allowed: str, address: str, allows: bool) -> None:
    guard = Guard(["192.168.77.0/24", allowed])
    assert guard.allows(ip_address(address)) is allows
    assert guard.allows(ip_address("93.184.215.14"))


@pytest.mark.parametrize("text", ["", "localhost", "127.0.0.1/33", "10.0.0.0-10.0.0.9", "10"])
def test_what_is_no_network_is_told_in_one_line(text: str) -> None:
    with pytest.raises(UsageProblem, match=r"^allow-network '.*' is not a network; .*$"):
        network(text)


LITERALS = [
    ("127.0.0.1", "127.0.0.1"),
    ("0x7f000001", "127.0.0.1"),
    ("0X7F.1", "127.0.0.1"),
    ("2130706433", "127.0.0.1"),
    ("017700000001", "127.0.0.1"),
    ("0177.0.0.1", "127.0.0.1"),
    ("127.1", "127.0.0.1"),
    ("0xa9.0xfe.0xa9.0xfe", "169.254.169.254"),
    ("0", "0.0.0.0"),
]


@pytest.mark.parametrize(("host", "address"), LITERALS)
def test_every_spelling_of_an_address_is_seen_through(host: str, address: str) -> None:
    assert literal(host) == ip_address(address)
    assert ask_this_machine(host) == (ip_address(address),)
    assert not Guard().allows(ip_address(address))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("::1", "::1"),
        ("localhost", "127.0.0.1"),
        ("LocalHost.", "127.0.0.1"),
        ("db.localhost", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
    ],
)
def test_names_that_are_always_the_same_address(host: str, address: str) -> None:
    assert literal(host) == ip_address(address)


@pytest.mark.parametrize(
    "host",
    ["example.org", "localhost.example.org", "1.2.3.4.5", "256.1.1.1", "0x", "", "face", "ü"],
)
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None
