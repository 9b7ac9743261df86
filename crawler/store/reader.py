"""What the database knows, as values: rows become dataclasses at this door."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.lists.address import same_link
from crawler.store.database import open_for_reading
from crawler.store.text import storable


@dataclass(frozen=True, slots=True)
class NightRow:
    """A night."""

    id: int
    started: str
    finished: str | None
    outcome: str
    counts: Mapping[str, int]
    version: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link stands: list, line, column, and the entry it belongs to."""

    list: str
    location: str
    line: int
    column: int
    entry: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link and what is believed of it; one that is muted says until when and why."""

    id: int
    url: str
    host: str | None
    state: str
    since: str | None
    verdict: str | None
    reason: str | None
    http_status: int | None
    final_url: str | None
    suggested_url: str | None
    first_seen: str
    last_checked: str | None
    last_ok: str | None
    failing_since: str | None
    failures: int
    response_ms: int | None
    certificate_expires: str | None
    title: str | None
    slowest_ms: int | None = None
    uptime_30d: float | None = None
    flapping: bool = False
    muted_until: str | None = None
    muted_why: str | None = None
    places: tuple[Place, ...] = ()

    @property
    def needs_doing(self) -> bool:
        """Whether a keeper can do something about this link now."""
        ails = self.state in ("dead", "down") or self.verdict in ("moved", "invalid")
        return ails and self.muted_until is None


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """A run of equal looks."""

    verdict: str
    reason: str
    http_status: int | None
    first_at: str
    last_at: str
    looks: int
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EventRow:
    """A difference between nights, and what it is about: its link, or the name of what it is."""

    id: int
    night: int
    night_started: str
    kind: str
    severity: str
    before: str | None
    after: str | None
    link: int | None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list and how its links are."""

    name: str
    location: str
    error: str | None
    links: int
    alive: int
    suspect: int
    down: int
    dead: int
    unverified: int


_COLUMNS = list(LinkRow.__slots__)[: -len(("muted_why", "places"))]
_LINKS = f"SELECT {', '.join(_COLUMNS)} FROM links "  # noqa: S608 - names of ours
_PLACES = (
    "SELECT mentions.link, lists.name, lists.location, mentions.line, mentions.column, "
    "entries.name, mentions.raw FROM mentions JOIN lists ON lists.id = mentions.list "
    "LEFT JOIN entries ON entries.id = mentions.entry WHERE mentions.present = 1 "
)


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """Read the database at this path for a while."""
    db = open_for_reading(path)
    try:
        yield Reader(db)
    finally:
        db.close()


class Reader:
    """Answers the questions of the faces."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def nights(self, limit: int = 60) -> tuple[NightRow, ...]:
        """The latest nights, newest first."""
        rows = self._db.execute(
            "SELECT id, started, finished, outcome, counts, version, why FROM nights "
            "ORDER BY id DESC LIMIT ?",
            [limit],
        )
        return tuple(
            NightRow(id_, started, finished, outcome, json.loads(counts or "{}"), version, why)
            for id_, started, finished, outcome, counts, version, why in rows
        )

    def links(self) -> tuple[LinkRow, ...]:
        """Every link that stands in a list, with its places."""
        places, mutes = self._places(_PLACES), self._mutes()
        return tuple(
            _link(row, mutes, places[row[0]])
            for row in self._db.execute(_LINKS + "ORDER BY host, url")
            if row[0] in places
        )

    def muted(self) -> int:
        """How many of the links that stand in a list are muted."""
        row = self._db.execute(
            "SELECT count(*) FROM links WHERE muted_until IS NOT NULL "
            "AND id IN (SELECT link FROM mentions WHERE present = 1)"
        ).fetchone()
        return int(row[0])

    def titles(self) -> dict[str, str]:
        """The title each link had when it was last well."""
        rows = self._db.execute("SELECT url, title FROM links WHERE title IS NOT NULL")
        return dict(tuple(row) for row in rows)

    def link(self, url: str) -> LinkRow | None:
        """One link by its address, whichever spelling is used."""
        for spelling in (same_link(url), url):
            row = self._db.execute(_LINKS + "WHERE url = ?", [storable(spelling)]).fetchone()
            if row:
                places = self._places(_PLACES + "AND mentions.link = ? ", row[0])
                return _link(row, self._mutes(), places[row[0]])
        return None

    def like(self, url: str, limit: int = 5) -> tuple[str, ...]:
        """Addresses that contain this text, for somebody who does not know one by heart."""
        rows = self._db.execute(
            "SELECT url FROM links WHERE instr(url, ?) ORDER BY length(url), url LIMIT ?",
            [storable(url), limit],
        )
        return tuple(row[0] for row in rows)

    def observations(self, link: int) -> tuple[ObservationRow, ...]:
        """The history of a link, newest first."""
        rows = self._db.execute(
            "SELECT verdict, reason, http_status, first_at, last_at, looks, evidence "
            "FROM observations WHERE link = ? ORDER BY id DESC",
            [link],
        )
        return tuple(ObservationRow(*(*row[:-1], json.loads(row[-1]))) for row in rows)

    def description(self, link: int) -> str | None:
        """What a link's page says of itself."""
        row = self._db.execute(
            "SELECT value FROM fields WHERE link = ? AND field = 'description' AND chosen = 1",
            [link],
        ).fetchone()
        return row[0] if row else None

    def events(self, night: int) -> tuple[EventRow, ...]:
        """What became different in one night."""
        rows = self._db.execute(
            "SELECT id, night, night_started, kind, severity, before, after, link, subject "
            "FROM changes WHERE night = ? ORDER BY id",
            [night],
        )
        return tuple(EventRow(*row) for row in rows)

    def lists(self) -> tuple[ListRow, ...]:
        """Every list and how its links are."""
        rows = self._db.execute(
            "SELECT name, location, error, links, alive, suspect, down, dead, unverified "
            "FROM list_health ORDER BY name"
        )
        return tuple(ListRow(*row) for row in rows)

    def _mutes(self) -> Mapping[int, str]:
        """Why each muted link is muted."""
        return dict(tuple(row) for row in self._db.execute("SELECT id, why FROM muted_links"))

    def _places(self, query: str, *values: object) -> Mapping[int, Sequence[Place]]:
        found: defaultdict[int, list[Place]] = defaultdict(list)
        order = "ORDER BY lists.name, mentions.line, mentions.column"
        for link, *place in self._db.execute(query + order, values):
            found[link].append(Place(*place))
        return found


def _link(row: Sequence[Any], mutes: Mapping[int, str], places: Sequence[Place]) -> LinkRow:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["flapping"] = bool(values["flapping"])
    return LinkRow(**values, muted_why=mutes.get(values["id"]), places=tuple(places))
