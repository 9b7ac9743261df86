"""`linkvitals status`: how the lists are."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.commands.status import COLUMNS
from crawler.exits import Exit
from crawler.memory.state import State
from tests.conftest import Linkvitals
from tests.vitals import HOST, make_vitals


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vitals(tmp_path_factory.mktemp("status") / "vitals.db")


def test_the_table_shows_what_needs_doing(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("status", "--db", database)
    assert (left.code, left.err) == (Exit.DONE, "")
    shown = [line for line in left.out.splitlines() if HOST in line and "→" not in line]
    assert [line.split() for line in shown] == [
        ["dead", HOST + "dead"],
        ["down", HOST + "down"],
        ["moved", HOST + "moved"],
    ]


@pytest.mark.parametrize("state", State)
def test_the_links_of_a_state(state: State, database: Path, linkvitals: Linkvitals) -> None:
    shown = linkvitals("status", "--db", database, "--state", state, "--format", "jsonl").out
    assert {json.loads(line)["state"] for line in shown.splitlines()} == {state}
    table = linkvitals("status", "--db", database, "--state", state).out
    assert all(json.loads(line)["url"] in table for line in shown.splitlines())


def test_every_other_format_gives_a_row_a_link(database: Path, linkvitals: Linkvitals) -> None:
    rows = [
        json.loads(line)
        for line in linkvitals("status", "--db", database, "--format", "jsonl").out.splitlines()
    ]
    assert len(rows) == 8
    assert all(tuple(row) == COLUMNS for row in rows)
    assert json.loads(linkvitals("status", "--db", database, "--format", "json").out) == rows
    table = csv.DictReader(
        linkvitals("status", "--db", database, "--format", "csv").out.splitlines()
    )
    assert [row["url"] for row in table] == [row["url"] for row in rows]
    assert linkvitals("status", "--db", database, "--format", "markdown").out.count("\n") == 10


@pytest.mark.parametrize("state", ["gone", "DOWN", ""])
def test_a_state_that_is_none_is_refused(
    state: str, database: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("status", "--db", database, "--state", state)
    assert left.code == Exit.WRONG_USE
    assert left.err.count("\n") == 1
    assert "alive, unverified, suspect, down, dead" in left.err


def test_a_pipe_that_is_closed_early_is_no_trouble(database: Path) -> None:
    command = [sys.executable, "-m", "crawler", "status", "--db", str(database), "--format", "json"]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr == ""


def test_a_terminal_with_an_old_encoding_gets_the_health_all_the_same(database: Path) -> None:
    command = [sys.executable, "-m", "crawler", "status", "--db", str(database)]
    done = subprocess.run(
        command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    assert b"\\u2192 https://atlas.example.org/new" in done.stdout
