"""The fields of a link: what each source says, which of them is believed, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from crawler.clock import from_text, to_text
from crawler.memory.events import Event
from crawler.metadata.changes import changes
from crawler.metadata.fields import Field
from crawler.metadata.found import Description, is_of_page
from crawler.metadata.known import Known, Value, believed, learn, repeated
from crawler.store.text import storable


def write_fields(
    db: Database, link: int, described: Iterable[Description], now: datetime
) -> list[Event]:
    """Bring the fields of a link up to date with what was read tonight; what became different."""
    before = read_fields(db, link)
    fetched: dict[str, dict[Field, tuple[str, str]]] = {}
    for description in described:
        for source in description.spoke({source for _, source in before}):
            fetched.setdefault(source, {})
        for one in description.found:
            said = (storable(one.value), storable(one.raw))
            fetched.setdefault(one.source, {})[one.field] = said
    if not fetched:
        return []
    after = learn(before, fetched, now)
    _write(db, link, before, after)
    return changes(before, after)


def repeat_fields(db: Database, link: int) -> list[Event]:
    """The page is as it was: what it did not say the last time it does not say now."""
    before = read_fields(db, link)
    after = repeated(before, {source for _, source in before if is_of_page(source)})
    _write(db, link, before, after)
    return changes(before, after)


def read_fields(db: Database, link: int) -> Known:
    """What is known of a link's fields; fields of another version are passed over."""
    rows = db.execute(
        "SELECT field, source, value, raw, first_seen, last_seen, misses, extractor FROM fields "
        "WHERE link = ?",
        [link],
    )
    known = {field.value for field in Field}
    return {
        (Field(field), source): Value(
            value, raw or value, from_text(first), from_text(last), misses, extractor
        )
        for field, source, value, raw, first, last, misses, extractor in rows
        if field in known
    }


def _write(db: Database, link: int, before: Known, after: Known) -> None:
    sources = {field: source for field, (source, _) in believed(after).items()}
    old = {field: source for field, (source, _) in believed(before).items()}
    for field, source in before.keys() - after.keys():
        db.execute(
            "DELETE FROM fields WHERE link = ? AND field = ? AND source = ?",
            [link, field.value, source],
        )
    for (field, source), value in after.items():
        same = before.get((field, source)) == value
        if same and (old.get(field) == source) == (sources[field] == source):
            continue
        db.execute(
            "INSERT INTO fields (link, field, source, value, raw, chosen, first_seen, last_seen, "
            "misses, extractor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (link, field, source) DO UPDATE SET value = excluded.value, "
            "raw = excluded.raw, chosen = excluded.chosen, first_seen = excluded.first_seen, "
            "last_seen = excluded.last_seen, misses = excluded.misses, "
            "extractor = excluded.extractor",
            [
                link, field.value, source, value.value,
                None if value.raw == value.value else value.raw,
                int(sources[field] == source), to_text(value.first_seen),
                to_text(value.last_seen), value.misses, value.extractor,
            ],
        )  # fmt: skip
