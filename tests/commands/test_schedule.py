"""`linkvitals schedule`: real processes that are stopped, and nights that go wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import click
import pytest

from crawler.commands.crawl import crawl
from crawler.commands.schedule import run_and_report, schedule
from crawler.demo.answers import page, slow
from crawler.demo.host import host
from crawler.demo.web import MiniatureWeb
from crawler.errors import NightInterrupted, UsageProblem
from crawler.exits import Exit
from scheduler import Nights
from tests.conftest import Linkvitals, PlayWeb, through

WriteList = Callable[..., Path]

LINKS = 40

NOW = """
import sys
from datetime import datetime, UTC
from apscheduler.triggers.base import BaseTrigger
import scheduler
class Now(BaseTrigger):
    def get_next_fire_time(self, previous, now):
        return datetime(9999, 1, 1, tzinfo=UTC) if previous else now
scheduler.trigger = lambda *_: Now()
from crawler.cli import run
sys.exit(run(sys.argv[1:]))
"""
"""`linkvitals`, with a night that is due at once instead of at three in the morning."""


@pytest.fixture(autouse=True)
def same_handler() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@contextmanager
def scheduling(*arguments: object, due: bool = False) -> Iterator[subprocess.Popen[str]]:
    how = ["-c", NOW] if due else ["-m", "crawler"]
    command = [sys.executable, *how, "schedule", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def stopped(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """Stop it; what it says on its way out, which must be short."""
    process.send_signal(how)
    started = time.monotonic()
    out, said = process.communicate(timeout=20)
    assert time.monotonic() - started < 5
    assert process.returncode == Exit.INTERRUPTED, said
    assert "Traceback" not in said
    assert out == ""
    return said


STOPS = pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=lambda how: how.name)


@STOPS
def test_a_schedule_that_waits_is_stopped_at_once(
    how: signal.Signals, tmp_path: Path, write_list: WriteList
) -> None:
    listed = write_list("https://atlas.example.org/")
    with scheduling(listed, "--db", tmp_path / "vitals.db", "--cron", "0 3 1 1 *") as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        assert first == "The nights begin at 0 3 1 1 * (local time). Stop with Ctrl-C.\n"
        assert stopped(process, how).strip() == "linkvitals: interrupted"
    assert not (tmp_path / "vitals.db").exists()


def wait_until(done: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 30
    while not done():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)


def options(web: MiniatureWeb) -> list[str]:
    return [option for option in through(web) if option != "--no-progress"]


@STOPS
def test_a_night_that_is_stopped_is_left_at_once_and_gone_on_with_later(
    how: signal.Signals,
    tmp_path: Path,
    write_list: WriteList,
    play_web: PlayWeb,
    linkvitals: Linkvitals,
) -> None:
    pages = {f"/{n}": slow(0.05, page("Set")) for n in range(LINKS)}
    web = play_web({f"h{n}.example.org": host(pages) for n in range(4)})
    listed = write_list(*(f"http://h{n % 4}.example.org/{n}" for n in range(LINKS)))
    database = tmp_path / "vitals.db"
    with scheduling(listed, "--db", database, *options(web), "--no-robots", due=True) as process:
        wait_until(lambda: len(web.log) > LINKS // 3, process)
        said = stopped(process, how)
    assert "run the same command again to go on" in said
    assert web.log
    looked_at = (tmp_path / "vitals.db-night").read_text().count("\n") - 1
    before = len(web.log)
    left = linkvitals("crawl", listed, "--db", database, "--no-robots", *through(web))
    assert left.code == Exit.DONE, left.err
    asked = [asked for asked in web.log[before:] if asked.path in pages]
    assert len(asked) == LINKS - looked_at
    assert 0 < looked_at < LINKS
    with closing(sqlite3.connect(database)) as db:
        assert db.execute("SELECT outcome FROM nights").fetchall() == [("complete",)]


def test_a_night_writes_its_reports_and_the_schedule_waits_for_the_next(
    tmp_path: Path, write_list: WriteList, play_web: PlayWeb
) -> None:
    web = play_web({"atlas.example.org": host({"/": page("River Atlas")})})
    listed = write_list("https://atlas.example.org/")
    reports = tmp_path / "reports"
    arguments = [listed, "--db", tmp_path / "vitals.db", "--reports", reports, *options(web)]
    with scheduling(*arguments, due=True) as process:
        wait_until((reports / "report.md").exists, process)
        said = stopped(process, signal.SIGINT)
    assert "1 link looked at: 1 alive." in said
    assert "atlas.example.org" in (reports / "report.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--cron", "soon"], "cron 'soon' is not a line of five fields such as '0 3 * * *'"),
        (
            ["--timezone", "Mars"],
            "the time zone 'Mars' is not known; name one such as Europe/Berlin",
        ),
        (["--timeout", "-1"], "timeout = -1.0 is out of range: it must lie between 0.1 and 600"),
        (["--connect-to", "here"], "connect-to 'here' is not of the form HOST:PORT:HOST:PORT"),
        (["none.md"], "none.md: no such file"),
    ],
)
def test_what_is_wrong_is_told_now_and_not_at_three_in_the_morning(
    arguments: list[str], problem: str, linkvitals: Linkvitals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(*_: object) -> None:
        raise AssertionError("it must not get as far as to wait")

    monkeypatch.setattr(Nights, "run", waits)
    left = linkvitals("schedule", *arguments)
    assert left.code == Exit.WRONG_USE
    assert left.err.startswith(f"linkvitals: {problem}")
    assert left.err.count("\n") == 1


def night(
    tmp_path: Path, listed: Path, **options: Any
) -> tuple[click.Context, Path, dict[str, Any]]:
    """What `run_and_report` is called with."""
    context = schedule.make_context("schedule", [str(listed), "--db", str(tmp_path / "vitals.db")])
    crawl_options = {
        name: value
        for name, value in context.params.items()
        if name not in ("cron", "timezone", "reports")
    }
    return context, tmp_path / "reports", crawl_options | options


def fails(error: Exception) -> Callable[..., None]:
    def callback(**_: object) -> None:
        raise error

    return callback


@pytest.mark.parametrize(
    ("error", "line"),
    [
        pytest.param(
            UsageProblem("list.md: cannot be read"), "list.md: cannot be read", id="wrong use"
        ),
        pytest.param(
            sqlite3.OperationalError("disk I/O error"),
            "the night failed: OperationalError: disk I/O error",
            id="a broken disk",
        ),
        pytest.param(
            RuntimeError("two\nlines"), "the night failed: RuntimeError: two lines", id="two lines"
        ),
        pytest.param(
            click.UsageError("no"), "the night failed: UsageError: no", id="an odd option"
        ),
    ],
)
def test_a_night_that_fails_is_told_in_a_line_and_ends_nothing(
    error: Exception,
    line: str,
    tmp_path: Path,
    write_list: WriteList,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crawl, "callback", fails(error))
    run_and_report(*night(tmp_path, write_list("https://atlas.example.org/")))
    assert capsys.readouterr().err == f"linkvitals: {line}\n"
    assert not (tmp_path / "reports").exists()


def test_a_night_that_is_stopped_ends_the_schedule(
    tmp_path: Path, write_list: WriteList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawl, "callback", fails(NightInterrupted("interrupted")))
    with pytest.raises(NightInterrupted):
        run_and_report(*night(tmp_path, write_list("https://atlas.example.org/")))


def test_reports_that_cannot_be_written_are_told_in_a_line(
    tmp_path: Path,
    write_list: WriteList,
    play_web: PlayWeb,
    capsys: pytest.CaptureFixture[str],
) -> None:
    web = play_web({"atlas.example.org": host({"/": page("River Atlas")})})
    listed = write_list("https://atlas.example.org/")
    (tmp_path / "reports").touch()
    run_and_report(*night(tmp_path, listed, connect_to=web.connect_to, delay=0.0, second_look=0.0))
    *_, last = capsys.readouterr().err.splitlines()
    assert last.startswith(
        f"linkvitals: {tmp_path / 'reports' / 'report.html'}: cannot be written: "
    )
