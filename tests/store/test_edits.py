from __future__ import annotations

from typing import Any

import pytest
from sqlite_utils import Database

from crawler.lists.source import ReadList

from .build import ATLAS, BRAINS, HEARTS, a_list, a_mention, an_entry, night, rows, saw

Told = list[tuple[Any, ...]]


def of(*named: tuple[str, str]) -> ReadList:
    """A list of entries, each with its address."""
    mentions = [a_mention(url, line, entry=line) for line, (_, url) in enumerate(named)]
    return a_list(*mentions, entries=[an_entry(name, n) for n, (name, _) in enumerate(named)])


def told(db: Database, number: int) -> Told:
    """What one night told, in its order."""
    asked = "SELECT kind, subject, before, after FROM changes WHERE night = "
    return rows(db, f"{asked}{number} ORDER BY id")


BEFORE = of(("Atlas", ATLAS), ("Brains", BRAINS))
MANY = [(f"Set {number}", f"{ATLAS}{number}") for number in range(30)]
EDITS: dict[str, tuple[ReadList, ReadList, Told]] = {
    "nothing": (BEFORE, BEFORE, []),
    "an entry is added": (
        BEFORE,
        of(("Atlas", ATLAS), ("Hearts", HEARTS), ("Brains", BRAINS)),
        [("entry-added", "Hearts", None, "Hearts")],
    ),
    "an entry is removed": (
        BEFORE,
        of(("Brains", BRAINS)),
        [("entry-removed", "Atlas", "Atlas", None)],
    ),
    "an entry is renamed": (
        BEFORE,
        of(("Atlas 2", ATLAS), ("Brains", BRAINS)),
        [("entry-renamed", "Atlas 2", "Atlas", "Atlas 2")],
    ),
    "an address is replaced": (
        BEFORE,
        of(("Atlas", HEARTS), ("Brains", BRAINS)),
        [("address-replaced", "Atlas", ATLAS, HEARTS)],
    ),
    "entries change places": (BEFORE, of(("Brains", BRAINS), ("Atlas", ATLAS)), []),
    "twenty are told one by one": (
        of(*MANY[:1]),
        of(*MANY[:21]),
        [("entry-added", name, None, name) for name, _ in MANY[1:21]],
    ),
    "more than twenty of a kind are told as one, and others beside them": (
        of(*MANY[:1], ("Brains", BRAINS)),
        of(*MANY[:22]),
        [
            ("list-changed", "list", None, "21 entries added"),
            ("entry-removed", "Brains", "Brains", None),
        ],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), EDITS.values(), ids=EDITS)
def test_what_a_keeper_edits_is_told(
    db: Database, before: ReadList, after: ReadList, expected: Told
) -> None:
    first = night(db, 0, lists=[before])
    assert told(db, first) == []
    assert told(db, night(db, 1, lists=[after])) == expected
    assert told(db, night(db, 2, lists=[after])) == []


def test_an_entry_that_moves_to_another_section_was_not_renamed(db: Database) -> None:
    heads = a_list(a_mention(ATLAS, entry=0), entries=[an_entry("Atlas", section=("Heads",))])
    hearts = a_list(a_mention(ATLAS, entry=0), entries=[an_entry("Atlas", section=("Hearts",))])
    night(db, 0, lists=[heads])
    assert told(db, night(db, 1, lists=[hearts])) == []


def test_a_list_that_cannot_be_read_is_told_once_and_nothing_is_concluded(db: Database) -> None:
    night(db, 0, saw(ATLAS), saw(BRAINS), lists=[BEFORE])
    lost = ReadList(BEFORE.source, error="HTTP 503")
    kept = "SELECT id, present FROM entries UNION ALL SELECT id, present FROM mentions"
    before = rows(db, kept)
    assert told(db, night(db, 1, lists=[lost])) == [("list-unreadable", "list", None, "HTTP 503")]
    assert told(db, night(db, 2, lists=[ReadList(BEFORE.source, error="timeout")])) == []
    assert rows(db, kept) == before
    assert rows(db, "SELECT DISTINCT state FROM links") == [("alive",)]
    assert told(db, night(db, 3, saw(ATLAS), saw(BRAINS), lists=[BEFORE])) == []
    assert rows(db, "SELECT error FROM lists") == [(None,)]
    assert told(db, night(db, 4, lists=[lost])) == [("list-unreadable", "list", None, "HTTP 503")]


def test_a_list_first_read_on_its_second_night_is_read_in_silence(db: Database) -> None:
    night(db, 0, lists=[ReadList(BEFORE.source, error="HTTP 503")])
    assert told(db, night(db, 1, lists=[BEFORE])) == []


def test_a_suspect_whose_address_is_replaced_starts_anew_and_keeps_its_history(
    db: Database,
) -> None:
    night(db, 0, saw(ATLAS), saw(BRAINS), lists=[BEFORE])
    night(db, 1, saw(ATLAS, 404), saw(BRAINS), lists=[BEFORE])
    mended = of(("Atlas", HEARTS), ("Brains", BRAINS))
    number = night(db, 2, saw(HEARTS, 404), saw(BRAINS), lists=[mended])
    assert told(db, number) == [("address-replaced", "Atlas", ATLAS, HEARTS)]
    assert rows(db, "SELECT url, state, failures FROM links") == [
        (ATLAS, "suspect", 1),
        (BRAINS, "alive", 0),
        (HEARTS, "suspect", 1),
    ]
    assert rows(db, "SELECT reason, looks FROM observations WHERE link = 1") == [
        ("http-200", 1),
        ("http-404", 1),
    ]
