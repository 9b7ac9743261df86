"""Rows in every form: exact for programs, harmless for terminals and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.console import console_on
from crawler.rows import plain, write_rows

COLUMNS = ("name", "number", "urls")
ROWS: list[dict[str, Any]] = [
    {"name": "Atlas", "number": 1, "urls": ["https://a.example/", "https://b.example/"]},
    {"name": None, "number": 20, "urls": []},
]


def written(
    form: str, rows: list[dict[str, Any]] | None = None, columns: tuple[str, ...] = COLUMNS
) -> str:
    out = io.StringIO()
    write_rows(ROWS if rows is None else rows, columns, form, out)
    return out.getvalue()


def test_a_table() -> None:
    assert written("table") == (
        "name   number  urls\nAtlas  1       https://a.example/, https://b.example/\n       20\n"
    )


def test_json_lines() -> None:
    assert written("jsonl") == (
        '{"name": "Atlas", "number": 1, "urls": ["https://a.example/", "https://b.example/"]}\n'
        '{"name": null, "number": 20, "urls": []}\n'
    )


def test_json() -> None:
    assert json.loads(written("json")) == ROWS
    assert written("json").startswith('[\n  {\n    "name": "Atlas",\n')


def test_csv() -> None:
    assert written("csv") == (
        'name,number,urls\nAtlas,1,"https://a.example/, https://b.example/"\n,20,\n'
    )


def test_markdown() -> None:
    assert written("markdown") == (
        "| name | number | urls |\n| --- | --- | --- |\n"
        "| Atlas | 1 | <https://a.example/>, <https://b.example/> |\n|  | 20 |  |\n"
    )


@pytest.mark.parametrize(
    ("form", "nothing"),
    [
        ("table", "name  number  urls\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", "name,number,urls\n"),
        ("markdown", "| name | number | urls |\n| --- | --- | --- |\n"),
    ],
)
def test_no_rows_at_all(form: str, nothing: str) -> None:
    assert written(form, []) == nothing


def one(form: str, value: Any) -> str:
    """How a single cell is written."""
    *_, last = written(form, [{"cell": value}], ("cell",)).rstrip("\n").split("\n")
    return last


STEERS = {
    "an escape sequence": "\x1b[31mred\x1b[0m",
    "a title of the window": "\x1b]0;owned\x07",
    "a C1 control": "\x9b31m",
    "a carriage return": "fine\rgone",
    "a line break": "one\ntwo",
    "text that runs backwards": "\u202egpj.exe\u202c",
    "an isolate": "\u2066a\u2069",
    "a mark of direction": "a\u200fb\u061cc",
    "a space without width": "a\u200bb\ufeffc",
    "a separator of lines": "a\u2028b\u2029c",
    "invisible tags": "a\U000e0041b",
    "delete": "a\x7fb",
    "nothing": "a\0b",
}


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
@pytest.mark.parametrize("text", STEERS.values(), ids=STEERS)
def test_what_was_scraped_cannot_steer_a_terminal(form: str, text: str) -> None:
    odd = {char for char in text if not char.isprintable()}
    line = one(form, text)
    assert odd.isdisjoint(line)
    assert all(char in line for char in text if char.isalpha())


@pytest.mark.parametrize("text", STEERS.values(), ids=STEERS)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_it_exactly_and_cannot_steer_either(form: str, text: str) -> None:
    said = written(form, [{"cell": text}], ("cell",))
    assert json.loads(said) == ({"cell": text} if form == "jsonl" else [{"cell": text}])
    assert all(char.isprintable() or char == "\n" for char in said)


def test_text_of_every_script_stays_as_it_is() -> None:
    text = "Säle 医学影像 می\u200cخواهم 👩\u200d⚕️"
    for form in ("table", "json", "jsonl", "csv", "markdown"):
        assert text in written(form, [{"cell": text}], ("cell",))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(A1)",
        " =1+1",
        "\t=1+1",
        "\r=1",
        "\x1b=1",
        "＝1+1",
        "=HYPERLINK(1)",
    ],
)
def test_csv_holds_no_formula(text: str) -> None:
    cell = next(csv.reader([one("csv", text)]))[0]
    assert cell.startswith("'")
    assert cell.endswith(text.lstrip("\x1b").strip())


@pytest.mark.parametrize("text", ["a=b", "https://a.example/?x=-1", "-", "3", "'quoted'"])
def test_csv_leaves_alone_what_is_no_formula(text: str) -> None:
    assert next(csv.reader([one("csv", text)])) == [text]


@pytest.mark.parametrize("text", ['a "b", c', "a;b", "a,b"])
def test_csv_quotes_what_must_be_quoted(text: str) -> None:
    assert next(csv.reader([one("csv", text)])) == [text]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a | b", "a \\| b"),
        ("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"),
        ("<script>", "\\<script\\>"),
        ("*a* _b_ `c` ~~d~~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$"),
        ("a\\|b", "a\\\\\\|b"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("https://a.example/x_y*z", "<https://a.example/x_y*z>"),
        ("https://a.example/x|y", "<https://a.example/x\\|y>"),
        ("https://a.example/ <b>", "https://a.example/ \\<b\\>"),
        ("https://a.example/\\", "https://a.example/\\\\"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_cells_stay_cells(value: str, cell: str) -> None:
    assert one("markdown", value) == f"| {cell} |"


def test_half_a_character_breaks_nothing() -> None:
    rows = [{"cell": "caf\udce9.md"}]
    for form in ("table", "json", "jsonl", "csv", "markdown"):
        raw = io.BytesIO()
        with io.TextIOWrapper(raw, "utf-8") as out:
            write_rows(rows, ("cell",), form, out)
            out.flush()
            said = raw.getvalue().decode()
        assert "caf\\" in said
        if form == "jsonl":
            assert json.loads(said) == rows[0]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_a_terminal_that_knows_few_characters_gets_the_others_spelled_out(form: str) -> None:
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, "ascii") as out:
        write_rows([{"cell": "é 👩"}], ("cell",), form, out)
        out.flush()
        said = raw.getvalue().decode("ascii")
    if form in ("json", "jsonl"):
        assert "é 👩" in str(json.loads(said))
    else:
        assert "\\xe9 \\U0001f469" in said


WIDE: list[dict[str, Any]] = [
    {"name": "N" * 60, "number": 7, "urls": ["https://a.example/" + "u" * 90] * 2}
]


def test_a_wide_table_in_a_file_has_every_column_whole_and_a_row_a_line() -> None:
    head, row = written("table", WIDE).splitlines()
    assert head.split() == list(COLUMNS)
    assert row == f"{'N' * 60}  7       {', '.join(WIDE[0]['urls'])}"


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.usefixtures("on_terminal")
def test_on_a_terminal_too_narrow_addresses_go_below_and_are_not_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert written("table", WIDE).splitlines() == [
        f"name{' ' * 56}  number",
        f"{'N' * 60}  7",
        *(f"    {url}" for url in WIDE[0]["urls"]),
    ]


@pytest.mark.usefixtures("on_terminal")
def test_a_terminal_gets_colours_unless_it_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1mname" in written("table")
    assert "\x1b" not in written("json") + written("jsonl") + written("csv") + written("markdown")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in written("table")


def test_what_is_no_terminal_gets_no_colours() -> None:
    assert not console_on(io.StringIO()).is_terminal
    assert "\x1b" not in written("table")


def test_wide_characters_keep_their_columns() -> None:
    rows = [{"a": "医学", "b": "x"}, {"a": "abcd", "b": "y"}, {"a": "e", "b": "z"}]
    assert written("table", rows, ("a", "b")) == "a     b\n医学  x\nabcd  y\ne     z\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (0, "0"), (["a", 1], "a, 1"), (("a",), "a"), ([], ""), ("\x1b\x00\ta", " a")],
)
def test_plain(value: Any, text: str) -> None:
    assert plain(value) == text


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.lists(st.text())}), max_size=4))
def test_json_lines_say_what_the_rows_say(rows: list[dict[str, Any]]) -> None:
    assert [
        json.loads(line) for line in written("jsonl", rows, ("a", "b")).split("\n")[:-1]
    ] == rows


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.text()}), max_size=4))
def test_every_form_gives_each_row_a_line(rows: list[dict[str, Any]]) -> None:
    for form, heads in (("jsonl", 0), ("csv", 1), ("markdown", 2), ("table", 1)):
        assert written(form, rows, ("a", "b")).count("\n") == len(rows) + heads
