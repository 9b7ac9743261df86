"""A database with a link in every state, made without a crawl, for tests of what people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.lists.source import Source, SourceKind
from crawler.store.database import open_for_writing
from crawler.store.journal import Look
from crawler.store.nights import Outcome, begin_night, end_night
from crawler.verdicts.evidence import Evidence, Fault, Hop
from crawler.watched import understood
from tests.store.build import described

FIRST = datetime(2026, 11, 1, 3, tzinfo=UTC)
NIGHTS = 9
HOST = "https://atlas.example.org/"

Nights = Sequence[Evidence]


def page(path: str, title: str = "Atlas", **seen: object) -> Evidence:
    """What is seen of a page that is fine."""
    return Evidence(
        HOST + path,
        hops=(Hop(HOST + path, 200),),
        status=200,
        content_type="text/html",
        content_bytes=9,
        title=title,
        description="Rivers of the world.",
        address="192.0.2.1",
        certificate_expires="2027-01-01T00:00:00Z",
        milliseconds=12,
        **seen,  # type: ignore[arg-type]
    )


def status(path: str, code: int) -> Evidence:
    """What is seen of a bare status."""
    return Evidence(
        HOST + path, hops=(Hop(HOST + path, code),), status=code, content_bytes=1, tries=2
    )


def moved(path: str) -> Evidence:
    """What is seen of a page that has moved for good."""
    hops = (Hop(HOST + path, 301, "/new"), Hop(HOST + "new", 200))
    return Evidence(HOST + path, hops=hops, status=200, content_bytes=9)


def links() -> dict[str, Nights]:
    """A link for each state and what was seen of it, night by night."""
    return {
        "alive": [page("alive")] * NIGHTS,
        "suspect": [page("suspect")] * (NIGHTS - 1) + [status("suspect", 404)],
        "down": [page("down")] * (NIGHTS - 4) + [status("down", 500)] * 4,
        "dead": [page("dead"), *[status("dead", 410)] * (NIGHTS - 1)],
        "unverified": [Evidence(HOST + "unverified", fault=Fault.ROBOTS, detail="no")] * NIGHTS,
        "new": [],
        "moved": [moved("moved")] * NIGHTS,
        "insecure": [page("insecure", certificate_fault=Fault.TLS_EXPIRED)] * NIGHTS,
    }


def list_text(paths: Iterable[str]) -> str:
    """A list of these pages."""
    return "# Atlases\n\n" + "".join(f"- [The {path} atlas]({HOST}{path})\n" for path in paths)


def make_vitals(
    database: Path, seen: Mapping[str, Nights] | None = None, text: str | None = None
) -> Path:
    """Write the nights into a database."""
    watched = links() if seen is None else seen
    source = Source("atlases", "lists/atlases.md", SourceKind.FILE)
    read = understood(source, (text or list_text(watched)).encode())
    db = open_for_writing(database)
    for night in range(NIGHTS):
        now = FIRST + timedelta(days=night)
        number = begin_night(db, now, {})
        tonight = [nights[night] for nights in watched.values() if nights]
        looks = [Look(what.url, now, what, described(what)) for what in tonight]
        end_night(db, number, Outcome.COMPLETE, lists=[read], looks=looks, now=now)
    db.close()
    return database
