"""WHEN: nightly runs with APScheduler. `python scheduler.py` is `linkvitals schedule`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger

from crawler.errors import UsageProblem

JITTER_SECONDS = 600
"""Nights begin up to ten minutes late, so that hosts are not all asked at the stroke of the hour."""

CATCH_UP_SECONDS = 12 * 60 * 60
"""A night that was slept through is caught up with once, if it is not half a day late already."""


def nightly(night: Callable[[], object], cron: str, timezone: str | None = None) -> BlockingScheduler:
    """A scheduler that runs a night at each time of a cron line, one at a time; `start()` blocks.

    >>> nightly(print, "0 3 * * *", "UTC").get_jobs()[0].max_instances
    1
    """
    scheduler = BlockingScheduler()
    scheduler.add_job(
        night,
        trigger(cron, timezone),
        id="night",
        max_instances=1,
        coalesce=True,
        misfire_grace_time=CATCH_UP_SECONDS,
    )
    return scheduler


def trigger(cron: str, timezone: str | None = None, jitter: int = JITTER_SECONDS) -> CronTrigger:
    """When the nights are: a cron line of five fields, in a time zone or this machine's."""
    try:
        zone = ZoneInfo(timezone) if timezone else None
        found = CronTrigger.from_crontab(cron, timezone=zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        what = f"the time zone {timezone!r}" if "zone" in type(error).__name__.lower() else repr(cron)
        raise UsageProblem(
            f"{what} is not known; write --cron '0 3 * * *' --timezone Europe/Berlin"
        ) from error
    found.jitter = jitter
    return found


if __name__ == "__main__":
    from crawler.cli import run

    sys.exit(run(["schedule", *sys.argv[1:]]))
