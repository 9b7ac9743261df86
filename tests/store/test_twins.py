"""Entries that are one data set, across lists and nights."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.lists.source import ReadList

from .build import a_list, a_mention, an_entry, counts, night, rows

DOI = "https://doi.org/10.5061/dryad.x"


def listing(name: str, url: str, title: str) -> ReadList:
    return a_list(a_mention(url, entry=0), entries=[an_entry(title, urls=(url,))], name=name)


def listed(db: Database) -> list[tuple[object, ...]]:
    return rows(db, "SELECT reason, value, list, name FROM where_listed")


def test_the_same_data_set_in_two_lists_is_known_to_be(db: Database) -> None:
    one = listing("one", DOI, "River gauges")
    two = listing("two", f"{DOI}#files", "Gauges of rivers")
    night(db, 0, lists=[one, two])
    assert listed(db) == [
        ("doi", "10.5061/dryad.x", "one", "River gauges"),
        ("doi", "10.5061/dryad.x", "two", "Gauges of rivers"),
    ]


def test_a_list_that_drops_it_leaves_no_twin(db: Database) -> None:
    one = listing("one", DOI, "River gauges")
    night(db, 0, lists=[one, listing("two", DOI, "Gauges")])
    night(db, 1, lists=[one, listing("two", "https://seas.example.org/", "Tides of 2020")])
    assert listed(db) == []


def test_a_quiet_night_touches_no_twin(db: Database) -> None:
    lists = [listing("one", DOI, "River gauges"), listing("two", DOI, "River gauges")]
    night(db, 0, lists=lists)
    before, kept = counts(db), rows(db, "SELECT * FROM twins")
    night(db, 1, lists=lists)
    assert counts(db) == before | {"nights": 2}
    assert rows(db, "SELECT * FROM twins") == kept


def test_twins_follow_their_entries_when_a_list_is_rearranged(db: Database) -> None:
    first, second = an_entry("River gauges", 1), an_entry("Tides", 5)
    link = a_mention(DOI, 1, entry=0)
    other = listing("two", DOI, "Gauges")
    night(db, 0, lists=[a_list(link, entries=[first, second], name="one"), other])
    moved = a_list(a_mention(DOI, 9, entry=1), entries=[second, first], name="one")
    night(db, 1, lists=[moved, other])
    assert [row[3] for row in listed(db)] == ["River gauges", "Gauges"]
