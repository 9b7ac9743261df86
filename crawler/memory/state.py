"""What we believe of a link over many nights, and how patient we are before we believe it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict


class State(StrEnum):
    """What we believe of a link."""

    NEW = "new"
    ALIVE = "alive"
    UNVERIFIED = "unverified"
    SUSPECT = "suspect"
    DOWN = "down"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Memory:
    """What we remember of one link between nights."""

    first_seen: datetime
    state: State = State.NEW
    since: datetime | None = None
    reason: Reason | None = None
    last_checked: datetime | None = None
    last_ok: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0


class Patience(NamedTuple):
    """How many bad nights, over how long, before a belief is held."""

    nights: int
    span: timedelta

    def is_over(self, memory: Memory, now: datetime) -> bool:
        """Whether the bad nights of this link are enough."""
        since = memory.failing_since or now
        return memory.failures >= self.nights and now - since >= self.span


DOWN = Patience(3, timedelta(hours=48))
DEAD_STRONG = Patience(4, timedelta(days=3))
DEAD_MEDIUM = Patience(4, timedelta(days=7))
DEAD_WEAK = Patience(7, timedelta(days=14))

_STRONG = frozenset({Reason.HTTP_410, Reason.DNS_NXDOMAIN, Reason.DOI_UNKNOWN})
_SLACK = timedelta(minutes=30)
"""A night that begins a little earlier than yesterday's still counts as a day later."""


def patience_with(reason: Reason) -> Patience:
    """How long a link may fail for this reason before it is dead."""
    if reason in _STRONG:
        return DEAD_STRONG
    return DEAD_MEDIUM if reason.verdict is Verdict.GONE else DEAD_WEAK


def remember(before: Memory, reason: Reason, now: datetime) -> Memory:
    """What we believe of a link after tonight's look.

    A look that was not made teaches nothing; nor does one that is known already, or is older than
    what is known because a clock went back.
    """
    if reason.verdict is Verdict.SKIPPED or (before.last_checked and now <= before.last_checked):
        return before
    seen = replace(before, reason=reason, last_checked=now)
    if reason.verdict in ALIVE:
        seen = replace(seen, last_ok=now, failing_since=None, failures=0)
    elif reason.verdict in BAD:
        seen = replace(
            seen, failing_since=before.failing_since or now, failures=before.failures + 1
        )
    state = _state(seen, reason, now)
    return seen if state is before.state else replace(seen, state=state, since=now)


def _state(seen: Memory, reason: Reason, now: datetime) -> State:
    if reason.verdict in ALIVE:
        return State.ALIVE
    if reason.verdict in BAD:
        late = now + _SLACK
        if seen.state is State.DEAD or patience_with(reason).is_over(seen, late):
            return State.DEAD
        return State.DOWN if DOWN.is_over(seen, late) else State.SUSPECT
    return State.UNVERIFIED if seen.state is State.NEW else seen.state
