"""Incidents of hosts: begun, gone on with and ended, each told once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from crawler.clock import from_text, to_text
from crawler.memory.events import Event, Kind
from crawler.memory.incidents import Incident, incident
from crawler.memory.state import State
from crawler.store.events import write_events
from crawler.store.text import storable
from crawler.verdicts.verdict import Reason
from crawler.words import count


class Seen(NamedTuple):
    """What an incident goes by: a link's address, when it was looked at, and what that said."""

    url: str
    at: datetime
    reason: Reason


class _HostLook(NamedTuple):
    state: State
    reason: Reason
    at: datetime


def write_incidents(db: Database, night: int, looks: Sequence[Seen]) -> frozenset[str]:
    """Bring the hosts' incidents up to date; the hosts whose links' bad nights do not count."""
    frozen = set()
    for host, seen in _by_host(db, looks).items():
        number, text = db.execute(
            "SELECT id, incident FROM hosts WHERE name = ?", [host]
        ).fetchone()
        before, now = _read(text), min(look.at for look in seen)
        after = incident(before, [(look.state, look.reason) for look in seen], now)
        if after != before:
            db.execute("UPDATE hosts SET incident = ? WHERE id = ?", [_text(after), number])
            write_events(db, night, _events(before, after), host=number)
        if after and after.is_frozen(now):
            frozen.add(host)
    return frozenset(frozen)


def _by_host(db: Database, looks: Sequence[Seen]) -> Mapping[str, list[_HostLook]]:
    """The looks at each host's links, beside the state each had; without what is no news."""
    urls = json.dumps([storable(look.url) for look in looks])
    known = {
        url: (host, State(state), last_checked or "")
        for url, host, state, last_checked in db.execute(
            "SELECT url, host, state, last_checked FROM links "
            "WHERE host IS NOT NULL AND url IN (SELECT value FROM json_each(?))",
            [urls],
        )
    }
    hosts: defaultdict[str, list[_HostLook]] = defaultdict(list)
    for look in looks:
        host, state, last_checked = known.get(storable(look.url), ("", State.NEW, ""))
        if host and to_text(look.at) > last_checked:
            hosts[host].append(_HostLook(state, look.reason, look.at))
    return hosts


def _events(before: Incident | None, after: Incident | None) -> list[Event]:
    if before and after:
        return []
    kind = Kind.INCIDENT if after else Kind.INCIDENT_OVER
    return [Event(kind, _sentence(before), _sentence(after))]


def _sentence(incident: Incident | None) -> str | None:
    return f"{count(incident.links, 'link')}: {incident.reason.value}" if incident else None


def _read(text: str | None) -> Incident | None:
    if text is None:
        return None
    plain = json.loads(text)
    return Incident(from_text(plain["since"]), Reason(plain["reason"]), plain["links"])


def _text(incident: Incident | None) -> str | None:
    if incident is None:
        return None
    plain = {"since": to_text(incident.since), "reason": incident.reason.value}
    return json.dumps(plain | {"links": incident.links})
