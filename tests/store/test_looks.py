from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.clock import from_text, to_text
from crawler.store.journal import Look
from crawler.store.looks import write_looks
from crawler.store.schema import MIGRATIONS
from crawler.verdicts.evidence import Evidence, Fault, Hop
from tests.verdicts.strategies import evidence

from .build import (
    ATLAS,
    BEGIN,
    BRAINS,
    a_list,
    a_mention,
    counts,
    failed,
    led,
    night,
    rows,
    saw,
    unchanged,
)

FAR_AWAY = "2031-01-01T00:00:00Z"
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
        ("title", "Atlas 2", None, "2026-11-03T03:01:00Z", "2026-11-03T03:01:00Z")
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
        (good, 1, "moved", "minor", "ok", "moved", 0),
    ]


def test_a_clock_that_went_back_changes_nothing(listed: Database) -> None:
    night(listed, 5, saw(ATLAS))
    before = rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations")
    night(listed, 3, saw(ATLAS, 404))
    assert (
        rows(listed, "SELECT * FROM links") + rows(listed, "SELECT * FROM observations") == before
    )


TAGGED = (("etag", '"1"'), ("last-modified", "then"))
OF_A_PAGE = (
    "state, verdict, reason, http_status, title, final_url, suggested_url, etag, last_modified, "
    "certificate_expires"
)
KEPT: dict[str, Evidence] = {
    "a page": saw(ATLAS, title="Atlas", headers=TAGGED),
    "a file": saw(ATLAS, content_type="application/zip", headers=TAGGED),
    "a page that has moved": led(ATLAS, 301, THERE, title="Atlas", headers=TAGGED),
    "a page that is elsewhere for now": led(ATLAS, 302, THERE, title="Atlas", headers=TAGGED),
}


@pytest.mark.parametrize("well", KEPT.values(), ids=KEPT)
def test_a_page_that_has_not_changed_keeps_all_that_was_known_of_it(
    listed: Database, well: Evidence
) -> None:
    asked = f"SELECT {OF_A_PAGE} FROM links WHERE id = 1"
    night(listed, 1, well)
    before, known = rows(listed, asked), counts(listed)
    same = unchanged(ATLAS, hops=(*well.hops[:-1], replace(well.hops[-1], status=304)))
    for day in (2, 3):
        night(listed, day, same)
        assert rows(listed, asked) == before
    assert counts(listed) == known | {"nights": known["nights"] + 2}
    assert rows(listed, "SELECT looks, last_at FROM observations") == [(3, "2026-11-04T03:01:00Z")]
    assert rows(listed, "SELECT counts FROM nights WHERE id = 3") == rows(
        listed, "SELECT counts FROM nights WHERE id = 2"
    )


def test_a_page_that_is_back_unchanged_is_what_it_was(listed: Database) -> None:
    asked = f"SELECT {OF_A_PAGE} FROM links WHERE id = 1"
    night(listed, 1, saw(ATLAS, title="Atlas", headers=TAGGED))
    before = rows(listed, asked)
    night(listed, 2, saw(ATLAS, 404))
    night(listed, 3, unchanged(ATLAS))
    assert rows(listed, asked) == before
    assert runs(listed) == [("http-200", 1), ("http-404", 1), ("http-200", 1)]


def test_a_page_unchanged_from_the_first_is_well(listed: Database) -> None:
    night(listed, 1, unchanged(ATLAS))
    assert rows(listed, "SELECT state, reason, http_status FROM links WHERE id = 1") == [
        ("alive", "not-modified", 304)
    ]


def dead(db: Database) -> None:
    """Let the atlas be well for a night and gone for five."""
    night(db, 1, saw(ATLAS, title="Atlas", headers=TAGGED))
    for day in range(2, 7):
        night(db, day, saw(ATLAS, 410))
    assert rows(db, "SELECT state FROM links WHERE id = 1") == [("dead",)]


def test_a_stranger_at_a_dead_link_does_not_take_its_name(listed: Database) -> None:
    dead(listed)
    asked = "SELECT state, title, etag FROM links WHERE id = 1"
    for day in (13, 14, 20):
        shoes = saw(ATLAS, title="Cheap shoes", expected=("Atlas",), headers=(("etag", '"2"'),))
        night(listed, day, shoes)
        assert rows(listed, asked) == [("dead", "Atlas", '"1"')]
    assert rows(listed, "SELECT value FROM fields") == [("Atlas",)]
    assert rows(listed, "SELECT kind FROM events ORDER BY id DESC LIMIT 1") == [("stranger",)]


