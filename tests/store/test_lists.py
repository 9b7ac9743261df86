from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.lists.mention import Kind, Role
from crawler.lists.source import ReadList, Source, SourceKind
from crawler.store.lists import section_text, write_list
from crawler.store.schema import MIGRATIONS

from .build import ATLAS, BEGIN, BRAINS, HEARTS, a_list, a_mention, an_entry, counts, rows, whole


def write(db: Database, read: ReadList, now: datetime) -> None:
    """Write a list in the one night there is."""
    db.execute(
        "INSERT OR IGNORE INTO nights (id, started, outcome, version, settings) "
        "VALUES (1, 'tonight', 'complete', '1', '{}')"
    )
    write_list(db, read, 1, now)


TOMORROW = BEGIN + timedelta(days=1)
TWO = a_list(
    a_mention(ATLAS, 3, entry=0),
    a_mention(BRAINS, 7, entry=1),
    entries=[an_entry("Atlas", 3, section=("Images", "Heads")), an_entry("Brains", 7, parent=0)],
)


def test_a_new_list_is_written_down_in_full(db: Database) -> None:
    mention = a_mention("HTTPS://Atlas.Example.org#top", 3, column=5, text="Atlas", raw="<url>",
                        repair="split", role=Role.PAPER, entry=1)  # fmt: skip
    parent = an_entry("Images", 1, kind=Kind.LIST)
    entry = an_entry("Atlas", 3, section=("A", "B"), parent=0, access="free")
    write(db, a_list(mention, entries=[parent, entry], digest="h1"), BEGIN)
    assert rows(db, "SELECT * FROM lists") == [
        (1, "list", "lists/list.md", "file", "h1", "2026-11-01T03:00:00Z", None)
    ]
    assert rows(db, "SELECT * FROM entries") == [
        (1, 1, None, "Images", None, 1, "list", None, 1),
        (2, 1, 1, "Atlas", "A > B", 3, "dataset", "free", 1),
    ]
    assert rows(db, "SELECT * FROM mentions") == [
        (1, 1, 1, 2, 3, 5, "Atlas", "<url>", "split", "paper", 1)
    ]
    assert rows(db, "SELECT id, url, host, state, first_seen, verdict FROM links") == [
        (1, ATLAS, "atlas.example.org", "new", "2026-11-01T03:00:00Z", None)
    ]
    assert rows(db, "SELECT name FROM hosts") == [("atlas.example.org",)]


def test_links_and_hosts_are_shared(db: Database) -> None:
    write(db, a_list(a_mention(ATLAS), a_mention(ATLAS, 2), a_mention(ATLAS + "b")), BEGIN)
    write(db, a_list(a_mention(ATLAS), name="other"), TOMORROW)
    assert counts(db) | {"mentions": 4, "links": 2, "hosts": 1, "lists": 2} == counts(db)
    assert rows(db, "SELECT DISTINCT first_seen FROM links") == [("2026-11-01T03:00:00Z",)]


def test_the_same_list_again_changes_nothing_but_when_it_was_read(db: Database) -> None:
    write(db, TWO, BEGIN)
    before = whole(db)
    write(db, TWO, TOMORROW)
    changed = [line for line in whole(db) if line not in before]
    assert len(changed) == 1
    assert changed[0].startswith('INSERT INTO "lists"')
    assert rows(db, "SELECT read_at FROM lists") == [("2026-11-02T03:00:00Z",)]


def test_a_list_with_the_hash_of_last_night_is_not_looked_at_again(db: Database) -> None:
    write(db, a_list(a_mention(ATLAS), digest="same"), BEGIN)
    write(db, a_list(a_mention(BRAINS), digest="same"), TOMORROW)
    assert [url for _, url, *_ in places(db)] == [ATLAS]


def places(db: Database) -> list[tuple[Any, ...]]:
    """Each mention's row: its number, where it leads, its line, its entry, whether it is there."""
    return rows(
        db,
        "SELECT mentions.id, links.url, mentions.line, entries.name, mentions.present "
        "FROM mentions JOIN links ON links.id = mentions.link "
        "LEFT JOIN entries ON entries.id = mentions.entry ORDER BY mentions.id",
    )


