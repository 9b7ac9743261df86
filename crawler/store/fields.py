"""What a page says of itself, one row a field and source."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from crawler.clock import to_text
from crawler.store.text import storable
from crawler.verdicts.evidence import Evidence


def write_fields(db: Database, link: int, seen: Evidence, at: datetime) -> None:
    """Bring the fields of a link up to date with what its page says tonight."""
    for field, value in (("title", seen.title), ("description", seen.description)):
        if value:
            db.execute(
                "INSERT INTO fields (link, field, value, raw, source, first_seen, last_seen) "
                "VALUES (:link, :field, :value, :value, 'html', :at, :at) "
                "ON CONFLICT (link, field, source) DO UPDATE SET value = excluded.value, "
                "raw = excluded.raw, last_seen = excluded.last_seen",
                {"link": link, "field": field, "value": storable(value), "at": to_text(at)},
            )
