"""A host of the miniature web, as one readable line or a few of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from crawler.demo.replies import status, text
from crawler.demo.steps import Answer

NOT_FOUND = status(404)
NO_SUCH_NAME = "no-such-name.invalid"
"""An address for `host(address=...)`: a name that is promised never to resolve (RFC 6761)."""


class Certificate(StrEnum):
    """What a host shows when asked for its certificate."""

    GOOD = "good"
    EXPIRED = "expired"
    NOT_YET = "not-yet"
    SELF_SIGNED = "self-signed"
    WRONG_NAME = "wrong-name"
    UNTRUSTED = "untrusted"
    NO_CHAIN = "no-chain"
    OLD_TLS = "old-tls"
    NONE = "none"


class Door(StrEnum):
    """What waits at a port on loopback; each kind of door is one port."""

    HTTP = "http"
    HTTPS = "https"
    CLOSED = "closed"
    RESETS = "resets"
    BLACK_HOLE = "black-hole"
    OLD_TLS = "old-tls"
    NO_TLS = "no-tls"
    HTTP2 = "http2"
    HTTP6 = "http-over-ipv6"
    HTTPS6 = "https-over-ipv6"


class Family(StrEnum):
    """By which kind of address a host is reached; of two, one may be dead."""

    IPV4 = "ipv4"
    IPV6_ONLY = "ipv6-only"
    IPV4_DEAD = "ipv4-dead"
    IPV6_DEAD = "ipv6-dead"


_OVER_IPV6 = {Door.HTTP: Door.HTTP6, Door.HTTPS: Door.HTTPS6}
ALERTS = {Certificate.OLD_TLS: Door.OLD_TLS, Certificate.NONE: Door.NO_TLS}
"""Hosts that never get as far as a certificate: the handshake ends with an alert."""


@dataclass(frozen=True, slots=True)
class Host:
    """How a host is reached and what its paths answer; made by `host()`."""

    paths: Mapping[str, Answer] = field(default_factory=dict)
    certificate: Certificate = Certificate.GOOD
    expires: datetime | None = None
    http: bool = True
    https: bool = True
    refuses: bool = False
    resets: bool = False
    black_hole: bool = False
    address: str | None = None
    keep_alive: bool = True
    ports: Mapping[int, str] = field(default_factory=dict)
    http2_only: bool = False
    family: Family = Family.IPV4

    def door(self, scheme: str) -> Door:
        """Tell what a client finds at the port for this scheme."""
        if self.refuses or not (self.http if scheme == "http" else self.https):
            return Door.CLOSED
        if self.resets:
            return Door.RESETS
        if self.black_hole:
            return Door.BLACK_HOLE
        if self.http2_only and scheme == "https":
            return Door.HTTP2
        door = Door.HTTP if scheme == "http" else ALERTS.get(self.certificate, Door.HTTPS)
        over_ipv6 = self.family in (Family.IPV6_ONLY, Family.IPV4_DEAD)
        return _OVER_IPV6.get(door, door) if over_ipv6 else door

    def answer_to(self, target: str) -> Answer:
        """Find the answer: for the target with its query, its path, `*`, else a plain 404."""
        for key in (target, target.partition("?")[0], "*"):
            if key in self.paths:
                return self.paths[key]
        return NOT_FOUND


Hosts = Mapping[str, Host | Sequence[Host]]
"""Host names (in lower case, IDN as punycode) to hosts; a sequence is one host a night, the last
of which stays."""


def host(
    paths: Mapping[str, Answer] | None = None,
    *,
    robots: str | Answer | None = None,
    certificate: Certificate = Certificate.GOOD,
    expires: datetime | None = None,
    http: bool = True,
    https: bool = True,
    refuses: bool = False,
    resets: bool = False,
    black_hole: bool = False,
    address: str | None = None,
    keep_alive: bool = True,
    ports: Mapping[int, str] | None = None,
    http2_only: bool = False,
    family: Family = Family.IPV4,
) -> Host:
    """Describe a host: its paths (`*` for any other), robots.txt, certificate and manner.

    `refuses`, `resets` and `black_hole` say what happens to a connection before anything is asked;
    `http=False` and `https=False` refuse one port; `address` is where the name leads instead;
    `ports` are further ones, with the scheme spoken there: `{8080: "http"}`; `http2_only` speaks
    nothing older over https; for `family` see there.
    """
    known = dict(paths or {})
    if robots is not None:
        known["/robots.txt"] = text(robots) if isinstance(robots, str) else robots
    return Host(
        known,
        certificate,
        expires,
        http,
        https,
        refuses,
        resets,
        black_hole,
        address,
        keep_alive,
        dict(ports or {}),
        http2_only,
        family,
    )


def on_night(entry: Host | Sequence[Host], night: int) -> Host:
    """Give the host as it is on a night, counted from 1."""
    return entry if isinstance(entry, Host) else entry[min(night, len(entry)) - 1]
