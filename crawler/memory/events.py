"""What became different between two nights, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from crawler.memory.history import Run, Side, bad_row, is_back, is_flapping
from crawler.memory.patience import TAKEN, is_taken
from crawler.memory.state import Memory, State, Tonight
from crawler.verdicts.verdict import Verdict


class Severity(StrEnum):
    """How much an event matters to a keeper, worst first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


class Kind(StrEnum):
    """What became different."""

    DEAD = "dead"
    USURPED = "usurped"
    DOWN = "down"
    RECOVERED = "recovered"
    UNVERIFIED = "unverified"
    FLAPPING = "flapping"
    MOVED = "moved"
    RESTRICTED = "restricted"
    OPENED = "opened"
    INSECURE = "insecure"
    BLOCKED = "blocked"
    CERTIFICATE_ENDS = "certificate-ends"
    STRANGER = "stranger"
    INCIDENT = "incident"
    INCIDENT_OVER = "incident-over"
    ENTRY_ADDED = "entry-added"
    ENTRY_REMOVED = "entry-removed"
    ENTRY_RENAMED = "entry-renamed"
    ADDRESS_REPLACED = "address-replaced"
    LIST_CHANGED = "list-changed"
    LIST_UNREADABLE = "list-unreadable"
    ACCESS_TIGHTENED = "access-tightened"
    ACCESS_LOOSENED = "access-loosened"
    LICENSE_REMOVED = "license-removed"
    LICENSE_TIGHTENED = "license-tightened"
    LICENSE_CHANGED = "license-changed"
    LICENSE_KNOWN = "license-known"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    ARCHIVED = "archived"
    NEWER_VERSION = "newer-version"
    VERSION_CHANGED = "version-changed"
    SIZE_CHANGED = "size-changed"
    FILES_CHANGED = "files-changed"
    DOI_CHANGED = "doi-changed"
    TITLE_CHANGED = "title-changed"
    DESCRIPTION_CHANGED = "description-changed"
    CREATORS_CHANGED = "creators-changed"
    KEYWORDS_CHANGED = "keywords-changed"
    PUBLISHER_CHANGED = "publisher-changed"
    EMBARGO_CHANGED = "embargo-changed"
    PUBLISHED_CHANGED = "published-changed"
    MODIFIED = "modified"
    HOST_CHANGED = "host-changed"
    CONTRADICTION = "contradiction"
    REREAD = "reread"


SEVERITY = {
    Kind.DEAD: Severity.CRITICAL,
    Kind.USURPED: Severity.CRITICAL,
    Kind.DOWN: Severity.MAJOR,
    Kind.RESTRICTED: Severity.MAJOR,
    Kind.INCIDENT: Severity.MAJOR,
    Kind.LIST_UNREADABLE: Severity.MAJOR,
    Kind.MOVED: Severity.MINOR,
    Kind.INSECURE: Severity.MINOR,
    Kind.BLOCKED: Severity.MINOR,
    Kind.UNVERIFIED: Severity.MINOR,
    Kind.FLAPPING: Severity.MINOR,
    Kind.CERTIFICATE_ENDS: Severity.MINOR,
    Kind.STRANGER: Severity.MINOR,
    Kind.RECOVERED: Severity.INFO,
    Kind.OPENED: Severity.INFO,
    Kind.INCIDENT_OVER: Severity.INFO,
    Kind.ENTRY_ADDED: Severity.INFO,
    Kind.ENTRY_REMOVED: Severity.INFO,
    Kind.ENTRY_RENAMED: Severity.INFO,
    Kind.ADDRESS_REPLACED: Severity.INFO,
    Kind.LIST_CHANGED: Severity.INFO,
    Kind.ACCESS_TIGHTENED: Severity.CRITICAL,
    Kind.LICENSE_REMOVED: Severity.CRITICAL,
    Kind.LICENSE_TIGHTENED: Severity.CRITICAL,
    Kind.WITHDRAWN: Severity.CRITICAL,
    Kind.ACCESS_LOOSENED: Severity.MAJOR,
    Kind.LICENSE_CHANGED: Severity.MAJOR,
    Kind.LICENSE_KNOWN: Severity.MAJOR,
    Kind.SUPERSEDED: Severity.MAJOR,
    Kind.DEPRECATED: Severity.MAJOR,
    Kind.ARCHIVED: Severity.MAJOR,
    Kind.NEWER_VERSION: Severity.MAJOR,
    Kind.VERSION_CHANGED: Severity.MAJOR,
    Kind.SIZE_CHANGED: Severity.MAJOR,
    Kind.FILES_CHANGED: Severity.MAJOR,
    Kind.DOI_CHANGED: Severity.MAJOR,
    Kind.TITLE_CHANGED: Severity.MAJOR,
    Kind.HOST_CHANGED: Severity.MAJOR,
    Kind.DESCRIPTION_CHANGED: Severity.MINOR,
    Kind.CREATORS_CHANGED: Severity.MINOR,
    Kind.KEYWORDS_CHANGED: Severity.MINOR,
    Kind.PUBLISHER_CHANGED: Severity.MINOR,
    Kind.EMBARGO_CHANGED: Severity.MINOR,
    Kind.PUBLISHED_CHANGED: Severity.MINOR,
    Kind.MODIFIED: Severity.MINOR,
    Kind.CONTRADICTION: Severity.MINOR,
    Kind.REREAD: Severity.INFO,
}

