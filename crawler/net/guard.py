"""Which addresses may be connected to: the public internet, and what the user allowed."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from crawler.errors import UsageProblem

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_IPV4_COMPATIBLE = ip_network("::/96")
_UNICAST = ip_network("2000::/3")
"""The only part of IPv6 that is given out to the public."""

_UNLISTED = tuple(
    map(
        ip_network,
        (
            "100.64.0.0/10",  # carrier-grade NAT
            "192.0.0.0/24",  # protocol assignments
            "192.88.99.0/24",  # 6to4 relays
            "168.63.129.16/32",  # a cloud's own services, seen from its machines only
            "2001::/23",  # protocol assignments
            "3fff::/20",  # documentation
        ),
    )
)
"""No public server lives there, though not every Python knows it."""


class Guard:
    """Refuses loopback, private, link-local and other inner addresses unless they are allowed.

    >>> Guard().allows(ip_address("169.254.169.254"))
    False
    >>> Guard(["127.0.0.0/8"]).allows(ip_address("127.0.0.1"))
    True
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = tuple(network(text) for text in allowed)

    def allows(self, address: Address) -> bool:
        """May this address be connected to? Judged by the innermost address it stands for."""
        inner = _innermost(address)
        return any(inner in allowed for allowed in self._allowed) or _is_public(inner)


def network(text: str) -> Network:
    """A network as the user writes it: `127.0.0.0/8`, `::1`."""
    try:
        return ip_network(text, strict=False)
    except ValueError as error:
        raise UsageProblem(
            f"allow-network {text!r} is not a network; write one like 127.0.0.0/8"
        ) from error


def literal(host: str) -> Address | None:
    """The address a host stands for without asking anybody; None for a name.

    >>> literal("0x7f.1"), literal("localhost"), literal("example.org")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return IPv4Address("127.0.0.1")
    with suppress(ValueError):
        return ip_address(name)
    with suppress(OSError, UnicodeError):
        return IPv4Address(socket.inet_aton(name))
    return None


def _is_public(address: Address) -> bool:
    if address.is_multicast or not address.is_global:
        return False
    if address.version == 6 and address not in _UNICAST:
        return False
    return not any(address in inner for inner in _UNLISTED)


def _innermost(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64), or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    in_the_low_bits = address in _IPV4_COMPATIBLE and int(address) > 1
    if in_the_low_bits or any(address in nat64 for nat64 in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
