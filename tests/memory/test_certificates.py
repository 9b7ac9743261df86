"""The end of a certificate is told of 30 and 7 days before, each time once."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from crawler.memory.events import Event, Kind, certificate_events

from .stories import BEGIN, span

CASES = {
    "31 days left: nothing is said": ("31d", "30d1m", False),
    "30 days left": ("30d1m", "30d", True),
    "told yesterday": ("30d", "29d", False),
    "eight days left": ("9d", "7d1m", False),
    "seven days left": ("7d1m", "7d", True),
    "told at seven": ("7d", "6d", False),
    "both came due in a gap: told once": ("40d", "3d", True),
    "the first look at it": (None, "20d", True),
    "the first look, and there is time": (None, "90d", False),
    "a moment before the end, for the first time": (None, "1m", True),
    "at its end there is nothing to warn of": ("20d", "0d", False),
    "nor after it": ("20d", "-1d", False),
}


@pytest.mark.parametrize(("before", "now", "is_told"), CASES.values(), ids=CASES)
def test_how_long_before_its_end(before: str | None, now: str, is_told: bool) -> None:
    checked = BEGIN - span(before) if before else None
    told = certificate_events(BEGIN, checked, BEGIN - span(now))
    assert told == ((Event(Kind.CERTIFICATE_ENDS, None, "2026-03-01"),) if is_told else ())


def test_over_its_last_months_it_is_told_twice() -> None:
    days = [BEGIN - timedelta(days=left) for left in range(90, -9, -1)]
    told = [
        (BEGIN - now).days
        for checked, now in pairwise(days)
        if certificate_events(BEGIN, checked, now)
    ]
    assert told == [30, 7]
