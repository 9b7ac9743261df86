"""`linkvitals report`: the face that is asked for, or that a file's name asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.commands.report import FORMATS
from crawler.exits import Exit
from tests.conftest import Linkvitals
from tests.vitals import make_vitals

XML = '<?xml version="1.0" encoding="utf-8"?>\n'
BEGINS = {
    "html": "<!doctype html>",
    "markdown": "# ",
    "json": '{\n  "version"',
    "csv": "state,",
    "atom": f"{XML}<feed ",
    "junit": f"{XML}<testsuites ",
    "sarif": '{\n  "$schema"',
    "github": "::notice ",
    "badge": f"{XML}<svg ",
    "badge-json": '{\n  "schemaversion"',
}
FILES = {
    "a.html": "html", "a.HTM": "html", "a.md": "markdown", "a.json": "json", "a.csv": "csv",
    "a.atom": "atom", "junit.xml": "junit", "a.sarif": "sarif", "a.svg": "badge", "a": "markdown",
}  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vitals(tmp_path_factory.mktemp("report") / "vitals.db")


@pytest.mark.parametrize("form", FORMATS)
def test_the_face_that_is_asked_for(form: str, database: Path, linkvitals: Linkvitals) -> None:
    left = linkvitals("report", "--db", database, "--format", form)
    assert (left.code, left.err) == (Exit.DONE, "")
    assert left.out.lower().startswith(BEGINS[form])


@pytest.mark.parametrize("name", FILES)
def test_a_files_ending_says_which_face(
    name: str, database: Path, linkvitals: Linkvitals, tmp_path: Path
) -> None:
    left = linkvitals("report", "--db", database, "-o", tmp_path / name)
    assert left.code == Exit.DONE, left.err
    assert (tmp_path / name).read_text().lower().startswith(BEGINS[FILES[name]])


def test_a_format_that_is_asked_for_wins_over_the_ending(
    database: Path, linkvitals: Linkvitals, tmp_path: Path
) -> None:
    file = tmp_path / "badge.json"
    linkvitals("report", "--db", database, "--format", "badge-json", "-o", file)
    assert json.loads(file.read_text())["label"] == "links"
