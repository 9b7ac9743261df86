"""Text for people: aligned, wrapped between words, and coloured on terminals only."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from crawler.console import aligned, console_on, show, wrapped


def test_lines_go_out_whole_and_without_spaces_at_their_end() -> None:
    out = io.StringIO()
    show(out, [Text("a" * 300 + "  ", "bold"), Text(), Text("[red]:smile: 5")])
    assert out.getvalue() == "a" * 300 + "\n\n[red]:smile: 5\n"


def test_on_a_terminal_a_long_line_is_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    show(out, [Text("https://a.example/" + "u" * 100, "bold")])
    assert out.getvalue() == "https://a.example/" + "u" * 100 + "\n"


def test_columns_can_end_where_they_end() -> None:
    rows = [[Text("list"), Text("links"), Text("x")], [Text("a"), Text("5"), Text("y")]]
    assert [line.plain for line in aligned(rows, right={1})] == ["list  links  x", "a         5  y"]


def test_an_empty_environment_variable_does_not_ask_for_no_colour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "")
    assert console_on(io.StringIO()).color_system


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five", ["one two three four", "five"]),
        (
            "see https://a.example/very/long/indeed now",
            ["see", "https://a.example/very/long/indeed", "now"],
        ),
        ("well-known-things-here-now", ["well-known-things-here-now"]),
    ],
)
def test_words_and_addresses_are_not_cut(text: str, lines: list[str]) -> None:
    assert wrapped(text, Console(force_terminal=True, width=30), 10) == lines


def test_elsewhere_than_on_terminals_nothing_is_wrapped() -> None:
    assert wrapped("one two " * 50, Console(file=io.StringIO(), width=30), 10) == ["one two " * 50]


def test_an_indent_wider_than_the_terminal_leaves_some_room() -> None:
    assert wrapped("one two three four five", Console(force_terminal=True, width=5), 10) == [
        "one two three four",
        "five",
    ]
