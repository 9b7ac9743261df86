"""What was seen of a link over the nights, as runs of equal looks, and the bad row at their end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise, takewhile
from typing import NamedTuple

from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict

MEMORY = timedelta(days=30)
"""So much counted time back a row of bad nights is looked for; what is older weighs nothing."""

FEWEST = 10
"""But at least so many nights back, for those who run seldom."""

FLIPS = 6
"""So many changes between good and bad within `MEMORY` make a link flap."""

SOON_BACK = timedelta(days=7)
"""What was left for a shorter while than this and is back has never really been left."""


class Side(StrEnum):
    """What a verdict says for the question whether a link lives."""

    GOOD = "good"
    BAD = "bad"
    UNCLEAR = "unclear"


def side_of(verdict: Verdict) -> Side:
    """Alive verdicts are good, failing and gone are bad, the rest counts neither way."""
    if verdict in ALIVE:
        return Side.GOOD
    return Side.BAD if verdict in BAD else Side.UNCLEAR


@dataclass(frozen=True, slots=True)
class Run:
    """Equal looks in a row.

    `mark` is what else besides the reason makes looks equal. `nights` and `days` are what counts
    towards a belief: nights a while apart, and the time until the next look, a gap in running cut
    short. Looks that count for nothing have neither, and are a run of their own.
    """

    reason: Reason
    first_at: datetime
    last_at: datetime
    mark: tuple[object, ...] = ()
    looks: int = 1
    nights: int = 1
    days: timedelta = timedelta()

    @property
    def side(self) -> Side:
        """What these looks say for the question whether the link lives."""
        return side_of(self.reason.verdict)


class Row(NamedTuple):
    """A row of bad nights: since when, how many over how much counted time, and for which reasons.

    `unclear` nights lie within it and count neither way.
    """

    since: datetime
    nights: int
    days: timedelta
    unclear: int
    reasons: frozenset[Reason]

    @property
    def share(self) -> float:
        """How much of it was really bad."""
        return self.nights / max(self.nights + self.unclear, 1)


def bad_row(runs: Sequence[Run], back: timedelta = MEMORY) -> Row | None:
    """The bad nights since the last good one, so far back; runs come oldest first."""
    recent = list(_recent(runs, back))[::-1]
    bad = [run for run in recent if run.side is Side.BAD]
    if not bad:
        return None
    row = recent[recent.index(bad[0]) :]
    return Row(
        since=bad[0].first_at,
        nights=sum(run.nights for run in bad),
        days=sum((run.days for run in bad), timedelta()),
        unclear=sum(run.nights for run in row if run.side is Side.UNCLEAR),
        reasons=frozenset(run.reason for run in bad),
    )


def good_since(runs: Sequence[Run]) -> datetime | None:
    """When the good nights that count began and have not ended yet."""
    good = list(takewhile(lambda run: run.side is not Side.BAD, reversed(runs)))
    found = [run.first_at for run in good if run.side is Side.GOOD and run.nights]
    return min(found, default=None)


def is_clouded(runs: Sequence[Run]) -> bool:
    """Whether nothing good was seen for so long, and too much of it was unclear to say more."""
    doubtful = _since_good(runs)
    unclear = sum(run.nights for run in doubtful if run.side is Side.UNCLEAR)
    nights = sum(run.nights for run in doubtful)
    return sum((run.days for run in doubtful), timedelta()) >= MEMORY and unclear * 4 > nights


def is_flapping(runs: Sequence[Run], now: datetime) -> bool:
    """Whether a link keeps falling and rising, or keeps changing its ways and changing back."""
    counted = [run for run in runs if run.nights]
    told = [run for run in counted if run.side is not Side.UNCLEAR]
    flips = sum(
        one.side is not other.side and now - other.first_at <= MEMORY
        for one, other in pairwise(told)
    )
    return flips >= FLIPS or any(
        now - run.first_at <= MEMORY and is_back(counted[:number], run)
        for number, run in enumerate(counted)
    )


def is_back(before: Sequence[Run], run: Run) -> bool:
    """Whether a link has changed to a verdict that it had left only a few days ago."""
    lasting = [one for one in before if one.side is not Side.BAD]
    if not lasting or _verdict(lasting[-1]) is _verdict(run):
        return False
    return any(
        _verdict(one) is _verdict(run) and run.first_at - one.last_at <= SOON_BACK
        for one in lasting
    )


def uptime(runs: Sequence[Run], now: datetime, span: timedelta) -> float | None:
    """How much of the last while a link was well, in per cent; None where nothing tells.

    What was seen holds until the next look; nights that count neither way are left out.
    """
    ends = [*(run.first_at for run in runs[1:]), now]
    good = bad = timedelta()
    for run, end in zip(runs, ends, strict=False):
        lasted = max(end - max(run.first_at, now - span), timedelta())
        good += lasted if run.side is Side.GOOD else timedelta()
        bad += lasted if run.side is Side.BAD else timedelta()
    return round(100 * good / (good + bad), 1) if good + bad else None


def _recent(runs: Sequence[Run], back: timedelta) -> Iterator[Run]:
    """Newest first, back to the last good run or so much counted time and so many nights."""
    counted, nights = timedelta(), 0
    for run in _since_good(runs):
        if counted > back and nights >= FEWEST:
            return
        yield run
        counted += run.days
        nights += run.nights


def _since_good(runs: Sequence[Run]) -> list[Run]:
    """The runs after the last good one, newest first."""
    return list(takewhile(lambda run: run.side is not Side.GOOD, reversed(runs)))


def _verdict(run: Run) -> Verdict:
    return run.reason.verdict
