from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.store.journal import Look
from crawler.store.looks import write_looks
from crawler.store.schema import MIGRATIONS
from crawler.verdicts.evidence import Evidence, Fault, Hop
from tests.verdicts.strategies import evidence

from .build import ATLAS, BEGIN, BRAINS, a_list, a_mention, counts, failed, led, night, rows, saw

LIST = a_list(a_mention(ATLAS), a_mention(BRAINS, 2))


@pytest.fixture
def listed(db: Database) -> Database:
    """A database that knows two links."""
    night(db, 0, lists=[LIST])
    return db


def test_a_look_is_written_down_in_full(listed: Database) -> None:
    seen = saw(
        ATLAS,
        title="Atlas",
        description="Heads.",
        headers=(("etag", '"1"'), ("last-modified", "yesterday"), ("server", "x")),
        certificate_expires="2027-01-01T00:00:00Z",
    )
    night(listed, 1, seen)
    assert rows(
        listed,
        "SELECT state, since, verdict, reason, http_status, final_url, suggested_url, "
        "last_checked, last_ok, failing_since, failures, etag, last_modified, response_ms, "
        "certificate_expires, title FROM links WHERE id = 1",
    ) == [
        ("alive", "2026-11-02T03:01:00Z", "ok", "http-200", 200, None, None,
         "2026-11-02T03:01:00Z", "2026-11-02T03:01:00Z", None, 0, '"1"', "yesterday", 80,
         "2027-01-01T00:00:00Z", "Atlas")
    ]  # fmt: skip
    ((link, verdict, reason, status, final, first, last, looks, kept),) = rows(
        listed,
        "SELECT link, verdict, reason, http_status, final_url, first_at, last_at, looks, evidence "
        "FROM observations",
    )
    assert (link, verdict, reason, status, final, looks) == (1, "ok", "http-200", 200, None, 1)
    assert first == last == "2026-11-02T03:01:00Z"
    assert json.loads(kept) == seen.to_json() | {"rule": "answers"}
    assert Evidence.from_json(json.loads(kept)) == seen
    assert rows(
        listed, "SELECT field, value, source, chosen, first_seen, last_seen FROM fields"
    ) == [
        ("title", "Atlas", "html", 1, "2026-11-02T03:01:00Z", "2026-11-02T03:01:00Z"),
        ("description", "Heads.", "html", 1, "2026-11-02T03:01:00Z", "2026-11-02T03:01:00Z"),
    ]
    assert rows(listed, "SELECT * FROM events") == []


def runs(db: Database) -> list[tuple[str, int]]:
    """The observations of the first link: each run's reason and length."""
    return [
        (row[0], row[1])
        for row in rows(db, "SELECT reason, looks FROM observations WHERE link = 1")
    ]


def session(number: int) -> str:
    return f"{ATLAS}in;jsessionid={number}"


THERE, YONDER = "https://there.example.org/", "https://yonder.example.org/"
RUNS: dict[str, tuple[list[Evidence], list[tuple[str, int]]]] = {
    "equal looks are one run": ([saw(ATLAS)] * 3, [("http-200", 3)]),
    "another reason begins a run, and so does the first again": (
        [saw(ATLAS), saw(ATLAS, 404), saw(ATLAS, 404), saw(ATLAS)],
        [("http-200", 1), ("http-404", 2), ("http-200", 1)],
    ),
    "another status of the same reason begins a run": (
        [saw(ATLAS, 500), saw(ATLAS, 502)],
        [("http-5xx", 1), ("http-5xx", 1)],
    ),
    "another title, another time, another detail do not": (
        [saw(ATLAS, title="A", milliseconds=1), saw(ATLAS, title="B", milliseconds=900)],
        [("http-200", 2)],
    ),
    "a temporary redirect to ever new sessions is one run": (
        [led(ATLAS, 302, session(number)) for number in range(4)],
        [("temporary-redirect", 4)],
    ),
    "a permanent redirect to ever new sessions is one run": (
        [led(ATLAS, 301, session(number)) for number in range(4)],
        [("temporary-redirect", 4)],
    ),
    "a move whose new place sends on to ever new sessions is one run": (
        [
            saw(ATLAS, hops=(Hop(ATLAS, 301), Hop(THERE, 302), Hop(session(number), 200)))
            for number in range(4)
        ],
        [("permanent-redirect", 4)],
    ),
    "a move to another place begins a run": (
        [led(ATLAS, 301, THERE), led(ATLAS, 301, YONDER)],
        [("permanent-redirect", 1), ("permanent-redirect", 1)],
    ),
    "looks that were not made do not interrupt": (
        [saw(ATLAS), failed(ATLAS, Fault.HOST_SILENT), saw(ATLAS)],
        [("http-200", 2)],
    ),
}


@pytest.mark.parametrize(("looks", "expected"), RUNS.values(), ids=RUNS)
def test_observations_are_runs(
    listed: Database, looks: list[Evidence], expected: list[tuple[str, int]]
) -> None:
    for day, seen in enumerate(looks, 1):
        night(listed, day, seen)
    assert runs(listed) == expected


def test_a_run_tells_from_when_to_when(listed: Database) -> None:
    for day in (1, 2, 5):
        night(listed, day, saw(ATLAS))
    assert rows(listed, "SELECT first_at, last_at FROM observations") == [
        ("2026-11-02T03:01:00Z", "2026-11-06T03:01:00Z")
    ]


