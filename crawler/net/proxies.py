"""Proxies, from the usual environment variables."""

from __future__ import annotations

import base64
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from crawler.errors import UsageProblem


class Proxy(NamedTuple):
    """An HTTP proxy and the header that opens it, if it needs one."""

    host: str
    port: int
    authorization: str | None

    @classmethod
    def parse(cls, text: str, variable: str) -> Proxy:
        """Read an address such as `http://user:secret@proxy.example.org:3128`."""
        try:
            parts = urlsplit(text if "://" in text else f"http://{text}")
            host, port = parts.hostname, parts.port or 3128
        except ValueError:
            host = None
        if not host or parts.scheme != "http":
            # The address is not shown: it may hold a password.
            raise UsageProblem(f"{variable} cannot be used: only http://HOST:PORT is spoken")
        return cls(host, port, _basic(parts.username, parts.password))


def _basic(user: str | None, password: str | None) -> str | None:
    if user is None:
        return None
    secret = f"{unquote(user)}:{unquote(password or '')}".encode()
    return f"Basic {base64.b64encode(secret).decode()}"


class Proxies:
    """Which proxy, if any, leads to a host: http_proxy, https_proxy, all_proxy, no_proxy."""

    def __init__(self) -> None:
        self._known = {
            scheme: Proxy.parse(text, f"{scheme}_proxy")
            for scheme, text in getproxies_environment().items()
            if scheme in ("http", "https", "all")
        }

    def to(self, scheme: str, host: str) -> Proxy | None:
        """The proxy for an address of that scheme on that host."""
        if not self._known or proxy_bypass(host):
            return None
        return self._known.get(scheme) or self._known.get("all")
