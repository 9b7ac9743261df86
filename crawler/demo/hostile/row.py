"""One row of the hostile web: a server, a link to it, and what is right to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.demo.host import Host

TONIGHT, LATER = "one night", "later night"

_LEVELS = {
    "alive": ("ok", "moved", "restricted", "insecure"),
    "dead": ("failing", "gone"),
    "cannot tell": ("blocked", "skipped"),
    "no address": ("invalid",),
}
LEVELS = {verdict: level for level, verdicts in _LEVELS.items() for verdict in verdicts}
"""The coarse question: does a reader get there? By verdict."""


@dataclass(frozen=True, slots=True)
class Row:
    """A server's behaviour, a link to it, and the verdict with its reason.

    `number` is the behaviour's in the catalogue: A methods and statuses, B redirects, C contents,
    D transport, E addresses, W walls, S safety, K hosts that are known by name. `right` is written
    `verdict/reason`; where it holds several, the first is best and each is defensible. `hosts`
    belong to the row: one host is the link's own. `name` is what the list calls the data set.
    """

    number: str
    what: str
    link: str
    hosts: Host | Mapping[str, Host]
    right: tuple[str, ...]
    why: str
    name: str = "Sparrow Atlas"
    suggests: str | None = None
    decided_by: str = TONIGHT
    levels: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        levels = {LEVELS[right.partition("/")[0]] for right in self.right}
        object.__setattr__(self, "levels", frozenset(levels))

    @property
    def played(self) -> Mapping[str, Host]:
        """The hosts of this row by name."""
        if isinstance(self.hosts, Host):
            return {urlsplit(self.link).hostname or "": self.hosts}
        return self.hosts


def row(
    number: str,
    what: str,
    link: str,
    hosts: Host | Mapping[str, Host],
    right: str,
    why: str,
    **more: str,
) -> Row:
    """Write a row; `right` may name several verdicts, with spaces between."""
    return Row(number, what, link, hosts, tuple(right.split()), why, **more)
