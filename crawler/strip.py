"""The last nights of a link in one line of text, and how much of the time it was well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from crawler.clock import from_text
from crawler.memory.history import Run, Side, side_of, uptime
from crawler.store.reader import NightRow, ObservationRow
from crawler.verdicts.verdict import Reason, Verdict

NIGHTS = 60
"""So many nights are drawn."""

_SPANS = (timedelta(days=30), timedelta(days=365))
_UNSEEN = "-"
_MARKS = {Side.GOOD: ".", Side.BAD: "x", Side.UNCLEAR: "?"}
_LEGEND = {".": "well", "x": "failing", "?": "unclear", _UNSEEN: "not looked at"}


def strip(observations: Sequence[ObservationRow], nights: Sequence[NightRow]) -> str:
    """Draw the last nights of a link, a character each, and tell its uptime below.

    Both come newest first, as the reader gives them; the strip runs from left to right. It can be
    read without colours. What was seen is taken to hold until the next look.
    """
    if not observations or not nights:
        return ""
    drawn = "".join(_mark(night, observations) for night in reversed(nights[:NIGHTS]))
    legend = "  ".join(f"{mark} {word}" for mark, word in _LEGEND.items() if mark in drawn)
    return "\n".join(filter(None, (drawn, legend, _uptimes(observations))))


def _mark(night: NightRow, observations: Sequence[ObservationRow]) -> str:
    """What was seen in a night: by the latest run that it lies in."""
    if night.finished is None or night.outcome == "void":
        return _UNSEEN
    for seen in observations:
        if seen.first_at <= night.finished and seen.last_at >= night.started:
            return _MARKS[side_of(Verdict(seen.verdict))]
    return _UNSEEN


def _uptimes(observations: Sequence[ObservationRow]) -> str:
    """How much of the time until the last look the link was well."""
    runs = [_run(seen) for seen in reversed(observations)]
    told = ", ".join(_shares(runs, from_text(observations[0].last_at)))
    return f"well {told}" if told else ""


def _shares(runs: Sequence[Run], now: datetime) -> Iterator[str]:
    known = now - runs[0].first_at
    for span in _SPANS:
        share = uptime(runs, now, span)
        if known > span and share is not None:
            yield f"{share} % of the last {span.days} days"
    share = uptime(runs, now, known)
    if share is not None:
        yield f"{share} % since {runs[0].first_at.date()}"


def _run(seen: ObservationRow) -> Run:
    return Run(Reason(seen.reason), from_text(seen.first_at), from_text(seen.last_at))