WARNINGS = (timedelta(days=30), timedelta(days=7))
"""A certificate's end is told of so long before it, each time once."""


class Event(NamedTuple):
    """One thing that became different."""

    kind: Kind
    before: str | None
    after: str | None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITY[self.kind]


_LASTING = {
    Verdict.MOVED: Kind.MOVED,
    Verdict.RESTRICTED: Kind.RESTRICTED,
    Verdict.INSECURE: Kind.INSECURE,
    Verdict.BLOCKED: Kind.BLOCKED,
}


def events(before: Memory, after: Memory, tonight: Tonight) -> tuple[Event, ...]:
    """What became different between two memories of one link; a first look has no difference.

    Of a link that flaps only that is told, its death, and what came after it.
    """
    if not before.runs or after is before:
        return ()
    flapped = is_flapping(before.runs, before.last_checked or tonight.at)
    flaps = is_flapping(after.runs, tonight.at)
    found = list(_of_state(before, after))
    if after.state is not State.DEAD or tonight.same:
        found += _of_verdict(before, after)
    elif _is_new_stranger(before, after):
        found.append(Event(Kind.STRANGER, State.DEAD, tonight.reason.value))
    if flaps:
        found = [event for event in found if _is_grave(event)]
    if flaps and not flapped:
        found.append(Event(Kind.FLAPPING, before.state, after.state))
    return tuple(found)


def certificate_events(
    expires: datetime, checked: datetime | None, now: datetime
) -> tuple[Event, ...]:
    """The warning that became due since the last look, if one did."""
    due = [left for left in WARNINGS if expires - now <= left]
    told = [left for left in WARNINGS if checked and expires - checked <= left]
    if now >= expires or not due or min(due) in told:
        return ()
    return (Event(Kind.CERTIFICATE_ENDS, None, expires.date().isoformat()),)


_STATES = {
    State.DEAD: Kind.DEAD,
    State.DOWN: Kind.DOWN,
    State.UNVERIFIED: Kind.UNVERIFIED,
}
_FALLEN = frozenset({State.DOWN, State.DEAD})
_GRAVE = frozenset({Kind.DEAD, Kind.USURPED})


def _of_state(before: Memory, after: Memory) -> Iterator[Event]:
    if after.state is not before.state:
        kind = _STATES.get(after.state)
        if after.state is State.ALIVE and before.state in _FALLEN:
            kind = Kind.RECOVERED
        if kind:
            yield Event(kind, before.state, after.state)
    if _is_taken(after) and not _is_taken(before):
        yield Event(Kind.USURPED, before.state, after.runs[-1].reason.value)


def _of_verdict(before: Memory, after: Memory) -> Iterator[Event]:
    """Ways of being there that changed; a bad night between is no change."""
    if after.runs[-1].side is Side.BAD:
        return
    new = after.runs[-1].reason.verdict
    old = next((run.reason.verdict for run in reversed(before.runs) if _lasts(run)), None)
    if old is None or new is old or is_back(before.runs, after.runs[-1]):
        return
    if new in _LASTING:
        yield Event(_LASTING[new], old, new)
    elif old is Verdict.RESTRICTED:
        yield Event(Kind.OPENED, old, new)


def _is_taken(memory: Memory) -> bool:
    """Whether a domain is in other hands, whatever ailed it before they took it."""
    latest = takewhile(lambda run: run.reason in TAKEN or _lasts(run), reversed(memory.runs))
    row = bad_row(tuple(latest)[::-1])
    return row is not None and is_taken(row)


def _is_new_stranger(before: Memory, after: Memory) -> bool:
    """Whether what stands in place of the dead stands there for the first time since it died."""
    return _has_stranger(after) and not _has_stranger(before)


def _has_stranger(memory: Memory) -> bool:
    return any(
        run.side is Side.GOOD and not run.nights
        for run in memory.runs
        if memory.since and run.first_at >= memory.since
    )


def _is_grave(event: Event) -> bool:
    return event.kind in _GRAVE or event.before == State.DEAD


def _lasts(run: Run) -> bool:
    return run.side is not Side.BAD
