"""Incidents: what many links of a host have in common, and how long it counts for nobody."""

from __future__ import annotations

import pytest

from crawler.memory.incidents import Incident, incident
from crawler.memory.state import A_DAY, State
from crawler.verdicts.verdict import Reason

from .stories import BEGIN, span

R, S = Reason, State
_BEFORE = Incident(BEGIN - A_DAY, R.RESET, 7)


def alive(*reasons: Reason) -> list[tuple[State, Reason]]:
    return [(S.ALIVE, reason) for reason in reasons]


CASES = {
    "row 121, forty links down one night": (alive(*[R.REFUSED] * 40), (R.REFUSED, 40)),
    "three of many": (alive(*[R.CONNECT_TIMEOUT] * 3, *[R.HTTP_200] * 40), (R.CONNECT_TIMEOUT, 3)),
    "two of many": (alive(*[R.CONNECT_TIMEOUT] * 2, *[R.HTTP_200] * 3), None),
    "half of a few": (alive(R.RESET, R.RESET, R.HTTP_200, R.SLASH), (R.RESET, 2)),
    "less than half of a few": (alive(R.RESET, R.RESET, *[R.HTTP_200] * 3), None),
    "a host with one link": (alive(R.RESET), None),
    "one of two": (alive(R.RESET, R.HTTP_200), None),
    "all is well": (alive(*[R.HTTP_200] * 9), None),
    "a passing trouble by many names": (
        alive(R.HTTP_5XX, R.RESET, R.READ_TIMEOUT, R.RESET, *[R.HTTP_200] * 9),
        (R.RESET, 4),
    ),
    "missing pages on a large host": (alive(*[R.HTTP_404] * 9, *[R.HTTP_200] * 10), None),
    "half of a host's pages missing": (alive(*[R.HTTP_404] * 9, *[R.FILE] * 9), (R.HTTP_404, 9)),
    "missing in different ways": (alive(R.HTTP_404, R.HTTP_410, R.FILE, R.FILE, R.FILE), None),
    "the most frequent counts": (
        alive(R.HTTP_404, R.RESET, R.RESET, R.RESET, *[R.FILE] * 9),
        (R.RESET, 3),
    ),
    "a host without a name": (alive(*[R.DNS_NXDOMAIN] * 3, *[R.FILE] * 9), (R.DNS_NXDOMAIN, 3)),
    "a parked host": (alive(*[R.PARKED] * 3, *[R.FILE] * 9), (R.PARKED, 3)),
    "a suspended host": (alive(*[R.SUSPENDED] * 3, *[R.FILE] * 9), (R.SUSPENDED, 3)),
    "an empty server": (
        alive(*[R.SERVER_DEFAULT_PAGE] * 3, *[R.FILE] * 9),
        (R.SERVER_DEFAULT_PAGE, 3),
    ),
    "the dead are no news": (
        [*[(S.DEAD, R.RESET)] * 9, *alive(R.HTTP_200, R.HTTP_200, R.RESET)],
        None,
    ),
    "nor do the dead make others fewer": (
        [*[(S.DEAD, R.HTTP_200)] * 9, *alive(R.HTTP_404, R.HTTP_404)],
        (R.HTTP_404, 2),
    ),
    "who was not asked says nothing": (
        alive(R.READ_TIMEOUT, R.READ_TIMEOUT, *[R.HOST_SILENT] * 9),
        (R.READ_TIMEOUT, 2),
    ),
}


@pytest.mark.parametrize(("looks", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("before", [None, _BEFORE], ids=["new", "known"])
def test_what_links_of_a_host_have_in_common(
    looks: list[tuple[State, Reason]],
    expected: tuple[Reason, int] | None,
    before: Incident | None,
) -> None:
    since = before.since if before else BEGIN
    assert incident(before, looks, BEGIN) == (Incident(since, *expected) if expected else None)


@pytest.mark.parametrize("before", [None, _BEFORE], ids=["none", "known"])
@pytest.mark.parametrize(
    "looks",
    [[], alive(R.HOST_SILENT, R.ROBOTS), [(S.DEAD, R.FILE), (S.DEAD, R.RESET)]],
    ids=["nothing was asked", "nothing clear was seen", "only the dead were asked"],
)
def test_where_nothing_tells_all_stays_as_it_was(
    looks: list[tuple[State, Reason]], before: Incident | None
) -> None:
    assert incident(before, looks, BEGIN) is before


@pytest.mark.parametrize(
    ("later", "frozen"), [("0d", True), ("2d23h59m", True), ("3d", False), ("9d", False)]
)
def test_bad_nights_count_again_after_72_hours(later: str, frozen: bool) -> None:
    assert Incident(BEGIN, R.RESET, 3).is_frozen(BEGIN + span(later)) is frozen
