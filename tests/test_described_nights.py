"""Nights that read what data sets are: from the page and its register into the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crawler.demo import answers
from crawler.demo.answers import nights, text
from crawler.demo.host import host
from crawler.demo.steps import Answer
from tests.conftest import Linkvitals, PlayWeb, through

WriteList = Callable[..., Path]
BY, NC = "https://creativecommons.org/licenses/by/4.0/", "CC BY-NC-ND 4.0"
RIVERS = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "name": "Rivers of the north",
    "description": "The courses of forty rivers, drawn from the air in two summers.",
    "license": BY,
    "version": "1.0",
    "datePublished": "2020-05-01",
    "creator": {"@type": "Person", "name": "Lang, Ada"},
}


def rivers(indent: int | None = None, without: str = "", **other: str) -> Answer:
    """A page that says in JSON-LD what the data set is."""
    said = {key: value for key, value in (RIVERS | other).items() if key != without}
    markup = json.dumps(said, indent=indent, sort_keys=indent is not None)
    return text(
        f"<!doctype html><html><head><title>Rivers of the north | Atlas</title>"
        f'<script type="application/ld+json">{markup}</script></head>'
        f"<body><h1>Rivers of the north</h1><p>Forty rivers.</p></body></html>",
        "text/html; charset=utf-8",
    )


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def live(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> Callable[..., Path]:
    """Crawl a link for some nights; each answer is what it shows one night."""

    def crawl(*shown: Answer, links: int = 1) -> Path:
        paths = {f"/{number}": nights(*shown) for number in range(links)}
        web = play_web({"atlas.example.org": host(paths)})
        listed = write_list(*(f"http://atlas.example.org/{number}" for number in range(links)))
        database = tmp_path / "vitals.db"
        for night in range(1, len(shown) + 1):
            web.night = night
            at = f"2026-11-{night:02}T03:00Z"
            left = linkvitals("crawl", listed, "--db", database, "--at", at, *through(web))
            assert left.code == 0, left.err
        return database

    return crawl


def test_what_a_page_says_is_known_by_field_and_source(live: Callable[..., Path]) -> None:
    said = dict(rows(live(rivers()), "SELECT field, value FROM fields WHERE chosen = 1"))
    assert said["title"] == "Rivers of the north"
    assert (said["license"], said["version"]) == ("CC-BY-4.0", "1.0")
    assert said["date_published"] == "2020-05-01"
    assert json.loads(said["creators"])[0]["family"] == "Lang"


def test_two_renderings_of_one_record_cost_nothing(live: Callable[..., Path]) -> None:
    database = live(rivers(), rivers(indent=2), rivers(license=BY.replace("https", "http")))
    assert rows(database, "SELECT kind FROM events") == []
    assert rows(database, "SELECT count(*) FROM fields") == rows(
        database, "SELECT count(*) FROM fields WHERE first_seen = '2026-11-01T03:00:00Z'"
    )


def test_a_licence_that_tightens_is_told_that_night(live: Callable[..., Path]) -> None:
    database = live(rivers(), rivers(), rivers(license=NC), rivers(license=NC))
    assert rows(database, "SELECT night, severity, kind, before, after FROM events") == [
        (3, "critical", "license-tightened", "CC-BY-4.0", "CC-BY-NC-ND-4.0")
    ]


def test_a_licence_is_missed_for_three_nights_before_it_is_gone(
    live: Callable[..., Path],
) -> None:
    database = live(rivers(), *[rivers(without="license")] * 3)
    assert rows(database, "SELECT night, kind FROM events") == [(4, "license-removed")]


def test_an_error_page_says_nothing_of_the_data_set(live: Callable[..., Path]) -> None:
    database = live(rivers(), *[answers.status(503)] * 4)
    assert rows(database, "SELECT kind FROM events WHERE kind LIKE 'license%'") == []
    assert rows(database, "SELECT max(misses) FROM fields") == [(0,)]


def test_what_changes_on_a_whole_host_is_told_once(live: Callable[..., Path]) -> None:
    database = live(rivers(), rivers(license=NC), links=6)
    events = rows(database, "SELECT kind, host IS NOT NULL, after FROM events")
    assert [(kind, of_host) for kind, of_host, _ in events] == [("host-changed", 1)]
    assert "6 links: license-tightened" in events[0][2]


def test_what_was_kept_can_be_read_again(live: Callable[..., Path], linkvitals: Linkvitals) -> None:
    database = live(rivers())
    before = rows(database, "SELECT field, value, source, chosen FROM fields ORDER BY id")
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("DELETE FROM fields")
    left = linkvitals("reread", "--db", database, "--at", "2026-11-02T03:00Z")
    assert left.code == 0, left.err
    assert "1 answer of 1 link" in left.err
    after = rows(database, "SELECT field, value, source, chosen FROM fields ORDER BY id")
    assert sorted(after) == sorted(before)
    assert rows(database, "SELECT kind FROM events") == []


def test_a_register_is_asked_once_a_week(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    record = {
        "id": 42,
        "doi": "10.5281/zenodo.42",
        "metadata": {
            "title": "Rivers of the north",
            "license": {"id": "cc-by-4.0"},
            "access_right": "open",
            "version": "v2",
        },
        "files": [{"key": "rivers.zip", "size": 1200}],
    }
    web = play_web(
        {"zenodo.org": host({"/records/42": rivers(), "/api/records/42": answers.json(record)})}
    )
    listed, database = write_list("https://zenodo.org/records/42"), tmp_path / "vitals.db"
    for day in range(1, 10):
        at = f"2026-11-{day:02}T03:00Z"
        linkvitals("crawl", listed, "--db", database, "--at", at, *through(web))
    asked = [asked for asked in web.log if asked.path == "/api/records/42"]
    assert len(asked) == 2
    said = dict(rows(database, "SELECT field, value FROM fields WHERE source = 'api:zenodo'"))
    assert (said["license"], said["access_tier"], said["size_bytes"]) == (
        "CC-BY-4.0", "open", "1200",
    )  # fmt: skip
    assert rows(database, "SELECT source FROM fields WHERE field = 'license' AND chosen = 1") == [
        ("api:zenodo",)
    ]
    assert rows(database, "SELECT kind FROM events") == []


def test_the_register_of_where_a_link_leads_is_asked(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    record = {"id": 42, "metadata": {"title": "Rivers of the north", "access_right": "open"}}
    led = answers.redirect(302, "https://zenodo.org/records/42")
    web = play_web(
        {
            "hdl.handle.net": host({"/1/2": led}),
            "zenodo.org": host({"/records/42": rivers(), "/api/records/42": answers.json(record)}),
        }
    )
    listed, database = write_list("https://hdl.handle.net/1/2"), tmp_path / "vitals.db"
    linkvitals("crawl", listed, "--db", database, *through(web))
    said = rows(database, "SELECT value FROM fields WHERE source = 'api:zenodo' AND chosen = 1")
    assert ("open",) in said
