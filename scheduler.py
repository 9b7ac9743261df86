"""WHEN: nightly runs with APScheduler. `python scheduler.py` is `linkvitals schedule`."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from threading import Event
from typing import NoReturn
from zoneinfo import ZoneInfo

from apscheduler.schedulers.background import (  # type: ignore[import-untyped]
    BackgroundScheduler,
)
from apscheduler.triggers.base import BaseTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]
from tzlocal import get_localzone

from crawler.errors import UsageProblem

JITTER_SECONDS = 600
"""Nights begin up to ten minutes late: hosts are not all asked at the stroke of the hour."""

CATCH_UP_SECONDS = 12 * 60 * 60
"""A night that was slept through is caught up with once, if it is not half a day late already."""

HEARTBEAT_SECONDS = 60.0
"""A machine that wakes from sleep, or whose clock was set, is noticed so soon."""

_TICK = timedelta(microseconds=1)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"(\*|\w+)(?:-(\w+))?(?:/([1-9]\d*))?")


class Nightly(BaseTrigger):  # type: ignore[misc]  # APScheduler 3 has no types
    """The times of a cron line by the clock on the wall, each once, also when clocks change.

    A time that is left out in spring comes an hour later; one that comes twice in autumn is the
    first of them. APScheduler's own trigger runs such a night twice, or leaves out the next one.
    """

    def __init__(self, cron: str, zone: tzinfo, jitter: int) -> None:
        self._lines = tuple(_lines(cron))
        self._zone = zone
        self._jitter = jitter

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime | None:
        """The first time after `previous`, or from `now` on if that is earlier."""
        after = (previous + _TICK if previous and previous <= now else now).astimezone(UTC)
        wall = after.astimezone(self._zone).replace(tzinfo=UTC)
        while found := self._next_on_the_wall(wall):
            moment = found.replace(tzinfo=self._zone).astimezone(UTC)
            if moment >= after:
                late: datetime = self._apply_jitter(moment, self._jitter, now)
                return late.astimezone(self._zone)
            wall = found + _TICK
        return None

    def _next_on_the_wall(self, wall: datetime) -> datetime | None:
        found = [line.get_next_fire_time(None, wall) for line in self._lines]
        return min((moment for moment in found if moment), default=None)


def trigger(cron: str, timezone: str | None = None, jitter: int = JITTER_SECONDS) -> Nightly:
    """When the nights are: a cron line of five fields, in a time zone or this machine's."""
    zone = _zone(timezone)
    try:
        found = Nightly(cron, zone, jitter)
    except ValueError as error:
        raise UsageProblem(
            f"cron {cron!r} is not a line of five fields such as '0 3 * * *'"
        ) from error
    if found.get_next_fire_time(None, _LONG_AGO) is None:
        raise UsageProblem(f"cron {cron!r} means a day that never comes")
    return found


def _zone(name: str | None) -> tzinfo:
    try:
        return get_localzone() if name is None else ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        known = "this machine's time zone" if name is None else f"the time zone {name!r}"
        raise UsageProblem(f"{known} is not known; name one such as Europe/Berlin") from error


def _lines(cron: str) -> Iterator[CronTrigger]:
    """A cron line for APScheduler; as in cron, a day fits by its date or by its weekday."""
    fields = cron.split()
    if len(fields) != 5:
        raise ValueError(f"{len(fields)} fields")
    minute, hour, day, month, weekday = fields
    days = _weekdays(weekday)
    either = day != "*" and weekday != "*"
    for by in (
        ({"day": day}, {"day_of_week": days}) if either else ({"day": day, "day_of_week": days},)
    ):
        yield CronTrigger(minute=minute, hour=hour, month=month, timezone=UTC, **by)


def _weekdays(field: str) -> str:
    """Weekdays by name; cron counts from Sunday, 0 or 7, and APScheduler from Monday.

    >>> _weekdays("5-7"), _weekdays("mon,3"), _weekdays("*")
    ('fri,sat,sun', 'mon,wed', '*')
    """
    if field == "*":
        return field
    days = [day for part in field.lower().split(",") for day in _days(part)]
    return ",".join(dict.fromkeys(_DAYS[day] for day in days))


def _days(part: str) -> range:
    form = _PART.fullmatch(part)
    if not form or (form[1] == "*" and form[2]):
        raise ValueError(part)
    first = 0 if form[1] == "*" else _day(form[1])
    last = 6 if form[1] == "*" or (form[3] and not form[2]) else _day(form[2] or form[1])
    days = range(first, (last or 7 if form[2] else last) + 1, int(form[3] or 1))
    if not days:
        raise ValueError(part)
    return days


def _day(word: str) -> int:
    return _DAYS.index(word) if word in _DAYS else range(8).index(int(word))


class Nights:
    """Runs a night whenever one is due: in the calling thread, one at a time.

    There a signal can end it at once. What becomes due while a night runs is not made up for.
    """

    def __init__(self, when: BaseTrigger) -> None:
        self.due = Event()
        self.scheduler = BackgroundScheduler(timezone=UTC)
        self.scheduler.add_job(
            self.due.set,
            when,
            id="night",
            max_instances=1,
            coalesce=True,
            misfire_grace_time=CATCH_UP_SECONDS,
        )

    def run(self, night: Callable[[], object]) -> NoReturn:
        """Run the nights until a signal or an exception ends it."""
        self.scheduler.start()
        try:
            while True:
                # Anew each time: a night hears of signals in its own way and forgets this one.
                hear_sigterm()
                while not self.due.wait(HEARTBEAT_SECONDS):
                    self.scheduler.wakeup()
                night()
                self.due.clear()
        finally:
            self.scheduler.shutdown(wait=False)


def hear_sigterm() -> None:
    """From now on SIGTERM is what Ctrl-C is."""
    signal.signal(signal.SIGTERM, _stop)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    from crawler.cli import run

    sys.exit(run(["schedule", *sys.argv[1:]]))
