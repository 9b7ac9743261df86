"""Stories: a link's nights, as `when  reason  [marks]  [state afterwards]`, parted by `;` or lines.

`when` is `3d`, `2d23h`, or a while of nights: `1d..30d`, or `0d..28d/7d` for every seventh day.
Marks: `frozen`, its host has an incident; `other`, the page is not what the link was for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from crawler.memory.events import Event, events
from crawler.memory.state import A_DAY, Memory, State, Tonight, remember
from crawler.verdicts.verdict import Reason

BEGIN = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)
MARKS = {"frozen", "other"}


class Night(NamedTuple):
    """A night of a story: how it is told, what was remembered before and after, what was seen."""

    line: str
    before: Memory
    after: Memory
    tonight: Tonight

    @property
    def day(self) -> str:
        """Which day of the story it is."""
        return f"{(self.tonight.at - BEGIN) // A_DAY}d"

    @property
    def events(self) -> tuple[Event, ...]:
        """What is told of it."""
        return events(self.before, self.after, self.tonight)


def nights(story: str) -> Iterator[Night]:
    """Each night of a story, lived through in turn."""
    memory, moments = Memory(BEGIN), list[datetime]()
    for line in filter(None, map(str.strip, re.split("[;\n]", story))):
        when, reason, *marks = line.split()
        assert set(marks) <= MARKS | set(State), line
        for at in _moments(when):
            tonight = Tonight(
                reason=Reason(reason),
                at=at,
                same="other" not in marks,
                frozen="frozen" in marks,
                rhythm=rhythm(moments),
            )
            moments.append(at)
            before, memory = memory, remember(memory, tonight)
            yield Night(line, before, memory, tonight)


def told(story: str) -> list[str]:
    """What is told of a story, as `3d down suspect>down`."""
    return [
        f"{night.day} {event.kind} {event.before}>{event.after}"
        for night in nights(story)
        for event in night.events
    ]


def end(story: str) -> Memory:
    """What is remembered when the story is over."""
    return list(nights(story))[-1].after


def rhythm(moments: Sequence[datetime]) -> timedelta:
    """How long it usually was from one night to the next, before tonight's."""
    pauses = [(after - before).total_seconds() for before, after in pairwise(moments)]
    return max(timedelta(seconds=median(pauses)), A_DAY) if pauses else A_DAY


def span(text: str) -> timedelta:
    """How long `3d`, `2d23h` or `-1h30m` is."""
    found = re.fullmatch(r"(-?)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?", text)
    assert found, text
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes)
    return -length if found[1] else length


def _moments(when: str) -> Iterator[datetime]:
    whole, _, step = when.partition("/")
    first, _, last = whole.partition("..")
    at = span(first)
    while at <= span(last or first):
        yield BEGIN + at
        at += span(step or "1d")
