"""Stories: a link's nights, one a line, as `when  reason  state afterwards`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from crawler.memory.state import Memory, remember
from crawler.verdicts.verdict import Reason

BEGIN = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)


def nights(story: str) -> Iterator[tuple[str, Memory, Memory]]:
    """Each night as it is told, what was remembered before it, and what is after it."""
    memory = Memory(BEGIN)
    for line in filter(None, map(str.strip, story.splitlines())):
        when, reason, _ = line.split()
        before, memory = memory, remember(memory, Reason(reason), BEGIN + span(when))
        yield line, before, memory


def span(text: str) -> timedelta:
    """How long `3d`, `2d23h` or `-1h30m` is."""
    found = re.fullmatch(r"(-?)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?", text)
    assert found, text
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes)
    return -length if found[1] else length
