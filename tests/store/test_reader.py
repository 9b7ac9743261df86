from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.lists.source import ReadList
from crawler.store.database import open_for_reading
from crawler.store.mutes import mute
from crawler.store.nights import Outcome, begin_night
from crawler.store.reader import EventRow, LinkRow, ListRow, NightRow, ObservationRow, Place, Reader
from crawler.verdicts.evidence import Evidence

from .build import ATLAS, BEGIN, BRAINS, HEARTS, a_list, a_mention, an_entry, led, night, saw

THERE = "https://there.example.org/"


@pytest.fixture
def reader(db: Database, path: Path) -> Iterator[Reader]:
    """Two nights: the atlas falls, the brains move, the hearts are no longer listed."""
    both = a_list(
        a_mention(ATLAS, 9, entry=0, raw="<atlas>"),
        a_mention(ATLAS, 2),
        a_mention(BRAINS, 4),
        a_mention(HEARTS, 5),
        entries=[an_entry("Atlas", 9)],
    )
    night(db, 0, saw(ATLAS, title="Atlas", description="Heads."), saw(BRAINS), lists=[both])
    fewer = a_list(
        *(both.reading.mentions[:3] if both.reading else ()), entries=[an_entry("Atlas", 9)]
    )
    lost = ReadList(a_list(name="lost").source, error="gone fishing")
    night(db, 1, saw(ATLAS, 404), led(BRAINS, 301, THERE), lists=[fewer, lost])
    with open_for_reading(path) as opened:
        yield Reader(opened)


def test_nights_come_newest_first(reader: Reader) -> None:
    two, one = reader.nights()
    assert one == NightRow(
        1, "2026-11-01T03:00:00Z", "2026-11-01T04:00:00Z", "complete", {"ok": 2}, one.version
    )
    assert (two.id, two.counts) == (2, {"gone": 1, "moved": 1})
    assert reader.nights(limit=1) == (two,)


def test_a_night_that_goes_on_has_no_counts_yet(db: Database) -> None:
    begin_night(db, BEGIN, {})
    (night,) = Reader(db).nights()
    assert (night.outcome, night.finished, night.counts) == ("interrupted", None, {})


def test_links_that_are_listed_come_with_their_places(reader: Reader) -> None:
    atlas, brains = reader.links()
    assert atlas == LinkRow(
        id=1,
        url=ATLAS,
        host="atlas.example.org",
        state="suspect",
        since="2026-11-02T03:01:00Z",
        verdict="gone",
        reason="http-404",
        http_status=404,
        final_url=None,
        suggested_url=None,
        first_seen="2026-11-01T04:00:00Z",
        last_checked="2026-11-02T03:01:00Z",
        last_ok="2026-11-01T03:01:00Z",
        failing_since="2026-11-02T03:01:00Z",
        failures=1,
        response_ms=80,
        certificate_expires=None,
        title="Atlas",
        slowest_ms=80,
        uptime_30d=100.0,
        places=(
            Place("list", "lists/list.md", 2, 3, None, ATLAS),
            Place("list", "lists/list.md", 9, 3, "Atlas", "<atlas>"),
        ),
    )
    assert (brains.suggested_url, brains.final_url, len(brains.places)) == (THERE, THERE, 1)


@pytest.mark.parametrize(
    "spelling", [ATLAS, ATLAS[:-1], ATLAS.upper().replace("HTTPS", "https"), f"{ATLAS}#top"]
)
def test_a_link_is_found_by_any_spelling(reader: Reader, spelling: str) -> None:
    link = reader.link(spelling)
    assert link == reader.links()[0]


def test_a_link_no_longer_listed_is_known_without_a_place(reader: Reader) -> None:
    link = reader.link(HEARTS)
    assert link
    assert (link.state, link.places) == ("new", ())
    assert link not in reader.links()


@pytest.mark.parametrize("url", ["https://nobody.example/", "", "\udce9"], ids=ascii)
def test_a_link_nobody_knows(reader: Reader, url: str) -> None:
    assert reader.link(url) is None


def test_links_like_this(reader: Reader) -> None:
    assert reader.like("a") == (ATLAS, BRAINS, HEARTS)
    assert reader.like("a", limit=1) == (ATLAS,)
    assert reader.like("%") == reader.like("\udce9") == ()


def test_the_history_of_a_link_comes_newest_first(reader: Reader) -> None:
    new, old = reader.observations(1)
    assert old == ObservationRow(
        "ok", "http-200", 200, "2026-11-01T03:01:00Z", "2026-11-01T03:01:00Z", 1, old.evidence
    )
    assert old.evidence["rule"] == "answers"
    assert Evidence.from_json(new.evidence) == saw(ATLAS, 404)
    assert reader.observations(99) == ()


def test_what_a_page_says_of_itself(reader: Reader) -> None:
    assert reader.description(1) == "Heads."
    assert reader.description(2) is None


def test_the_events_of_a_night(reader: Reader) -> None:
    assert reader.events(1) == ()
    assert reader.events(2) == (
        EventRow(
            1, 2, "2026-11-02T03:00:00Z", "list-unreadable", "major", None, "gone fishing", None,
            "lost",
        ),
        EventRow(2, 2, "2026-11-02T03:00:00Z", "moved", "minor", "ok", "moved", 2, BRAINS),
    )  # fmt: skip


def test_lists_with_how_their_links_are(reader: Reader) -> None:
    assert reader.lists() == (
        ListRow("list", "lists/list.md", None, 2, 1, 1, 0, 0, 0),
        ListRow("lost", "lists/lost.md", "gone fishing", 0, 0, 0, 0, 0, 0),
    )


def test_an_empty_database_has_nothing_to_tell(db: Database) -> None:
    empty = Reader(db)
    assert not any((empty.nights(), empty.links(), empty.lists(), empty.events(1)))


def test_a_muted_link_says_until_when_and_why(db: Database) -> None:
    night(db, 0, saw(ATLAS), saw(BRAINS), lists=[a_list(a_mention(ATLAS), a_mention(BRAINS, 2))])
    reader = Reader(db)
    assert reader.muted() == 0
    mute(db, ATLAS, until=BEGIN + timedelta(days=9), why="they move", now=BEGIN)
    atlas, brains = reader.links()
    assert (atlas.muted_until, atlas.muted_why) == ("2026-11-10T03:00:00Z", "they move")
    assert (brains.muted_until, brains.muted_why) == (None, None)
    assert reader.link(ATLAS) == atlas
    assert reader.muted() == 1


def test_a_void_night_says_why(db: Database) -> None:
    night(db, 0, outcome=Outcome.VOID, why="every host shows the same page")
    assert Reader(db).nights()[0].why == "every host shows the same page"


DOABLE = {
    "dead": ("dead", "gone", True),
    "down, whatever was seen tonight": ("down", "blocked", True),
    "moved": ("alive", "moved", True),
    "not an address": ("unverified", "invalid", True),
    "suspect": ("suspect", "gone", False),
    "alive": ("alive", "ok", False),
    "never asked": ("new", None, False),
}


@pytest.mark.parametrize(("state", "verdict", "doable"), DOABLE.values(), ids=DOABLE)
def test_what_a_keeper_can_do_something_about(
    reader: Reader, state: str, verdict: str | None, doable: bool
) -> None:
    link = replace(reader.links()[0], state=state, verdict=verdict)
    assert link.needs_doing is doable
    assert not replace(link, muted_until="2026-12-31T23:59:59Z").needs_doing
