"""A night from the outside: interruptions, offline machines, two crawls at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.clock import from_text
from crawler.demo.answers import hang, nights, page, slow, status
from crawler.demo.host import Hosts, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from crawler.exits import Exit
from crawler.settings import CANARIES
from crawler.store.database import open_for_writing
from crawler.store.journal import Journal, Look
from crawler.store.nights import begin_night
from crawler.verdicts.evidence import Evidence, Fault
from tests.conftest import Linkvitals, PlayWeb, through

LINKS = 60


def paths(answer: Answer) -> dict[str, Answer]:
    """The pages that the list knows; every other page of the host is 404."""
    return {f"/{n}": answer for n in range(LINKS)}


HOSTS: Hosts = {
    f"h{n}.example.org": host(paths(nights(page(f"Set {n}"), slow(0.06, status(404)))))
    for n in range(6)
}

WriteList = Callable[..., Path]


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def listed(write_list: WriteList) -> Path:
    return write_list(*(f"http://h{n % 6}.example.org/{n}" for n in range(LINKS)))


@contextmanager
def crawling(
    listed: Path, database: Path, web: MiniatureWeb, *options: str
) -> Iterator[subprocess.Popen[str]]:
    """A real crawl in a process of its own."""
    command = [sys.executable, "-m", "crawler", "crawl", str(listed), "--db", str(database)]
    with subprocess.Popen(
        [*command, *through(web), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(web: MiniatureWeb, asked: int, process: subprocess.Popen[str]) -> None:
    """Wait until the web was asked so often; whoever kills must know that it is in the middle."""
    deadline = time.monotonic() + 30
    while len(web.log) < asked and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize(
    ("how", "asked"),
    [
        (signal.SIGINT, 1),
        (signal.SIGINT, 25),
        (signal.SIGTERM, 40),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_night_told_to_stop_leaves_yesterday_whole_and_is_gone_on_with(
    how: signal.Signals,
    asked: int,
    tmp_path: Path,
    listed: Path,
    play_web: PlayWeb,
    linkvitals: Linkvitals,
) -> None:
    web = play_web(HOSTS)
    database = tmp_path / "vitals.db"
    yesterday = "2026-11-19T03:00Z"
    linkvitals("crawl", listed, "--db", database, "--at", yesterday, *through(web))
    before = rows(database, "SELECT * FROM links ORDER BY id")
    asked_before = len(web.log)

    web.night = 2
    with crawling(listed, database, web) as process:
        wait_until(web, asked_before + asked, process)
        process.send_signal(how)
        _, said = process.communicate(timeout=30)
    assert process.returncode == Exit.INTERRUPTED
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "SELECT * FROM links ORDER BY id") == before
    assert rows(database, "SELECT outcome FROM nights") == [("complete",), ("interrupted",)]

    left = linkvitals("crawl", listed, "--db", database, *through(web))
    assert left.code == Exit.DONE, left.err
    assert rows(database, "SELECT outcome FROM nights") == [("complete",), ("complete",)]
    assert rows(database, "SELECT count(*) FROM links WHERE verdict = 'gone'") == [(LINKS,)]
    gone = "SELECT max(looks), count(*) FROM observations WHERE verdict = 'gone'"
    assert rows(database, gone) == [(1, LINKS)], "no look counts twice"
    assert not list(tmp_path.glob("*-night"))


def test_links_looked_at_before_an_interruption_are_not_asked_again(
    tmp_path: Path, listed: Path, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({name: host(paths(slow(0.05, page("Set")))) for name in HOSTS})
    database = tmp_path / "vitals.db"
    with crawling(listed, database, web) as process:
        wait_until(web, 30, process)
        process.kill()
        process.wait()
    looked_at = len((tmp_path / "vitals.db-night").read_text().splitlines()) - 1
    assert looked_at > 5
    first = len(web.log)
    linkvitals("crawl", listed, "--db", database, "--no-robots", *through(web))
    asked = [asked for asked in web.log[first:] if asked.path[1:].isdigit()]
    assert len(asked) == LINKS - looked_at


def test_a_night_interrupted_long_ago_is_written_down_as_what_it_was(
    tmp_path: Path, listed: Path, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web(HOSTS)
    database = tmp_path / "vitals.db"
    linkvitals("crawl", listed, "--db", database, "--at", "2026-11-01T03:00Z", *through(web))
    with crawling(listed, database, web) as process:
        wait_until(web, len(web.log) + 30, process)
        process.kill()
        process.wait()
    left = linkvitals("crawl", listed, "--db", database, "--at", "2099-01-01T03:00Z", *through(web))
    assert left.code == Exit.DONE, left.err
    assert rows(database, "SELECT outcome FROM nights") == [
        ("complete",),
        ("interrupted",),
        ("complete",),
    ]
    assert rows(database, "SELECT finished IS NOT NULL FROM nights") == [(1,), (1,), (1,)]


def left_behind(database: Path, links: Iterable[str], began: datetime) -> None:
    """The journal of a night that was killed after all these links had failed."""
    db = open_for_writing(database)
    with Journal(database) as journal:
        journal.begin(begin_night(db, began, {}), began)
        for link in links:
            journal.keep(Look(link, began, Evidence(link, fault=Fault.REFUSED, tries=2)))
    db.close()


@pytest.mark.parametrize(
    ("began", "failed", "outcome"),
    [
        ("2026-11-19T03:00Z", 6, "void"),
        ("2026-11-19T03:00Z", 1, "interrupted"),
        ("2031-01-01T03:00Z", 6, "void"),
    ],
    ids=["we were offline", "one host failed", "when the clock was ahead"],
)
def test_what_an_interrupted_night_saw_is_doubted_too(
    began: str,
    failed: int,
    outcome: str,
    tmp_path: Path,
    write_list: WriteList,
    play_web: PlayWeb,
    linkvitals: Linkvitals,
) -> None:
    web = play_web({name: host({"/": page(f"Set of {name}")}) for name in HOSTS})
    links = [f"http://{name}/" for name in HOSTS]
    listed, database = write_list(*links), tmp_path / "vitals.db"
    linkvitals("crawl", listed, "--db", database, "--at", "2026-11-18T03:00Z", *through(web))
    left_behind(database, links[:failed], from_text(began))
    left = linkvitals("crawl", listed, "--db", database, "--at", "2026-11-20T03:00Z", *through(web))
    assert left.code == Exit.DONE, left.err
    nights = rows(database, "SELECT outcome, why IS NOT NULL FROM nights")
    assert nights == [("complete", 0), (outcome, int(outcome == "void")), ("complete", 0)]
    looks = rows(database, "SELECT sum(looks) FROM observations WHERE verdict = 'failing'")
    assert looks == [(failed if outcome == "interrupted" else None,)]
    checked = rows(database, "SELECT DISTINCT state, date(last_checked) FROM links")
    assert checked == [("alive", "2026-11-20")]


def test_a_second_crawl_on_one_database_says_so_and_leaves(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({"slow.example.org": host({"*": hang}, robots=hang)})
    listed = write_list("http://slow.example.org/")
    database = tmp_path / "vitals.db"
    with crawling(listed, database, web, "--timeout", "60") as process:
        wait_until(web, 1, process)
        left = linkvitals("crawl", listed, "--db", database, *through(web))
        assert left.code == Exit.WRONG_USE
        assert "another crawl" in left.err
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == Exit.INTERRUPTED
    assert rows(database, "SELECT outcome FROM nights") == [("interrupted",)]


def test_a_quiet_night_costs_one_row(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({"fine.example.org": host(paths(page("Fine", description="Still.")))})
    listed = write_list(*(f"http://fine.example.org/{n}" for n in range(5)))
    database = tmp_path / "vitals.db"
    tables = [name for (name,) in _tables(listed, database, web, linkvitals)]
    counts = []
    for day in ("2026-11-19", "2026-11-20"):
        linkvitals("crawl", listed, "--db", database, "--at", f"{day}T03:00Z", *through(web))
        counts.append({t: rows(database, f"SELECT count(*) FROM {t}") for t in tables})
    changed = {table for table in tables if counts[0][table] != counts[1][table]}
    assert changed == {"nights"}
    assert rows(database, "SELECT looks FROM observations") == [(3,)] * 5


def _tables(
    listed: Path, database: Path, web: MiniatureWeb, linkvitals: Linkvitals
) -> list[tuple[Any, ...]]:
    linkvitals("crawl", listed, "--db", database, "--at", "2026-11-18T03:00Z", *through(web))
    return rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")


def test_three_bad_nights_make_a_link_down_and_one_good_brings_it_back(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web(
        {"fine.example.org": host({"/": nights(page("Up"), *[status(404)] * 3, page("Up"))})}
    )
    listed = write_list("http://fine.example.org/")
    database = tmp_path / "vitals.db"
    states = []
    for night in range(1, 6):
        web.night = night
        at = f"2026-11-{10 + night}T03:00Z"
        linkvitals("crawl", listed, "--db", database, "--at", at, *through(web))
        states += rows(database, "SELECT state, failures FROM links")
    assert states == [("alive", 0), ("suspect", 1), ("suspect", 2), ("down", 3), ("alive", 0)]
    assert rows(database, "SELECT night, kind, severity FROM events") == [
        (4, "down", "major"),
        (5, "recovered", "info"),
    ]


def test_offline_a_night_is_void_and_nothing_is_believed(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({f"h{n}.example.org": host({"/": page("Set")}) for n in range(8)})
    listed = write_list(*(f"http://h{n}.example.org/" for n in range(8)))
    database = tmp_path / "vitals.db"
    linkvitals("crawl", listed, "--db", database, "--at", "2026-11-19T03:00Z", *through(web))
    before = rows(database, "SELECT * FROM links ORDER BY id")
    # Without the miniature web these names lead nowhere; the canaries are made to as well.
    nowhere = [f"{url.split('/')[2]}:443:127.0.0.1:1" for url in CANARIES]
    ways = [part for way in nowhere for part in ("--connect-to", way)]
    started = time.monotonic()
    left = linkvitals("crawl", listed, "--db", database, "--no-progress", *ways)
    assert left.code == Exit.VOID_NIGHT
    assert "offline" in left.err
    assert time.monotonic() - started < 30
    assert rows(database, "SELECT * FROM links ORDER BY id") == before
    assert rows(database, "SELECT outcome FROM nights") == [("complete",), ("void",)]


def test_the_time_of_a_night_is_the_time_it_was_given(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({"fine.example.org": host({"/": page("Up")})})
    database = tmp_path / "vitals.db"
    listed = write_list("http://fine.example.org/")
    linkvitals("crawl", listed, "--db", database, "--at", "2031-02-03T04:05Z", *through(web))
    moments = rows(database, "SELECT started, first_seen, last_checked, last_ok FROM nights, links")
    assert all(moment.startswith("2031-02-03T04:05") for moment in moments[0])


def test_the_machine_can_be_asked_to_run_as_a_module() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "crawler", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert said.stdout.startswith("linkvitals, version ")
