"""`linkvitals export`: the catalogue in formats of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.commands.export import FORMATS
from crawler.exits import Exit
from crawler.store.database import open_for_writing
from tests.conftest import Linkvitals
from tests.export.sample import a_database


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "vitals.db"
    a_database(path).close()
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_goes_to_standard_output_or_to_a_file(
    form: str, database: Path, tmp_path: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("export", "--format", form, "--db", database)
    assert (left.code, left.err) == (Exit.DONE, "")
    assert "Rivers of the World" in left.out
    file = tmp_path / "new" / "catalogue"
    into = linkvitals("export", "--format", form, "--db", database, "-o", file)
    assert (into.code, into.out) == (Exit.DONE, "")
    assert into.err == f"The catalogue is {file}.\n"
    assert file.read_bytes().decode() == left.out


def test_croissant_goes_into_a_folder(
    database: Path, tmp_path: Path, linkvitals: Linkvitals
) -> None:
    folder = tmp_path / "croissant"
    left = linkvitals("export", "--format", "croissant", "--db", database, "-o", f"{folder}/")
    assert (left.code, left.out) == (Exit.DONE, "")
    assert left.err == f"4 data sets written to {folder}.\n"
    first = json.loads((folder / "entry-2.json").read_text("utf-8"))
    assert (first["name"], first["@type"]) == ("Rivers of the World", "sc:Dataset")
    again = linkvitals("export", "--format", "croissant", "--db", database, "-o", folder)
    assert again == left, "a folder that is there needs no slash"


def test_one_list(database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("export", "--db", database, "--list", "papers")
    assert [json.loads(line)["list"] for line in left.out.splitlines()] == ["papers"]


WRONG: dict[str, tuple[list[str], str]] = {
    "a format that is none": (["--format", "rdf"], "'croissant', 'dcat', 'schema.org'"),
    "a list that is none": (["--list", "sea"], "known are papers, water"),
    "a folder for a file": (["--format", "csv", "-o", "."], "csv is one file"),
    "a file below a file": (["-o", __file__ + "/x"], "cannot be written"),
}


@pytest.mark.parametrize(("arguments", "hint"), WRONG.values(), ids=WRONG)
def test_wrong_use_gets_one_line(
    arguments: list[str], hint: str, database: Path, linkvitals: Linkvitals
) -> None:
    left = linkvitals("export", "--db", database, *arguments)
    assert (left.code, left.out, left.err.count("\n")) == (Exit.WRONG_USE, "", 1)
    assert hint in left.err


def test_without_a_database_the_way_is_told(tmp_path: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("export", "--db", tmp_path / "none.db")
    assert left.code == Exit.WRONG_USE
    assert "run `linkvitals crawl` first" in left.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_database_is_no_fault(form: str, tmp_path: Path, linkvitals: Linkvitals) -> None:
    open_for_writing(tmp_path / "empty.db").close()
    left = linkvitals("export", "--format", form, "--db", tmp_path / "empty.db")
    assert (left.code, left.err) == (Exit.DONE, "")
    if form not in ("csv", "jsonl"):
        assert json.loads(left.out)["@context"]
