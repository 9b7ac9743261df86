"""How many bad nights, over how long, before a belief is held."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from crawler.memory.history import Row
from crawler.verdicts.verdict import Reason, Verdict

SLACK = timedelta(minutes=30)
"""A night that begins a little earlier than yesterday's still counts as a day later."""

MOSTLY_BAD = 0.75
"""So much of a row must be bad; a wall that now and then looks like a failure kills nobody."""


class Patience(NamedTuple):
    """How many bad nights, over how long."""

    nights: int
    span: timedelta

    def is_over(self, row: Row) -> bool:
        """Whether these bad nights are enough."""
        enough = row.nights >= self.nights and row.days + SLACK >= self.span
        return enough and row.share >= MOSTLY_BAD


ALARM = Patience(2, timedelta(days=1))
DOWN = Patience(3, timedelta(hours=48))
DEAD_STRONG = Patience(4, timedelta(days=3))
DEAD_MEDIUM = Patience(4, timedelta(days=7))
DEAD_WEAK = Patience(7, timedelta(days=14))

_STRONG = frozenset({Reason.HTTP_410, Reason.DNS_NXDOMAIN, Reason.DOI_UNKNOWN})
TAKEN = frozenset({Reason.PARKED, Reason.USURPED})
"""The domain has come into other hands: told soon, dead not before its owner could renew it."""


def patience_with(reason: Reason) -> Patience:
    """How long a link may fail for this reason before it is dead."""
    if reason in _STRONG:
        return DEAD_STRONG
    return DEAD_MEDIUM if reason.verdict is Verdict.GONE else DEAD_WEAK


def is_dead(row: Row) -> bool:
    """Whether a row of bad nights kills, by the slowest rule of the reasons in it."""
    return max(map(patience_with, row.reasons)).is_over(row)


def is_taken(row: Row) -> bool:
    """Whether a domain is in other hands for long enough to say so."""
    return row.reasons <= TAKEN and ALARM.is_over(row)
