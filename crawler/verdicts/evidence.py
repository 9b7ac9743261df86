"""What one look saw: the only thing a verdict may be based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """How a request failed without an answer; made in `crawler.net.faults`, read everywhere."""

    BAD_URL = "bad-url"
    SCHEME = "scheme"
    PRIVATE_ADDRESS = "private-address"
    ROBOTS = "robots"
    HOST_SILENT = "host-silent"
    NXDOMAIN = "dns-nxdomain"
    DNS = "dns-failure"
    CONNECT_TIMEOUT = "connect-timeout"
    READ_TIMEOUT = "read-timeout"
    REFUSED = "refused"
    RESET = "reset"
    UNREACHABLE = "unreachable"
    NOT_HTTP = "not-http"
    TLS_HANDSHAKE = "tls-handshake"
    TLS_EXPIRED = "tls-expired"
    TLS_NOT_YET = "tls-not-yet"
    TLS_NAME = "tls-name"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_CHAIN = "tls-chain"
    REDIRECT_LOOP = "redirect-loop"
    REDIRECT_BROKEN = "redirect-broken"


CERTIFICATE_FAULTS = frozenset(
    {
        Fault.TLS_EXPIRED,
        Fault.TLS_NOT_YET,
        Fault.TLS_NAME,
        Fault.TLS_UNTRUSTED,
        Fault.TLS_CHAIN,
    }
)
"""The certificate is bad, yet a page may stand behind it."""

OFFLINE_FAULTS = frozenset(
    {Fault.NXDOMAIN, Fault.DNS, Fault.CONNECT_TIMEOUT, Fault.UNREACHABLE, Fault.REFUSED}
)
"""What every request meets when this machine, not the server, is off the net."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One answered request of a look."""

    url: str
    status: int
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one look at a link saw.

    `status` and what follows it tell of the last answer; `fault` says why there was none. `cut`
    says that more content was to come than was waited for.
    """

    url: str
    hops: tuple[Hop, ...] = ()
    fault: Fault | None = None
    detail: str | None = None
    certificate_fault: Fault | None = None
    status: int | None = None
    content_type: str | None = None
    content_bytes: int = 0
    cut: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    description: str | None = None
    address: str | None = None
    certificate_expires: str | None = None
    milliseconds: int | None = None
    tries: int = 1

    def __post_init__(self) -> None:
        """Of headers that came twice the first counts, as it does for browsers."""
        first: dict[str, str] = {}
        for name, value in self.headers:
            first.setdefault(name, value)
        object.__setattr__(self, "headers", tuple(first.items()))

    @property
    def final_url(self) -> str:
        """Where the look ended: the address of the last answer, or the link's own."""
        return self.hops[-1].url if self.hops else self.url

    def header(self, name: str) -> str | None:
        """A header of the last answer, by its lower-case name, if it was kept."""
        return dict(self.headers).get(name)

    def to_json(self) -> dict[str, Any]:
        """The evidence as plain JSON values, without what was not seen."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        plain["hops"] = [asdict(hop) for hop in self.hops]
        plain["headers"] = dict(self.headers)
        return {key: value for key, value in plain.items() if not _says_nothing(value)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Evidence:
        """The inverse of `to_json`; what another version kept besides is passed over."""
        names = {field.name for field in fields(cls)}
        known = {name: value for name, value in plain.items() if name in names}
        known["hops"] = tuple(Hop(**hop) for hop in plain.get("hops", ()))
        known["headers"] = tuple(plain.get("headers", {}).items())
        for name in ("fault", "certificate_fault"):
            if name in known:
                known[name] = Fault(known[name])
        return cls(**known)


def _says_nothing(value: object) -> bool:
    return value is None or value is False or value in ([], {})
