from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.fixing import SETTLED, Fix, Known, Rules, Why
from crawler.lists.mention import Mention
from crawler.lists.reader import read

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
OLD, NEW = "http://a.org/old", "https://b.org/new"
COPY = f"https://web.archive.org/web/20200101000000/{OLD}"
DOI = "https://doi.org/10.1000/A(1)b"

ALIVE = Known("alive", "ok", None, None, flapping=False, muted=False, moved_since=None)
MOVED = replace(ALIVE, verdict="moved", suggested_url=NEW, moved_since=NOW - SETTLED)
DEAD = replace(ALIVE, state="dead", verdict="gone", archive_url=COPY)


def mention(url: str) -> Mention:
    (found,) = read(f"[a](<{url}>)").mentions
    return found


def fix(url: str, *, archived: bool = False, **known: Known) -> Fix | None:
    links = {{"old": OLD, "new": NEW, "doi": DOI}[name]: link for name, link in known.items()}
    return Rules(links, NOW, archived).fix(mention(url))


def test_a_move_that_has_settled_is_followed() -> None:
    assert fix(OLD, old=MOVED) == Fix(NEW, Why.MOVED)


LEFT: dict[str, dict[str, Any]] = {
    "is a second too young": {"moved_since": NOW - SETTLED + timedelta(seconds=1)},
    "was never seen to move": {"moved_since": None},
    "flaps": {"flapping": True},
    "is muted": {"muted": True},
    "fails now": {"verdict": "failing"},
    "is suspect": {"state": "suspect"},
    "has nowhere to go": {"suggested_url": None},
    "leads to a session": {"suggested_url": NEW + ";jsessionid=1F"},
    "leads to a session in the query": {"suggested_url": NEW + "?sid=1F"},
    "leads to no address": {"suggested_url": "https:///new"},
    "leads in a circle": {"suggested_url": OLD},
}


@pytest.mark.parametrize("known", LEFT.values(), ids=LEFT)
def test_it_stays_where_the_link(known: dict[str, Any]) -> None:
    assert fix(OLD, old=replace(MOVED, **known)) is None


FRAGMENTS = {
    "kept": ("#part", NEW, NEW + "#part"),
    "not put behind another": ("#part", NEW + "#other", NEW + "#other"),
    "not made up": ("", NEW, NEW),
}


@pytest.mark.parametrize(("fragment", "new", "after"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_fragment_is(fragment: str, new: str, after: str) -> None:
    assert fix(OLD + fragment, old=replace(MOVED, suggested_url=new)) == Fix(after, Why.MOVED)


def test_moves_are_followed_to_their_end() -> None:
    on = replace(MOVED, suggested_url="http://dx.doi.org/10.1000/A(1)b")
    assert fix(OLD, old=MOVED, new=on) == Fix(DOI, Why.MOVED)


def test_moves_in_a_circle_are_left_alone() -> None:
    assert fix(OLD, old=MOVED, new=replace(MOVED, suggested_url=OLD)) is None


@pytest.mark.parametrize(
    "form",
    ["http://dx.doi.org/", "https://dx.doi.org/", "http://doi.org/", "https://www.doi.org/",
     "https://DOI.org/"],
)  # fmt: skip
def test_a_doi_has_one_form(form: str) -> None:
    assert fix(form + "10.1000/A(1)b") == Fix(DOI, Why.DOI)


def test_a_doi_is_never_a_publisher() -> None:
    assert fix(DOI, doi=MOVED) is None
    assert fix(DOI, doi=replace(DEAD, archive_url=COPY), archived=True) is None
    purl = {"http://purl.org/a": MOVED}
    assert Rules(purl, NOW).fix(mention("http://purl.org/a")) is None


def test_archived_copies_are_written_on_request() -> None:
    assert fix(OLD, old=DEAD) is None
    assert fix(OLD + "#p", old=DEAD, archived=True) == Fix(COPY + "#p", Why.ARCHIVED)
    assert fix(OLD, old=replace(DEAD, state="down"), archived=True) is None
    assert fix(OLD, old=replace(DEAD, muted=True), archived=True) is None
    assert fix(OLD, old=replace(DEAD, archive_url=None), archived=True) is None


REPAIRS = {"new": True, "alive": True, "unverified": True, "suspect": False, "dead": False}


@pytest.mark.parametrize(("state", "fixed"), REPAIRS.items())
def test_damage_is_repaired_unless_the_link_is_in_trouble(state: str, fixed: bool) -> None:
    found = fix("htp://a.org/old", old=replace(ALIVE, state=state))
    assert found == (Fix(OLD, Why.REPAIRED) if fixed else None)


def test_a_damaged_address_that_has_moved_gets_the_new_one() -> None:
    assert fix("htp://a.org/old", old=MOVED) == Fix(NEW, Why.MOVED)


def test_what_was_fixed_needs_no_fix() -> None:
    for known in (MOVED, DEAD, ALIVE):
        found = fix(OLD, old=known, archived=True)
        assert found is None or fix(found.address, old=known, archived=True) is None