def test_a_moved_paragraph_takes_its_rows_along(db: Database) -> None:
    write(db, TWO, BEGIN)
    assert TWO.reading
    (first, second), (atlas, brains) = TWO.reading.mentions, TWO.reading.entries
    moved = a_list(
        a_mention(second.url, 2, entry=0),
        a_mention(first.url, 9, entry=1),
        entries=[an_entry(brains.name, 2), an_entry(atlas.name, 9, section=atlas.section)],
    )
    write(db, moved, TOMORROW)
    assert places(db) == [(1, ATLAS, 9, "Atlas", 1), (2, BRAINS, 2, "Brains", 1)]
    assert rows(db, "SELECT id, name, line, parent FROM entries") == [
        (1, "Atlas", 9, None),
        (2, "Brains", 2, None),
    ]


def test_what_is_removed_is_no_longer_there_and_may_come_back(db: Database) -> None:
    write(db, TWO, BEGIN)
    write(db, a_list(a_mention(ATLAS, 3, entry=0), entries=[an_entry("Atlas", 3)]), TOMORROW)
    assert places(db) == [(1, ATLAS, 3, "Atlas", 1), (2, BRAINS, 7, "Brains", 0)]
    write(db, TWO, TOMORROW)
    assert places(db) == [(1, ATLAS, 3, "Atlas", 1), (2, BRAINS, 7, "Brains", 1)]
    assert rows(db, "SELECT name, section, present FROM entries") == [
        ("Atlas", "Images > Heads", 1),
        ("Brains", None, 1),
        ("Atlas", None, 0),
    ]


def test_a_renamed_entry_is_a_new_one_with_the_old_mention(db: Database) -> None:
    write(db, a_list(a_mention(ATLAS, entry=0), entries=[an_entry("Atlas")]), BEGIN)
    write(db, a_list(a_mention(ATLAS, entry=0), entries=[an_entry("Atlas 2")]), TOMORROW)
    assert rows(db, "SELECT id, name, present FROM entries") == [(1, "Atlas", 0), (2, "Atlas 2", 1)]
    assert places(db) == [(1, ATLAS, 1, "Atlas 2", 1)]


def test_equal_rows_are_told_apart_by_their_order(db: Database) -> None:
    three = [a_mention(ATLAS, line) for line in (1, 2, 3)]
    write(db, a_list(*three, entries=[an_entry("A", 1), an_entry("A", 2)]), BEGIN)
    write(db, a_list(*three[:2], entries=[an_entry("A", 5)]), TOMORROW)
    assert rows(db, "SELECT id, line, present FROM mentions") == [(1, 1, 1), (2, 2, 1), (3, 3, 0)]
    assert rows(db, "SELECT id, line, present FROM entries") == [(1, 5, 1), (2, 2, 0)]
    write(db, a_list(*three, entries=[an_entry("A", 1), an_entry("A", 2)]), TOMORROW)
    assert counts(db) | {"mentions": 3, "entries": 2} == counts(db)
    assert rows(db, "SELECT min(present) FROM mentions") == [(1,)]


def test_the_same_link_written_otherwise_is_another_mention(db: Database) -> None:
    write(db, a_list(a_mention(ATLAS)), BEGIN)
    write(db, a_list(a_mention(ATLAS, raw=ATLAS[:-1])), TOMORROW)
    assert rows(db, "SELECT link, raw, present FROM mentions") == [
        (1, ATLAS, 0),
        (1, ATLAS[:-1], 1),
    ]


def test_an_unreadable_list_has_its_error_noted_and_nothing_else(db: Database) -> None:
    write(db, TWO, BEGIN)
    before = whole(db)
    write(db, ReadList(TWO.source, error="cannot be read: gone fishing"), TOMORROW)
    assert rows(db, "SELECT error, read_at FROM lists") == [
        ("cannot be read: gone fishing", "2026-11-01T03:00:00Z")
    ]
    assert rows(db, "SELECT list, kind, after FROM events") == [
        (1, "list-unreadable", "cannot be read: gone fishing")
    ]
    write(db, TWO, BEGIN)
    assert [line for line in whole(db) if '"events"' not in line] == before


