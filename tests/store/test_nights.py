from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from crawler import __version__
from crawler.errors import UsageProblem
from crawler.lists.source import ReadList
from crawler.store.journal import Look
from crawler.store.nights import Before, Outcome, begin_night, end_night, is_open, nights_before

from .build import ATLAS, BEGIN, a_list, a_mention, counts, night, rows, saw, whole

LIST = a_list(a_mention(ATLAS))


def test_a_night_that_has_begun_counts_as_interrupted(db: Database) -> None:
    number = begin_night(db, BEGIN, {"timeout": 20.0, "robots": True})
    assert not db.conn.in_transaction
    assert rows(db, "SELECT * FROM nights") == [
        (number, "2026-11-01T03:00:00Z", None, "interrupted", None, __version__,
         '{"robots": true, "timeout": 20.0}', None)
    ]  # fmt: skip


def test_a_night_that_is_over_says_what_it_saw(db: Database) -> None:
    night(db, 0, saw(ATLAS), lists=[LIST])
    ((finished, outcome, told),) = rows(db, "SELECT finished, outcome, counts FROM nights")
    assert (finished, outcome, json.loads(told)) == ("2026-11-01T04:00:00Z", "complete", {"ok": 1})


def test_of_a_void_night_nothing_is_believed(db: Database) -> None:
    night(db, 0, saw(ATLAS), lists=[LIST])
    before, kept = counts(db), [line for line in whole(db) if '"nights"' not in line]
    other = a_list(a_mention("https://new.example.org/"), name="new")
    void: dict[str, Any] = {"outcome": Outcome.VOID, "why": "no canary sang"}
    number = night(db, 1, saw(ATLAS, 410), lists=[LIST, other], **void)
    assert counts(db) == before | {"nights": 2}
    assert [line for line in whole(db) if '"nights"' not in line] == kept
    assert rows(db, f"SELECT outcome, counts, finished, why FROM nights WHERE id = {number}") == [
        ("void", "{}", "2026-11-02T04:00:00Z", "no canary sang")
    ]


def test_a_night_is_written_whole_or_not_at_all(db: Database) -> None:
    night(db, 0, saw(ATLAS), lists=[LIST])
    number = begin_night(db, BEGIN + timedelta(days=1), {})
    before = whole(db)

    def breaks_off() -> Iterator[Look]:
        yield Look(ATLAS, BEGIN + timedelta(days=1), saw(ATLAS, 410))
        raise KeyboardInterrupt

    other = a_list(a_mention("https://new.example.org/"), name="new")
    with pytest.raises(KeyboardInterrupt):
        end_night(db, number, Outcome.COMPLETE, lists=[other], looks=breaks_off(), now=BEGIN)
    assert whole(db) == before


def test_one_unreadable_list_does_not_spoil_the_night(db: Database) -> None:
    bad = ReadList(a_list(name="bad").source, error="gone fishing")
    night(db, 0, saw(ATLAS), lists=[bad, LIST])
    assert rows(db, "SELECT name, error FROM lists") == [("bad", "gone fishing"), ("list", None)]
    assert rows(db, "SELECT state FROM links") == [("alive",)]


def test_a_night_is_open_until_it_ends(db: Database) -> None:
    number = begin_night(db, BEGIN, {})
    assert is_open(db, number, BEGIN)
    end_night(db, number, Outcome.INTERRUPTED, lists=(), looks=(), now=BEGIN)
    assert not is_open(db, number, BEGIN)


def test_a_night_of_another_database_is_not_open(db: Database) -> None:
    number = begin_night(db, BEGIN, {})
    assert not is_open(db, number + 1, BEGIN)
    assert not is_open(db, number, BEGIN + timedelta(days=1))


GAPS = {
    "nightly": ([0, 1, 2, 3], 404, 3),
    "weekly: seven days are no gap": ([0, 7, 14, 21], 404, 21),
    "ten nights missed of a nightly rhythm count as two days": ([0, 1, 2, 3, 13], 404, 5),
}


@pytest.mark.parametrize(("days", "status", "counted"), GAPS.values(), ids=GAPS)
def test_a_gap_in_running_is_cut_short(
    db: Database, days: list[float], status: int, counted: float
) -> None:
    night(db, -1 if days[1] == 1 else -7, lists=[LIST])
    for day in days:
        night(db, day, saw(ATLAS, status))
    assert rows(db, "SELECT nights, days FROM observations") == [(len(days), counted)]


def test_void_nights_do_not_change_the_rhythm(db: Database) -> None:
    night(db, -7, lists=[LIST])
    for day in (0, 1, 2, 3):
        night(db, day, outcome=Outcome.VOID)
    night(db, 7, saw(ATLAS, 404))
    night(db, 14, saw(ATLAS, 404))
    assert rows(db, "SELECT days FROM observations") == [(7.0,)]


def test_a_full_disk_is_told_in_a_line_and_nothing_is_lost(db: Database) -> None:
    number = begin_night(db, BEGIN, {})
    before = whole(db)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    urls = [f"https://atlas.example.org/{n}" for n in range(2000)]
    looks = [Look(url, BEGIN, saw(url)) for url in urls]
    many = a_list(*(a_mention(url, line) for line, url in enumerate(urls, 1)))
    with pytest.raises(UsageProblem, match=r"cannot be written: .* full; its looks are kept"):
        end_night(db, number, Outcome.COMPLETE, lists=[many], looks=looks, now=BEGIN)
    assert not db.conn.in_transaction
    assert whole(db) == before


HOUR = timedelta(hours=1)
V, C, I = Outcome.VOID, Outcome.COMPLETE, Outcome.INTERRUPTED  # noqa: E741 - as in the table
NIGHTS_BEFORE: dict[str, tuple[list[tuple[Outcome, timedelta]], timedelta | None, int]] = {
    "the first night": ([], None, 0),
    "a good night": ([(C, 0 * HOUR)], 0 * HOUR, 0),
    "one that was broken off": ([(C, 0 * HOUR), (I, 24 * HOUR)], 24 * HOUR, 0),
    "a void one": ([(C, 0 * HOUR), (V, 48 * HOUR)], 0 * HOUR, 1),
    "void ones only": ([(V, 0 * HOUR), (V, 24 * HOUR)], None, 2),
    "one that was tried again": (
        [(C, 0 * HOUR), (V, 24 * HOUR), (V, 25 * HOUR), (V, 48 * HOUR), (V, 50 * HOUR)],
        0 * HOUR,
        2,
    ),
    "tonight, tried already": ([(C, 0 * HOUR), (V, 71 * HOUR)], 0 * HOUR, 0),
    "void ones before a good one": ([(V, 0 * HOUR), (V, 24 * HOUR), (C, 48 * HOUR)], 48 * HOUR, 0),
}


@pytest.mark.parametrize(("before", "last", "doubted"), NIGHTS_BEFORE.values(), ids=NIGHTS_BEFORE)
def test_before_a_night_there_was(
    before: list[tuple[Outcome, timedelta]], last: timedelta | None, doubted: int, db: Database
) -> None:
    for outcome, after in before:
        begun = BEGIN + after
        number = begin_night(db, begun, {})
        end_night(db, number, outcome, lists=[], looks=[], now=begun)
    tonight = begin_night(db, BEGIN + 72 * HOUR, {})
    expected = None if last is None else BEGIN + last
    assert nights_before(db, tonight) == Before(expected, doubted)
