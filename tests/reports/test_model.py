from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.store.database import open_for_writing
from crawler.store.reader import Reader
from reports.model import Report, Stretch, make_report

NOW = "2026-11-19T03:30:00Z"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = open_for_writing(tmp_path / "links.db")
    database.table("lists").insert(
        {"id": 1, "name": "water", "location": "water.md", "kind": "file"}
    )
    yield database
    database.close()


def add_night(db: Database, number: int, outcome: str = "complete", *, over: bool = True) -> None:
    start = f"2026-11-{number:02}T03:00:00Z"
    db.table("nights").insert(
        {"id": number, "started": start, "finished": start if over else None, "outcome": outcome,
         "version": "1", "settings": "{}"}
    )  # fmt: skip


def add_link(db: Database, number: int, state: str, verdict: str, **more: object) -> None:
    values = {"id": number, "url": f"https://h{number}.example/", "host": f"h{number}.example",
              "state": state, "verdict": verdict, "first_seen": NOW} | more  # fmt: skip
    db.table("links").insert(values)
    db.table("mentions").insert(
        {"link": number, "list": 1, "line": 100 - number, "column": 1, "raw": "x", "role": "data"}
    )
    add_observation(db, number, verdict, 19)


def add_observation(db: Database, link: int, verdict: str, first: int, looks: int = 1) -> None:
    at = f"2026-11-{first:02}T03:00:00Z"
    db.table("observations").insert(
        {"link": link, "verdict": verdict, "reason": "any", "first_at": at, "last_at": at,
         "looks": looks, "evidence": "{}"}
    )  # fmt: skip


def made(db: Database) -> Report:
    report = make_report(Reader(db), NOW)
    assert report
    return report


@pytest.mark.parametrize(
    ("state", "verdict", "group"),
    [
        ("dead", "gone", "dead"),
        ("dead", "moved", "dead"),
        ("down", "blocked", "down"),
        ("suspect", "blocked", "suspect"),
        ("unverified", "invalid", "invalid"),
        ("alive", "moved", "moved"),
        ("alive", "insecure", "insecure"),
        ("alive", "restricted", "restricted"),
        ("unverified", "blocked", "blocked"),
    ],
)
def test_a_link_stands_in_the_worst_group_it_belongs_to(
    db: Database, state: str, verdict: str, group: str
) -> None:
    add_night(db, 19)
    add_link(db, 1, state, verdict)
    report = made(db)
    groups = ("dead", "down", "suspect", "invalid", "moved", "insecure", "restricted", "blocked")
    assert [name for name in groups if getattr(report, name)] == [group]


def test_what_needs_doing_is_dead_down_invalid_and_moved(db: Database) -> None:
    add_night(db, 19)
    for number, (state, verdict) in enumerate(
        [("dead", "moved"), ("down", "failing"), ("unverified", "invalid"), ("alive", "moved"),
         ("alive", "insecure"), ("suspect", "gone"), ("alive", "ok")]
    ):  # fmt: skip
        add_link(db, number, state, verdict)
    report = made(db)
    listed = report.dead + report.down + report.invalid + report.moved
    assert report.needs_doing == len(listed) == 4


def test_links_are_in_the_order_of_their_lists(db: Database) -> None:
    add_night(db, 19)
    for number in (1, 2, 3):
        add_link(db, number, "alive", "ok")
    assert [link.id for link in made(db).links] == [3, 2, 1]


def test_a_verdict_lasts_as_long_as_its_observations_whatever_their_reasons(db: Database) -> None:
    add_night(db, 19)
    db.table("links").insert({"id": 9, "url": "x", "verdict": "blocked", "first_seen": NOW})
    db.table("mentions").insert(
        {"link": 9, "list": 1, "line": 1, "column": 1, "raw": "x", "role": "data"}
    )
    for verdict, first, looks in [
        ("blocked", 1, 2),
        ("ok", 3, 4),
        ("blocked", 7, 5),
        ("blocked", 12, 8),
    ]:
        add_observation(db, 9, verdict, first, looks)
    assert made(db).stretches == {9: Stretch("2026-11-07T03:00:00Z", 13)}


def test_certificates_that_end_soon_are_told_by_host(db: Database) -> None:
    add_night(db, 19)
    soon, host = "2026-11-25T00:00:00Z", "maps.example"
    add_link(db, 1, "alive", "ok", certificate_expires=soon, host=host)
    add_link(db, 2, "alive", "restricted", certificate_expires=soon, host=host)
    add_link(db, 3, "alive", "ok", certificate_expires="2026-12-25T00:00:00Z")
    add_link(db, 4, "alive", "ok", certificate_expires="2026-11-01T00:00:00Z")
    add_link(db, 5, "alive", "insecure", certificate_expires=soon)
    found = [(end.host, end.expires, len(end.links)) for end in made(db).ending]
    assert found == [(host, soon, 2)]


def test_the_report_is_on_the_latest_night_that_is_over(db: Database) -> None:
    add_night(db, 18)
    add_night(db, 19, "interrupted", over=False)
    assert made(db).night.id == 18


@pytest.mark.parametrize(
    ("outcomes", "counted"),
    [
        (["complete", "complete"], 2),
        (["complete", "void"], 1),
        (["interrupted", "void"], 1),
        (["void"], None),
    ],
    ids=["the last", "the last but the void one", "also a cut-off one", "none"],
)
def test_what_is_believed_stands_on(db: Database, outcomes: list[str], counted: int | None) -> None:
    for number, outcome in enumerate(outcomes, start=1):
        add_night(db, number, outcome)
    night = made(db).counted
    assert (night.id if night else None) == counted


def test_before_the_first_night_is_over_there_is_no_report(db: Database) -> None:
    add_night(db, 19, "interrupted", over=False)
    assert make_report(Reader(db), NOW) is None


def test_tonights_events_are_told_with_their_links(db: Database) -> None:
    add_night(db, 18)
    add_night(db, 19)
    add_link(db, 1, "down", "failing")
    event = {"link": 1, "kind": "down", "severity": "major", "before": "suspect", "after": "down"}
    db.table("events").insert_all([event | {"night": 18}, event | {"night": 19}])
    changes = made(db).changes
    assert [(change.event.night, change.link and change.link.id) for change in changes] == [(19, 1)]


def test_a_muted_link_is_not_told_of_but_in_the_table(db: Database) -> None:
    add_night(db, 19)
    soon = {"certificate_expires": "2026-11-25T00:00:00Z", "muted_until": "2026-12-31T00:00:00Z"}
    add_link(db, 1, "alive", "ok", **soon)
    add_link(db, 2, "down", "failing", muted_until="2026-12-31T00:00:00Z")
    report = made(db)
    assert (report.ending, report.down, report.needs_doing) == ((), (), 0)
    assert len(report.links) == 2
