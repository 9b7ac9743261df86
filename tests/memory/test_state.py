"""Stories of links over many nights: what is believed after each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.memory.history import Row, Run
from crawler.memory.patience import SLACK, patience_with
from crawler.memory.state import A_DAY, Memory, State, Tonight, remember
from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict

from .histories import histories, lived, some
from .stories import BEGIN, end, nights

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
    "row 115, five bad nights and up again": """
        0d      http-200         alive
        1d..2d  connect-timeout  suspect
        3d..5d  connect-timeout  down
        6d      http-200         alive""",
    "row 116, thirteen bad nights and up again": """
        0d       http-200  alive
        1d..2d   http-5xx  suspect
        3d..13d  http-5xx  down
        14d      http-200  alive""",
    "row 117, twenty bad nights, looked at weekly once dead, and up again": """
        0d            http-200  alive
        1d..2d        http-5xx  suspect
        3d..14d       http-5xx  down
        15d           http-5xx  dead
        22d..36d/7d   http-5xx  dead
        40d           http-200  dead
        41d           http-200  alive""",
    "row 118, a page that is missing at the usual hour but not at another": """
        0d..2d  http-200  alive
        3d      http-404  suspect
        3d20h   http-200  alive
        4d      http-404  suspect
        4d20h   http-200  alive""",
    "row 120, ten nights were missed and then the page is missing": """
        0d..9d  http-200  alive
        20d     http-404  suspect
        21d     http-404  suspect
        22d     http-404  down""",
    "row 125, a host that is slow on Sundays": """
        0d..5d    http-200      alive
        6d        read-timeout  suspect
        7d..12d   http-200      alive
        13d       read-timeout  suspect
        14d..19d  http-200      alive
        20d       read-timeout  suspect
        21d       http-200      alive""",
    "many looks within 48 hours are not down": """
        0d      reset    suspect
        6h      refused  suspect
        1d      reset    suspect
        1d12h   reset    suspect
        1d23h   reset    suspect""",
    "looks an hour apart are one night": """
        0d   http-404  suspect
        1h   http-404  suspect
        2h   http-404  suspect
        48h  http-404  suspect
        49h  http-404  suspect
        68h  http-404  down""",
    "nor do they become more by differing": """
        0d   http-404  suspect
        1h   http-410  suspect
        2h   http-404  suspect
        48h  http-410  suspect
        49h  http-404  suspect""",
    "a night is twenty hours": """
        0d       http-5xx  suspect
        20h      http-5xx  suspect
        39h59m   http-5xx  suspect
        48h      http-5xx  down""",
    "two bad nights far apart are not down": """
        0d   http-404  suspect
        90d  http-404  suspect
        91d  http-404  down""",
    "410 is dead on the fourth night, three days on": """
        0d..1d  http-410  suspect
        2d      http-410  down
        3d      http-410  dead""",
    "a host without a name is dead on the fourth night": """
        0d..1d  dns-nxdomain  suspect
        2d      dns-nxdomain  down
        3d      dns-nxdomain  dead""",
    "an unknown DOI is dead on the fourth night": """
        0d..1d  doi-unknown  suspect
        2d      doi-unknown  down
        3d      doi-unknown  dead""",
    "410 asked more often is not dead sooner": """
        0d..1d12h/12h    http-410  suspect
        2d..2d12h/12h    http-410  down
        3d               http-410  dead""",
    "404 is dead after seven days": """
        0d..1d  http-404  suspect
        2d..6d  http-404  down
        7d      http-404  dead""",
    "and so is a page that only says so": """
        0d..1d  soft-404  suspect
        2d..6d  soft-404  down
        7d      soft-404  dead""",
    "404 every other day is dead on the fifth look": """
        0d..2d/2d  http-404  suspect
        4d..6d/2d  http-404  down
        8d         http-404  dead""",
    "404 once a week is dead on the fourth look": """
        0d..14d/7d   http-200  alive
        21d..28d/7d  http-404  suspect
        35d          http-404  down
        42d          http-404  dead""",
    "even from the first week on": """
        0d..7d/7d  http-404  suspect
        14d        http-404  down
        21d        http-404  dead""",
    "what may pass is dead on the seventh weekly look, whatever it is called": """
        0d..14d/7d   http-200         alive
        21d..28d/7d  http-5xx         suspect
        35d          connect-timeout  down
        42d          reset            down
        49d          http-5xx         down
        56d          reset            down
        63d          http-5xx         dead""",
    "what may pass is dead after fourteen days": """
        0d   http-5xx         suspect
        2d   connect-timeout  suspect
        4d   reset            down
        6d   dns-failure      down
        8d   read-timeout     down
        10d  http-5xx         down
        13d  http-5xx         down
        14d  http-5xx         dead""",
    "and after seven nights": """
        0d..3d/3d    http-5xx  suspect
        6d..15d/3d   http-5xx  down
        18d          http-5xx  dead""",
    "the slowest rule of those seen counts, 404 among 410": """
        0d      http-404  suspect
        1d      http-410  suspect
        2d..6d  http-410  down
        7d      http-410  dead""",
    "the slowest rule of those seen counts, a timeout among 404": """
        0d       http-404         suspect
        1d       connect-timeout  suspect
        2d..13d  http-404         down
        14d      http-404         dead""",
    "one good night ends a bad row": """
        0d..1d  http-404  suspect
        2d      http-404  down
        3d      http-200  alive
        4d..5d  http-404  suspect
        6d      http-404  down""",
    "the dead need two good nights": """
        0d..1d   http-410  suspect
        2d       http-410  down
        3d..4d   http-410  dead
        5d       http-200  dead
        5d19h    http-200  dead
        5d19h59m http-200  dead
        5d20h    http-200  alive""",
    "two good nights in a row": """
        0d..1d  http-410  suspect
        2d      http-410  down
        3d..4d  http-410  dead
        5d      http-200  dead
        6d      http-410  dead
        7d      http-200  dead
        8d      http-403  dead
        9d      file      alive""",
    "a stranger does not revive the dead": """
        0d..1d    parked    suspect
        2d..6d    parked    down
        7d        parked    dead
        8d..99d   http-200  other  dead
        100d      http-200         dead
        101d      http-200  other  dead
        102d      http-200         alive
        103d      http-200  other  alive""",
    "a stranger and the thing itself in one night are not two nights": """
        0d..1d   http-410  suspect
        2d       http-410  down
        3d       http-410  dead
        4d       http-200  other  dead
        5d       http-200         dead
        5d12h    http-200         dead
        6d       http-200         alive""",
    "nor is the night of the last bad look one of them, if a stranger came first": """
        0d..1d   http-410  suspect
        2d       http-410  down
        3d       http-410  dead
        3d6h     http-200  other  dead
        3d12h    http-200         dead
        4d       http-200         dead
        4d20h    http-200         alive""",
    "dead stays dead, whatever ails it now": """
        0d..1d   http-410  suspect
        2d       http-410  down
        3d       http-410  dead
        4d       http-5xx  dead
        5d..99d  http-403  dead""",
    "down stays down, whatever ails it now": """
        0d..1d  http-404  suspect
        2d      http-404  down
        3d      http-5xx  down
        4d..8d  robots    down
        9d      http-404  down""",
    "what was down and is blocked since is unverified after a while": """
        0d..1d   http-404  suspect
        2d       http-404  down
        3d..29d  http-403  down
        30d..60d http-403  unverified
        61d..62d http-404  unverified
        63d      http-404  down""",
    "blocked never kills, but nobody can say more after 30 days": """
        0d        http-200      alive
        1d..30d   http-403      alive
        31d..80d  rate-limited  unverified
        81d..400d legal         unverified
        401d      http-200      alive""",
    "a good night between and nothing is unclear": """
        0d         http-200  alive
        1d..20d    http-403  alive
        21d        http-200  alive
        22d..51d   http-403  alive
        52d        http-403  unverified""",
    "blocked for a year and then really dead": """
        0d           http-200  alive
        1d..30d      http-403  alive
        31d..365d    http-403  unverified
        366d..367d   http-404  unverified
        368d..372d   http-404  down
        373d         http-404  dead""",
    "what fell after a month of blocks stays down while the row is mostly bad": """
        0d        http-200  alive
        1d..30d   http-403  alive
        31d..60d  http-403  unverified
        61d..62d  http-404  unverified
        63d       http-404  down
        64d       http-403  down
        65d       http-403  unverified""",
    "blocked from the first look, during an incident": """
        0d  http-403  frozen  unverified""",
    "blocked from the first look cannot be verified": """
        0d..1d  http-403  unverified
        2d      http-200  alive""",
    "no address cannot be verified": """
        0d..9d/9d  bad-url  unverified""",
    "a row that is mostly unclear proves nothing": """
        0d      http-5xx  suspect
        1d..2d  http-403  suspect
        3d..6d  http-5xx  suspect
        7d      http-5xx  down""",
    "three quarters are enough": """
        0d..1d  http-404  suspect
        2d      http-403  suspect
        3d      http-404  down""",
    "three quarters are enough to die": """
        0d..1d  http-404  suspect
        2d..4d  http-404  down
        5d..6d  http-403  down
        7d..8d  http-404  down
        9d      http-404  dead""",
    "but not a little less": """
        0d..1d  http-404  suspect
        2d..4d  http-404  down
        5d..7d  http-403  down
        8d..9d  http-404  down
        10d     http-404  down
        11d     http-404  dead""",
    "nobody falls on a night that tells nothing": """
        0d..1d16h/20h  http-404  suspect
        2d             http-403  suspect
        3d             http-404  down""",
    "from unverified to suspect": """
        0d  http-403  unverified
        1d  http-404  suspect""",
    "a night that was unclear once is not bad": """
        0d      http-200  alive
        12h     http-403  alive
        1d      http-404  suspect
        1d12h   http-403  suspect
        2d      http-404  suspect
        2d12h   http-403  suspect
        3d      http-404  suspect
        3d12h   http-403  suspect""",
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
        0d          http-404  suspect
        400d        http-404  suspect
        401d..402d  http-404  down""",
    "a gap counts two nights at most": """
        0d..1d    http-404  suspect
        2d        http-404  down
        102d      http-404  down
        103d      http-404  down
        104d      http-404  down
        105d      http-404  dead""",
    "nor does a gap after which it answers": """
        0d..1d  http-404  suspect
        2d      http-404  down
        60d     http-200  alive""",
    "an incident counts for three days for nobody": """
        0d      http-200         alive
        1d..3d  http-410  frozen suspect
        4d..5d  http-410         suspect
        6d      http-410         down
        7d      http-410         dead""",
    "a suspect stays what it is during an incident": """
        0d      http-200         alive
        1d..2d  http-410         suspect
        3d..5d  http-410  frozen suspect
        6d      http-410         suspect
        7d      http-410         down
        8d      http-410         dead""",
    "a link that answers during its host's incident is alive": """
        0d  http-5xx          suspect
        1d  http-5xx  frozen  suspect
        2d  http-200  frozen  alive
        3d  http-5xx  frozen  suspect""",
    "a link that is first seen during an incident is suspect, and waits": """
        0d..4d  http-5xx  frozen  suspect
        5d..6d  http-5xx          suspect
        7d      http-5xx          down""",
    "an unclear night counts during an incident as ever": """
        0d      http-200          alive
        1d      http-404          suspect
        2d..3d  http-403  frozen  suspect
        4d..7d  http-404          suspect
        8d      http-404          down""",
    "row 124, a clock that goes back changes nothing": """
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
        0d        http-404  suspect
        23h40m    http-404  suspect
        1d23h30m  http-404  down""",
    "but not one that begins an hour early": """
        0d        http-404  suspect
        1d        http-404  suspect
        1d23h29m  http-404  suspect""",
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_story_of_nights(story: str) -> None:
    for night in nights(story):
        assert f"{night.day} {night.after.state}" == f"{night.day} {night.line.split()[-1]}"