def test_a_list_unreadable_from_the_first_is_known_all_the_same(db: Database) -> None:
    write(db, ReadList(Source("a", "a.md", SourceKind.FILE), error="binary"), BEGIN)
    assert rows(db, "SELECT name, hash, read_at, error FROM lists") == [("a", None, None, "binary")]


def at(name: str, location: str, kind: SourceKind = SourceKind.FILE) -> ReadList:
    """A list of this name at this place."""
    return ReadList(
        Source(name, location, kind), hash="h", reading=a_list(a_mention(ATLAS)).reading
    )


WHO = {
    "another place, another name: another list": (
        [at("a", "a.md"), at("b", "b.md")],
        [("a", "a.md", "file"), ("b", "b.md", "file")],
    ),
    "the same name at another place has moved": (
        [at("a", "a.md"), at("a", "https://a.example/", SourceKind.ADDRESS)],
        [("a", "https://a.example/", "address")],
    ),
    "another name at the same place was renamed": (
        [at("a", "a.md"), at("b", "a.md")],
        [("b", "a.md", "file")],
    ),
    "two lists that changed places keep their names": (
        [at("a", "1.md"), at("b", "2.md"), at("a", "2.md"), at("b", "1.md")],
        [("a", "1.md", "file"), ("b", "2.md", "file")],
    ),
}


@pytest.mark.parametrize(("reads", "lists"), WHO.values(), ids=WHO)
def test_which_list_is_which(
    db: Database, reads: list[ReadList], lists: list[tuple[str, str, str]]
) -> None:
    for read in reads:
        write(db, read, BEGIN)
    assert rows(db, "SELECT name, location, kind FROM lists") == lists


def test_odd_text_is_written_down_too(db: Database) -> None:
    odd = "x\udce9"
    source = Source(odd, f"{odd}.md", SourceKind.FILE)
    mention = a_mention(ATLAS + odd, raw=odd, text=odd, entry=0)
    reading = a_list(mention, entries=[an_entry(odd, section=(odd,), access=odd)]).reading
    for read in (ReadList(source, hash="h", reading=reading), ReadList(source, error=odd)):
        write(db, read, BEGIN)
    assert rows(db, "SELECT name, error FROM lists") == [("x\\udce9", "x\\udce9")]
    assert rows(db, "SELECT url FROM links") == [(ATLAS + "x\\udce9",)]


def test_nothing_is_null_and_never_empty_text(db: Database) -> None:
    bare = a_mention("nowhere", text="", entry=0)
    write(db, a_list(bare, entries=[an_entry("A", access="")]), BEGIN)
    assert rows(db, "SELECT text, repair FROM mentions") == [(None, None)]
    assert rows(db, "SELECT section, access FROM entries") == [(None, None)]
    assert rows(db, "SELECT url, host FROM links") == [("nowhere", None)]
    assert rows(db, "SELECT * FROM hosts") == []


def test_a_section_stands_on_one_line() -> None:
    assert section_text(("Images", "Heads")) == "Images > Heads"
    assert section_text(()) is None


versions = st.lists(
    st.lists(st.tuples(st.sampled_from([ATLAS, BRAINS, HEARTS]), st.integers(1, 9)), max_size=6),
    max_size=5,
)


@given(versions)
def test_what_is_there_is_always_what_the_list_says(told: list[list[tuple[str, int]]]) -> None:
    with Database(memory=True) as db:
        MIGRATIONS.apply(db)
        for version in told:
            write(db, a_list(*(a_mention(url, line) for url, line in version)), BEGIN)
            there = [(url, line) for _, url, line, _, present in places(db) if present]
            assert sorted(there) == sorted(version)
        most = max((len(version) for version in told), default=0)
        assert counts(db)["mentions"] <= 3 * most
