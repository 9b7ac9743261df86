"""Mutes: links and hosts that a keeper does not want to hear of for a while."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from crawler.clock import to_text
from crawler.errors import UsageProblem
from crawler.hosts import host_of
from crawler.lists.address import same_link
from crawler.store.text import storable


def mute(db: Database, what: str, *, until: datetime, why: str, now: datetime) -> int:
    """Mute a link or all links of a host; how many links that are."""
    table, number = _found(db, what)
    with db.atomic():
        db.execute(
            f"INSERT INTO mutes ({table}, until, why, since) VALUES (?, ?, ?, ?) "  # noqa: S608 - a word of ours
            f"ON CONFLICT ({table}) DO UPDATE "
            "SET until = excluded.until, why = excluded.why, since = excluded.since",
            [number, to_text(until), storable(why), to_text(now)],
        )
        spread_mutes(db, now)
    return _links(db, table, number)


def unmute(db: Database, what: str, *, now: datetime) -> int:
    """Take a mute back; how many links that are."""
    table, number = _found(db, what)
    with db.atomic():
        cursor = db.execute(
            f"DELETE FROM mutes WHERE {table} = ? AND until > ?",  # noqa: S608 - a word of ours
            [number, to_text(now)],
        )
        if not cursor.rowcount:
            raise UsageProblem(f"{what}: is not muted")
        spread_mutes(db, now)
    return _links(db, table, number)


def spread_mutes(db: Database, now: datetime) -> None:
    """Bring the links' own column up to date: a mute ends, a link comes to a muted host.

    Whatever has a date there is muted; whoever reads it needs no clock.
    """
    db.execute(
        """
        WITH ends (link, until) AS (
            SELECT link, max(until) FROM (
                SELECT link, until FROM mutes WHERE link IS NOT NULL
                UNION ALL
                SELECT links.id, mutes.until FROM mutes
                JOIN hosts ON hosts.id = mutes.host JOIN links ON links.host = hosts.name
            ) WHERE until > :now GROUP BY link
        )
        UPDATE links SET muted_until = (SELECT until FROM ends WHERE ends.link = links.id)
        WHERE muted_until IS NOT (SELECT until FROM ends WHERE ends.link = links.id)
        AND (muted_until IS NOT NULL OR id IN (SELECT link FROM ends))
        """,
        {"now": to_text(now)},
    )


def _found(db: Database, what: str) -> tuple[str, int]:
    """The link of this address, or else the host of this name."""
    for table, column, value in (
        ("link", "url", same_link(what)),
        ("link", "url", what),
        ("host", "name", None if "/" in what else host_of(same_link(f"http://{what}"))),
    ):
        row = db.execute(
            f"SELECT id FROM {table}s WHERE {column} = ?",  # noqa: S608 - words of ours
            [storable(value or "")],
        ).fetchone()
        if row:
            return table, row[0]
    raise UsageProblem(f"{what}: neither a link nor a host of this database has this name")


def _links(db: Database, table: str, number: int) -> int:
    if table == "link":
        return 1
    row = db.execute(
        "SELECT count(*) FROM links JOIN hosts ON hosts.name = links.host WHERE hosts.id = ?",
        [number],
    ).fetchone()
    return int(row[0])
