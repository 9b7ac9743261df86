"""`linkvitals fix`: from the nights to the list and back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crawler.demo.answers import nights, page, redirect, status
from crawler.demo.host import host
from crawler.exits import Exit
from tests.conftest import Left, Linkvitals, PlayWeb, through

GONE = "https://a.example.org/gone"
COPY = f"https://web.archive.org/web/20260101000000/{GONE}"
HOSTS = {
    "a.example.org": host(
        {
            "/": page("The atlas"),
            "/old": redirect(301, "/new(1)"),
            "/new(1)": page("New"),
            "/folder": redirect(301, "/folder/"),
            "/folder/": page("Folder"),
            "/fine": page("Fine"),
            "/muted": redirect(301, "/fine"),
            "/young": nights(page("Young"), redirect(301, "/fine")),
            "/for-now": redirect(302, "/fine"),
            "/visit": redirect(301, "/fine;jsessionid=1F"),
            "/fine;jsessionid=1F": page("Fine"),
            "/gone": status(410),
        }
    ),
    "up.example.org": host({"/": redirect(301, "https://a.example.org/"), "/x": page("Up")}),
}
BEFORE = (
    "# Atl\u00e4se \u2028 x\r\n\r\n"
    "- [Old](https://a.example.org/old#part \"t\")  \r\n"
    "- <https://a.example.org/folder>\t\n"
    "- see http://up.example.org/, or [damaged](htps://a.example.org/fine)\n"
    "- [muted](https://a.example.org/muted) [young](https://a.example.org/young)\n"
    "- [for now](https://a.example.org/for-now) [visit](https://a.example.org/visit)\r"
    f"- [gone]({GONE})\n\n"
    "| a |\n|---|\n| [Old](https://a.example.org/old) |\n\n`https://a.example.org/old`   "
)  # fmt: skip
AFTER = (
    BEFORE.replace('org/old#part "t"', 'org/new(1)#part "t"')
    .replace("org/folder>", "org/folder/>")
    .replace("http://up.example.org/", "https://a.example.org/")
    .replace("htps://", "https://")
    .replace("| [Old](https://a.example.org/old)", "| [Old](https://a.example.org/new(1))")
)
MARK = "\ufeff"


def changed(left: Left) -> str:
    """The lines that a diff takes away."""
    return "".join(line for line in left.out.splitlines(True) if line.startswith("-"))


class Kept:
    """A list that is watched, and the commands on it."""

    def __init__(self, folder: Path, linkvitals: Linkvitals, ways: list[str]) -> None:
        self.path, self.database = folder / "list.md", folder / "vitals.db"
        self.path.write_bytes((MARK + BEFORE).encode())
        self._linkvitals, self._ways = linkvitals, ways

    def crawl(self, day: int) -> Left:
        at = f"2026-11-{day:02}T03:00Z"
        return self._linkvitals("crawl", self.path, "--db", self.database, "--at", at, *self._ways)

    def fix(self, *options: object, day: int = 10) -> Left:
        at = f"2026-11-{day:02}T12:00Z"
        return self._linkvitals(
            "fix", *(options or (self.path,)), "--db", self.database, "--at", at
        )

    def set(self, change: str, *values: str) -> None:
        with closing(sqlite3.connect(self.database)) as db, db:
            db.execute(f"UPDATE links SET {change} WHERE url = ?", values)

    def text(self) -> str:
        return self.path.read_bytes().decode()


@pytest.fixture
def kept(tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals) -> Kept:
    web = play_web(HOSTS)
    kept = Kept(tmp_path, linkvitals, through(web))
    for day in (1, 9):
        web.night = 1 if day == 1 else 2
        assert kept.crawl(day).code == Exit.DONE
    kept._linkvitals(
        "mute", "https://a.example.org/muted", "--until", "2026-12-31", "--why", "known",
        "--db", kept.database, "--at", "2026-11-09T12:00Z",
    )  # fmt: skip
    return kept


def test_a_list_is_fixed_and_the_next_crawl_finds_nothing_moved(
    kept: Kept, linkvitals: Linkvitals
) -> None:
    shown = kept.fix()
    assert (shown.code, kept.text()) == (Exit.DONE, MARK + BEFORE)
    assert '-- [Old](https://a.example.org/old#part "t")  \r\n' in shown.out
    assert '+- [Old](https://a.example.org/new(1)#part "t")  \r\n' in shown.out
    assert "5 addresses to write anew: 4 moved, 1 repaired; --apply writes them" in shown.err
    applied = kept.fix(kept.path, "--apply")
    assert (applied.code, applied.out) == (Exit.DONE, shown.out)
    assert kept.text() == MARK + AFTER
    assert kept.crawl(10).code == Exit.DONE
    rows = linkvitals("status", "--db", kept.database, "--format", "jsonl").out.splitlines()
    moved = [row["url"] for row in map(json.loads, rows) if row["verdict"] == "moved"]
    assert moved == ["https://a.example.org/muted", "https://a.example.org/young"]
    again = kept.fix(kept.path, "--apply")
    assert (again.code, again.out, kept.text()) == (Exit.DONE, "", MARK + AFTER)


def test_fixing_twice_is_fixing_once(kept: Kept) -> None:
    kept.fix(kept.path, "--apply")
    left = kept.fix(kept.path, "--apply")
    assert (left.code, left.out, kept.text()) == (Exit.DONE, "", MARK + AFTER)
    assert "0 addresses to write anew" in left.err


def test_a_move_is_followed_after_a_week(kept: Kept) -> None:
    assert "org/young)" not in changed(kept.fix(day=15))
    assert "org/young)" in changed(kept.fix(day=16))


def test_archived_copies_are_opt_in(kept: Kept) -> None:
    kept.set("state = 'dead', archive_url = ?", COPY, GONE)
    assert COPY not in kept.fix().out
    kept.fix(kept.path, "--archived", "--apply")
    assert kept.text() == MARK + AFTER.replace(GONE, COPY)


def test_what_flaps_is_left(kept: Kept) -> None:
    kept.set("flapping = 1", "https://a.example.org/old")
    assert "/new(1)" not in kept.fix().out


def test_a_list_that_has_changed_is_refused_and_none_is_written(kept: Kept, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(BEFORE + "\nmore\n")
    left = kept.fix(kept.path, other, "--apply")
    assert (left.code, left.out) == (Exit.WRONG_USE, "")
    assert left.err.count("\n") == 1
    assert "is not as the last crawl read it" in left.err
    assert kept.text() == MARK + BEFORE


def test_addresses_and_standard_input_are_named_and_left(kept: Kept) -> None:
    left = kept.fix("-", "https://example.org/list.md", kept.path)
    assert left.code == Exit.DONE
    assert "-: only a file can be fixed; this list is left as it is\n" in left.err
    assert "https://example.org/list.md: only a file can be fixed" in left.err


def test_there_must_be_a_database(tmp_path: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("fix", "--db", tmp_path / "none.db")
    assert left.code == Exit.WRONG_USE
    assert "there is no database here" in left.err