def test_a_quiet_night_adds_one_row(listed: Database) -> None:
    looks = [
        led(ATLAS, 302, session(1), title="Atlas", description="Heads."),
        saw(BRAINS, 404, title="Not found"),
    ]
    night(listed, 1, *looks, lists=[LIST])
    before = counts(listed)
    night(
        listed,
        2,
        led(ATLAS, 302, session(2), title="Atlas", description="Heads."),
        looks[1],
        lists=[LIST],
    )
    assert counts(listed) == before | {"nights": before["nights"] + 1}


def test_a_link_nobody_lists_is_passed_over(listed: Database) -> None:
    before = counts(listed)
    assert write_looks(listed, 1, [Look("https://nobody.example/", BEGIN, saw(ATLAS))]) == {}
    assert counts(listed) == before


def test_looks_are_counted_by_verdict(listed: Database) -> None:
    looks = [saw(ATLAS), saw(BRAINS, 404)]
    told = write_looks(listed, 1, [Look(seen.url, BEGIN, seen) for seen in looks])
    assert told == {"ok": 1, "gone": 1}


def test_the_same_looks_twice_are_believed_once(listed: Database) -> None:
    """A night that was written down, and whose journal was left behind by a kill."""
    looks = [Look(seen.url, BEGIN, seen) for seen in (saw(ATLAS), saw(BRAINS, 404))]
    write_looks(listed, 1, looks)
    before = rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations")
    write_looks(listed, 1, looks)
    assert (
        rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations") == before
    )


def test_an_error_says_nothing_of_the_page(listed: Database) -> None:
    kept = "SELECT title, etag, last_modified FROM links WHERE id = 1"
    tagged = (("etag", '"1"'), ("last-modified", "then"))
    night(listed, 1, saw(ATLAS, title="Atlas", headers=tagged))
    wrong = (("etag", '"error"'), ("last-modified", "now"))
    for day, status in enumerate((404, 401, 403, 500), 2):
        night(listed, day, saw(ATLAS, status, title=f"Error {status}", headers=wrong))
        assert rows(listed, kept) == [("Atlas", '"1"', "then")]
    assert rows(listed, "SELECT value FROM fields") == [("Atlas",)]


def test_a_page_without_a_tag_has_none_but_keeps_its_title(listed: Database) -> None:
    night(listed, 1, saw(ATLAS, title="Atlas", headers=(("etag", '"1"'),)))
    night(listed, 2, saw(ATLAS, headers=(("etag", ""),)))
    assert rows(listed, "SELECT title, etag FROM links WHERE id = 1") == [("Atlas", None)]


def test_a_field_is_one_row_that_follows_the_page(listed: Database) -> None:
    night(listed, 1, saw(ATLAS, title="Atlas"))
    night(listed, 2, saw(ATLAS, title="Atlas 2"))
    night(listed, 3, saw(ATLAS))
    assert rows(listed, "SELECT field, value, raw, first_seen, last_seen FROM fields") == [
        ("title", "Atlas 2", "Atlas 2", "2026-11-02T03:01:00Z", "2026-11-03T03:01:00Z")
    ]


def test_a_failure_keeps_what_was_known_and_says_since_when(listed: Database) -> None:
    night(listed, 1, saw(ATLAS, certificate_expires="2027-01-01T00:00:00Z"))
    night(listed, 2, failed(ATLAS, Fault.RESET))
    assert rows(
        listed,
        "SELECT state, verdict, http_status, last_ok, failing_since, failures, response_ms, "
        "certificate_expires FROM links WHERE id = 1",
    ) == [
        ("suspect", "failing", None, "2026-11-02T03:01:00Z", "2026-11-03T03:01:00Z", 1, 80,
         "2027-01-01T00:00:00Z")
    ]  # fmt: skip


def test_a_move_is_recommended_until_it_is_over(listed: Database) -> None:
    asked = "SELECT final_url, suggested_url FROM links WHERE id = 1"
    night(listed, 1, saw(ATLAS, hops=(Hop(ATLAS, 301), Hop(THERE, 302), Hop(YONDER, 200))))
    assert rows(listed, asked) == [(YONDER, THERE)]
    night(listed, 2, saw(ATLAS))
    assert rows(listed, asked) == [(None, None)]


def test_events_are_told_with_their_night(listed: Database) -> None:
    night(listed, 1, saw(ATLAS))
    bad = [night(listed, day, saw(ATLAS, 404)) for day in range(2, 9)]
    good = night(listed, 9, led(ATLAS, 308, THERE))
    assert rows(listed, "SELECT night, link, kind, severity, before, after, told FROM events") == [
        (bad[2], 1, "down", "major", "suspect", "down", 0),
        (good, 1, "recovered", "info", "down", "alive", 0),
        (good, 1, "moved", "minor", "gone", "moved", 0),
    ]


def test_a_clock_that_went_back_changes_nothing(listed: Database) -> None:
    night(listed, 5, saw(ATLAS))
    before = rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations")
    night(listed, 3, saw(ATLAS, 404))
    assert (
        rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations") == before
    )


@given(st.lists(evidence, max_size=5))
def test_any_evidence_can_be_written_and_read(seen: list[Evidence]) -> None:
    with Database(memory=True) as db:
        MIGRATIONS.apply(db)
        night(db, 0, lists=[LIST])
        looks = [Look(ATLAS, BEGIN + timedelta(days=n), each) for n, each in enumerate(seen, 1)]
        told = write_looks(db, 1, looks)
        assert sum(told.values()) == len(looks)
        for (kept,) in rows(db, "SELECT evidence FROM observations"):
            assert Evidence.from_json(json.loads(kept)).status in {each.status for each in seen}
