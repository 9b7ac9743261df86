"""What is told of a link: what became different, once, and no noise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from crawler.memory.events import SEVERITY, Event, Kind, Severity, events
from crawler.memory.state import A_DAY, Memory, State, Tonight, remember
from crawler.verdicts.verdict import Reason

from .histories import histories, lived, some
from .stories import BEGIN, told

_WEEKLY = ";".join(
    f"{monday}d http-5xx; {monday + 1}d..{monday + 6}d http-200" for monday in range(0, 364, 7)
)
_SIX_FLIPS = "0d file; 1d reset; 2d file; 3d reset; 4d file; 5d reset; 6d file"
STORIES = {
    "a first look has nothing to differ from": ("0d http-401", []),
    "nor have the nights before it": ("0d void-night; 1d http-403", []),
    "a link that is the same": ("0d..9d http-200", []),
    "one bad night: nothing is said": ("0d http-200; 1d http-5xx; 2d http-200", []),
    "row 115, five bad nights and up again: two reports": (
        "0d http-200; 1d..5d connect-timeout; 6d http-200",
        ["3d down suspect>down", "6d recovered down>alive"],
    ),
    "row 116, thirteen bad nights and up again: two reports": (
        "0d http-200; 1d..13d http-5xx; 14d http-200",
        ["3d down suspect>down", "14d recovered down>alive"],
    ),
    "row 117, twenty bad nights and up again: one report each": (
        "0d http-200; 1d..15d http-5xx; 22d..36d/7d http-5xx; 40d..41d http-200",
        ["3d down suspect>down", "15d dead down>dead", "41d recovered dead>alive"],
    ),
    "a death is told in two steps and no more": (
        "0d http-200; 1d..99d http-404",
        ["3d down suspect>down", "8d dead down>dead"],
    ),
    "and with others in between": (
        "0d..7d http-404; 8d dns-nxdomain; 9d..99d http-410 other",
        ["2d down suspect>down", "7d dead down>dead"],
    ),
    "comes back elsewhere: both are said": (
        "0d http-200; 1d..9d http-5xx; 10d permanent-redirect",
        ["3d down suspect>down", "10d recovered down>alive", "10d moved ok>moved"],
    ),
    "a bad night between is no change": (
        "0d permanent-redirect; 1d http-5xx; 2d permanent-redirect",
        [],
    ),
    "what was never well has no way to lose": ("0d http-5xx; 1d http-401", []),
    "moves": ("0d http-200; 1d..9d permanent-redirect", ["1d moved ok>moved"]),
    "moves back after eight days: nothing is said": (
        "0d http-200; 1d..7d permanent-redirect; 8d http-200",
        ["1d moved ok>moved"],
    ),
    "moves in another way: nothing is said": ("0d slash; 1d https-upgrade", []),
    "gets a door, and it is opened": (
        "0d http-200; 1d..8d http-401; 9d http-200",
        ["1d restricted ok>restricted", "9d opened restricted>ok"],
    ),
    "goes through the door to another place": (
        "0d..8d http-401; 9d slash",
        ["9d moved restricted>moved"],
    ),
    "moves to a page that is another": ("0d file; 1d slash other", ["1d moved ok>moved"]),
    "a link that flaps and falls into other hands": (
        "0d file; 1d reset; 2d file; 3d reset; 4d file; 5d reset; 6d file; 7d..8d parked",
        ["6d flapping suspect>alive", "8d usurped suspect>parked"],
    ),
    "gets insecure": ("0d http-200; 1d tls-expired", ["1d insecure ok>insecure"]),
    "gets blocked, and unverified after a month": (
        "0d http-200; 1d..99d http-403",
        ["1d blocked ok>blocked", "31d unverified alive>unverified"],
    ),
    "can be verified at last: nothing is said": ("0d http-403; 1d http-200", []),
    "an A-B-A within seven days is one flapping line": (
        "0d http-200; 1d..6d slash; 7d http-200; 8d slash; 9d..36d http-200",
        ["1d moved ok>moved", "7d flapping alive>alive"],
    ),
    "a month later it is news again": (
        "0d http-200; 1d slash; 2d..40d http-200; 41d slash",
        ["1d moved ok>moved", "2d flapping alive>alive", "41d moved ok>moved"],
    ),
    "row 114, down one night every week: one flapping line": (
        _WEEKLY,
        ["21d flapping alive>suspect"],
    ),
    "row 125, a host that is slow on Sundays": (
        "0d..5d http-200; 6d read-timeout; 7d..12d http-200; 13d read-timeout; 14d http-200",
        [],
    ),
    "three falls in a month flap": (
        "0d file; 1d http-5xx; 2d..15d file; 16d reset; 17d..29d file; 30d http-5xx; 31d file",
        ["31d flapping suspect>alive"],
    ),
    "in a little more than a month they do not": (
        "0d file; 1d http-5xx; 2d..15d file; 16d reset; 17d..30d file; 31d http-5xx; 32d file",
        [],
    ),
    "a link that flaps is neither down nor recovered": (
        f"{_SIX_FLIPS}; 7d..10d reset; 11d slash",
        ["6d flapping suspect>alive"],
    ),
    "but its death is told, and its return": (
        f"{_SIX_FLIPS}; 7d..10d http-410; 11d..12d file",
        ["6d flapping suspect>alive", "10d dead down>dead", "12d recovered dead>alive"],
    ),
    "unclear nights are no flips": (
        "0d http-5xx; 1d http-403; 2d http-5xx; 3d http-403; 4d http-5xx; 5d http-403; 6d reset",
        [],
    ),
    "incidents of its host make nothing flap": (
        "0d file; 1d reset frozen; 2d..3d file; 4d reset frozen; 5d file; 6d reset frozen; 7d file",
        [],
    ),
    "a domain in other hands is told on the second night": (
        "0d http-200; 1d..9d parked",
        ["2d usurped suspect>parked", "3d down suspect>down", "8d dead down>dead"],
    ),
    "whatever ailed it before they took it": (
        "0d http-200; 1d..9d dns-nxdomain; 10d parked; 11d..12d usurped",
        ["3d down suspect>down", "4d dead down>dead", "11d usurped dead>usurped"],
    ),
    "and whatever lies in between": (
        "0d http-200; 1d parked; 2d void-night; 3d http-403; 4d..5d usurped",
        ["3d blocked ok>blocked", "5d down suspect>down", "5d usurped suspect>usurped"],
    ),
    "two looks in one night are not two nights in other hands": (
        "0d http-200; 1d parked; 1d12h parked; 2d http-200",
        [],
    ),
    "a stranger in place of the dead is told once": (
        "0d..3d http-410; 4d..5d file other; 6d slash other; 7d reset; 8d http-200 other",
        ["2d down suspect>down", "3d dead down>dead", "4d stranger dead>file"],
    ),
    "and once more after the next death": (
        "0d..3d http-410; 4d slash other; 12d..13d slash; 40d..80d http-410; 81d slash other",
        ["2d down suspect>down", "3d dead down>dead", "4d stranger dead>slash",
         "13d recovered dead>alive", "42d down suspect>down", "43d dead down>dead",
         "81d stranger dead>slash"],
    ),
    "the thing itself is no stranger": (
        "0d..3d http-410; 4d http-200; 4d12h http-200",
        ["2d down suspect>down", "3d dead down>dead"],
    ),
    "a page that says that it is missing is no stranger": (
        "0d..4d http-410; 5d http-404 other; 6d http-403 other",
        ["2d down suspect>down", "3d dead down>dead"],
    ),
    "row 124, a clock that goes back tells nothing": (
        "5d http-200; 4d http-404; 3d http-401",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), STORIES.values(), ids=STORIES)
def test_what_is_told_of_a_story(story: str, expected: list[str]) -> None:
    assert told(story) == expected


def test_every_kind_matters_somehow() -> None:
    assert set(SEVERITY) == set(Kind)
    assert Event(Kind.DEAD, None, None).severity is Severity.CRITICAL
    assert Event(Kind.RECOVERED, None, None).severity is Severity.INFO


def test_what_changes_after_a_month_of_calm_is_told_of_its_own() -> None:
    memory = Memory(BEGIN)
    for day, reason in ((0, Reason.HTTP_200), (1, Reason.SLASH), (2, Reason.HTTP_200)):
        memory = remember(memory, Tonight(reason, BEGIN + day * A_DAY))
    memory = remember(memory, Tonight(Reason.HTTP_200, BEGIN + 32 * A_DAY + timedelta(seconds=1)))
    tonight = Tonight(Reason.SLASH, BEGIN + 40 * A_DAY)
    assert [event.kind for event in events(memory, remember(memory, tonight), tonight)] == [
        Kind.MOVED
    ]


@some
@given(histories())
def test_each_death_is_told_once_and_so_is_each_return(looks: list[Tonight]) -> None:
    for night in lived(looks):
        kinds = [event.kind for event in night.events]
        died = night.after.state is State.DEAD is not night.before.state
        returned = night.before.state is State.DEAD is not night.after.state
        assert kinds.count(Kind.DEAD) == died
        assert kinds.count(Kind.RECOVERED) <= 1
        assert not returned or Kind.RECOVERED in kinds


@some
@given(histories())
def test_what_is_told_comes_in_order(looks: list[Tonight]) -> None:
    """The dead neither fall nor die; only what has fallen recovers."""
    steps = (Kind.DOWN, Kind.DEAD, Kind.UNVERIFIED, Kind.RECOVERED)
    last = Kind.RECOVERED
    for night in lived(looks):
        for event in night.events:
            if event.kind not in steps:
                continue
            assert (last is Kind.DEAD) <= (event.kind is Kind.RECOVERED)
            assert (event.kind is Kind.RECOVERED) <= (event.before in (State.DOWN, State.DEAD))
            last = event.kind


@some
@given(histories())
def test_what_is_told_is_different_and_new(looks: list[Tonight]) -> None:
    for night in lived(looks):
        told = night.events
        assert len({event.kind for event in told}) == len(told)
        assert not told or night.before.runs
        for event in told:
            assert event.before != event.after or event.kind is Kind.FLAPPING
