"""One night on the hostile web: every row gets its verdict, and the night is none the worse."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from crawler.demo.hostile import ROWS, as_list, hosts
from crawler.demo.hostile.row import LEVELS, TONIGHT, Row
from crawler.demo.steps import Asked
from crawler.demo.web import MiniatureWeb
from crawler.verdicts.verdict import Reason, Verdict

DECIDED = tuple(row for row in ROWS if row.decided_by == TONIGHT)
LONGEST_NIGHT = 90
MOST_MEMORY = 250 * 2**20
MOST_OF_THE_SAME = 6
"""A front page may be met by the link, by its sibling and for itself, in both looks."""
MOST_A_LINK = 45
"""A chain of eleven hops, looked at three times, and what is asked around it."""
MEAN_A_LINK = 7


class Said(NamedTuple):
    """What the night said of a link."""

    verdict: str
    reason: str
    suggested_url: str | None

    @property
    def words(self) -> str:
        return f"{self.verdict}/{self.reason}"


class NightOut(NamedTuple):
    """A night on the hostile web, from outside."""

    said: dict[str, Said]
    log: list[Asked]
    code: int
    out: str
    err: str
    seconds: float
    memory: int


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> NightOut:
    """Crawl all rows once, as a user would, in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    listed, database, cost = folder / "hostile.md", folder / "vitals.db", folder / "cost"
    listed.write_text(as_list(DECIDED), encoding="utf-8")
    with MiniatureWeb(hosts()) as web:
        web.prepare()
        ways = [part for way in web.connect_to for part in ("--connect-to", way)]
        options = ["--timeout", "2", "--delay", "0", "--second-look", "0", "--no-progress"]
        began = time.monotonic()
        left = subprocess.run(
            [sys.executable, "-m", "tests.hostile.crawling", str(cost), "crawl", str(listed),
             "--db", str(database), *options, *ways],
            env=os.environ | {"SSL_CERT_FILE": str(web.ca_file)},
            capture_output=True, text=True, timeout=LONGEST_NIGHT + 30, check=False,
        )  # fmt: skip
        seconds = time.monotonic() - began
        log = list(web.log)
    memory = int(cost.read_text()) if cost.exists() else sys.maxsize
    said = _said(database)
    return NightOut(said, log, left.returncode, left.stdout, left.stderr, seconds, memory)


def _said(database: Path) -> dict[str, Said]:
    with sqlite3.connect(database) as db:
        rows = db.execute(
            "SELECT ifnull(verdict, 'skipped'), ifnull(reason, ''), suggested_url, mentions.line"
            " FROM links JOIN mentions ON mentions.link = links.id"
        ).fetchall()
    db.close()
    return {DECIDED[line - 3].link: Said(*said) for *said, line in rows}


def _named(row: Row) -> str:
    return f"{row.number} {row.what} ({row.link.partition('://')[2].partition('/')[0]})"


@pytest.mark.parametrize("row", DECIDED, ids=_named)
class TestRow:
    def test_the_level_is_right(self, row: Row, night: NightOut) -> None:
        said = night.said[row.link]
        assert LEVELS[said.verdict] in row.levels, f"{said.words}: {row.why}"

    def test_the_verdict_and_its_reason_are_right(self, row: Row, night: NightOut) -> None:
        said = night.said[row.link]
        assert said.words in row.right, row.why

    def test_only_what_lasts_is_suggested(self, row: Row, night: NightOut) -> None:
        assert night.said[row.link].suggested_url == row.suggests, row.why


def test_every_row_is_read_from_the_list(night: NightOut) -> None:
    assert {row.link for row in DECIDED} == set(night.said)


def test_all_that_is_right_is_a_verdict_and_a_reason_there_is() -> None:
    known = {f"{reason.verdict}/{reason.value}" for reason in Reason}
    assert {right for row in ROWS for right in row.right} - known == set()


def test_every_level_has_its_verdicts() -> None:
    assert set(LEVELS) == set(Verdict)


def test_the_night_ends_by_itself_and_soon(night: NightOut) -> None:
    assert (night.code, night.seconds < LONGEST_NIGHT) == (0, True), night.err


def test_the_night_needs_little_memory(night: NightOut) -> None:
    assert night.memory <= MOST_MEMORY


def test_the_night_says_how_it_went_and_nothing_else(night: NightOut) -> None:
    assert night.out == ""
    assert "Traceback" not in night.err
    assert night.err.splitlines()[-1].startswith("The database is ")
    assert len(night.err.splitlines()) <= 6


def test_nobody_is_hammered(night: NightOut) -> None:
    same = Counter((asked.scheme, asked.host, asked.target) for asked in night.log)
    assert {key: count for key, count in same.items() if count > MOST_OF_THE_SAME} == {}


def test_no_host_is_asked_without_end(night: NightOut) -> None:
    links = Counter(name for row in DECIDED for name in row.played)
    asked = Counter(asked.host for asked in night.log)
    too_often = {h: n for h, n in asked.items() if n > MOST_A_LINK * max(1, links[h])}
    assert too_often == {}
    assert len(night.log) <= MEAN_A_LINK * len(DECIDED)


def test_a_wait_that_is_asked_for_is_waited(night: NightOut) -> None:
    there = ("429-then-200.hostile.example", "/atlas")
    asked = [asked.at for asked in night.log if (asked.host, asked.path) == there]
    assert all(later - earlier >= 1 for earlier, later in pairwise(asked))


def test_no_link_has_two_rows() -> None:
    assert [link for link, count in Counter(row.link for row in ROWS).items() if count > 1] == []