ROTATIONS = {
    "403 and timeouts": (Reason.HTTP_403, Reason.CONNECT_TIMEOUT),
    "404 and 403": (Reason.HTTP_404, Reason.HTTP_403),
    "403, timeouts and 404": (Reason.HTTP_403, Reason.CONNECT_TIMEOUT, Reason.HTTP_404),
}


@pytest.mark.parametrize("reasons", ROTATIONS.values(), ids=ROTATIONS)
def test_row_119_a_wall_with_several_faces_never_kills(reasons: tuple[Reason, ...]) -> None:
    story = "0d http-200;" + ";".join(
        f"{day}d {reasons[day % len(reasons)].value}" for day in range(1, 400)
    )
    states = [night.after.state for night in nights(story)]
    assert State.DEAD not in states
    assert set(states[32:]) == {State.UNVERIFIED}
    assert State.UNVERIFIED not in states[:31]


def test_row_123_a_new_address_is_a_new_link() -> None:
    memory = remember(Memory(BEGIN), Tonight(Reason.HTTP_404, BEGIN))
    assert memory.failing == Row(BEGIN, 1, timedelta(), 0, frozenset({Reason.HTTP_404}))
    assert Memory(BEGIN).failing is None
    assert Memory(BEGIN).reason is None


def test_the_reason_is_what_the_last_look_said() -> None:
    assert end("0d http-200; 1d reset; 2d file").reason is Reason.FILE


