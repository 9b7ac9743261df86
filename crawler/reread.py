"""Reading again what was kept: better extractors teach without a crawl."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from crawler.clock import Clock
from crawler.metadata.found import Payload, describe, merged
from crawler.store.database import writing
from crawler.store.fields import write_fields
from crawler.store.journal import Journal
from crawler.store.payloads import Payloads
from crawler.store.text import storable


class Reread(NamedTuple):
    """How many answers of how many links were read again."""

    links: int
    answers: int


def reread(database: Path, clock: Clock) -> Reread:
    """Read every answer that was kept; what differs is our doing, and told to nobody."""
    links = answers = 0
    with Journal(database), writing(database) as db, Payloads(database) as kept, db.atomic():
        for number, payloads in _by_link(db, kept):
            write_fields(db, number, merged(map(describe, payloads)), clock.now())
            links, answers = links + 1, answers + len(payloads)
    return Reread(links, answers)


def _by_link(db: Database, kept: Payloads) -> Iterator[tuple[int, list[Payload]]]:
    for link, payloads in groupby(kept, key=lambda payload: payload.link):
        row = db.execute("SELECT id FROM links WHERE url = ?", [storable(link)]).fetchone()
        if row:
            yield row[0], list(payloads)
