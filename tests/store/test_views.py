from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.clock import from_text
from crawler.lists.mention import Kind
from crawler.store.mutes import mute
from crawler.verdicts.evidence import Fault

from .build import BEGIN, a_list, a_mention, an_entry, failed, led, night, rows, saw

HOME = "https://new-home.example.org/"


def url(name: str) -> str:
    return f"https://{name}.example.org/"


LINES = {
    "fine": 1,
    "dead": 2,
    "down": 3,
    "suspect": 4,
    "moved": 5,
    "slash": 6,
    "walled": 7,
    "insecure": 8,
    "expiring": 9,
    "nowhere": 10,
    "unasked": 11,
    "unlisted": 12,
}
ENTRIES = [
    an_entry("Licensed", 1),
    an_entry("Unlicensed", 2),
    an_entry("A challenge", 3, kind=Kind.CHALLENGE),
    an_entry("A tool", 4, kind=Kind.TOOL),
]


@pytest.fixture
def lived(db: Database) -> Database:
    """Five nights in the life of two lists."""
    mentions = [
        a_mention(url(name), line, entry=line - 1 if line < 5 else None)
        for name, line in LINES.items()
    ]
    known = a_list(*mentions, entries=ENTRIES)
    other = a_list(a_mention(url("dead"), 40), a_mention(url("dead"), 9), name="other")
    for day in range(5):
        looks = [
            saw(url("fine"), certificate_expires="2026-12-06T00:00:00Z"),
            saw(url("dead"), 410 if day else 200),
            saw(url("down"), 404 if day > 1 else 200),
            failed(url("suspect"), Fault.REFUSED) if day > 3 else saw(url("suspect")),
            led(url("moved"), 301, HOME),
            led(url("slash"), 301, url("slash") + "/"),
            saw(url("walled"), 403),
            saw(url("insecure"), certificate_fault=Fault.TLS_NAME),
            saw(url("expiring"), certificate_expires="2026-12-04T00:00:00Z"),
            failed(url("nowhere"), Fault.BAD_URL),
            failed(url("unasked"), Fault.HOST_SILENT),
            saw(url("unlisted"), 410),
        ]
        night(db, day, *looks, lists=[known, other])
    gone = a_list(*mentions[:-1], entries=ENTRIES)
    night(db, 4.5, lists=[gone])
    db.execute(
        "INSERT INTO fields (link, field, value, source, chosen, first_seen, last_seen) VALUES "
        "(1, 'license', 'MIT', 'api', 1, 'a', 'a'), "
        "(1, 'license', 'GPL-3.0', 'html', 0, 'a', 'a'), "
        "(1, 'version', '2', 'api', 1, 'a', 'a'), (1, 'version', '2', 'html', 0, 'a', 'a'), "
        "(2, 'license', 'MIT', 'html', 0, 'a', 'a')"
    )
    return db


MEANINGS: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "the dead, with every place they stand": (
        "SELECT url, reason, http_status, last_ok, places FROM dead_links",
        [(url("dead"), "http-410", 410, "2026-11-01T03:01:00Z", "list:2, other:9, other:40")],
    ),
    "the ailing, worst first": (
        "SELECT url, state, failures, places FROM watching",
        [(url("down"), "down", 3, "list:3"), (url("suspect"), "suspect", 1, "list:4")],
    ),
    "the moved, those really elsewhere first": (
        "SELECT url, suggested_url, reason FROM moved_links",
        [
            (url("moved"), HOME, "permanent-redirect"),
            (url("slash"), url("slash") + "/", "slash"),
        ],
    ),
    "certificates that are bad, or end within 30 days of the latest night": (
        "SELECT url, reason, certificate_expires FROM certificate_problems",
        [
            (url("insecure"), "tls-name", None),
            (url("expiring"), "http-200", "2026-12-04T00:00:00Z"),
        ],
    ),
    "what robots cannot see": (
        "SELECT url, reason, state FROM unverifiable",
        [(url("walled"), "http-403", "unverified")],
    ),
    "what became different, the latest first": (
        "SELECT night_started, severity, kind, subject, before, after FROM changes WHERE link < 12",
        [
            ("2026-11-05T03:00:00Z", "major", "down", url("down"), "suspect", "down"),
            ("2026-11-05T03:00:00Z", "critical", "dead", url("dead"), "down", "dead"),
            (
                "2026-11-04T03:00:00Z",
                "minor",
                "certificate-ends",
                url("expiring"),
                None,
                "2026-12-04",
            ),
            ("2026-11-04T03:00:00Z", "major", "down", url("dead"), "suspect", "down"),
        ],
    ),
    "how each list is": (
        "SELECT name, links, alive, suspect, down, dead, unverified FROM list_health",
        [("list", 11, 5, 1, 1, 1, 2), ("other", 1, 0, 0, 0, 1, 0)],
    ),
    "how each host is, without those no list names any more": (
        "SELECT host, links, failing, blocked, response_ms FROM host_health WHERE alive = 0",
        [
            ("dead.example.org", 1, 1, 0, 80.0),
            ("down.example.org", 1, 1, 0, 80.0),
            ("suspect.example.org", 1, 1, 0, 80.0),
            ("nowhere.example.org", 1, 0, 0, None),
            ("unasked.example.org", 1, 0, 0, None),
            ("walled.example.org", 1, 0, 1, 80.0),
        ],
    ),
    "what a keeper can act on, worst first": (
        "SELECT list, line, entry, url, state, verdict FROM fix_me",
        [
            ("list", 2, "Unlicensed", url("dead"), "dead", "gone"),
            ("other", 9, None, url("dead"), "dead", "gone"),
            ("other", 40, None, url("dead"), "dead", "gone"),
            ("list", 3, "A challenge", url("down"), "down", "gone"),
            ("list", 10, None, url("nowhere"), "unverified", "invalid"),
            ("list", 5, None, url("moved"), "alive", "moved"),
            ("list", 6, None, url("slash"), "alive", "moved"),
        ],
    ),
    "data sets and challenges without a believed licence": (
        "SELECT list, line, name FROM licence_gaps",
        [("list", 2, "Unlicensed"), ("list", 3, "A challenge")],
    ),
    "sources that disagree": (
        "SELECT url, field, believed, believed_source, other, other_source FROM disagreements",
        [(url("fine"), "license", "MIT", "api", "GPL-3.0", "html")],
    ),
}


