"""When to look again: who is due tonight, and who comes first when not all can be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from crawler.memory.patience import SLACK
from crawler.memory.state import State

DEAD_EVERY = timedelta(days=7)
"""The dead are visited weekly, for ever: some come back."""


class Known(NamedTuple):
    """What is known of a link when a night is planned; `well` is what its last look was."""

    url: str
    host: str
    state: State = State.NEW
    last_checked: datetime | None = None
    well: bool = False


def due(
    links: Iterable[Known],
    now: datetime,
    *,
    budget: int | None,
    host_budget: int | None,
    spent: Iterable[str] = (),
) -> list[str]:
    """The links to look at tonight, the most overdue first; budgets cut off the rest.

    `spent` are the hosts of the looks that were made before the night was interrupted.
    """
    waiting = sorted((link for link in links if is_due(link, now)), key=_overdue)
    asked = Counter(spent)
    chosen: list[str] = []
    for link in waiting:
        if budget is not None and asked.total() >= budget:
            break
        if host_budget is not None and asked[link.host] >= host_budget:
            continue
        asked[link.host] += 1
        chosen.append(link.url)
    return chosen


def is_due(link: Known, now: datetime) -> bool:
    """All are due every night but the dead, unless there is new hope."""
    if link.state is not State.DEAD or link.well or link.last_checked is None:
        return True
    return not timedelta(0) <= now - link.last_checked < DEAD_EVERY - SLACK


def _overdue(link: Known) -> tuple[bool, datetime | None]:
    return (link.last_checked is not None, link.last_checked)
