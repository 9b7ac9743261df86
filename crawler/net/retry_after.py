"""Retry-After: how long a server asks to be left alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

WORTH_WAITING = 120.0
"""Who asks for more than so many seconds is left for tomorrow."""


def seconds_to_wait(status: int | None, headers: Mapping[str, str]) -> float | None:
    """So many seconds, in a 429 or 503 that says so; None where nothing was asked for.

    A date is read by the server's own clock; without one it is for tomorrow.

    >>> seconds_to_wait(429, {"retry-after": "30"})
    30.0
    """
    said = headers.get("retry-after", "").strip()
    if status not in (429, 503) or not said:
        return None
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    until, now = _moment(said), _moment(headers.get("date", ""))
    if until is None:
        return None
    return max(0.0, (until - now).total_seconds()) if now else float("inf")


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else None
