"""`linkvitals show`: the story of one link."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.exits import Exit
from tests.conftest import Linkvitals
from tests.vitals import HOST, make_vitals


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vitals(tmp_path_factory.mktemp("show") / "vitals.db")


@pytest.mark.parametrize(
    "url", [f"{HOST}down", "HTTPS://Atlas.Example.org:443/down", f"{HOST}down#part"]
)
def test_a_link_is_shown_in_whatever_spelling(
    url: str, database: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("show", url, "--db", database)
    assert (left.code, left.err) == (Exit.DONE, "")
    assert left.out.startswith(f"{HOST}down\n  state        down since 2026-11-08 03:00 UTC\n")


def test_an_unknown_link_is_said_in_one_line(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("show", "https://nowhere.example.org/", "--db", database)
    assert (left.code, left.out) == (Exit.WRONG_USE, "")
    assert left.err == (
        f"linkvitals: https://nowhere.example.org/: this link is not in {database}\n"
    )


def test_a_part_of_an_address_is_answered_with_those_that_have_it(
    database: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("show", "ali", "--db", database)
    assert left.code == Exit.WRONG_USE
    assert left.err.endswith(f"; known are {HOST}alive\n")