@pytest.mark.parametrize(("query", "expected"), MEANINGS.values(), ids=MEANINGS)
def test_a_view_shows(lived: Database, query: str, expected: list[tuple[Any, ...]]) -> None:
    assert [tuple(row) for row in rows(lived, query)] == expected


UNTIL = "2026-12-31T23:59:59Z"
OF_MUTED = {
    "dead_links": "dead",
    "watching": "down",
    "moved_links": "moved",
    "certificate_problems": "insecure",
    "unverifiable": "walled",
    "changes": "dead",
}


@pytest.mark.parametrize(("view", "name"), OF_MUTED.items())
def test_a_muted_link_stands_in_a_view_with_the_end_of_its_mute(
    lived: Database, view: str, name: str
) -> None:
    (number,) = rows(lived, f"SELECT id FROM links WHERE url = '{url(name)}'")[0]
    column = "link" if view == "changes" else "id"
    asked = f"SELECT muted_until FROM {view} WHERE {column} = {number}"
    assert {row[0] for row in rows(lived, asked)} == {None}
    hush(lived, url(name))
    assert {row[0] for row in rows(lived, asked)} == {UNTIL}
    assert rows(lived, f"SELECT * FROM fix_me WHERE id = {number}") == []


def hush(db: Database, what: str) -> None:
    mute(db, what, until=from_text(UNTIL), why="known", now=BEGIN + timedelta(days=5))


def test_muted_links_stand_last(lived: Database) -> None:
    hush(lived, url("down"))
    assert rows(lived, "SELECT url FROM watching") == [(url("suspect"),), (url("down"),)]


def test_who_is_muted_until_when_and_why(lived: Database) -> None:
    assert rows(lived, "SELECT * FROM muted_links") == []
    hush(lived, "dead.example.org")
    assert rows(lived, "SELECT url, state, muted_until, why, places FROM muted_links") == [
        (url("dead"), "dead", UNTIL, "known", "list:2, other:9, other:40")
    ]
    assert rows(lived, "SELECT name, dead, muted FROM list_health") == [
        ("list", 1, 1),
        ("other", 1, 1),
    ]


def test_a_link_that_flaps_is_watched_though_it_is_well_tonight(db: Database) -> None:
    night(db, 0, lists=[a_list(a_mention(url("fine")))])
    for day in range(1, 8):
        night(db, day, saw(url("fine"), 200 if day % 2 else 503))
    assert rows(db, "SELECT url, state, flapping FROM watching") == [(url("fine"), "alive", 1)]
    assert rows(db, "SELECT flapping FROM list_health") == [(1,)]
    assert rows(db, "SELECT * FROM fix_me") == []


def found(db: Database, table: str, words: str) -> list[int]:
    """The rows that a full-text search finds."""
    query = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ? ORDER BY rowid"
    return [row[0] for row in db.execute(query, [words])]


def test_links_are_found_by_address_and_by_title_as_it_changes(db: Database) -> None:
    known = a_list(a_mention(url("atlas")), a_mention(url("brains"), 2))
    night(db, 0, saw(url("atlas"), title="Heads and hearts"), saw(url("brains")), lists=[known])
    assert found(db, "links", "brains") == [2]
    assert found(db, "links", "hearts") == [1]
    night(db, 1, saw(url("atlas"), title="Heads and lungs"), saw(url("brains"), title="Lungs"))
    assert found(db, "links", "hearts") == []
    assert found(db, "links", "lungs") == [1, 2]
    db.execute("INSERT INTO links_fts (links_fts, rank) VALUES ('integrity-check', 1)")


def test_entries_are_found_by_name_and_section_as_they_change(db: Database) -> None:
    night(db, 0, lists=[a_list(entries=[an_entry("Atlas of hearts", section=("Cardiology",))])])
    assert found(db, "entries", "hearts") == found(db, "entries", "cardiology") == [1]
    db.execute("UPDATE entries SET name = 'Atlas of lungs', section = NULL")
    assert found(db, "entries", "hearts") == found(db, "entries", "cardiology") == []
    assert found(db, "entries", "lungs") == [1]
    db.execute("INSERT INTO entries_fts (entries_fts, rank) VALUES ('integrity-check', 1)")
