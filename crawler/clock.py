"""Time comes in from here only."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

from crawler.errors import UsageProblem


class Clock(Protocol):
    """What time it is, for whoever runs a night."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        ...

    @property
    def is_real(self) -> bool:
        """Whether this is what the machine takes for the time; a clock set on purpose is not."""
        ...


class SystemClock:
    """The clock on the wall, or the same clock set to begin at another moment."""

    def __init__(self, start: datetime | None = None) -> None:
        if start and not 1970 <= start.year < 9000:
            raise UsageProblem(f"{to_text(start)}: a night lies between the years 1970 and 9000")
        self._shift = start - datetime.now(UTC) if start else timedelta(0)
        self.is_real = start is None

    def now(self) -> datetime:
        """The present moment in UTC, shifted by what was asked for."""
        return datetime.now(UTC) + self._shift


class FixedClock:
    """A clock that stands still until it is told to move: for tests."""

    is_real = False

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._now += by


def stopwatch() -> float:
    """Seconds from an arbitrary start that never go back: for timings and deadlines."""
    return time.monotonic()


def to_text(moment: datetime) -> str:
    """A moment as it stands in the database: ISO 8601, UTC, whole seconds.

    >>> to_text(datetime(2026, 11, 20, 3, 0, tzinfo=UTC))
    '2026-11-20T03:00:00Z'
    """
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="seconds") + "Z"


def from_text(text: str) -> datetime:
    """A moment read back from ISO 8601 text; text without a zone means UTC.

    >>> from_text("2026-11-20").isoformat()
    '2026-11-20T00:00:00+00:00'
    """
    moment = datetime.fromisoformat(text)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(f"{text!r} lies outside the calendar in UTC") from error
