from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.memory.state import DEAD_STRONG, Memory, State, patience_with, remember
from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict

from .stories import BEGIN, nights

STORIES = {
    "a link that answers is alive": """
        0d  http-200            alive
        1d  temporary-redirect  alive
        2d  permanent-redirect  alive
        3d  http-401            alive
        4d  tls-expired         alive""",
    "one bad night is only suspicious": """
        0d  http-200  alive
        1d  http-5xx  suspect
        2d  http-200  alive""",
    "the third bad night over 48 hours is down": """
        0d  http-200  alive
        1d  http-5xx  suspect
        2d  http-5xx  suspect
        3d  http-5xx  down""",
    "many looks within 48 hours are not down": """
        0d      reset    suspect
        6h      refused  suspect
        1d      reset    suspect
        1d12h   reset    suspect
        1d23h   reset    suspect
        2d      reset    down""",
    "two bad nights far apart are not down": """
        0d   http-404  suspect
        90d  http-404  suspect
        91d  http-404  down""",
    "410 is dead on the fourth night, three days on": """
        0d  http-410  suspect
        1d  http-410  suspect
        2d  http-410  down
        3d  http-410  dead""",
    "a host without a name is dead on the fourth night": """
        0d  dns-nxdomain  suspect
        1d  dns-nxdomain  suspect
        2d  dns-nxdomain  down
        3d  dns-nxdomain  dead""",
    "410 asked more often is not dead sooner": """
        0d     http-410  suspect
        12h    http-410  suspect
        1d     http-410  suspect
        1d12h  http-410  suspect
        2d     http-410  down
        2d12h  http-410  down
        3d     http-410  dead""",
    "404 is dead after seven days": """
        0d  http-404  suspect
        1d  http-404  suspect
        2d  http-404  down
        3d  http-404  down
        4d  http-404  down
        5d  http-404  down
        6d  http-404  down
        7d  http-404  dead""",
    "404 every other day is dead on the fifth look": """
        0d  http-404  suspect
        2d  http-404  suspect
        4d  http-404  down
        6d  http-404  down
        8d  http-404  dead""",
    "404 once a week is dead on the fourth look": """
        0d   http-404  suspect
        7d   http-404  suspect
        14d  http-404  down
        21d  http-404  dead""",
    "what may pass is dead after seven nights and fourteen days": """
        0d   http-5xx         suspect
        2d   connect-timeout  suspect
        4d   reset            down
        6d   dns-failure      down
        8d   read-timeout     down
        10d  http-5xx         down
        13d  http-5xx         down
        14d  http-5xx         dead""",
    "six looks in a month are not enough for what may pass": """
        0d   http-5xx  suspect
        6d   http-5xx  suspect
        12d  http-5xx  down
        18d  http-5xx  down
        24d  http-5xx  down
        30d  http-5xx  down""",
    "one good night ends a bad row": """
        0d  http-404  suspect
        1d  http-404  suspect
        2d  http-404  down
        3d  http-200  alive
        4d  http-404  suspect
        5d  http-404  suspect
        6d  http-404  down""",
    "the dead come back": """
        0d  http-410  suspect
        1d  http-410  suspect
        2d  http-410  down
        3d  http-410  dead
        4d  http-410  dead
        5d  http-200  alive""",
    "dead stays dead, whatever ails it now": """
        0d  http-410  suspect
        1d  http-410  suspect
        2d  http-410  down
        3d  http-410  dead
        4d  http-5xx  dead
        5d  http-403  dead""",
    "down stays down, whatever ails it now": """
        0d  http-404  suspect
        1d  http-404  suspect
        2d  http-404  down
        3d  http-5xx  down
        4d  robots    down""",
    "blocked never kills": """
        0d    http-200      alive
        1d    http-403      alive
        10d   rate-limited  alive
        100d  legal         alive
        400d  robots        alive""",
    "blocked from the first look cannot be verified": """
        0d  http-403  unverified
        1d  http-403  unverified
        2d  http-200  alive""",
    "no address cannot be verified": """
        0d  bad-url  unverified
        9d  bad-url  unverified""",
    "blocked nights count neither way": """
        0d  http-5xx  suspect
        1d  http-403  suspect
        2d  http-403  suspect
        3d  http-5xx  suspect
        4d  http-5xx  down""",
    "from unverified to suspect": """
        0d  http-403  unverified
        1d  http-404  suspect""",
    "skipped nights count neither way": """
        0d  http-404     suspect
        1d  host-silent  suspect
        2d  void-night   suspect
        3d  http-404     suspect
        4d  http-404     down""",
    "a link that was never asked stays new": """
        0d  host-silent  new
        1d  void-night   new""",
    "a gap in running kills nobody": """
        0d    http-404  suspect
        400d  http-404  suspect""",
    "nor does a gap after which it answers": """
        0d   http-404  suspect
        1d   http-404  suspect
        2d   http-404  down
        60d  http-200  alive""",
    "a clock that goes back changes nothing": """
        5d  http-200  alive
        4d  http-404  alive
        3d  http-404  alive
        2d  http-404  alive
        6d  http-404  suspect""",
    "a clock that goes back does not revive": """
        5d  http-404  suspect
        4d  http-200  suspect""",
    "the same look twice counts once": """
        0d  http-404  suspect
        0d  http-404  suspect
        2d  http-404  suspect
        2d  http-404  suspect
        3d  http-404  down""",
    "a night that begins a little early is a day later all the same": """
        0d      http-404  suspect
        23h40m  http-404  suspect
        1d23h31m  http-404  down""",
    "but not one that begins an hour early": """
        0d     http-404  suspect
        1d     http-404  suspect
        1d23h  http-404  suspect""",
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_story_of_nights(story: str) -> None:
    told = [line for line, _, _ in nights(story)]
    came = [f"{line.rsplit(None, 1)[0]:20} {after.state}" for line, _, after in nights(story)]
    assert [line.split() for line in came] == [line.split() for line in told]


def test_what_is_remembered_of_a_row_of_bad_nights() -> None:
    *_, (_, _, memory) = nights(STORIES["the third bad night over 48 hours is down"])
    day = timedelta(days=1)
    assert memory == Memory(
        first_seen=BEGIN,
        state=State.DOWN,
        since=BEGIN + 3 * day,
        reason=Reason.HTTP_5XX,
        last_checked=BEGIN + 3 * day,
        last_ok=BEGIN,
        failing_since=BEGIN + day,
        failures=3,
    )


def test_a_good_night_forgets_the_bad_ones() -> None:
    *_, (_, _, memory) = nights(STORIES["one bad night is only suspicious"])
    assert (memory.failing_since, memory.failures) == (None, 0)
    assert memory.since == memory.last_ok == BEGIN + timedelta(days=2)


def test_since_tells_when_the_state_began() -> None:
    *_, (_, _, memory) = nights(STORIES["blocked never kills"])
    assert (memory.since, memory.last_ok) == (BEGIN, BEGIN)
    assert memory.last_checked == BEGIN + timedelta(days=400)


@pytest.mark.parametrize("reason", [r for r in Reason if r.verdict is Verdict.SKIPPED], ids=str)
def test_a_look_that_was_not_made_leaves_the_memory_itself(reason: Reason) -> None:
    memory = Memory(BEGIN)
    assert remember(memory, reason, BEGIN) is memory


NEW_YORK, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
NIGHTS_AT_THREE = {
    "a day of 23 hours, so the third night is an hour short": (
        [datetime(2026, 3, day, 3, tzinfo=BERLIN) for day in (28, 29, 30, 31)],
        [State.SUSPECT, State.SUSPECT, State.SUSPECT, State.DOWN],
    ),
    "a day of 25 hours": (
        [datetime(2026, 10, day, 3, tzinfo=BERLIN) for day in (24, 25, 26)],
        [State.SUSPECT, State.SUSPECT, State.DOWN],
    ),
    "an hour that comes twice": (
        [datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=fold) for fold in (0, 1)],
        [State.SUSPECT, State.SUSPECT],
    ),
    "an ordinary week in zones that differ": (
        [
            datetime(2026, 5, 1, 3, tzinfo=BERLIN),
            datetime(2026, 5, 2, 1, tzinfo=UTC),
            datetime(2026, 5, 2, 21, tzinfo=NEW_YORK),
        ],
        [State.SUSPECT, State.SUSPECT, State.DOWN],
    ),
}


