"""`linkvitals links` and `linkvitals entries`: what the lists say, for people and programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from crawler.commands.lists import ENTRY_COLUMNS, LINK_COLUMNS
from crawler.exits import Exit
from tests.conftest import Linkvitals

LINK_KEYS = ["list", "line", "column", "url", "raw", "text", "repair", "role", "entry", "section"]
ENTRY_KEYS = ["list", "line", "name", "section", "parent", "kind", "access", "urls"]

TEXT = """\
# Atlases

## Water

- [River Atlas](https://rivers.example.org/) | with a pipe, see [paper](https://doi.org/10.1/x)
- [Lakes](https://lakes.example.org/a_b)

## Land

- [=HYPERLINK("x")](https://land.example.org/)
"""


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("list.md").write_text(TEXT)
    return "list.md"


def rows(linkvitals: Linkvitals, *arguments: str) -> list[dict[str, Any]]:
    left = linkvitals(*arguments, "--format", "jsonl")
    assert (left.code, left.err) == (Exit.DONE, "")
    return [json.loads(line) for line in left.out.splitlines()]


def test_links_gives_a_line_a_mention_with_these_keys_in_this_order(
    listed: str, linkvitals: Linkvitals
) -> None:
    found = rows(linkvitals, "links", listed)
    assert [list(row) for row in found] == [LINK_KEYS] * 4
    assert list(LINK_COLUMNS) == LINK_KEYS
    assert found[0] == {
        "list": "list.md",
        "line": 5,
        "column": 17,
        "url": "https://rivers.example.org/",
        "raw": "https://rivers.example.org/",
        "text": "River Atlas",
        "repair": None,
        "role": "data",
        "entry": "River Atlas",
        "section": "Water",
    }
    for row in found:
        line = TEXT.splitlines()[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["raw"])


def test_entries_gives_a_line_an_entry_with_these_keys_in_this_order(
    listed: str, linkvitals: Linkvitals
) -> None:
    found = rows(linkvitals, "entries", listed)
    assert [list(row) for row in found] == [ENTRY_KEYS] * 3
    assert list(ENTRY_COLUMNS) == ENTRY_KEYS
    assert found[0] == {
        "list": "list.md",
        "line": 5,
        "name": "River Atlas",
        "section": "Water",
        "parent": None,
        "kind": "dataset",
        "access": None,
        "urls": ["https://rivers.example.org/", "https://doi.org/10.1/x"],
    }


@pytest.mark.parametrize("command", ["links", "entries"])
def test_json_and_json_lines_say_the_same(
    command: str, listed: str, linkvitals: Linkvitals
) -> None:
    left = linkvitals(command, listed, "--format", "json")
    assert json.loads(left.out) == rows(linkvitals, command, listed)


@pytest.mark.parametrize(
    ("command", "keys", "number"), [("links", LINK_KEYS, 4), ("entries", ENTRY_KEYS, 3)]
)
def test_csv_has_every_column_and_no_formula(
    command: str, keys: list[str], number: int, listed: str, linkvitals: Linkvitals
) -> None:
    table = list(csv.reader(linkvitals(command, listed, "--format", "csv").out.splitlines()))
    assert table[0] == keys
    assert len(table) == number + 1
    assert not [cell for row in table for cell in row if cell.startswith("=")]
    assert any("'=HYPERLINK" in cell for row in table for cell in row)


@pytest.mark.parametrize(("command", "number"), [("links", 4), ("entries", 3)])
def test_markdown_is_a_table(
    command: str, number: int, listed: str, linkvitals: Linkvitals
) -> None:
    lines = linkvitals(command, listed, "--format", "markdown").out.splitlines()
    assert len(lines) == number + 2
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
    assert "<https://lakes.example.org/a_b>" in lines[4 if command == "links" else 3]


def test_the_table_shows_the_most_useful_columns(listed: str, linkvitals: Linkvitals) -> None:
    lines = linkvitals("links", listed).out.splitlines()
    assert lines[0].split() == ["list", "line", "role", "entry", "url"]
    assert lines[1].split() == [
        "list.md", "5", "data", "River", "Atlas", "https://rivers.example.org/",
    ]  # fmt: skip
    lines = linkvitals("entries", listed).out.splitlines()
    assert lines[0].split() == ["list", "line", "kind", "name", "urls"]
    assert lines[1].endswith("River Atlas      https://rivers.example.org/, https://doi.org/10.1/x")


def test_several_lists_come_one_after_the_other_under_their_names(
    listed: str, linkvitals: Linkvitals
) -> None:
    Path("folder").mkdir()
    Path("folder/b.md").write_text("[B](https://b.example.org/)")
    found = rows(linkvitals, "links", "folder", listed)
    assert [row["list"] for row in found] == ["folder/b.md", *["list.md"] * 4]
    assert [row["list"] for row in rows(linkvitals, "links", listed, "folder/*.md")][-1] == (
        "folder/b.md"
    )


def test_a_list_is_read_from_standard_input(
    linkvitals: Linkvitals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    found = rows(linkvitals, "links", "-")
    assert [row["list"] for row in found] == ["-"] * 4


def test_without_a_list_those_of_sources_toml_are_meant(
    listed: str, linkvitals: Linkvitals
) -> None:
    Path("mine.toml").write_text('[[list]]\nname = "mine"\nlocation = "list.md"\n')
    found = rows(linkvitals, "links", "--sources", "mine.toml")
    assert len(found) == 4


@pytest.mark.parametrize("command", ["links", "entries"])
@pytest.mark.parametrize(
    ("argument", "problem"),
    [
        ("https://lists.example.org/list.md", "does not touch the network"),
        ("https://github.com/o/r", "does not touch the network"),
        ("none.md", "no such file"),
        ("picture.md", "a PNG image, not a Markdown list"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    command: str, argument: str, problem: str, listed: str, linkvitals: Linkvitals
) -> None:
    Path("picture.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    for form in ("jsonl", "table"):
        left = linkvitals(command, argument, "--format", form)
        assert (left.code, left.out) == (Exit.WRONG_USE, "")
        assert left.err.count("\n") == 1
        assert problem in left.err


def test_lint_shows_what_is_wrong_and_leaves_with_one(
    linkvitals: Linkvitals, tmp_path: Path
) -> None:
    path = tmp_path / "bad.md"
    path.write_text(
        "# Sets\n\n## A\n\n[data](https://a.example.org/x)\n\n## B\n\n[data](http://a.example.org/x)\n\n"
        "## C\n\n[data][nowhere]\n\n## D\n\n[data](https://a.example.org/x)\n\n"
        "## E\n\nData: http://e.example.org/a\\_b\n\n"
        "**Atlas F**\n\nWords.\n\n**Atlas G**\n\nData: https://g.example.org/\n"
    )
    left = linkvitals("links", path, "--lint", "--format", "jsonl")
    assert left.code == Exit.FOUND
    problems = [json.loads(line) for line in left.out.splitlines()]
    assert [list(problem) for problem in problems] == [
        ["list", "line", "column", "kind", "message"]
    ] * len(problems)
    assert [(problem["line"], problem["kind"]) for problem in problems] == [
        (9, "http-where-https-is-known"),
        (13, "undefined-reference"),
        (17, "duplicate"),
        (21, "damaged-link"),
        (23, "entry-without-link"),
    ]


def test_lint_of_a_sound_list_says_nothing_and_leaves_with_zero(
    linkvitals: Linkvitals, tmp_path: Path
) -> None:
    path = tmp_path / "good.md"
    path.write_text("# Sets\n\n- [A](https://a.example.org/x)\n- [B](https://b.example.org/)\n")
    left = linkvitals("links", path, "--lint", "--format", "jsonl")
    assert (left.code, left.out) == (Exit.DONE, "")


def test_twins_names_entries_that_are_the_same_with_the_reason(
    linkvitals: Linkvitals, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.md").write_text(
            f"# Sets\n\n- [Gauges {name}](https://doi.org/10.5061/dryad.x)\n"
        )
    left = linkvitals("entries", tmp_path, "--twins", "--format", "jsonl")
    rows = [json.loads(line) for line in left.out.splitlines()]
    assert [(row["reason"], row["value"], row["name"]) for row in rows] == [
        ("doi", "10.5061/dryad.x", "Gauges one"),
        ("doi", "10.5061/dryad.x", "Gauges two"),
    ]


@pytest.mark.parametrize(("options", "links"), [([], 1), (["--verbatim"], 2)])
def test_code_is_read_for_links_only_on_request(
    options: list[str], links: int, linkvitals: Linkvitals, tmp_path: Path
) -> None:
    path = tmp_path / "code.md"
    path.write_text("<https://a.example.org/>\n\n```\ncurl https://b.example.org/\n```\n")
    left = linkvitals("links", path, "--format", "jsonl", *options)
    assert len(left.out.splitlines()) == links
