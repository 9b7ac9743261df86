"""Where the miniature web's hosts are, as addresses: for checkers that know no `--connect-to`."""

from __future__ import annotations

from crawler.demo.doors import LOOPBACK, LOOPBACK6
from crawler.demo.names import NAMES
from crawler.net.connect_to import ConnectTo

Ways = dict[str, list[tuple[str, int]]]


def ways(connect_to: tuple[str, ...]) -> Ways:
    """Addresses with their ports by `host:port`; none where the name has none.

    `:port` is for every host that has no way of its own.
    """
    rules = [ConnectTo.parse(way) for way in connect_to]
    return {
        f"{rule.host}:{rule.port}": [(address, rule.to_port or 0) for address in _at(rule.to_host)]
        for rule in rules
    }


def _at(host: str) -> tuple[str, ...]:
    entry = NAMES.get(host, (host,) if host in (LOOPBACK, LOOPBACK6) else ())
    return () if isinstance(entry, int) else entry
