"""What was said of data sets tonight, written down; what changed on a whole host is told once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlite_utils import Database

from crawler.memory.events import Event, Kind
from crawler.store.events import write_events
from crawler.store.fields import repeat_fields, write_fields
from crawler.store.journal import Look

MANY = 5
TOO_MANY = 0.3
"""More than this share of a host changing alike is the host's doing: a template, a policy."""


class Descriptions:
    """Tonight's descriptions."""

    def __init__(self, db: Database, night: int) -> None:
        self._db = db
        self._night = night
        self._described: Counter[str] = Counter()
        self._changed: defaultdict[tuple[str, Kind], list[tuple[int, Event]]] = defaultdict(list)

    def write(self, link: int, host: str | None, look: Look) -> None:
        """Bring the fields of one link up to date."""
        if look.described:
            self._note(link, host, write_fields(self._db, link, look.described, look.at))

    def repeat(self, link: int, host: str | None) -> None:
        """The page of this link has not changed."""
        self._note(link, host, repeat_fields(self._db, link))

    def _note(self, link: int, host: str | None, became: list[Event]) -> None:
        self._described[host or ""] += 1
        for event in became:
            self._changed[host or "", event.kind].append((link, event))

    def tell(self) -> None:
        """Write the events of the night."""
        for (host, kind), changed in self._changed.items():
            if len(changed) >= MANY and len(changed) > TOO_MANY * self._described[host]:
                self._tell_once(host, kind, changed)
            else:
                for link, event in changed:
                    write_events(self._db, self._night, [event], link=link)

    def _tell_once(self, host: str, kind: Kind, changed: list[tuple[int, Event]]) -> None:
        text = f"{len(changed)} links: {kind.value}, such as {_sample(changed)}"
        event = Event(Kind.HOST_CHANGED, None, text)
        for (number,) in self._hosts(host):
            write_events(self._db, self._night, [event], host=number)

    def _hosts(self, host: str) -> Iterator[tuple[int]]:
        yield from self._db.execute("SELECT id FROM hosts WHERE name = ?", [host])


def _sample(changed: list[tuple[int, Event]]) -> str:
    event = changed[0][1]
    return f"{event.before or 'nothing'} to {event.after or 'nothing'}"[:200]
