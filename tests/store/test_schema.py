from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.store.schema import APPLICATION_ID, MIGRATIONS, is_newer

from .build import BEGIN, rows

SNAPSHOT = Path(__file__).with_name("schema.sql")

PROMISED = {
    "lists": "name location kind hash read_at error",
    "entries": "list parent name section line kind access present",
    "links": "url host state since verdict reason http_status final_url suggested_url archive_url "
    "first_seen last_checked last_ok failing_since failures uptime_30d etag last_modified "
    "response_ms certificate_expires title muted_until",
    "mentions": "link list entry line column text raw repair role present",
    "nights": "started finished outcome counts version settings",
    "observations": "link verdict reason http_status final_url first_at last_at looks evidence",
    "fields": "link field value raw source chosen first_seen last_seen",
    "events": "night link entry list kind severity before after told",
    "hosts": "name robots pace fingerprint incident",
}
VIEWS = (
    "dead_links", "watching", "moved_links", "certificate_problems", "unverifiable", "changes",
    "list_health", "host_health", "fix_me", "licence_gaps", "disagreements",
)  # fmt: skip


@pytest.fixture
def empty() -> Iterator[Database]:
    with Database(memory=True) as made:
        yield made


def test_the_schema_is_what_the_snapshot_says(db: Database) -> None:
    """A change is a new migration; then write the snapshot anew and read the difference."""
    made = rows(
        db,
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE '%sqlite%' "
        "AND (type <> 'table' OR name NOT GLOB '*_fts_*') ORDER BY rowid",
    )
    assert "".join(f"{sql};\n" for (sql,) in made) == SNAPSHOT.read_text("utf-8")


@pytest.mark.parametrize("table", PROMISED)
def test_a_promised_table_has_its_columns_and_is_strict(db: Database, table: str) -> None:
    columns = [row[1] for row in rows(db, f"PRAGMA table_info({table})")]
    assert {"id", *PROMISED[table].split()} <= set(columns)
    assert rows(db, f"SELECT strict FROM pragma_table_list WHERE name = '{table}'") == [(1,)]
    assert rows(db, f"SELECT pk FROM pragma_table_info('{table}') WHERE name = 'id'") == [(1,)]


@pytest.mark.parametrize("view", VIEWS)
def test_a_promised_view_can_be_read(db: Database, view: str) -> None:
    assert rows(db, f"SELECT * FROM {view}") == []


def test_foreign_keys_are_named_after_what_they_point_to(db: Database) -> None:
    keys = {
        (row[3], row[2])
        for table in PROMISED
        for row in rows(db, f"PRAGMA foreign_key_list({table})")
    }
    assert keys == {
        ("link", "links"),
        ("list", "lists"),
        ("entry", "entries"),
        ("parent", "entries"),
        ("night", "nights"),
        ("host", "hosts"),
    }


LINK = {"url": "new", "first_seen": "a"}
MENTION = {"link": 1, "list": 1, "line": 1, "column": 1, "raw": "a", "role": "data"}
NIGHT = {"started": "a", "outcome": "void", "version": "1", "settings": "{}"}
OBSERVATION = {
    "link": 1, "verdict": "ok", "reason": "a", "first_at": "a", "last_at": "a", "evidence": "{}",
}  # fmt: skip
FIELD = {
    "link": 1, "field": "a", "value": "a", "source": "a", "first_seen": "a", "last_seen": "a",
}  # fmt: skip
EVENT = {"night": 1, "kind": "dead", "severity": "info"}
SOUND: dict[str, dict[str, Any]] = {
    "links": LINK,
    "mentions": MENTION,
    "nights": NIGHT,
    "observations": OBSERVATION,
    "fields": FIELD,
    "events": EVENT,
    "lists": {"name": "new", "location": "new", "kind": "file"},
    "entries": {"list": 1, "name": "a", "line": 1, "kind": "tool"},
}
BITES: dict[str, tuple[str, dict[str, Any]]] = {
    "a number of letters": ("links", {"failures": "many"}),
    "a state nobody knows": ("links", {"state": "ill"}),
    "a verdict nobody knows": ("links", {"verdict": "bad"}),
    "a link twice": ("links", {"url": "known"}),
    "a link without an address": ("links", {"url": None}),
    "a list of an unknown kind": ("lists", {"kind": "book"}),
    "a list at the place of another": ("lists", {"location": "known"}),
    "an entry of an unknown kind": ("entries", {"kind": "hero"}),
    "an entry of no list": ("entries", {"list": 99}),
    "an entry that is half there": ("entries", {"present": 2}),
    "a mention of no link": ("mentions", {"link": 99}),
    "a mention in an unknown role": ("mentions", {"role": "hero"}),
    "a night that ended oddly": ("nights", {"outcome": "bored"}),
    "settings that are no JSON": ("nights", {"settings": "{"}),
    "counts that are no JSON": ("nights", {"counts": "many"}),
    "an observation with an unknown verdict": ("observations", {"verdict": "fine"}),
    "an observation without evidence": ("observations", {"evidence": "none"}),
    "an event of unknown severity": ("events", {"severity": "mild"}),
    "an event of no night": ("events", {"night": 99}),
    "a field half chosen": ("fields", {"chosen": 2}),
}


