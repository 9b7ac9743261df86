"""`linkvitals mute` and `unmute`: not to be called about a link for a while."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.exits import Exit
from tests.conftest import Left, Linkvitals
from tests.vitals import HOST, make_vitals

DOWN = f"{HOST}down"
AT = "2026-11-10T12:00Z"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return make_vitals(tmp_path / "vitals.db")


@pytest.fixture
def say(database: Path, linkvitals: Linkvitals) -> Linkvitals:
    """Run a command on the database, at noon of the tenth of November."""

    def call(*arguments: object) -> Left:
        moment = ["--at", AT] if arguments[0] in ("mute", "unmute") else []
        return linkvitals(*arguments, *moment, "--db", database)

    return call


def ailing(say: Linkvitals) -> list[str]:
    """The links that `status` says need something done."""
    lines = say("status").out.splitlines()
    return [
        line.split()[1].removeprefix(HOST) for line in lines if line[:1].isalpha() and HOST in line
    ]


def test_a_muted_link_no_longer_needs_doing_and_says_why(say: Linkvitals) -> None:
    assert ailing(say) == ["dead", "down", "moved"]
    left = say("mute", DOWN, "--until", "2026-12-31", "--why", "they  move\nhouse")
    assert (left.code, left.out) == (Exit.DONE, "")
    assert left.err == f"{DOWN}: 1 link muted until the end of 2026-12-31: they move house\n"
    assert ailing(say) == ["dead", "moved"]
    assert "\n1 link muted, see `linkvitals status --muted`\n" in say("status").out
    note = "muted until 2026-12-31 23:59 UTC: they move house"
    assert note in say("status", "--muted").out
    assert note in say("status", "--state", "down").out
    assert "  muted        until 2026-12-31 23:59 UTC: they move house\n" in say("show", DOWN).out


def test_it_is_heard_of_again_when_unmuted(say: Linkvitals) -> None:
    before = say("status").out
    say("mute", DOWN, "--until", "2026-12-31", "--why", "known")
    left = say("unmute", DOWN)
    assert (left.code, left.out, left.err) == (Exit.DONE, "", f"{DOWN}: 1 link heard of again\n")
    assert say("status").out == before
    assert "muted" not in say("show", DOWN).out


def test_a_whole_host_is_muted(say: Linkvitals) -> None:
    left = say("mute", "atlas.example.org", "--until", "2026-11-10", "--why", "known")
    assert left.err == "atlas.example.org: 8 links muted until the end of 2026-11-10: known\n"
    assert ailing(say) == []
    assert "8 links muted" in say("status").out


def test_programs_are_told_too(say: Linkvitals) -> None:
    say("mute", DOWN, "--until", "2026-12-31", "--why", "known")
    lines = say("status", "--muted", "--format", "jsonl").out.splitlines()
    (row,) = map(json.loads, lines)
    assert (row["url"], row["muted_until"], row["muted_why"]) == (
        DOWN, "2026-12-31T23:59:59Z", "known",
    )  # fmt: skip


WRONG: dict[str, tuple[list[str], str]] = {
    "a day that is over": (
        ["mute", DOWN, "--until", "2026-11-09", "--why", "known"],
        "--until: 2026-11-09 is over; name a day to come",
    ),
    "no day at all": (["mute", DOWN, "--why", "known"], "Missing option '--until'"),
    "a day that is none": (
        ["mute", DOWN, "--until", "tomorrow", "--why", "known"],
        "'tomorrow' is not a day such as 2026-12-31",
    ),
    "no reason": (["mute", DOWN, "--until", "2026-12-31"], "Missing option '--why'"),
    "an empty reason": (
        ["mute", DOWN, "--until", "2026-12-31", "--why", " \n"],
        "--why: say in a few words why, for whoever wonders later",
    ),
    "a link nobody knows": (
        ["mute", f"{HOST}nowhere", "--until", "2026-12-31", "--why", "known"],
        f"{HOST}nowhere: neither a link nor a host of this database has this name",
    ),
    "what is not muted": (["unmute", DOWN], f"{DOWN}: is not muted"),
    "nothing": (["unmute"], "Missing argument"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_line(say: Linkvitals, arguments: list[str], said: str) -> None:
    before = say("status").out
    left = say(*arguments)
    assert (left.code, left.out) == (Exit.WRONG_USE, "")
    assert left.err.count("\n") == 1
    assert said in left.err
    assert say("status").out == before


@pytest.mark.parametrize("command", [["unmute"], ["mute", "--until", "2099-01-01", "--why", "x"]])
def test_there_must_be_a_database(
    tmp_path: Path, linkvitals: Linkvitals, command: list[str]
) -> None:
    path = tmp_path / "none" / "vitals.db"
    left = linkvitals(*command, DOWN, "--db", path)
    assert left.code == Exit.WRONG_USE
    assert left.err == (
        f"linkvitals: {path}: there is no database here; run `linkvitals crawl` first\n"
    )
    assert not path.parent.exists()
