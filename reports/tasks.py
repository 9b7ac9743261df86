"""What needs doing, a mention at a time: for faces that point at lines of a list."""

from __future__ import annotations

from typing import NamedTuple

from crawler.store.reader import LinkRow, Place
from reports import links
from reports.escape import visible
from reports.model import Report
from reports.words import clipped

LEVELS = {"dead": "error", "invalid": "error", "down": "warning", "moved": "warning"}
"""How loudly each group is told, worst group first."""

_LONGEST_ADDRESS = 500
_LONGEST_MESSAGE = 2000


class Task(NamedTuple):
    """A mention that a keeper can do something about."""

    link: LinkRow
    place: Place
    group: str

    @property
    def level(self) -> str:
        """How loudly it is told."""
        return LEVELS[self.group]

    @property
    def end_column(self) -> int | None:
        """The column after its last character; None where it goes over a line's end."""
        raw = self.place.raw
        return self.place.column + len(raw) if raw and raw == visible(raw) else None


def tasks(report: Report) -> list[Task]:
    """Every mention that needs doing, worst first, then as the lists have them."""
    found = [
        Task(link, place, group_of(link))
        for link in report.links
        if link.needs_doing
        for place in link.places
    ]
    order = list(LEVELS)
    return sorted(found, key=lambda task: order.index(task.group))


def group_of(link: LinkRow) -> str:
    """What a link that needs doing is told as."""
    return link.state if link.state in ("dead", "down") else str(link.verdict)


def message(link: LinkRow) -> str:
    """What is the matter with it and what to do, on one line; the first sentence says it all."""
    group = group_of(link)
    told = f"{links.name(link)} {'has' if group == 'moved' else 'is'} {group}"
    if group == "moved" and link.suggested_url:
        told += f" to {clipped(visible(link.suggested_url), _LONGEST_ADDRESS)}"
    return clipped(f"{told}. {links.evidence(link)} {links.advice(link)}", _LONGEST_MESSAGE).strip()
