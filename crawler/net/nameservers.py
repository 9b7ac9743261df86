"""A second opinion on a name that is said not to exist: only an explicit NXDOMAIN counts.

The system's resolver says the same of a name that was deleted, one that has no address, and one
whose server is broken. The first is gone; the others will be back.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import ip_address

import dns.exception
import dns.name
import dns.resolver
from dns.rdatatype import AAAA, A

from crawler.net.guard import Address

_PATIENCE = 4.0
_ENOUGH = 3
"""Name servers that were silent so often in a row are not asked again tonight."""

_DNS_PORT = 53
_UNREACHABLE = (dns.resolver.LifetimeTimeout, dns.resolver.NoResolverConfiguration, OSError)


class NameServers:
    """Asks this machine's name servers itself, without its files and caches."""

    def __init__(self, servers: Sequence[str] | None = None, port: int = _DNS_PORT) -> None:
        self._servers = servers
        self._port = port
        self._silences = 0

    def confirm(self, host: str, said: OSError) -> tuple[Address, ...]:
        """The addresses of a host that was said not to exist, or the error that is right.

        Where no name server can be asked, what was said stands.
        """
        if self._silences >= _ENOUGH:
            raise said
        try:
            found, missing = self._asked(host)
        except _UNREACHABLE as silence:
            self._silences += 1
            raise said from silence
        except dns.exception.DNSException as odd:
            raise socket.gaierror(socket.EAI_FAIL, f"the name server fails: {odd}") from odd
        self._silences = 0
        if found:
            return found
        if missing:
            raise said
        raise socket.gaierror(socket.EAI_FAIL, "the name exists and has no address")

    def _asked(self, host: str) -> tuple[tuple[Address, ...], bool]:
        """The addresses of a host, and whether both kinds were said not to exist."""
        resolver = self._resolver()
        name, found, missing = dns.name.from_text(host), list[Address](), 0
        for kind in (A, AAAA):
            try:
                answer = resolver.resolve(name, kind, lifetime=_PATIENCE, search=False)
                found += [ip_address(record.to_text()) for record in answer]
            except dns.resolver.NXDOMAIN:
                missing += 1
            except dns.resolver.NoAnswer:
                continue
        return tuple(found), missing == 2

    def _resolver(self) -> dns.resolver.Resolver:
        resolver = dns.resolver.Resolver(configure=self._servers is None)
        if self._servers is not None:
            resolver.nameservers = [*self._servers]
        resolver.port = self._port
        return resolver
