"""What one look saw: the only thing a verdict may be based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
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
    """One answered request of a look; `via` says what named the location: a header or the page.

    How long it took makes no hop another one.
    """

    url: str
    status: int
    location: str | None = None
    via: str = "header"
    milliseconds: int | None = field(default=None, compare=False)


class SignKind(StrEnum):
    """What a sign in an answer's headers or page speaks for; found in `verdicts/signs`."""

    WALL = "wall"
    GEO = "geo"
    LOGIN = "login"
    TERMS = "terms"
    NOT_FOUND = "not-found"
    MAINTENANCE = "maintenance"
    PARKED = "parked"
    SUSPENDED = "suspended"
    SERVER_DEFAULT = "server-default"
    SHELL = "shell"
    USURPED = "usurped"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in an answer that speaks for a verdict: which signature, and the words it is in."""

    kind: SignKind
    name: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sibling:
    """What the same directory answers for a page that cannot exist.

    `likeness` compares the two pages' words, from 0 to 1, where 1 is sure; a hard error has none.
    `title_echoes` that its title repeats what was asked for, whatever that is.
    """

    url: str
    status: int | None
    final_url: str | None = None
    redirects: int = 0
    likeness: float | None = None
    same_title: bool = False
    title_echoes: bool = False


class Standing(StrEnum):
    """How a source says that something stands with it; said in `metadata/hosts`."""

    REGISTERED = "registered"
    THERE = "there"
    ARCHIVED = "archived"
    RESTRICTED = "restricted"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Record:
    """What a source that would know says of a link: where it was asked, and the words of it.

    `registered` is said of a name, not of what it leads to; `hidden` is what is missing or
    private, where the source makes no difference.
    """

    source: str
    address: str
    standing: Standing
    quote: str
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one look at a link saw.

    `expected` is what the link was for: its names in the lists and the title it had when it was
    well. `earlier` holds what the looks before this one saw, the same night.

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
    language: str | None = None
    signs: tuple[Sign, ...] = ()
    sibling: Sibling | None = None
    record: Record | None = None
    expected: tuple[str, ...] = ()
    address: str | None = None
    certificate_expires: str | None = None
    milliseconds: int | None = None
    tries: int = 1
    client: str = "vitals"
    conditional: bool = False
    earlier: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        """Of headers that came twice the first counts, as it does for browsers."""
        first: dict[str, str] = {}
        for name, value in self.headers:
            first.setdefault(name, value)
        object.__setattr__(self, "headers", tuple(first.items()))

    def sign(self, kind: SignKind) -> Sign | None:
        """The sign of this kind, if one was found; words in the link's own name are its subject."""
        names = [name.casefold() for name in self.expected]
        found = (sign for sign in self.signs if sign.kind is kind)
        return next((s for s in found if not any(s.quote.casefold() in n for n in names)), None)

    @property
    def final_url(self) -> str:
        """Where the look ended: the address of the last answer, or the link's own."""
        return self.hops[-1].url if self.hops else self.url

    def header(self, name: str) -> str | None:
        """A header of the last answer, by its lower-case name, if it was kept."""
        return dict(self.headers).get(name)

    def to_json(self) -> dict[str, Any]:
        """The evidence as plain JSON values, without what was not seen."""
        plain = _without_defaults(self)
        plain |= {"content_bytes": self.content_bytes, "tries": self.tries}
        several: dict[str, Any] = {"headers": dict(self.headers)}
        several["expected"] = list(self.expected)
        several["hops"] = [_without_defaults(hop) | {"location": hop.location} for hop in self.hops]
        several["signs"] = [asdict(sign) for sign in self.signs]
        several["earlier"] = [seen.to_json() for seen in self.earlier]
        if self.sibling:
            plain["sibling"] = _without_defaults(self.sibling)
        if self.record:
            plain["record"] = _without_defaults(self.record)
        return plain | {name: value for name, value in several.items() if value}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Evidence:
        """The inverse of `to_json`; what another version kept besides is passed over."""
        names = {one.name for one in fields(cls)}
        known = {name: value for name, value in plain.items() if name in names}
        known["hops"] = tuple(Hop(**hop) for hop in plain.get("hops", ()))
        known["headers"] = tuple(plain.get("headers", {}).items())
        known["signs"] = tuple(_sign(sign) for sign in plain.get("signs", ()))
        known["sibling"] = Sibling(**plain["sibling"]) if plain.get("sibling") else None
        known["record"] = _record(plain["record"]) if plain.get("record") else None
        known["expected"] = tuple(plain.get("expected", ()))
        known["earlier"] = tuple(cls.from_json(seen) for seen in plain.get("earlier", ()))
        for name in ("fault", "certificate_fault"):
            if name in known:
                known[name] = Fault(known[name])
        return cls(**known)


def _sign(plain: Mapping[str, str]) -> Sign:
    return Sign(SignKind(plain["kind"]), plain["name"], plain["quote"])


def _record(plain: Mapping[str, Any]) -> Record:
    return Record(**dict(plain) | {"standing": Standing(plain["standing"])})


def _without_defaults(value: Any) -> dict[str, Any]:
    """The fields that say more than nothing; those without a default always do."""
    return {
        one.name: getattr(value, one.name)
        for one in fields(value)
        if one.default is MISSING or getattr(value, one.name) != one.default
    }
