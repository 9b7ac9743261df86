"""What became different between two nights, and how much it matters."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from crawler.memory.state import Memory, State
from crawler.verdicts.verdict import Verdict


class Severity(StrEnum):
    """How much an event matters to a keeper, worst first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


class Kind(StrEnum):
    """What became different."""

    DEAD = "dead"
    DOWN = "down"
    RECOVERED = "recovered"
    MOVED = "moved"
    RESTRICTED = "restricted"
    INSECURE = "insecure"
    BLOCKED = "blocked"


SEVERITY = {
    Kind.DEAD: Severity.CRITICAL,
    Kind.DOWN: Severity.MAJOR,
    Kind.RESTRICTED: Severity.MAJOR,
    Kind.MOVED: Severity.MINOR,
    Kind.INSECURE: Severity.MINOR,
    Kind.BLOCKED: Severity.MINOR,
    Kind.RECOVERED: Severity.INFO,
}


class Event(NamedTuple):
    """One thing that became different."""

    kind: Kind
    before: str | None
    after: str

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITY[self.kind]


_LASTING = {
    Verdict.MOVED: Kind.MOVED,
    Verdict.RESTRICTED: Kind.RESTRICTED,
    Verdict.INSECURE: Kind.INSECURE,
    Verdict.BLOCKED: Kind.BLOCKED,
}


def events(before: Memory, after: Memory) -> tuple[Event, ...]:
    """What became different between two memories of one link; a first look has no difference."""
    if before.reason is None or after.reason is None:
        return ()
    found = []
    if kind := _change_of_state(before.state, after.state):
        found.append(Event(kind, before.state, after.state))
    if after.reason.verdict is not before.reason.verdict and after.reason.verdict in _LASTING:
        kind = _LASTING[after.reason.verdict]
        found.append(Event(kind, before.reason.verdict, after.reason.verdict))
    return tuple(found)


def _change_of_state(before: State, after: State) -> Kind | None:
    if after is before:
        return None
    if after is State.DEAD:
        return Kind.DEAD
    if after is State.DOWN:
        return Kind.DOWN
    return Kind.RECOVERED if after is State.ALIVE and before in (State.DOWN, State.DEAD) else None
