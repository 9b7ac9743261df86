"""What holds for any text whatever."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.lists.lint import lint
from crawler.lists.mention import Reading
from crawler.lists.reader import read
from crawler.lists.spans import NEWLINE, Lines

PIECES = (
    "# ",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "| ",
    "|-|",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "[a](",
    "](",
    ")",
    "(",
    "[",
    "]",
    "![",
    "<",
    ">",
    "`",
    "```\n",
    "**",
    "_",
    "\\",
    "\\_",
    "&amp;",
    "http://",
    "https://a.org",
    "https://a.org/b-\n",
    "www.a.org",
    "[http](x):[//a.org](y)",
    "://",
    "[t]: https://a.org\n",
    "[^1]",
    "[^1]: b\n",
    "<a href='https://a.org'>",
    "</a>",
    "<p>",
    "<!--",
    "-->",
    "<!-- linkvitals: ignore -->",
    "Data: ",
    "链接：",
    "。",
    "（",
    "文",
    "\u200b",
    "–",
    "\0",
    "Tide Set ",
    "a",
    "B",
    "1",
    "---\n",
    "• ",
    "(1) ",
    "一.",
    ";",
    ".",
    "#",
    "?",
    "\u2028",
    "😀",
)
WILD = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


def _is_consistent(text: str, reading: Reading) -> None:
    lines = NEWLINE.split(text)
    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.raw
        assert mention.raw
        line = lines[mention.line - 1]
        assert line[mention.column - 1 :].startswith(NEWLINE.split(mention.raw)[0])
    starts = [mention.start for mention in reading.mentions]
    assert starts == sorted(set(starts))
    for number, entry in enumerate(reading.entries):
        assert entry.name.strip() == entry.name != ""
        assert entry.parent is None or 0 <= entry.parent < number
        assert 1 <= entry.line <= len(lines)


@settings(max_examples=400, deadline=None)
@given(WILD | st.text())
def test_any_text_can_be_read_and_every_span_points_at_the_text(text: str) -> None:
    reading = read(text)

    _is_consistent(text, reading)
    assert read(text) == reading


@settings(max_examples=150, deadline=None)
@given(WILD)
def test_reading_code_and_a_base_keep_the_spans(text: str) -> None:
    _is_consistent(text, read(text, base="https://l.example.org/a/b.md", verbatim=True))


@settings(max_examples=150, deadline=None)
@given(WILD)
def test_any_list_can_be_linted(text: str) -> None:
    problems = lint(text, read(text))

    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


@given(st.text(alphabet="a\r\n"), st.integers(min_value=0, max_value=40))
def test_lines_are_those_of_markdown(text: str, offset: int) -> None:
    lines, offset = Lines(text), min(offset, len(text))

    line, column = lines.place(offset)

    assert lines.start(line - 1) + column - 1 == offset
    assert [lines.text(number) for number in range(len(lines))] == NEWLINE.split(text)


HARD = [
    "[",
    "[a](",
    "![",
    "[[a]",
    "[a][",
    "<a ",
    "<a href='http://x.org'>",
    "`a``",
    "http://x.org",
    "http://x.org/(",
    "https://x.org/a\n",
    "a.b/",
    "((((",
    "> ",
    "- ",
    "  - a\n",
    "| a ",
    "**a",
    "[a]: http://x.org\n",
    "<!-- ",
    "&amp;",
    "文http://x.org",
    "[http](x):[//a.org](y)",
    "A A. ",
    "](http://a b",
    "x: http://a.org\n\nAb: cd ef\n\n",
    "- [Tide](https://a.org/b) - text\n",
]


@pytest.mark.parametrize("piece", HARD)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(2))

    assert seconds(80_000) < 8 * 4 * small + 0.25
