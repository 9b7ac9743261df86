"""SIGKILL at any moment of a night: yesterday stays whole, and the next run completes the night.

`KILLS=50` kills more often than the suite has time for.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from crawler.demo.answers import nights, page, redirect, slow, status
from crawler.demo.host import host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from crawler.exits import Exit
from tests.conftest import Linkvitals, through
from tests.test_night import crawling, rows, wait_until

KILLS = int(os.environ.get("KILLS", "8"))
YESTERDAY = "2026-11-19T03:00Z"
HOW_LINKS_ARE = (
    "SELECT url, state, verdict, reason, http_status, suggested_url, title, failures "
    "FROM links ORDER BY url"
)
HOW_OFTEN = (
    "SELECT url, observations.reason, looks, nights FROM observations "
    "JOIN links ON links.id = link ORDER BY url, observations.id"
)
A_MOMENT = 0.02


def paths(number: int) -> dict[str, Answer]:
    """Of six pages one is gone tonight, one has moved, one changes, one fails, two are well."""
    before = page(f"Set {number}", description="Rivers.")
    tonight = [
        status(404),
        redirect(301, "/new"),
        page(f"Set {number}, renewed", description="Lakes."),
        status(503),
        before,
        page(f"Set {number}", conditional=False),
    ]
    return {
        "/new": page(f"Set {number}"),
        **{f"/{n}": nights(before, slow(A_MOMENT, after)) for n, after in enumerate(tonight)},
    }


HOSTS = {f"h{number}.example.org": host(paths(number)) for number in range(6)}
LINKS = [f"http://{name}/{n}" for name in HOSTS for n in range(6)]


class Yesterday(NamedTuple):
    """The database after a whole night, and what an undisturbed second one makes of it."""

    web: MiniatureWeb
    listed: Path
    database: Path
    tonight: list[tuple[Any, ...]]
    looks: list[tuple[Any, ...]]
    seconds: float


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yesterday]:
    folder = tmp_path_factory.mktemp("yesterday")
    listed, database = folder / "list.md", folder / "vitals.db"
    listed.write_text("".join(f"- [Set](<{link}>)\n" for link in LINKS))
    with MiniatureWeb(HOSTS) as web:
        with crawling(listed, database, web, "--at", YESTERDAY) as process:
            process.communicate(timeout=60)
        assert process.returncode == Exit.DONE
        web.night, first = 2, len(web.log)
        undisturbed = Path(shutil.copy(database, folder / "undisturbed.db"))
        with crawling(listed, undisturbed, web) as process:
            wait_until(web, first + 1, process)
            began = time.monotonic()
            process.communicate(timeout=60)
            seconds = time.monotonic() - began
        assert process.returncode == Exit.DONE
        tonight, looks = rows(undisturbed, HOW_LINKS_ARE), rows(undisturbed, HOW_OFTEN)
        yield Yesterday(web, listed, database, tonight, looks, seconds)


def looked_at(database: Path) -> set[str]:
    """The links whose looks stand whole in the journal."""
    journal = database.with_name(f"{database.name}-night")
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    return {json.loads(line)["url"] for line in lines[1:] if line.endswith(b"\n")}


def everything(database: Path) -> list[str]:
    """All that the database says, but for its nights."""
    with closing(sqlite3.connect(database)) as db:
        return [line for line in db.iterdump() if 'INSERT INTO "nights"' not in line]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_any_moment_costs_nothing(
    seed: int, tmp_path: Path, yesterday: Yesterday, linkvitals: Linkvitals
) -> None:
    web, listed = yesterday.web, yesterday.listed
    database = Path(shutil.copy(yesterday.database, tmp_path / "vitals.db"))
    before, first = everything(database), len(web.log)
    with crawling(listed, database, web) as process:
        wait_until(web, first + 1, process)
        time.sleep(random.Random(seed).uniform(0, yesterday.seconds))
        process.kill()
        process.wait()
    assert process.returncode in (-signal.SIGKILL, Exit.DONE)
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    is_over = rows(database, "SELECT finished IS NOT NULL FROM nights WHERE id = 2") == [(1,)]
    if not is_over:
        assert everything(database) == before
    done, again = looked_at(database), len(web.log)

    left = linkvitals("crawl", listed, "--db", database, *through(web))
    assert left.code == Exit.DONE, left.err
    assert set(rows(database, "SELECT outcome FROM nights")) == {("complete",)}
    assert rows(database, HOW_LINKS_ARE) == yesterday.tonight
    assert not list(tmp_path.glob("*-night"))
    if not is_over:
        asked = {f"http://{one.host}{one.target}" for one in web.log[again:]}
        assert not asked & done
        assert asked & set(LINKS) == set(LINKS) - done
        assert rows(database, "SELECT count(*) FROM nights") == [(2,)]
        assert rows(database, HOW_OFTEN) == yesterday.looks
