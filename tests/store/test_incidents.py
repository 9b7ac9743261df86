from __future__ import annotations

from typing import Any

import pytest
from sqlite_utils import Database

from crawler.verdicts.evidence import Evidence, Fault

from .build import ATLAS, BRAINS, a_list, a_mention, counts, failed, led, night, rows, saw

PAGES = [f"{ATLAS}{number}" for number in range(5)]
LIST = a_list(*(a_mention(url, line) for line, url in enumerate([*PAGES, BRAINS], 1)))


@pytest.fixture
def well(db: Database) -> Database:
    """Two hosts whose links were well last night."""
    night(db, 0, *tonight(), lists=[LIST])
    return db


def tonight(down: int = 0, **elsewhere: Any) -> list[Evidence]:
    """So many pages of the one host are down, everything else is well."""
    fallen = [failed(url, Fault.REFUSED) for url in PAGES[:down]]
    return [*fallen, *map(saw, PAGES[down:]), saw(BRAINS)]


def told(db: Database) -> list[tuple[Any, ...]]:
    return rows(db, "SELECT night, kind, subject, before, after FROM changes ORDER BY id")


def test_a_host_that_is_down_for_a_night_is_told_in_two_lines(well: Database) -> None:
    begun = night(well, 1, *tonight(down=5))
    over = night(well, 2, *tonight())
    host = "atlas.example.org"
    assert told(well) == [
        (begun, "incident", host, None, "5 links: refused"),
        (over, "incident-over", host, "5 links: refused", None),
    ]
    assert rows(well, "SELECT DISTINCT state, failures FROM links") == [("alive", 0)]
    assert rows(well, "SELECT incident FROM hosts") == [(None,), (None,)]


def test_an_incident_goes_on_without_a_word(well: Database) -> None:
    night(well, 1, *tonight(down=5))
    before = counts(well)
    night(well, 2, *tonight(down=4))
    assert counts(well)["events"] == before["events"]


def test_bad_nights_do_not_count_for_three_days(well: Database) -> None:
    asked = f"SELECT state, failures FROM links WHERE url = '{PAGES[0]}'"
    for day in (1, 2, 3):
        night(well, day, *tonight(down=5))
        assert rows(well, asked) == [("suspect", 0)]
    states = []
    for day in (4, 5, 6):
        night(well, day, *tonight(down=5))
        states += rows(well, asked)
    assert states == [("suspect", 1), ("suspect", 2), ("down", 3)]


def test_another_host_is_not_concerned(well: Database) -> None:
    night(well, 1, *tonight(down=5)[:-1], saw(BRAINS, 404))
    assert rows(well, f"SELECT state FROM links WHERE url = '{BRAINS}'") == [("suspect",)]


def test_a_missing_page_or_two_are_no_incident(well: Database) -> None:
    night(well, 1, *(saw(url, 404) for url in PAGES[:1]), *tonight()[1:])
    assert told(well) == []


@pytest.mark.parametrize("day", [0, -3], ids=["the same night again", "a clock that went back"])
def test_looks_that_are_no_news_begin_no_incident(well: Database, day: float) -> None:
    before = rows(well, "SELECT * FROM links")
    night(well, day, *tonight(down=5))
    assert told(well) == []
    assert rows(well, "SELECT * FROM links") == before
    assert rows(well, "SELECT incident FROM hosts") == [(None,), (None,)]


def test_links_that_were_dead_before_are_no_incident(db: Database) -> None:
    night(db, 0, lists=[LIST])
    for day in range(20):
        night(db, day, *(saw(url, 410) for url in PAGES[:2]), *tonight()[2:])
    assert rows(db, "SELECT state, count(*) FROM links GROUP BY state") == [
        ("alive", 4),
        ("dead", 2),
    ]
    before = counts(db)["events"]
    night(db, 21, *(saw(url, 410) for url in PAGES[:2]), led(PAGES[2], 302, BRAINS))
    assert counts(db)["events"] == before