BACK: dict[str, Evidence] = {
    "with a word of its name": saw(ATLAS, title="The new atlas", expected=("Atlas",)),
    "with the very title it had, though that says little": saw(
        ATLAS, title="Home", expected=("Atlas", "Home")
    ),
    "without a title": saw(ATLAS, content_type="application/zip", expected=("Atlas",)),
    "unchanged": unchanged(ATLAS, expected=("Atlas",)),
}


@pytest.mark.parametrize("back", BACK.values(), ids=BACK)
def test_a_dead_link_that_is_itself_on_two_nights_lives(listed: Database, back: Evidence) -> None:
    dead(listed)
    states = []
    for day in (13, 14):
        night(listed, day, back)
        states += rows(listed, "SELECT state FROM links WHERE id = 1")
    assert states == [("dead",), ("alive",)]
    told = "SELECT kind FROM events WHERE link = 1 AND kind <> 'title-changed' ORDER BY id DESC"
    assert rows(listed, told)[0] == ("recovered",)


TIMES: dict[str, tuple[list[int | None], tuple[int | None, int | None]]] = {
    "the first is all there is": ([100], (100, 100)),
    "a slow night weighs a little, and is remembered": ([100, 400], (190, 400)),
    "what was slow is slowly forgotten": ([100, 400, 190], (190, 337)),
    "a night without an answer says nothing": ([100, None], (100, 100)),
    "never answered": ([None], (None, None)),
}


@pytest.mark.parametrize(("taken", "expected"), TIMES.values(), ids=TIMES)
def test_how_long_answers_take(
    listed: Database, taken: list[int | None], expected: tuple[int | None, int | None]
) -> None:
    for day, milliseconds in enumerate(taken, 1):
        night(listed, day, saw(ATLAS, milliseconds=milliseconds))
    assert rows(listed, "SELECT response_ms, slowest_ms FROM links WHERE id = 1") == [expected]


UPTIME: dict[str, tuple[str, float | None]] = {
    "a first look tells nothing yet": (".", None),
    "always well": ("....", 100.0),
    "one of four days down": (".x...", 75.0),
    "a wall says neither": (".??..", 100.0),
    "what is older than thirty days is past": ("x" + "." * 40, 100.0),
}


@pytest.mark.parametrize(("life", "share"), UPTIME.values(), ids=UPTIME)
def test_how_much_of_the_last_month_a_link_was_well(
    listed: Database, life: str, share: float | None
) -> None:
    looks = {".": saw(ATLAS), "x": saw(ATLAS, 503), "?": saw(ATLAS, 403)}
    for day, mark in enumerate(life, 1):
        night(listed, day, looks[mark])
    assert rows(listed, "SELECT uptime_30d FROM links WHERE id = 1") == [(share,)]


def test_a_link_that_flaps_is_told_once(listed: Database) -> None:
    flapping = []
    for day in range(1, 60):
        bad = day % 2 == 0 and day < 20
        night(listed, day, saw(ATLAS, 503 if bad else 200))
        flapping += [row[0] for row in rows(listed, "SELECT flapping FROM links WHERE id = 1")]
    assert flapping[0] == flapping[-1] == 0
    assert 1 in flapping
    assert rows(listed, "SELECT kind FROM events") == [("flapping",)]


ENDS = BEGIN + timedelta(days=60)


def ending(*, url: str = ATLAS, days: float = 60) -> Evidence:
    """A page whose certificate ends so many days after the beginning."""
    return saw(url, certificate_expires=to_text(BEGIN + timedelta(days=days)))


def warnings(db: Database) -> list[tuple[float, str]]:
    """On which days it was told of a certificate's end, and when that is."""
    asked = (
        "SELECT nights.started, events.after FROM events JOIN nights ON nights.id = events.night "
        "WHERE kind = 'certificate-ends'"
    )
    return [((from_text(at) - BEGIN).days, after) for at, after in rows(db, asked)]


