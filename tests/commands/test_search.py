"""`linkvitals search`: entries and links by words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.exits import Exit
from tests.conftest import Linkvitals
from tests.export.sample import a_database


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "vitals.db"
    a_database(path).close()
    return path


def test_rows_come_in_every_format(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("search", "lake", "--db", database, "--format", "jsonl")
    assert (left.code, left.err) == (Exit.DONE, "")
    assert json.loads(left.out) == {
        "kind": "dataset", "state": "dead", "name": "Lakes", "list": "water", "line": 4,
        "section": "Water", "url": "https://atlas.example.org/lakes",
    }  # fmt: skip
    table = linkvitals("search", "lake", "--db", database).out
    assert table.splitlines()[1].split() == [
        "dataset", "dead", "Lakes", "water", "4", "Water", "https://atlas.example.org/lakes",
    ]  # fmt: skip


def test_nothing_found_is_no_fault(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("search", "volcano", "--db", database, "--format", "jsonl")
    assert (left.code, left.out, left.err) == (Exit.DONE, "", "")


def test_the_best_come_first_and_only_so_many(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("search", "atlas", "--limit", 2, "--db", database, "--format", "jsonl")
    assert len(left.out.splitlines()) == 2


@pytest.mark.parametrize("arguments", [[], ["x", "--limit", "0"]])
def test_wrong_use_gets_one_line(
    arguments: list[str], database: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("search", *arguments, "--db", database)
    assert (left.code, left.out, left.err.count("\n")) == (Exit.WRONG_USE, "", 1)
