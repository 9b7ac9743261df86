from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.clock import from_text
from crawler.memory.history import MEMORY, is_flapping, uptime
from crawler.memory.incidents import PATIENT
from crawler.memory.state import Memory, State, Tonight, remember
from crawler.store.journal import Look
from crawler.store.looks import write_looks
from crawler.store.memories import recall
from crawler.store.schema import MIGRATIONS
from crawler.verdicts.evidence import Evidence, Fault
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import Reason

from .build import ATLAS, BEGIN, a_list, a_mention, failed, led, night, rows, saw

BESIDE = f"{ATLAS}beside"
SEEN = (
    saw(ATLAS),
    saw(ATLAS, title="Atlas", expected=("Atlas",)),
    saw(ATLAS, title="Cheap shoes", expected=("Atlas",)),
    saw(ATLAS, 404),
    saw(ATLAS, 410),
    saw(ATLAS, 503),
    saw(ATLAS, 403),
    failed(ATLAS, Fault.NXDOMAIN),
    failed(ATLAS, Fault.HOST_SILENT),
    led(ATLAS, 301, "https://there.example.org/"),
    led(ATLAS, 302, "https://there.example.org/"),
)
HOURS = [0, 1, 23, 24, 24, 24, 25, 168, 500, 1200, -5]
PAUSES = st.sampled_from([hours * 3600 for hours in HOURS]) | st.integers(-100, 200_000)
LIVES = st.lists(
    st.tuples(PAUSES, st.sampled_from(SEEN), st.booleans(), st.integers(0, 999_999)), max_size=40
)


@given(LIVES)
def test_what_is_read_is_what_was_remembered(
    life: list[tuple[int, Evidence, bool, int]],
) -> None:
    """Whatever the nights were like, the database loses nothing that matters to a belief."""
    with Database(memory=True) as db:
        MIGRATIONS.apply(db)
        night(db, 0, lists=[a_list(a_mention(ATLAS), a_mention(BESIDE, 2))])
        now, memory = BEGIN + timedelta(hours=1), recalled(db, BEGIN)
        for seconds, seen, both, micros in life:
            now += timedelta(seconds=seconds)
            at = now + timedelta(microseconds=micros)
            looks = [Look(ATLAS, at, seen), Look(BESIDE, at, replace(seen, url=BESIDE))]
            write_looks(db, 1, looks if both else looks[:1])
            memory = remember(memory, tonight(db, seen, now))
            agrees(db, recalled(db, now), memory)


def recalled(db: Database, now: datetime) -> Memory:
    """What the database remembers of the link."""
    known = recall(db, ATLAS, now)
    assert known
    return known.memory


def tonight(db: Database, seen: Evidence, now: datetime) -> Tonight:
    """What the writer is to make of a look: worked out here once more."""
    judged = judge(seen)
    ((incident,),) = rows(db, "SELECT incident FROM hosts")
    frozen = incident is not None and now - from_text(json.loads(incident)["since"]) < PATIENT
    mark = (seen.status, judged.suggested_url)
    return Tonight(judged.reason, now, mark, same=seen.title != "Cheap shoes", frozen=frozen)


def agrees(db: Database, read: Memory, remembered: Memory) -> None:
    """What is read ends as what was remembered, and its beliefs are written beside it."""
    kept = remembered.runs[-len(read.runs) :] if read.runs else ()
    assert read == replace(remembered, runs=kept)
    if remembered.last_checked is None:
        return
    failing, at = remembered.failing, remembered.last_checked
    ((state, failures, flapping, up),) = rows(
        db, f"SELECT state, failures, flapping, uptime_30d FROM links WHERE url = '{ATLAS}'"
    )
    assert State(state) is remembered.state
    assert failures == (failing.nights if failing else 0)
    assert flapping == is_flapping(remembered.runs, at)
    assert up == uptime(remembered.runs, at, MEMORY)


def test_a_link_that_no_list_has_is_not_known(db: Database) -> None:
    assert recall(db, ATLAS, BEGIN) is None