def test_what_is_remembered_of_a_row_of_bad_nights() -> None:
    first = BEGIN + A_DAY
    memory = end(STORIES["the third bad night over 48 hours is down"])
    assert memory == Memory(
        first_seen=BEGIN,
        state=State.DOWN,
        since=BEGIN + 3 * A_DAY,
        last_checked=BEGIN + 3 * A_DAY,
        last_night=BEGIN + 3 * A_DAY,
        last_ok=BEGIN,
        runs=(
            Run(Reason.HTTP_200, BEGIN, BEGIN, days=A_DAY),
            Run(Reason.HTTP_5XX, first, first + 2 * A_DAY, looks=3, nights=3, days=2 * A_DAY),
        ),
    )
    assert memory.reason is Reason.HTTP_5XX
    assert memory.failing == Row(first, 3, 2 * A_DAY, 0, frozenset({Reason.HTTP_5XX}))


def test_looks_of_one_night_are_kept_as_looks() -> None:
    memory = end(STORIES["looks an hour apart are one night"])
    (run,) = memory.runs
    assert (run.looks, run.nights, run.days) == (6, 3, timedelta(hours=68))
    assert memory.last_night == BEGIN + timedelta(hours=68)


def test_looks_that_count_for_nothing_are_a_run_of_their_own() -> None:
    memory = end(STORIES["a suspect stays what it is during an incident"])
    told = [(run.reason.value, run.looks, run.nights, run.days.days) for run in memory.runs]
    assert told == [
        ("http-200", 1, 1, 1),
        ("http-410", 2, 2, 1),
        ("http-410", 3, 0, 0),
        ("http-410", 3, 3, 2),
    ]
    assert memory.failing
    assert (memory.failing.since, memory.failing.nights) == (BEGIN + A_DAY, 5)