@pytest.mark.parametrize(("moments", "states"), NIGHTS_AT_THREE.values(), ids=NIGHTS_AT_THREE)
def test_nights_by_the_clock_on_the_wall(moments: list[datetime], states: list[State]) -> None:
    memory, came = Memory(moments[0].astimezone(UTC)), []
    for moment in moments:
        memory = remember(memory, Reason.HTTP_404, moment.astimezone(UTC))
        came.append(memory.state)
    assert came == states


@pytest.mark.parametrize("reason", [r for r in Reason if r.verdict in BAD], ids=lambda r: r.value)
def test_nothing_is_more_certain_than_410(reason: Reason) -> None:
    assert patience_with(reason).nights >= DEAD_STRONG.nights
    assert patience_with(reason).span >= DEAD_STRONG.span


reasons = st.sampled_from(Reason)
pauses = st.timedeltas(timedelta(minutes=-90), timedelta(days=9))
told_nights = st.lists(st.tuples(reasons, pauses), max_size=40)
"""Reasons, and how long after the look before: a clock may go back."""


def lived(told: list[tuple[Reason, timedelta]]) -> list[Memory]:
    memory, now, after = Memory(BEGIN), BEGIN, []
    for reason, pause in told:
        now += pause
        memory = remember(memory, reason, now)
        after.append(memory)
    return after