@pytest.fixture
def known(db: Database) -> Database:
    """A database with one link, list and night to point to."""
    insert(db, "links", LINK | {"url": "known"})
    insert(db, "lists", {"name": "known", "location": "known", "kind": "file"})
    insert(db, "nights", NIGHT)
    return db


def insert(db: Database, table: str, values: dict[str, Any]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))


@pytest.mark.parametrize("table", SOUND)
def test_the_database_takes_a_sound_row(known: Database, table: str) -> None:
    insert(known, table, SOUND[table])


@pytest.mark.parametrize(("table", "wrong"), BITES.values(), ids=BITES)
def test_the_database_refuses(known: Database, table: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(known, table, SOUND[table] | wrong)


def test_an_empty_database_gets_all_migrations_once(empty: Database) -> None:
    MIGRATIONS.apply(empty)
    once = list(empty.conn.iterdump())
    MIGRATIONS.apply(empty)
    assert list(empty.conn.iterdump()) == once
    assert set(PROMISED) <= set(empty.table_names())
    assert set(VIEWS) <= set(empty.view_names())
    assert MIGRATIONS.pending(empty) == []


def test_a_row_of_the_first_version_reads_in_the_last(empty: Database) -> None:
    MIGRATIONS.apply(empty, stop_before="m002_views")
    assert empty.view_names() == []
    empty.execute(
        "INSERT INTO links (url, first_seen) VALUES ('https://a.example/', ?)", [str(BEGIN)]
    )
    MIGRATIONS.apply(empty)
    assert rows(empty, "SELECT url, state, failures FROM links") == [
        ("https://a.example/", "new", 0)
    ]


def test_a_migration_that_fails_leaves_nothing_behind(empty: Database) -> None:
    empty.execute("CREATE TABLE hosts (mine TEXT)")
    with pytest.raises(sqlite3.OperationalError, match="hosts"):
        MIGRATIONS.apply(empty)
    assert set(empty.table_names()) == {"hosts", "_sqlite_migrations"}


def test_a_migration_from_the_future_is_noticed(empty: Database) -> None:
    assert not is_newer(empty)
    MIGRATIONS.apply(empty)
    assert not is_newer(empty)
    empty.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('linkvitals', 'm999_wonders', '2099-01-01')"
    )
    assert is_newer(empty)


def test_the_mark_in_the_header_spells_our_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"LVIT"


@pytest.mark.parametrize("table", ["links", "entries"])
def test_datasette_finds_the_search_of_a_table(db: Database, table: str) -> None:
    """Datasette looks for exactly this spelling, sqlite-utils is more patient."""
    found = rows(
        db,
        "SELECT name FROM sqlite_master WHERE rootpage = 0 "
        f"""AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="{table}"%'""",
    )
    assert found == [(f"{table}_fts",)]
    assert db.table(table).detect_fts() == f"{table}_fts"