def test_a_certificate_that_ends_is_told_thirty_and_seven_days_before(listed: Database) -> None:
    for day in range(1, 60):
        night(listed, day, ending())
    assert warnings(listed) == [(30, "2026-12-31"), (53, "2026-12-31")]


def test_a_certificate_is_told_of_though_the_page_has_not_changed(listed: Database) -> None:
    for day in range(1, 40):
        same = unchanged(ATLAS, certificate_expires=to_text(ENDS))
        night(listed, day, same if day > 1 else ending())
    assert warnings(listed) == [(30, "2026-12-31")]


def test_a_gap_over_both_warnings_gives_one(listed: Database) -> None:
    for day in (20, 55, 56):
        night(listed, day, ending())
    assert warnings(listed) == [(55, "2026-12-31")]


def test_a_certificate_of_a_few_days_that_is_always_renewed_is_not_told(listed: Database) -> None:
    for day in range(1, 30):
        night(listed, day, ending(days=day - day % 3 + 6))
    assert warnings(listed) == []


def test_links_that_share_a_certificate_share_its_warning(db: Database) -> None:
    pages = [f"{ATLAS}{number}" for number in range(4)]
    known = a_list(*(a_mention(url, line) for line, url in enumerate([*pages, BRAINS], 1)))
    for day in (28, 29, 30, 31):
        night(db, day, *(ending(url=url) for url in [*pages, BRAINS]), lists=[known])
    assert warnings(db) == [(30, "2026-12-31"), (30, "2026-12-31")]
    assert rows(db, "SELECT links.url FROM events JOIN links ON links.id = link") == [
        (pages[0],),
        (BRAINS,),
    ]


def quiet(day: int, urls: list[str]) -> list[Evidence]:
    """What fifty links of all kinds look like every night; the dead are looked at weekly."""
    looks: dict[int, Callable[[str], Evidence]] = {
        0: lambda url: saw(url, 410),
        1: lambda url: saw(url, 403),
        2: lambda url: led(url, 301, THERE + "x"),
        3: lambda url: led(url, 302, session(day)),
        4: lambda url: saw(url, certificate_fault=Fault.TLS_EXPIRED),
        5: lambda url: failed(url, Fault.ROBOTS),
        6: lambda url: failed(url, Fault.HOST_SILENT),
        7: lambda url: unchanged(url) if day else saw(url, title="Atlas"),
        8: lambda url: saw(url, title="Atlas", description="Heads.", milliseconds=50 + day),
        9: lambda url: saw(url, 401),
    }
    return [
        looks[number % 10](url)
        for number, url in enumerate(urls)
        if number % 10 or day < 8 or day % 7 == 0
    ]


def test_quiet_nights_add_a_row_each_to_nights_and_none_elsewhere(db: Database) -> None:
    urls = [f"https://host{number}.example.org/" for number in range(50)]
    known = a_list(*(a_mention(url, line) for line, url in enumerate(urls, 1)))
    for day in range(40):  # until the dead are dead and the walled unverified
        night(db, day, *quiet(day, urls), lists=[known])
    states = {"dead": 5, "unverified": 10, "new": 5, "alive": 30}
    assert dict(rows(db, "SELECT state, count(*) FROM links GROUP BY state")) == states
    before = counts(db)
    for day in range(40, 70):
        night(db, day, *quiet(day, urls), lists=[known])
    assert counts(db) == before | {"nights": before["nights"] + 30}


seen_of_atlas = evidence.map(
    lambda seen: replace(seen, certificate_expires=seen.certificate_expires and FAR_AWAY)
)
"""Any evidence at all; when a certificate ends is read by us, not told by anybody."""


@given(st.lists(seen_of_atlas, max_size=5))
def test_any_evidence_can_be_written_and_read(seen: list[Evidence]) -> None:
    with Database(memory=True) as db:
        MIGRATIONS.apply(db)
        night(db, 0, lists=[LIST])
        looks = [Look(ATLAS, BEGIN + timedelta(days=n), each) for n, each in enumerate(seen, 1)]
        told = write_looks(db, 1, looks)
        assert sum(told.values()) == len(looks)
        for (kept,) in rows(db, "SELECT evidence FROM observations"):
            assert Evidence.from_json(json.loads(kept)).status in {each.status for each in seen}
