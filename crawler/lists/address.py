"""Addresses: one spelling for what is surely the same link."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import idna

from crawler.routes import route_of

_PARTS = re.compile(r"(?s)([A-Za-z][A-Za-z0-9+.\-]*)://([^/?#\\]*)([^#]*)(?:#.*)?\Z")
_AUTHORITY = re.compile(r"(?s)(.*@)?(\[[^\]]*\]|[^:@]*)(?::([0-9]*))?\Z")
_DEFAULT_PORTS = {"http": "80", "https": "443", "ftp": "21"}


def same_link(url: str) -> str:
    """One spelling for addresses that are surely the same link; all else byte for byte.

    Scheme and host in lower case, a foreign host in ASCII, no default port, `/` for an empty
    path, no fragment but a route: behind `#!` or `#/` pages of a script tell themselves apart.
    What is no address comes back as it is.
    """
    parts = _PARTS.match(url)
    authority = _AUTHORITY.match(parts[2]) if parts else None
    if parts is None or authority is None or not authority[2]:
        return url
    scheme = parts[1].lower()
    user, host, port = authority[1] or "", _host(authority[2]), authority[3]
    shown_port = f":{port}" if port and port != _DEFAULT_PORTS.get(scheme) else ""
    path = parts[3] if parts[3].startswith("/") else f"/{parts[3]}"
    return f"{scheme}://{user}{host}{shown_port}{path}{route_of(url)}"


def _host(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return host


def resolved(base: str | None, url: str) -> str:
    """A relative address as seen from `base`; unchanged where it cannot be resolved."""
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return url


_HOST = re.compile(r"(?:[^\s/?#\[\]<>\"'`{}|\\^%,;!()*=&$]+|\[[0-9a-fA-F:.]+\])\Z")


def is_sound(url: str) -> bool:
    """Whether an address could be asked: http(s) or ftp, with a host that can be a host."""
    parts = _PARTS.match(url)
    if parts is None or parts[1].lower() not in _DEFAULT_PORTS or re.search(r"\s", url):
        return False
    authority = _AUTHORITY.match(parts[2])
    if authority is None or not _HOST.match(authority[2]):
        return False
    names = authority[2].rstrip(".").split(".")
    return authority[2].startswith("[") or all(0 < len(name) < 64 for name in names)