@given(st.lists(st.tuples(reasons, st.integers(0, 47 * 60)), max_size=40))
def test_nothing_within_47_hours_is_down(told: list[tuple[Reason, int]]) -> None:
    memory = Memory(BEGIN)
    for reason, minutes in told:
        memory = remember(memory, reason, BEGIN + timedelta(minutes=minutes))
        assert memory.state not in (State.DOWN, State.DEAD)


@given(told_nights)
def test_nobody_dies_before_the_time(told: list[tuple[Reason, timedelta]]) -> None:
    before = Memory(BEGIN)
    for memory in lived(told):
        if memory.state is State.DEAD and before.state is not State.DEAD:
            assert memory.reason
            patience = patience_with(memory.reason)
            assert memory.failing_since
            assert memory.last_checked
            failing = memory.last_checked - memory.failing_since
            assert failing >= patience.span - timedelta(minutes=30)
            assert memory.failures >= patience.nights
        before = memory


@given(told_nights, st.sampled_from(sorted(ALIVE)))
def test_a_good_look_is_always_alive(
    told: list[tuple[Reason, timedelta]], verdict: Verdict
) -> None:
    good = next(reason for reason in Reason if reason.verdict is verdict)
    memory = ([Memory(BEGIN), *lived(told)])[-1]
    now = (memory.last_checked or BEGIN) + timedelta(seconds=1)
    assert remember(memory, good, now).state is State.ALIVE


@given(told_nights)
def test_the_times_are_in_order(told: list[tuple[Reason, timedelta]]) -> None:
    for memory in lived(told):
        assert (memory.failing_since is None) == (memory.failures == 0)
        times = (memory.since, memory.last_ok, memory.failing_since)
        assert all(time <= memory.last_checked for time in times if time and memory.last_checked)
        if memory.last_ok and memory.failing_since:
            assert memory.last_ok < memory.failing_since
