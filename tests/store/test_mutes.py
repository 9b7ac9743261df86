from __future__ import annotations

from datetime import timedelta

import pytest
from sqlite_utils import Database

from crawler.errors import UsageProblem
from crawler.store.mutes import mute, unmute

from .build import ATLAS, BEGIN, BRAINS, a_list, a_mention, night, rows, saw

PAGE = f"{ATLAS}page"
LIST = a_list(a_mention(ATLAS), a_mention(PAGE, 2), a_mention(BRAINS, 3))
FOREIGN = "https://xn--bcher-kva.example.org/"
TEN_DAYS = BEGIN + timedelta(days=10)


@pytest.fixture
def known(db: Database) -> Database:
    """Three links on two hosts."""
    night(db, 0, saw(ATLAS), saw(PAGE), saw(BRAINS), lists=[LIST])
    return db


def hush(db: Database, what: str, days: float = 10) -> int:
    """Mute something for so many days."""
    return mute(db, what, until=BEGIN + timedelta(days=days), why="they move", now=BEGIN)


def muted(db: Database) -> dict[str, str]:
    """The muted links and the day their mute ends."""
    asked = "SELECT url, substr(muted_until, 1, 10) FROM links WHERE muted_until IS NOT NULL"
    return dict(rows(db, asked))


WHAT = {
    "a link": (PAGE, 1, [PAGE]),
    "a link in another spelling": ("HTTPS://Atlas.example.org:443/page#top", 1, [PAGE]),
    "a host": ("atlas.example.org", 2, [ATLAS, PAGE]),
    "a host in another spelling": ("Atlas.Example.ORG.", 2, [ATLAS, PAGE]),
    "a host with its port": ("atlas.example.org:443", 2, [ATLAS, PAGE]),
}


@pytest.mark.parametrize(("what", "links", "hushed"), WHAT.values(), ids=WHAT)
def test_what_is_muted(known: Database, what: str, links: int, hushed: list[str]) -> None:
    assert hush(known, what) == links
    assert muted(known) == dict.fromkeys(hushed, "2026-11-11")
    assert rows(known, "SELECT until, why, since FROM mutes") == [
        ("2026-11-11T03:00:00Z", "they move", "2026-11-01T03:00:00Z")
    ]
    assert unmute(known, what, now=BEGIN) == links
    assert muted(known) == {}
    assert rows(known, "SELECT * FROM mutes") == []


def test_a_foreign_host_is_found_as_people_write_it(db: Database) -> None:
    night(db, 0, lists=[a_list(a_mention(FOREIGN))])
    assert hush(db, "Bücher.example.org") == 1


UNKNOWN = ["https://nobody.example/", "nobody.example", "atlas.example.org/other", "", "\udce9"]


@pytest.mark.parametrize("what", UNKNOWN, ids=ascii)
def test_what_nobody_knows_is_not_muted(known: Database, what: str) -> None:
    with pytest.raises(UsageProblem, match="neither a link nor a host"):
        hush(known, what)
    with pytest.raises(UsageProblem, match="neither a link nor a host"):
        unmute(known, what, now=BEGIN)
    assert muted(known) == {}


def test_what_is_not_muted_cannot_be_unmuted(known: Database) -> None:
    hush(known, PAGE)
    for what in (ATLAS, "atlas.example.org"):
        with pytest.raises(UsageProblem, match="is not muted"):
            unmute(known, what, now=BEGIN)
    with pytest.raises(UsageProblem, match="is not muted"):
        unmute(known, PAGE, now=TEN_DAYS)
    assert muted(known) == {PAGE: "2026-11-11"}


def test_a_mute_can_be_made_longer_or_shorter(known: Database) -> None:
    for days, end in ((10, "2026-11-11"), (20, "2026-11-21"), (5, "2026-11-06")):
        hush(known, PAGE, days)
        assert muted(known) == {PAGE: end}
    assert rows(known, "SELECT count(*) FROM mutes") == [(1,)]


def test_the_later_end_of_a_link_and_its_host_counts(known: Database) -> None:
    hush(known, PAGE, 20)
    hush(known, "atlas.example.org", 10)
    assert muted(known) == {PAGE: "2026-11-21", ATLAS: "2026-11-11"}
    unmute(known, PAGE, now=BEGIN)
    assert muted(known) == {PAGE: "2026-11-11", ATLAS: "2026-11-11"}
    unmute(known, "atlas.example.org", now=BEGIN)
    assert muted(known) == {}


def test_a_mute_ends_with_the_first_night_after_it(known: Database) -> None:
    hush(known, PAGE, 2)
    night(known, 1, saw(PAGE))
    assert muted(known) == {PAGE: "2026-11-03"}
    night(known, 2, saw(PAGE))
    assert muted(known) == {}


def test_a_link_that_comes_to_a_muted_host_is_muted_too(known: Database) -> None:
    hush(known, "atlas.example.org")
    night(known, 1, lists=[a_list(a_mention(f"{ATLAS}new"), name="new")])
    assert f"{ATLAS}new" in muted(known)


def test_a_muted_link_is_looked_at_and_believed_like_any_other(known: Database) -> None:
    hush(known, PAGE)
    for day in range(1, 6):
        night(known, day, saw(PAGE, 410))
    assert rows(known, f"SELECT state FROM links WHERE url = '{PAGE}'") == [("dead",)]
    assert rows(known, "SELECT kind FROM events") == [("down",), ("dead",)]
    assert rows(known, "SELECT * FROM fix_me") == []
    unmute(known, PAGE, now=BEGIN)
    assert rows(known, "SELECT url FROM fix_me") == [(PAGE,)]
