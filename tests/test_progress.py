"""A night as it goes by: a bar on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import io
import sys

import pytest
from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from crawler.console import console_on
from crawler.lists.source import ReadList, Source, SourceKind
from crawler.progress import Bar, Lines, _bar, watcher_for
from crawler.verdicts.verdict import Verdict

UNREADABLE = ReadList(
    Source("evil", "https://evil.example.org/\x1b[31mlist.md", SourceKind.ADDRESS),
    error="cannot be read: it answers \x9b31m404",
)
READABLE = ReadList(Source("list", "list.md", SourceKind.FILE))


def test_lines_say_what_happens_next_and_nothing_for_each_link() -> None:
    out = io.StringIO()
    lines = Lines(console_on(out))
    lines.lists_read([READABLE])
    lines.begins(1200, 0)
    for _ in range(100):
        lines.looked(Verdict.OK)
    lines.waits(60, 1)
    assert out.getvalue() == ("1,200 links to look at\n1 link failed; looking again in 60 s\n")


def test_lines_say_what_was_done_before_an_interruption() -> None:
    out = io.StringIO()
    Lines(console_on(out)).begins(10, 4)
    assert out.getvalue() == (
        "10 links to look at, 4 of them already looked at before the interruption\n"
    )


def test_lists_that_cannot_be_read_are_told_and_cannot_steer_the_terminal() -> None:
    out = io.StringIO()
    Lines(console_on(out)).lists_read([READABLE, UNREADABLE])
    said = out.getvalue()
    assert said.count("\n") == 1
    assert "evil.example.org" in said
    assert "nothing is concluded about it tonight" in said
    assert said.rstrip("\n").isprintable()


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bar(clock: Clock) -> Progress:
    console = Console(file=io.StringIO(), force_terminal=True, width=100, get_time=clock)
    made = _bar(console)
    made.get_time = clock
    return made


def drawn(bar: Progress, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(bar.get_renderable())
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_bar_shows_counts_rate_and_time_left(bar: Progress, clock: Clock) -> None:
    watcher = Bar(bar)
    assert "reading the lists" in drawn(bar)
    watcher.begins(100, 20)
    assert "looking" in drawn(bar)
    assert "20/100" in drawn(bar)
    said = (Verdict.OK, Verdict.MOVED, Verdict.GONE, Verdict.FAILING, Verdict.BLOCKED, Verdict.OK)
    for verdict in said * 5:
        clock.now += 0.5
        watcher.looked(verdict)
    line = drawn(bar)
    assert "50/100" in line
    assert "2.0/s" in line
    assert "00:25" in line
    assert "15 alive" in line
    assert "10 failing" in line
    assert "5 unclear" in line


def test_a_bar_says_what_is_waited_for(bar: Progress) -> None:
    watcher = Bar(bar)
    watcher.begins(10, 0)
    watcher.waits(60, 3)
    assert isinstance(bar.console.file, io.StringIO)
    assert bar.console.file.getvalue() == "3 links failed; looking again in 60 s\n"
    assert "again" in drawn(bar)


def test_a_bar_fits_into_80_columns(bar: Progress, clock: Clock) -> None:
    watcher = Bar(bar)
    watcher.begins(9999, 3000)
    for number in range(3000):
        clock.now += 0.005
        watcher.looked((Verdict.OK, Verdict.GONE, Verdict.BLOCKED)[number % 3])
    watcher.waits(60, 1000)
    line = drawn(bar, 80)
    assert "…" not in line
    for part in ("again", "6000/9999", "200/s", "00:20", "1000 alive", "1000 unclear"):
        assert part in line


def test_a_bar_tells_of_unreadable_lists_above_itself(bar: Progress) -> None:
    Bar(bar).lists_read([UNREADABLE])
    assert isinstance(bar.console.file, io.StringIO)
    assert "nothing is concluded" in bar.console.file.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "term", "asked", "kind"),
    [
        pytest.param(Terminal, "xterm", None, Bar, id="a terminal gets a bar"),
        pytest.param(Terminal, "xterm", False, Lines, id="but not if it wants none"),
        pytest.param(Terminal, "dumb", None, Lines, id="nor if it can draw none"),
        pytest.param(io.StringIO, "xterm", None, Lines, id="a file gets lines"),
        pytest.param(io.StringIO, "xterm", True, Bar, id="unless it wants a bar"),
    ],
)
def test_who_gets_a_bar(
    stream: type[io.StringIO],
    term: str,
    asked: bool | None,
    kind: type[Lines],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", term)
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stderr", stream())
    with watcher_for(asked) as watcher:
        assert type(watcher) is kind


def test_a_bar_leaves_no_trace_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    with watcher_for(None) as watcher:
        watcher.begins(1, 0)
        watcher.looked(Verdict.OK)
    assert out.getvalue() == "1 link to look at\n"
    assert Text.from_ansi(out.getvalue()).spans == []
