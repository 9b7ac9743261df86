"""What we believe of a link over many nights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from crawler.memory.history import Row, Run, Side, bad_row, good_since, is_clouded, side_of
from crawler.memory.patience import DOWN, is_dead
from crawler.verdicts.verdict import Reason, Verdict

APART = timedelta(hours=20)
"""Looks closer together than this belong to one night, however many crawls there were."""

A_DAY = timedelta(days=1)


class State(StrEnum):
    """What we believe of a link."""

    NEW = "new"
    ALIVE = "alive"
    UNVERIFIED = "unverified"
    SUSPECT = "suspect"
    DOWN = "down"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Memory:
    """What we remember of one link between nights.

    `runs` are what was seen, oldest first, as far back as matters; `last_night` is the last look
    that counted as a night of its own.
    """

    first_seen: datetime
    state: State = State.NEW
    since: datetime | None = None
    last_checked: datetime | None = None
    last_night: datetime | None = None
    last_ok: datetime | None = None
    runs: tuple[Run, ...] = ()

    @property
    def reason(self) -> Reason | None:
        """What the last look said."""
        return self.runs[-1].reason if self.runs else None

    @property
    def failing(self) -> Row | None:
        """All the bad nights since the last good one."""
        return bad_row(self.runs, timedelta.max)


@dataclass(frozen=True, slots=True)
class Tonight:
    """What tonight's look says of one link.

    `same` is whether the page is what the link was for; `frozen`, whether its host has an incident,
    so that its bad nights do not count; `rhythm` is how long it usually is from one night to the
    next: what is much longer was a gap in running, and a gap proves nothing.
    """

    reason: Reason
    at: datetime
    mark: tuple[object, ...] = ()
    same: bool = True
    frozen: bool = False
    rhythm: timedelta = A_DAY


def remember(before: Memory, tonight: Tonight) -> Memory:
    """What we believe of a link after tonight's look.

    A look that was not made teaches nothing; nor does one that is known already, or is older than
    what is known because a clock went back.
    """
    if tonight.reason.verdict is Verdict.SKIPPED or _is_late(before, tonight):
        return before
    side = side_of(tonight.reason.verdict)
    counts = _weighs(before, tonight, side) and _is_night(before, tonight, side)
    seen = replace(
        before,
        runs=_lengthened(before, tonight, side, counts=counts),
        last_checked=tonight.at,
        last_night=tonight.at if counts else before.last_night,
        last_ok=tonight.at if _is_ok(before, tonight, side) else before.last_ok,
    )
    state = _state(seen, tonight, side)
    return seen if state is before.state else replace(seen, state=state, since=tonight.at)


def _is_late(before: Memory, tonight: Tonight) -> bool:
    return before.last_checked is not None and tonight.at <= before.last_checked


def _weighs(before: Memory, tonight: Tonight, side: Side) -> bool:
    """Whether tonight's look may count at all: an incident's does not, nor a stranger's."""
    if side is Side.BAD:
        return not tonight.frozen
    return side is Side.UNCLEAR or _is_ok(before, tonight, side)


def _is_ok(before: Memory, tonight: Tonight, side: Side) -> bool:
    """Whether what the link was for is there; in place of the dead there may be a stranger."""
    return side is Side.GOOD and (tonight.same or before.state is not State.DEAD)


def _is_night(before: Memory, tonight: Tonight, side: Side) -> bool:
    """Whether tonight is a night of its own; so is the first look after a change of side.

    But a night that was unclear once does not become bad.
    """
    if before.last_night is None or tonight.at - before.last_night >= APART:
        return True
    last = before.runs[-1].side
    return last is not side and (last, side) != (Side.UNCLEAR, Side.BAD)


def _lengthened(before: Memory, tonight: Tonight, side: Side, *, counts: bool) -> tuple[Run, ...]:
    """The runs with tonight's look; what was seen before held until now, gaps cut short."""
    new = Run(tonight.reason, tonight.at, tonight.at, tonight.mark, nights=int(counts))
    if not before.runs:
        return (new,)
    *older, last = before.runs
    if last.nights and not tonight.frozen:
        held = tonight.at - last.last_at
        last = replace(last, days=last.days + min(held, 2 * max(tonight.rhythm, A_DAY)))
    same_night = not counts and _weighs(before, tonight, side)
    alike = (last.reason, last.mark) == (new.reason, new.mark)
    if not alike or (bool(last.nights) is not counts and not same_night):
        return (*older, last, new)
    longer = replace(last, last_at=tonight.at, looks=last.looks + 1, nights=last.nights + counts)
    return (*older, longer)


def _state(seen: Memory, tonight: Tonight, side: Side) -> State:
    if side is Side.GOOD:
        stays = seen.state is State.DEAD and not _revives(seen, tonight)
        return State.DEAD if stays else State.ALIVE
    if seen.state is State.DEAD:
        return seen.state
    if side is Side.BAD and tonight.frozen:
        return State.SUSPECT if seen.state in (State.NEW, State.ALIVE) else seen.state
    row = bad_row(seen.runs)
    if side is Side.BAD and row and is_dead(row):
        return State.DEAD
    if row and DOWN.is_over(row) and (side is Side.BAD or seen.state is State.DOWN):
        return State.DOWN
    if (seen.state is State.NEW and side is Side.UNCLEAR) or is_clouded(seen.runs):
        return State.UNVERIFIED
    return seen.state if side is Side.UNCLEAR or seen.state is State.DOWN else State.SUSPECT


def _revives(seen: Memory, tonight: Tonight) -> bool:
    """The dead live again when the same thing was there on two nights."""
    since = good_since(seen.runs)
    return tonight.same and since is not None and tonight.at - since >= APART
