"""Small values to fill a database with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.lists.mention import Entry, Kind, Mention, Reading, Role
from crawler.lists.source import ReadList, Source, SourceKind
from crawler.metadata.fields import Field
from crawler.metadata.found import PAGE, Description, Found
from crawler.store.journal import Look
from crawler.store.nights import Outcome, begin_night, end_night
from crawler.verdicts.evidence import Evidence, Fault, Hop
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import SPEAKS

BEGIN = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)
ATLAS, BRAINS, HEARTS = (f"https://{name}.example.org/" for name in ("atlas", "brains", "hearts"))


def a_mention(url: str, line: int = 1, **more: Any) -> Mention:
    """A mention of this address on this line."""
    fields: dict[str, Any] = {
        "column": 3, "start": 0, "end": len(url), "raw": url, "url": url, "text": "here",
        "repair": None, "role": Role.DATA, "entry": None, "section": (),
    }  # fmt: skip
    return Mention(line=line, **fields | more)


def an_entry(name: str, line: int = 1, **more: Any) -> Entry:
    """An entry of this name on this line."""
    fields: dict[str, Any] = {
        "section": (), "parent": None, "kind": Kind.DATASET, "access": None, "urls": (),
    }  # fmt: skip
    return Entry(name=name, line=line, **fields | more)


def a_list(
    *mentions: Mention, entries: Sequence[Entry] = (), name: str = "list", digest: str | None = None
) -> ReadList:
    """A list with these mentions; its hash follows from what it says unless told otherwise."""
    reading = Reading(tuple(mentions), tuple(entries))
    source = Source(name, f"lists/{name}.md", SourceKind.FILE)
    return ReadList(source, hash=digest or str(reading), reading=reading)


def saw(url: str, status: int = 200, **more: Any) -> Evidence:
    """A page at this address, answered with this status."""
    fields: dict[str, Any] = {
        "hops": (Hop(url, status),), "content_type": "text/html", "content_bytes": 900,
        "milliseconds": 80,
    }  # fmt: skip
    return Evidence(url, status=status, **fields | more)


def failed(url: str, fault: Fault) -> Evidence:
    """No answer from this address."""
    return Evidence(url, fault=fault)


def unchanged(url: str, **more: Any) -> Evidence:
    """A page that says it is as it was when we asked last."""
    return saw(url, 304, **{"conditional": True, "content_bytes": 0} | more)


def led(url: str, status: int, *targets: str, **more: Any) -> Evidence:
    """A page behind redirects of this status."""
    way = (url, *targets)
    hops = [Hop(place, status, target) for place, target in zip(way, targets, strict=False)]
    return saw(url, hops=(*hops, Hop(way[-1], 200)), **more)


def described(seen: Evidence) -> tuple[Description, ...]:
    """What the page of a look says of itself, as the crawl reads it when the page is there."""
    said = ((Field.TITLE, seen.title), (Field.DESCRIPTION, seen.description))
    found = tuple(Found("html", field, text, text) for field, text in said if text)
    speaks = judge(seen).reason.verdict in SPEAKS and seen.status == 200
    return (Description(PAGE, found),) if speaks else ()


def night(
    db: Database,
    day: float,
    *seen: Evidence,
    lists: Sequence[ReadList] = (),
    outcome: Outcome = Outcome.COMPLETE,
    why: str | None = None,
) -> int:
    """A whole night: begun, looked, ended; its number."""
    now = BEGIN + timedelta(days=day)
    number = begin_night(db, now, {"timeout": 20.0})
    at = now + timedelta(minutes=1)
    looks = [Look(each.url, at, each, described(each)) for each in seen]
    end_night(db, number, outcome, lists=lists, looks=looks, now=now + timedelta(hours=1), why=why)
    return number


def rows(db: Database, query: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    return db.execute(query).fetchall()


def counts(db: Database) -> dict[str, int]:
    """How many rows each table has."""
    tables = [row[0] for row in rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: rows(db, f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}


def whole(db: Database) -> list[str]:
    """Everything the database says, to see whether it still says it."""
    return list(db.conn.iterdump())


def lines(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text("utf-8").splitlines()
