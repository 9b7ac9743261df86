"""A small database with an entry of each sort, made through the writer of a night and SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.lists.mention import Kind, Role
from crawler.lists.source import ReadList
from crawler.store.database import open_for_writing
from tests.store.build import a_list, a_mention, an_entry, night, saw

HOST = "https://atlas.example.org/"
FULL, DEAD, FILE = HOST + "rivers", HOST + "lakes", HOST + "tides.zip"

KNOWN: Mapping[str, Any] = {
    "title": "Rivers of the World",
    "description": "Daily discharge of 4,401 rivers.",
    "creators": [
        {"name": "Ada Brook", "family": "Brook", "given": "Ada", "orcid": "0000-0002-1825-0097",
         "type": "person"},
        {"name": "River Institute", "type": "organization"},
    ],
    "publisher": "Atlas House",
    "doi": "10.5281/zenodo.4401",
    "concept_doi": "10.5281/zenodo.4400",
    "version": "2.1.0",
    "license": "CC-BY-4.0",
    "access_tier": "registration",
    "access_evidence": "You must register and agree to the terms.",
    "embargo_until": "2027-01-01",
    "size_bytes": "123456789",
    "file_count": "12",
    "formats": ["text/csv", "application/zip"],
    "date_published": "2024-03",
    "date_modified": "2025-06-07T08:09:10Z",
    "date_created": "2023",
    "keywords": ["discharge", "rivers"],
    "language": "en",
    "related": [
        {"relation": "IsSupplementTo", "scheme": "doi", "id": "10.1000/paper.1"},
        {"relation": "IsNewVersionOf", "scheme": "doi", "id": "10.5281/zenodo.4399"},
        {"relation": "Cites", "scheme": "pmid", "id": "4401"},
        {"relation": "IsPartOf", "id": "a shelf without an address"},
    ],
    "lifecycle": "superseded",
}  # fmt: skip


def lists() -> tuple[ReadList, ...]:
    """Two lists: water has five entries and a link of its own, papers has one."""
    water = a_list(
        a_mention(HOST + "rivers/paper", line=3, role=Role.PAPER, entry=0),
        a_mention(FULL, line=3, entry=0),
        a_mention(DEAD, line=4, entry=1),
        a_mention(HOST + "lakes/about", line=4, role=Role.INFO, entry=1),
        a_mention(FILE, line=5, role=Role.DOWNLOAD, entry=2),
        a_mention(HOST + "gauge", line=6, role=Role.CODE, entry=3),
        a_mention(HOST + "help", line=9, role=Role.INFO),
        entries=(
            an_entry("Rivers", line=3, section=("Water", "Fresh")),
            an_entry("Lakes", line=4, section=("Water",), access="on request", parent=0),
            an_entry("Tides", line=5, kind=Kind.CHALLENGE),
            an_entry("gauge", line=6, kind=Kind.TOOL),
            an_entry("Nameless sea", line=7),
        ),
        name="water",
    )
    papers = a_list(
        a_mention(HOST + "flow", line=2, role=Role.PAPER, entry=0),
        entries=(an_entry("湖泊与河流", line=2, kind=Kind.PAPER),),
        name="papers",
    )
    return papers, water


def a_database(path: Path) -> Database:
    """The lists above after one night: Rivers is well and well known, Lakes is dead."""
    db = open_for_writing(path)
    seen = [saw(HOST + page) for page in ("rivers", "rivers/paper", "lakes/about", "gauge", "help")]
    night(db, 0, *seen, lists=lists())
    db.execute("DELETE FROM fields")
    write_fields(db, FULL, KNOWN)
    _link(db, FULL, title="Rivers", uptime_30d=0.9667)
    _link(db, DEAD, state="dead", verdict="gone", reason="http-404", since="2026-10-20T03:00:00Z")
    _link(db, FILE, state="alive", verdict="ok", reason="file", last_ok="2026-11-01T03:01:00Z")
    db.conn.commit()
    return db


def write_fields(
    db: Database, url: str, values: Mapping[str, Any], source: str = "api:atlas", chosen: int = 1
) -> None:
    """Write fields of a link, in normal form."""
    (link,) = db.execute("SELECT id FROM links WHERE url = ?", [url]).fetchone()
    for field, value in values.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        db.execute(
            "INSERT INTO fields (link, field, value, source, chosen, first_seen, last_seen) "
            "VALUES (?, ?, ?, ?, ?, '2026-11-01T03:00:00Z', '2026-11-01T03:00:00Z')",
            [link, field, text, source, chosen],
        )


def many(db: Database, number: int) -> None:
    """A list of this many entries, each with a link that is as well known as Rivers."""
    db.execute("INSERT INTO lists (id, name, location, kind) VALUES (9, 'many', 'm.md', 'file')")
    numbers = range(1000, 1000 + number)
    _insert(db, "entries (id, list, name, section, line, kind)",
            ((n, 9, f"Set {n}", "Many", n, "dataset") for n in numbers))  # fmt: skip
    _insert(db, "links (id, url, first_seen)",
            ((n, f"{HOST}many/{n}", "2026-11-01T03:00:00Z") for n in numbers))  # fmt: skip
    _insert(db, "mentions (link, list, entry, line, column, raw, role)",
            ((n, 9, n, n, 1, "x", "data") for n in numbers))  # fmt: skip
    known = {f: v if isinstance(v, str) else json.dumps(v) for f, v in KNOWN.items()}
    _insert(db, "fields (link, field, value, source, first_seen, last_seen)",
            ((n, f, v, "api:atlas", "2026-11-01", "2026-11-01")
             for n in numbers for f, v in known.items()))  # fmt: skip
    db.conn.commit()


def _insert(db: Database, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * (table.count(",") + 1))
    name, _, columns = table.partition(" (")
    quoted = ", ".join(f'"{column}"' for column in columns.rstrip(")").split(", "))
    db.conn.executemany(f"INSERT INTO {name} ({quoted}) VALUES ({marks})", rows)


def _link(db: Database, url: str, **values: Any) -> None:
    changes = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE links SET {changes} WHERE url = ?", [*values.values(), url])
