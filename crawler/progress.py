"""A night as it goes by, on the terminal or in a log: always on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from crawler.console import console_on
from crawler.lists.source import ReadList
from crawler.rows import plain
from crawler.verdicts.verdict import ALIVE, BAD, Verdict
from crawler.watcher import Watcher
from crawler.words import count


@contextmanager
def watcher_for(progress: bool | None) -> Iterator[Watcher]:
    """A bar where somebody sees it, a few plain lines elsewhere."""
    console = console_on(sys.stderr)
    seen = console.is_terminal and not console.is_dumb_terminal
    if not (seen if progress is None else progress):
        yield Lines(console)
        return
    with _bar(console) as bar:
        yield Bar(bar)


class Lines:
    """Says in a line what happens next; nothing for each link."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def lists_read(self, lists: Sequence[ReadList]) -> None:
        """Say which lists could not be read."""
        for read in lists:
            if read.error:
                self._say(
                    f"{read.source.location}: {read.error}; nothing is concluded about it tonight"
                )

    def begins(self, links: int, done: int) -> None:
        """Say how much there is to do."""
        before = f", {done} of them already looked at before the interruption" if done else ""
        self._say(f"{count(links, 'link')} to look at{before}")

    def looked(self, verdict: Verdict) -> None:
        """Say nothing."""

    def waits(self, seconds: float, links: int) -> None:
        """Say what is waited for."""
        self._say(f"{count(links, 'link')} failed; looking again in {seconds:g} s")

    def _say(self, text: str) -> None:
        self._console.print(Text(plain(text)), soft_wrap=True)


class Bar(Lines):
    """Draws a bar with counts, rate and time left."""

    def __init__(self, bar: Progress) -> None:
        super().__init__(bar.console)
        self._bar = bar
        self._task = bar.add_task("reading the lists", total=None, seen="")
        self._counts: Counter[str] = Counter()

    def begins(self, links: int, done: int) -> None:
        """Start the bar."""
        self._bar.update(self._task, total=links, completed=done, description="looking")

    def looked(self, verdict: Verdict) -> None:
        """Move the bar on."""
        self._counts[_group(verdict)] += 1
        seen = "  ".join(f"{number} {group}" for group, number in sorted(self._counts.items()))
        self._bar.update(self._task, advance=1, seen=seen)

    def waits(self, seconds: float, links: int) -> None:
        """Say what is waited for, above the bar."""
        super().waits(seconds, links)
        self._bar.update(self._task, description="again")


_FAST = 10


class _Rate(ProgressColumn):
    """Links a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        digits = 1 if speed and speed < _FAST else 0
        return Text(f"{speed:.{digits}f}/s" if speed else "", style="dim")


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[seen]}"),
        console=console,
        transient=True,
    )


def _group(verdict: Verdict) -> str:
    if verdict in ALIVE:
        return "alive"
    return "failing" if verdict in BAD else "unclear"
