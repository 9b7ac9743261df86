"""The catalogue: every entry that stands in a list, with its data link and the link's fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from crawler.errors import UsageProblem
from crawler.export.facts import facts_of
from crawler.export.item import Catalogue, Health, Item

DATA_LINK = (
    # the mention of an entry that leads to its data: by role, the living before the dead
    "(SELECT m.id FROM mentions AS m JOIN links AS l ON l.id = m.link "
    "WHERE m.entry = entries.id AND m.present = 1 AND m.role <> 'image' "
    "ORDER BY CASE m.role WHEN 'data' THEN 0 WHEN 'download' THEN 1 WHEN 'challenge' THEN 2 "
    "WHEN 'info' THEN 3 WHEN 'other' THEN 4 WHEN 'code' THEN 5 WHEN 'paper' THEN 6 ELSE 7 END, "
    "CASE l.state WHEN 'dead' THEN 2 WHEN 'down' THEN 1 ELSE 0 END, m.line, m.column, m.id LIMIT 1)"
)
_FIELDS = (
    "(SELECT json_group_object(field, value) FROM (SELECT field, value FROM fields "
    "WHERE fields.link = links.id AND chosen = 1 ORDER BY last_seen, fields.id))"
)
_HEALTH = (
    "links.url, mentions.role, links.state, links.since, links.verdict, links.reason, "
    "links.last_checked, links.last_ok, links.uptime_30d"
)
_ITEMS = (
    "SELECT entries.id, lists.name, entries.line, entries.name, entries.kind, entries.section, "  # noqa: S608 - names of ours
    f"entries.access, parents.id, {_FIELDS}, {_HEALTH} FROM entries "
    "JOIN lists ON lists.id = entries.list "
    "LEFT JOIN entries AS parents ON parents.id = entries.parent AND parents.present = 1 "
    f"LEFT JOIN mentions ON mentions.id = {DATA_LINK} "
    "LEFT JOIN links ON links.id = mentions.link "
    "WHERE entries.present = 1 AND lists.name IN (SELECT value FROM json_each(?)) "
    "ORDER BY entries.kind NOT IN ('dataset', 'challenge'), lists.name, entries.line, entries.id"
)


def read_catalogue(db: Database, lists: Sequence[str] = ()) -> Catalogue:
    """The entries of these lists, or of all; they are read as they are asked for."""
    chosen = _lists(db, lists)
    (modified,) = db.execute(
        "SELECT max(finished) FROM nights WHERE outcome = 'complete'"
    ).fetchone()
    return Catalogue(chosen, modified, _items(db, chosen))


def _lists(db: Database, wanted: Sequence[str]) -> tuple[str, ...]:
    known = [row[0] for row in db.execute("SELECT name FROM lists ORDER BY name")]
    for name in wanted:
        if name not in known:
            told = f"known are {', '.join(known)}" if known else "it knows none"
            raise UsageProblem(f"--list: {name!r} is no list of this database; {told}")
    return tuple(name for name in known if not wanted or name in wanted)


def _items(db: Database, lists: Sequence[str]) -> Iterator[Item]:
    for row in db.execute(_ITEMS, [json.dumps(lists)]):
        yield _item(*row)


def _item(
    number: int, list_: str, line: int, name: str, kind: str, section: str | None,
    access: str | None, parent: int | None, fields: str, *health: Any,
) -> Item:  # fmt: skip
    return Item(
        number, list_, line, name, kind, section, access, parent,
        health=Health(*health) if health[0] is not None else None,
        facts=facts_of(json.loads(fields)),
    )  # fmt: skip