def older(db: Database) -> None:
    """A database as the version before wrote it: one link ails, the other has moved."""
    MIGRATIONS.apply(db, stop_before="m004_memory")
    db.conn.executescript(
        """
        INSERT INTO nights (started, outcome, version, settings)
        VALUES ('2026-11-01T03:00:00Z', 'complete', '0.4', '{}');
        INSERT INTO lists (name, location, kind, hash) VALUES ('list', 'l.md', 'file', 'h');
        INSERT INTO hosts (name) VALUES ('atlas.example.org');
        INSERT INTO links (url, host, state, since, verdict, reason, http_status, suggested_url,
            first_seen, last_checked, last_ok, failing_since, failures, response_ms)
        VALUES ('https://atlas.example.org/', 'atlas.example.org', 'suspect',
            '2026-11-03T03:01:00Z', 'gone', 'http-404', 404, NULL, '2026-10-30T03:00:00Z',
            '2026-11-04T03:01:00Z', '2026-11-02T03:01:00Z', '2026-11-03T03:01:00Z', 2, 80),
            ('https://atlas.example.org/moved', 'atlas.example.org', 'alive',
            '2026-11-01T03:01:00Z', 'moved', 'permanent-redirect', 200, 'https://there.example/',
            '2026-10-30T03:00:00Z', '2026-11-04T03:01:00Z', '2026-11-04T03:01:00Z', NULL, 0, NULL),
            ('https://atlas.example.org/new', 'atlas.example.org', 'new', NULL, NULL, NULL, NULL,
            NULL, '2026-11-04T03:00:00Z', NULL, NULL, NULL, 0, NULL);
        INSERT INTO observations (link, verdict, reason, http_status, first_at, last_at, looks,
            evidence)
        VALUES (1, 'ok', 'http-200', 200, '2026-11-01T03:01:00Z', '2026-11-02T03:01:00Z', 2, '{}'),
            (1, 'gone', 'http-404', 404, '2026-11-03T03:01:00Z', '2026-11-04T03:01:00Z', 2, '{}'),
            (2, 'moved', 'permanent-redirect', 200, '2026-11-01T03:01:00Z',
             '2026-11-04T03:01:00Z', 4, '{}');
        INSERT INTO events (night, link, kind, severity) VALUES (1, 1, 'down', 'major');
        """
    )


def test_a_database_of_the_version_before_is_read_on(db: Database) -> None:
    with Database(memory=True) as old:
        older(old)
        MIGRATIONS.apply(old)
        assert rows(old, "SELECT nights, days, suggested_url FROM observations") == [
            (2, 1.0, None),
            (2, 1.0, None),
            (4, 3.0, "https://there.example/"),
        ]
        assert rows(old, "SELECT last_night, slowest_ms, flapping FROM links") == [
            ("2026-11-04T03:01:00Z", 80, 0),
            ("2026-11-04T03:01:00Z", None, 0),
            (None, None, 0),
        ]
        assert rows(old, "SELECT link, host, kind FROM events") == [(1, None, "down")]
        memory = recalled(old, BEGIN)
        assert [run.reason for run in memory.runs] == [Reason.HTTP_200, Reason.HTTP_404]
        assert memory.failing
        assert memory.failing.nights == 2


def test_a_link_of_the_version_before_goes_on_as_it_was(db: Database) -> None:
    with Database(memory=True) as old:
        older(old)
        MIGRATIONS.apply(old)
        moved = led(f"{ATLAS}moved", 301, "https://there.example/")
        number = night(old, 4, saw(ATLAS, 404), moved, saw(f"{ATLAS}new"))
        assert rows(old, "SELECT url, state, failures FROM links") == [
            (ATLAS, "down", 3),
            (f"{ATLAS}moved", "alive", 0),
            (f"{ATLAS}new", "alive", 0),
        ]
        assert rows(old, "SELECT link, looks FROM observations") == [(1, 2), (1, 3), (2, 5), (3, 1)]
        assert rows(old, f"SELECT link, kind FROM events WHERE night = {number}") == [(1, "down")]