def test_a_look_with_another_mark_is_another_run_of_the_same_row() -> None:
    memory = Memory(BEGIN)
    for day, mark in enumerate(["a", "a", "b"]):
        memory = remember(memory, Tonight(Reason.HTTP_5XX, BEGIN + day * A_DAY, (mark,)))
    assert [(run.mark, run.looks) for run in memory.runs] == [(("a",), 2), (("b",), 1)]
    assert memory.state is State.DOWN


def test_a_stranger_is_not_what_was_there() -> None:
    story = STORIES["a stranger does not revive the dead"]
    oks = {night.day: night.after.last_ok for night in nights(story)}
    assert oks["99d"] is None
    assert oks["101d"] == BEGIN + 100 * A_DAY
    assert oks["103d"] == BEGIN + 103 * A_DAY


def test_since_tells_when_the_state_began() -> None:
    memory = end("0d http-200; 1d..29d http-403")
    assert (memory.since, memory.last_ok) == (BEGIN, BEGIN)
    assert memory.last_checked == BEGIN + 29 * A_DAY


def test_a_look_of_which_nothing_else_is_said_is_of_the_thing_itself_and_counts() -> None:
    tonight = Tonight(Reason.HTTP_200, BEGIN)
    assert (tonight.mark, tonight.same, tonight.frozen, tonight.rhythm) == ((), True, False, A_DAY)


def test_a_look_that_is_known_already_leaves_the_memory_itself() -> None:
    tonight = Tonight(Reason.HTTP_404, BEGIN)
    memory = remember(Memory(BEGIN), tonight)
    assert remember(memory, tonight) is memory


@pytest.mark.parametrize("rhythm", [timedelta(), A_DAY, timedelta(days=3)])
def test_a_gap_counts_twice_the_rhythm_and_at_least_two_days(rhythm: timedelta) -> None:
    memory = remember(Memory(BEGIN), Tonight(Reason.HTTP_404, BEGIN))
    late = BEGIN + timedelta(days=50)
    memory = remember(memory, Tonight(Reason.HTTP_404, late, rhythm=rhythm))
    assert memory.runs[0].days == max(2 * rhythm, timedelta(days=2))


