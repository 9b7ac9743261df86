"""The rules of states once more, naively: no runs; all is told from the looks anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from crawler.memory.state import Tonight
from crawler.verdicts.verdict import Reason, Verdict

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GOOD = {Verdict.OK, Verdict.MOVED, Verdict.RESTRICTED, Verdict.INSECURE}
BAD = {Verdict.GONE, Verdict.FAILING}
AT_ONCE = {Reason.HTTP_410, Reason.DOI_UNKNOWN, Reason.DNS_NXDOMAIN}


class Belief(NamedTuple):
    """What the rules say of a link."""

    state: str = "new"
    since: datetime | None = None
    last_ok: datetime | None = None
    failing_since: datetime | None = None
    nights: int = 0


@dataclass
class Seen:
    """A look that was made: does it weigh, is it a night of its own, how long did it hold."""

    look: Tonight
    weighs: bool = True
    night: bool = False
    counts: bool = False
    held: timedelta = timedelta()

    @property
    def is_good(self) -> bool:
        """Whether a reader gets there."""
        return self.look.reason.verdict in GOOD

    @property
    def is_bad(self) -> bool:
        """Whether a reader does not get there."""
        return self.look.reason.verdict in BAD

    @property
    def is_unclear(self) -> bool:
        """Whether it says neither."""
        return not self.is_good and not self.is_bad

    def is_alike(self, other: Seen) -> bool:
        """Whether another look saw the same."""
        mine = (self.look.reason, self.look.mark, self.counts)
        return mine == (other.look.reason, other.look.mark, other.counts)


def believe(looks: Iterable[Tonight]) -> Iterator[Belief]:
    """What the rules say of a link after each of these looks."""
    belief, seen = Belief(), list[Seen]()
    for look in looks:
        is_late = bool(seen) and look.at <= seen[-1].look.at
        if look.reason.verdict is not Verdict.SKIPPED and not is_late:
            new = Seen(look)
            _weigh(seen, new, belief.state)
            seen.append(new)
            belief = _next(belief, seen)
        yield belief


def _weigh(seen: Sequence[Seen], new: Seen, state: str) -> None:
    """An incident's bad look weighs nothing, nor does a stranger in place of the dead."""
    new.weighs = not (new.is_bad and new.look.frozen) and not (
        new.is_good and state == "dead" and not new.look.same
    )
    new.night = new.weighs and _is_night(seen, new)
    new.counts = new.night
    if seen:
        last = seen[-1]
        equal = (last.look.reason, last.look.mark) == (new.look.reason, new.look.mark)
        new.counts = new.night or (new.weighs and equal and last.counts)
        if last.counts and not new.look.frozen:
            usual = max(new.look.rhythm, DAY)
            last.held = min(new.look.at - last.look.at, 2 * usual)


def _is_night(seen: Sequence[Seen], new: Seen) -> bool:
    nights = [one.look.at for one in seen if one.night]
    if not nights or new.look.at - nights[-1] >= 20 * HOUR:
        return True
    last = seen[-1]
    if new.is_bad:
        return last.is_good
    return not last.is_good if new.is_good else not last.is_unclear


def _next(belief: Belief, seen: Sequence[Seen]) -> Belief:
    last = seen[-1]
    state = _state(belief.state, seen)
    failing = [one for one in _since_good(seen) if one.is_bad]
    is_ok = last.is_good and last.weighs
    return Belief(
        state,
        belief.since if state == belief.state else last.look.at,
        last.look.at if is_ok else belief.last_ok,
        failing[0].look.at if failing else None,
        sum(one.night for one in failing),
    )


def _state(state: str, seen: Sequence[Seen]) -> str:
    last = seen[-1]
    if last.is_good:
        return "dead" if state == "dead" and not _is_back(seen) else "alive"
    if state == "dead":
        return state
    if last.is_bad and last.look.frozen:
        return "suspect" if state in ("new", "alive") else state
    row = _row(seen)
    if last.is_bad and _kills(row):
        return "dead"
    if (last.is_bad or state == "down") and _is_enough(row, 3, 48 * HOUR):
        return "down"
    if (last.is_unclear and state == "new") or _is_clouded(seen):
        return "unverified"
    return state if last.is_unclear or state == "down" else "suspect"


def _is_back(seen: Sequence[Seen]) -> bool:
    """Two good nights of the same thing, with no bad one between."""
    bad = [number for number, one in enumerate(seen) if one.is_bad]
    after = seen[bad[-1] + 1 :] if bad else seen
    good = [one.look.at for one in after if one.is_good and one.night]
    return bool(good) and seen[-1].look.same and seen[-1].look.at - good[0] >= 20 * HOUR


def _row(seen: Sequence[Seen]) -> Sequence[Seen]:
    """From the first bad look within 30 counted days, or ten nights, whichever goes further back.

    Looks that are alike stay together.
    """
    found: list[Seen] = []
    for one in reversed(_since_good(seen)):
        late = sum((other.held for other in found), timedelta()) > 30 * DAY
        if late and sum(other.night for other in found) >= 10 and not one.is_alike(found[0]):
            break
        found.insert(0, one)
    bad = [number for number, one in enumerate(found) if one.is_bad]
    return found[bad[0] :] if bad else []


def _since_good(seen: Sequence[Seen]) -> Sequence[Seen]:
    good = [number for number, one in enumerate(seen) if one.is_good]
    return seen[good[-1] + 1 :] if good else seen


def _kills(row: Sequence[Seen]) -> bool:
    """The slowest rule of the reasons seen."""
    reasons = {one.look.reason for one in row if one.is_bad}
    if any(reason.verdict is Verdict.FAILING for reason in reasons):
        return _is_enough(row, 7, 14 * DAY)
    if reasons <= AT_ONCE:
        return _is_enough(row, 4, 3 * DAY)
    return _is_enough(row, 4, 7 * DAY)


def _is_enough(row: Sequence[Seen], nights: int, span: timedelta) -> bool:
    """Enough bad nights over enough time, and three quarters of it bad; half an hour is nothing."""
    bad = sum(one.night for one in row if one.is_bad)
    held = sum((one.held for one in row if one.is_bad), timedelta())
    three_quarters = bad * 4 >= 3 * sum(one.night for one in row)
    return bad >= nights and held >= span - HOUR / 2 and three_quarters


def _is_clouded(seen: Sequence[Seen]) -> bool:
    """Nothing good for 30 days, and more than a quarter of the nights unclear."""
    since = _since_good(seen)
    held = sum((one.held for one in since), timedelta())
    unclear = sum(one.night for one in since if one.is_unclear)
    return held >= 30 * DAY and unclear * 4 > sum(one.night for one in since)
