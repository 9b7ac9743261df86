"""Addresses on their way to a server: what can be asked, and where a Location leads."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from crawler.lists.address import same_link
from crawler.net.faults import NoAnswer
from crawler.verdicts.evidence import Fault

LONGEST_LOCATION = 16 * 1024
"""No server takes a longer address."""

_NAME = re.compile(r"(?=.{1,253}\.?\Z)(?:[a-z0-9_][a-z0-9_-]{0,62}\.)*[a-z0-9_][a-z0-9_-]{0,62}\.?")
_AUTHORITY = re.compile(r"(?:.*@)?(?:\[([0-9a-f:.]+)\]|([^\[\]:@]+))(?::[0-9]*)?")
_DROPPED = re.compile(r"[\t\r\n]")
_NOT_ON_THE_WIRE = re.compile(r"[^!-~]")
_NOT_IN_A_PATH = re.compile(r'[^!-~]+|["<>^`{}]+')
_NOT_IN_A_QUERY = re.compile(r'[^!-~]+|["<>]+')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UP_TO_QUERY = re.compile(r"[^?#]*")
_PORTS = {"http": 80, "https": 443}


class Place(NamedTuple):
    """Who is asked: scheme, host and port."""

    scheme: str
    host: str
    port: int


def place(url: str) -> Place:
    """The server an address belongs to, or `NoAnswer` when there is none that could be asked."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in _PORTS:
            raise NoAnswer(Fault.SCHEME, f"the scheme is {parts.scheme or 'missing'}")
        host, port = _host(parts.netloc), parts.port
    except ValueError as error:
        raise NoAnswer(Fault.BAD_URL, str(error)) from error
    if port == 0 or _NOT_ON_THE_WIRE.search(url):
        raise NoAnswer(Fault.BAD_URL, f"{url[:200]!r} cannot be asked")
    return Place(parts.scheme, host, port or _PORTS[parts.scheme])


def _host(netloc: str) -> str:
    authority = _AUTHORITY.fullmatch(netloc.lower())
    six, name = authority.groups() if authority else (None, None)
    if six:
        return str(IPv6Address(six))
    if not name or not _NAME.fullmatch(name):
        raise ValueError(f"the host {netloc.rpartition('@')[2][:200]!r} cannot be one")
    return str(name)


def askable(url: str) -> str:
    """The address as it is sent: host in ASCII, nothing else changed but what HTTP cannot carry.

    What no browser would send either is escaped; what is escaped already stays byte for byte.

    >>> askable("HTTP://Bücher.example/ü/%C3%A4+b?q=a b#part")
    'http://xn--bcher-kva.example/%C3%BC/%C3%A4+b?q=a%20b'
    """
    link = same_link(_DROPPED.sub("", url.strip())).partition("#")[0]
    path, mark, query = link.partition("?")
    try:
        sent = _NOT_IN_A_PATH.sub(_escaped, path) + mark + _NOT_IN_A_QUERY.sub(_escaped, query)
    except UnicodeError as error:
        raise NoAnswer(Fault.BAD_URL, "half a character stands in the address") from error
    place(sent)
    return sent


def _escaped(odd: re.Match[str]) -> str:
    return quote(odd[0], safe="")


def redirect_target(url: str, location: str) -> str:
    """Where a Location header leads, read as browsers read it.

    >>> redirect_target("https://a.example/b/c", "//d.example/e f")
    'https://d.example/e f'
    """
    target = _DROPPED.sub("", location.strip())
    if len(target) > LONGEST_LOCATION:
        raise NoAnswer(Fault.REDIRECT_BROKEN, f"Location has {len(target)} characters")
    target = _UP_TO_QUERY.sub(lambda path: path[0].replace("\\", "/"), target, count=1)
    if _ABSOLUTE.match(target):
        return target
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise NoAnswer(Fault.REDIRECT_BROKEN, f"Location: {target[:200]}") from error
