"""Which rule each reason dies by, and where exactly its patience is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crawler.memory.history import Row
from crawler.memory.patience import (
    ALARM,
    DEAD_MEDIUM,
    DEAD_STRONG,
    DEAD_WEAK,
    DOWN,
    Patience,
    is_dead,
    is_taken,
    patience_with,
)
from crawler.memory.state import A_DAY
from crawler.verdicts.verdict import BAD, Reason, Verdict

from .stories import BEGIN, span

STRONG = [Reason.HTTP_410, Reason.DNS_NXDOMAIN, Reason.DOI_UNKNOWN]
TAKEN = [Reason.PARKED, Reason.USURPED]


def row(nights: int, days: timedelta, unclear: int = 0, *reasons: Reason) -> Row:
    return Row(BEGIN, nights, days, unclear, frozenset(reasons))


@pytest.mark.parametrize("reason", [r for r in Reason if r.verdict in BAD], ids=lambda r: r.value)
def test_which_rule_a_reason_dies_by(reason: Reason) -> None:
    rule = DEAD_MEDIUM if reason.verdict is Verdict.GONE else DEAD_WEAK
    assert patience_with(reason) == (DEAD_STRONG if reason in STRONG else rule)


def test_the_rules_as_they_are_written_down() -> None:
    assert (DEAD_STRONG, DEAD_MEDIUM, DEAD_WEAK) == (
        (4, 3 * A_DAY),
        (4, 7 * A_DAY),
        (7, 14 * A_DAY),
    )
    assert (ALARM, DOWN) == ((2, A_DAY), (3, 2 * A_DAY))
    assert DEAD_STRONG < DEAD_MEDIUM < DEAD_WEAK


CASES = {
    "enough of all": (4, "7d", 0, True),
    "a night too few": (3, "9d", 0, False),
    "half an hour early": (4, "6d23h30m", 0, True),
    "a little more than half an hour early": (4, "6d23h29m", 0, False),
    "three quarters bad": (6, "7d", 2, True),
    "less than three quarters": (5, "7d", 2, False),
}


@pytest.mark.parametrize(("nights", "days", "unclear", "over"), CASES.values(), ids=CASES)
def test_when_patience_is_over(nights: int, days: str, unclear: int, over: bool) -> None:
    assert Patience(4, 7 * A_DAY).is_over(row(nights, span(days), unclear)) is over


@pytest.mark.parametrize(
    ("reasons", "dead_after"),
    [
        (STRONG, 3),
        ([*STRONG, Reason.HTTP_404], 7),
        ([Reason.SOFT_404, Reason.PARKED], 7),
        ([*STRONG, Reason.HTTP_404, Reason.RESET], 14),
    ],
    ids=["strong", "a 404 among them", "gone", "a reset among them"],
)
def test_the_slowest_rule_of_those_seen(reasons: list[Reason], dead_after: int) -> None:
    assert is_dead(row(9, dead_after * A_DAY, 0, *reasons))
    assert not is_dead(row(9, (dead_after - 1) * A_DAY, 0, *reasons))


@pytest.mark.parametrize(
    ("seen", "taken"),
    [
        (row(2, A_DAY, 0, *TAKEN), True),
        (row(1, A_DAY, 0, *TAKEN), False),
        (row(2, A_DAY / 2, 0, *TAKEN), False),
        (row(2, A_DAY, 0, Reason.PARKED, Reason.HTTP_404), False),
    ],
    ids=["two nights", "one night", "half a day", "missing as well"],
)
def test_when_a_domain_is_in_other_hands(seen: Row, taken: bool) -> None:
    assert is_taken(seen) is taken