@pytest.mark.parametrize("reason", [r for r in Reason if r.verdict is Verdict.SKIPPED], ids=str)
def test_a_look_that_was_not_made_leaves_the_memory_itself(reason: Reason) -> None:
    memory = Memory(BEGIN)
    assert remember(memory, Tonight(reason, BEGIN)) is memory


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
    looks = [Tonight(Reason.HTTP_404, moment.astimezone(UTC)) for moment in moments]
    assert [night.after.state for night in lived(looks)] == states


@given(
    st.lists(st.tuples(st.sampled_from(Reason), st.integers(0, 47 * 60)), max_size=40),
    st.sampled_from([A_DAY, 7 * A_DAY]),
)
def test_nothing_within_47_hours_is_down(told: list[tuple[Reason, int]], rhythm: timedelta) -> None:
    looks = [
        Tonight(reason, BEGIN + timedelta(minutes=minutes), rhythm=rhythm)
        for reason, minutes in sorted(told, key=lambda one: one[1])
    ]
    fallen = {State.DOWN, State.DEAD}
    assert not any(night.after.state in fallen for night in lived(looks))


_REASONS_TO_DIE = st.lists(
    st.sampled_from([reason for reason in Reason if reason.verdict in BAD]), min_size=1, max_size=3
)
_LESS = st.sampled_from([reason for reason in Reason if reason.verdict not in ALIVE | BAD])
_GRACE = st.floats(0, 0.999)


@some
@given(_REASONS_TO_DIE, st.lists(st.tuples(_GRACE, st.integers(0, 2) | _LESS)), st.data())
def test_what_comes_back_within_its_grace_is_never_called_dead(
    reasons: list[Reason], inner: list[tuple[float, int | Reason]], data: st.DataObject
) -> None:
    slowest = max(map(patience_with, reasons))
    grace = slowest.span - SLACK
    looks = [Tonight(Reason.HTTP_200, BEGIN - A_DAY)]
    looks += [Tonight(one, BEGIN + timedelta(0, number)) for number, one in enumerate(reasons)]
    for share, what in sorted(inner, key=lambda one: one[0]):
        reason = what if isinstance(what, Reason) else reasons[what % len(reasons)]
        looks.append(Tonight(reason, BEGIN + share * grace, rhythm=7 * A_DAY))
    looks.append(Tonight(Reason.HTTP_200, BEGIN + grace * data.draw(st.floats(1, 9))))
    states = [night.after.state for night in lived(looks)]
    assert State.DEAD not in states
    assert states[-1] is State.ALIVE


@some
@given(histories())
def test_nobody_dies_before_the_time(looks: list[Tonight]) -> None:
    for night in lived(looks):
        if night.after.state is State.DEAD is not night.before.state:
            failing = night.after.failing
            assert failing
            strictest = min(map(patience_with, failing.reasons))
            assert night.tonight.at - failing.since >= strictest.span - SLACK
            assert failing.nights >= strictest.nights


@some
@given(histories())
def test_the_same_looks_twice_count_once(looks: list[Tonight]) -> None:
    once = [night.after for night in lived(looks)]
    assert [night.after for night in lived(look for look in looks for _ in range(2))][1::2] == once
    assert [night.after for night in lived([*looks, *looks])][len(looks) :] == once[-1:] * len(
        looks
    )


@some
@given(histories())
def test_a_quiet_night_changes_nothing_but_the_last_run(looks: list[Tonight]) -> None:
    """An equal look makes the last run longer and is told to nobody."""
    for night in lived(looks):
        before, after, tonight = night.before, night.after, night.tonight
        if after is before or after.state is not before.state or len(after.runs) > len(before.runs):
            continue
        assert after.runs[:-1] == before.runs[:-1]
        assert after.since == before.since
        last = after.runs[-1]
        assert (last.reason, last.mark, last.last_at) == (tonight.reason, tonight.mark, tonight.at)
        assert [event.kind for event in night.events if event.kind != "usurped"] == []


@some
@given(histories())
def test_the_times_are_in_order(looks: list[Tonight]) -> None:
    for night in lived(looks):
        memory = night.after
        times = (memory.since, memory.last_ok, memory.last_night)
        assert all(time <= memory.last_checked for time in times if time and memory.last_checked)
        for one, other in pairwise(memory.runs):
            assert one.first_at <= one.last_at < other.first_at
