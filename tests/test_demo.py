"""The demo as a newcomer plays it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.demo.table import HOSTS
from crawler.hosts import host_of
from crawler.lists.reader import read


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder the demo was played in, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    said = subprocess.run(
        [sys.executable, "-m", "crawler", "demo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "Traceback" not in said.stderr
    return folder / "var" / "demo", said.stdout


def test_the_demo_says_where_its_database_and_reports_are(played: tuple[Path, str]) -> None:
    folder, said = played
    for name in ("linkvitals.db", "report.html", "report.md"):
        assert (folder / name).stat().st_size > 1000
        assert f"var/demo/{name}" in said


def test_the_demo_shows_three_nights_of_every_kind(played: tuple[Path, str]) -> None:
    folder, _ = played
    with closing(sqlite3.connect(folder / "linkvitals.db")) as db:
        outcomes = [outcome for (outcome,) in db.execute("SELECT outcome FROM nights")]
        verdicts = {verdict for (verdict,) in db.execute("SELECT DISTINCT verdict FROM links")}
        states = {state for (state,) in db.execute("SELECT DISTINCT state FROM links")}
        kinds = {kind for (kind,) in db.execute("SELECT DISTINCT kind FROM events")}
    assert outcomes == ["complete"] * 3
    assert verdicts >= {"ok", "moved", "restricted", "insecure", "blocked", "failing", "gone"}
    assert states >= {"alive", "suspect", "down", "unverified"}
    assert kinds >= {"down", "restricted"}


def test_every_host_of_the_demo_stands_in_a_bundled_list() -> None:
    texts = [path.read_text("utf-8") for path in Path("sources").glob("*.md")]
    hosts = {host_of(mention.url) for text in texts for mention in read(text).mentions}
    assert set(HOSTS) <= hosts
