"""When the nights are, told by moments; and the loop that runs them, without waiting."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Event, get_ident
from zoneinfo import ZoneInfo

import pytest
from apscheduler.events import EVENT_JOB_MISSED  # type: ignore[import-untyped]
from apscheduler.triggers.base import BaseTrigger  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

import scheduler
from crawler.errors import UsageProblem
from scheduler import CATCH_UP_SECONDS, JITTER_SECONDS, Nights, trigger

BERLIN = "Europe/Berlin"
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def moments(cron: str, start: str, number: int, zone: str = BERLIN) -> list[str]:
    """The next so many nights from a moment on."""
    when = trigger(cron, zone, jitter=0)
    found: list[datetime] = []
    now = datetime.fromisoformat(start)
    while len(found) < number:
        moment = when.get_next_fire_time(found[-1] if found else None, now)
        assert moment is not None
        found.append(moment)
        now = moment
    return [moment.isoformat(timespec="minutes") for moment in found]


@pytest.mark.parametrize(
    ("cron", "start", "nights"),
    [
        pytest.param(
            "0 3 * * *",
            "2026-11-20T01:00Z",
            ["2026-11-20T03:00+01:00", "2026-11-21T03:00+01:00", "2026-11-22T03:00+01:00"],
            id="every night at three",
        ),
        pytest.param(
            "0 3 * * *",
            "2026-11-20T02:00Z",
            ["2026-11-20T03:00+01:00", "2026-11-21T03:00+01:00"],
            id="at three sharp it is time",
        ),
        pytest.param(
            "0 3 * * *",
            "2026-03-28T12:00Z",
            ["2026-03-29T03:00+02:00", "2026-03-30T03:00+02:00"],
            id="in spring at three of the new time",
        ),
        pytest.param(
            "30 2 * * *",
            "2026-03-27T12:00Z",
            ["2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00"],
            id="a time that is left out in spring comes an hour later",
        ),
        pytest.param(
            "30 2 * * *",
            "2026-10-24T12:00Z",
            ["2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"],
            id="a time that comes twice in autumn is one night",
        ),
        pytest.param(
            "30 2 * * *",
            "2026-10-25T00:45Z",
            ["2026-10-26T02:30+01:00"],
            id="between the two it is too late",
        ),
        pytest.param(
            "0 0 * * *",
            "2026-03-28T12:00Z",
            ["2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", "2026-03-31T00:00+02:00"],
            id="the midnight after the clocks change in spring is not left out",
        ),
        pytest.param(
            "0 0 * * *",
            "2026-10-24T12:00Z",
            ["2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", "2026-10-27T00:00+01:00"],
            id="nor the one in autumn",
        ),
        pytest.param(
            "0 3 * * 0",
            "2026-11-20T12:00Z",
            ["2026-11-22T03:00+01:00", "2026-11-29T03:00+01:00"],
            id="weekday 0 is Sunday, as cron has it",
        ),
        pytest.param("0 3 * * 7", "2026-11-20T12:00Z", ["2026-11-22T03:00+01:00"], id="so is 7"),
        pytest.param(
            "0 3 * * 1-5",
            "2026-11-20T12:00Z",
            ["2026-11-23T03:00+01:00", "2026-11-24T03:00+01:00"],
            id="1 to 5 are Monday to Friday",
        ),
        pytest.param(
            "0 3 * * sat-sun",
            "2026-11-20T12:00Z",
            ["2026-11-21T03:00+01:00", "2026-11-22T03:00+01:00", "2026-11-28T03:00+01:00"],
            id="a weekend by name",
        ),
        pytest.param(
            "0 3 * * */3",
            "2026-11-20T12:00Z",
            ["2026-11-21T03:00+01:00", "2026-11-22T03:00+01:00", "2026-11-25T03:00+01:00"],
            id="every third weekday",
        ),
        pytest.param(
            "0 3 13 * fri",
            "2026-11-12T12:00Z",
            ["2026-11-13T03:00+01:00", "2026-11-20T03:00+01:00", "2026-11-27T03:00+01:00",
             "2026-12-04T03:00+01:00", "2026-12-11T03:00+01:00", "2026-12-13T03:00+01:00"],
            id="a day fits by its date or by its weekday, as cron has it",
        ),
        pytest.param(
            "0 3 29 2 *", "2026-11-20T12:00Z", ["2028-02-29T03:00+01:00"], id="a leap day"
        ),
        pytest.param(
            "0 3,15 * * *",
            "2026-11-20T12:00Z",
            ["2026-11-20T15:00+01:00", "2026-11-21T03:00+01:00"],
            id="twice a day",
        ),
    ],
)  # fmt: skip
def test_the_nights_are(cron: str, start: str, nights: list[str]) -> None:
    assert moments(cron, start, len(nights)) == nights


def test_without_a_zone_this_machines_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "get_localzone", lambda: ZoneInfo("Asia/Tokyo"))
    moment = trigger("0 3 * * *", jitter=0).get_next_fire_time(
        None, datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert moment == datetime(2026, 1, 1, 18, tzinfo=UTC)


def test_a_clock_that_goes_back_a_year_loses_no_nights() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    future = now + timedelta(days=365)
    when = trigger("0 3 * * *", "UTC", jitter=0)
    assert when.get_next_fire_time(future, now) == datetime(2026, 11, 21, 3, tzinfo=UTC)


@settings(deadline=None)
@given(
    st.integers(0, 730 * 24 * 60).map(lambda minutes: NEW_YEAR + timedelta(minutes=minutes)),
    st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "UTC", "Africa/Cairo"]),
    st.integers(0, 23),
    st.sampled_from([0, 30]),
)
def test_there_is_one_night_for_each_day(
    start: datetime, zone: str, hour: int, minute: int
) -> None:
    when = trigger(f"{minute} {hour} * * *", zone, jitter=0)
    found = [when.get_next_fire_time(None, start)]
    for _ in range(10):
        assert found[-1] is not None
        found.append(when.get_next_fire_time(found[-1], found[-1]))
    days = [moment.date() for moment in found if moment]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


@given(st.integers(0, 10**6))
def test_nights_begin_a_little_late_and_never_twice(seconds: int) -> None:
    start = datetime(2026, 11, 20, tzinfo=UTC) + timedelta(seconds=seconds)
    late, sharp = trigger("0 3 * * *", "UTC"), trigger("0 3 * * *", "UTC", jitter=0)
    first, exact = late.get_next_fire_time(None, start), sharp.get_next_fire_time(None, start)
    assert first is not None
    assert exact is not None
    assert timedelta(0) <= first - exact <= timedelta(seconds=JITTER_SECONDS)
    second = late.get_next_fire_time(first, first)
    assert second is not None
    assert second.date() == first.date() + timedelta(days=1)


@pytest.mark.parametrize(
    "cron",
    ["", "* * *", "0 3 * * * *", "61 3 * * *", "0 25 * * *", "0 3 0 * *", "0 3 * 13 *",
     "0 3 * * 8", "0 3 * * fri-mon", "0 3 * * *-5", "0 3 * * */0", "0 3 * * someday", "@daily",
     "0 3 L * *", "soon", "0 3 * * ,", "0 3 * * -1"],
)  # fmt: skip
def test_a_line_that_is_no_cron_line_is_refused_by_name(cron: str) -> None:
    with pytest.raises(UsageProblem) as told:
        trigger(cron, BERLIN)
    assert repr(cron) in str(told.value)
    assert "0 3 * * *" in str(told.value)


def test_a_night_that_never_comes_is_refused() -> None:
    with pytest.raises(UsageProblem, match="a day that never comes"):
        trigger("0 3 30 2 *", BERLIN)


@pytest.mark.parametrize(
    "zone", ["", "Europe", "Nowhere/Land", "../etc/passwd", "/etc/localtime", "a\0b", "x" * 5000]
)
def test_a_zone_that_is_none_is_refused_by_name(zone: str) -> None:
    with pytest.raises(UsageProblem, match="name one such as Europe/Berlin") as told:
        trigger("0 3 * * *", zone)
    assert repr(zone) in str(told.value)


class Times(BaseTrigger):  # type: ignore[misc]
    """Times given beforehand, the last of them far away."""

    def __init__(self, *hours_ago: float) -> None:
        now = datetime.now(UTC)
        self._times = iter([*(now - timedelta(hours=hours) for hours in hours_ago), FAR_AWAY])

    def get_next_fire_time(self, *_: datetime | None) -> datetime:
        return next(self._times, FAR_AWAY)


FAR_AWAY = datetime(9999, 1, 1, tzinfo=UTC)


class Enough(Exception):
    """Ends the loop."""


@pytest.fixture(autouse=True)
def same_handler() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize(
    "hours_ago",
    [
        pytest.param((0,), id="one that is due now"),
        pytest.param((3, 2, 1), id="several that were slept through"),
        pytest.param((11.9,), id="one that is almost half a day late"),
    ],
)
def test_one_night_is_run_in_the_calling_thread_for(hours_ago: tuple[float, ...]) -> None:
    ran: list[int] = []
    nights = Nights(Times(*hours_ago))
    as_ever = nights.due.wait

    def wait(_: float) -> bool:
        if ran:
            raise Enough
        return as_ever(10)

    nights.due.wait = wait  # type: ignore[method-assign, assignment]
    with pytest.raises(Enough):
        nights.run(lambda: ran.append(get_ident()))
    assert ran == [get_ident()]
    assert not nights.scheduler.running
    assert [job.next_run_time for job in nights.scheduler.get_jobs()] in ([], [FAR_AWAY])


def test_a_night_more_than_half_a_day_late_is_let_go(caplog: pytest.LogCaptureFixture) -> None:
    nights = Nights(Times(12.1))
    missed = Event()
    nights.scheduler.add_listener(lambda _: missed.set(), EVENT_JOB_MISSED)
    as_ever = nights.due.wait

    def wait(_: float) -> bool:
        assert missed.wait(10)
        assert not as_ever(0)
        raise Enough

    nights.due.wait = wait  # type: ignore[method-assign, assignment]
    with pytest.raises(Enough):
        nights.run(lambda: None)
    assert "was missed by 12:0" in caplog.text


def test_a_night_that_fails_ends_the_loop_and_the_scheduler() -> None:
    def night() -> None:
        raise Enough

    nights = Nights(Times(0))
    with pytest.raises(Enough):
        nights.run(night)
    assert not nights.scheduler.running


def test_one_job_catches_up_once_within_half_a_day() -> None:
    (job,) = Nights(trigger("0 3 * * *", "UTC")).scheduler.get_jobs()
    assert (job.max_instances, job.coalesce) == (1, True)
    assert job.misfire_grace_time == CATCH_UP_SECONDS == 12 * 3600


def test_what_becomes_due_while_a_night_runs_is_not_made_up_for() -> None:
    nights = Nights(trigger("0 3 * * *", "UTC"))
    asked: list[bool] = []

    def wait(_: float) -> bool:
        asked.append(nights.due.is_set())
        if len(asked) > 1:
            raise Enough
        return True

    nights.due.wait = wait  # type: ignore[method-assign, assignment]
    with pytest.raises(Enough):
        nights.run(nights.due.set)
    assert asked == [False, False]


def test_a_machine_that_was_asleep_is_noticed_at_the_next_heartbeat(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    woken: list[int] = []
    nights = Nights(trigger("0 3 * * *", "UTC"))
    beats = iter([False, False, True])
    monkeypatch.setattr(nights.due, "wait", lambda _: next(beats))
    monkeypatch.setattr(nights.scheduler, "wakeup", lambda: woken.append(1))

    def night() -> None:
        raise Enough

    with pytest.raises(Enough):
        nights.run(night)
    assert len(woken) >= 2


def test_sigterm_ends_the_waiting_like_ctrl_c() -> None:
    nights = Nights(trigger("0 3 * * *", "UTC"))

    def terminated(_: float) -> bool:
        signal.raise_signal(signal.SIGTERM)
        return True

    nights.due.wait = terminated  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyboardInterrupt):
        nights.run(lambda: None)
    assert not nights.scheduler.running
