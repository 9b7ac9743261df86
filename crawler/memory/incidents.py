"""Incidents: many links of one host failing alike are one trouble, and the host's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mode

from crawler.memory.history import Side, side_of
from crawler.memory.state import State
from crawler.verdicts.verdict import Reason, Verdict

MANY = 3
PATIENT = timedelta(hours=72)
"""So long the bad nights of a host with an incident do not count against its links."""

_LIVED = frozenset({State.ALIVE, State.SUSPECT, State.DOWN})

_HOSTWIDE = frozenset(
    {Reason.DNS_NXDOMAIN, Reason.PARKED, Reason.SUSPENDED, Reason.SERVER_DEFAULT_PAGE}
)


@dataclass(frozen=True, slots=True)
class Incident:
    """What many links of a host have in common: since when, for which reason, how many links."""

    since: datetime
    reason: Reason
    links: int

    def is_frozen(self, now: datetime) -> bool:
        """Whether the host still has time to recover before bad nights count."""
        return now - self.since < PATIENT


def incident(
    before: Incident | None, looks: Iterable[tuple[State, Reason]], now: datetime
) -> Incident | None:
    """The incident of a host, by the states its links had and the reasons tonight's looks gave.

    Only links that were alive begin one: what is new or ails already is no news. A host that
    answers at large again has none; where nothing bad or good was seen, it stays as it was.
    """
    concerned = _LIVED if before else {State.ALIVE}
    reasons = [
        reason for state, reason in looks
        if state in concerned and side_of(reason.verdict) is not Side.UNCLEAR
    ]  # fmt: skip
    if not reasons:
        return before
    alike = _most_alike([reason for reason in reasons if side_of(reason.verdict) is Side.BAD])
    half = len(alike) >= 2 and len(alike) * 2 >= len(reasons)
    if not half and not (len(alike) >= MANY and _is_hostwide(alike[0])):
        return None
    return Incident(before.since if before else now, mode(alike), len(alike))


def _most_alike(bad: Sequence[Reason]) -> list[Reason]:
    most = mode(map(_kind, bad)) if bad else None
    return [reason for reason in bad if _kind(reason) is most]


def _kind(reason: Reason) -> Reason:
    """Failures that pass are one trouble, by whatever name it shows itself."""
    return Reason.HTTP_5XX if reason.verdict is Verdict.FAILING else reason


def _is_hostwide(reason: Reason) -> bool:
    """Whether it tells of the host; a missing page tells only of itself."""
    return reason.verdict is Verdict.FAILING or reason in _HOSTWIDE
