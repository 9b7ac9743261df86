"""The report as workflow commands: what needs doing stands beside the line of the list."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.located import is_address
from reports import sentences
from reports.escape import workflow_property, workflow_text
from reports.model import Report
from reports.tasks import Task, message, tasks

_MOST = 10
"""GitHub shows ten errors and ten warnings of a step, and drops the rest without a word."""


def render(report: Report) -> str:
    """The numbers as a notice, then what needs doing, worst first, a command a line."""
    numbers = f"{sentences.headline(report)} {sentences.in_numbers(report)}"
    lines = [f"::notice title=linkvitals::{workflow_text(numbers)}"]
    found = tasks(report)
    for level in ("error", "warning"):
        lines += _fitted(level, [task for task in found if task.level == level])
    return "".join(f"{line}\n" for line in lines)


def _fitted(level: str, found: list[Task]) -> Iterator[str]:
    shown = found if len(found) <= _MOST else found[: _MOST - 1]
    for task in shown:
        yield f"::{level} {_where(task)}::{workflow_text(message(task.link))}"
    if left_out := len(found) - len(shown):
        yield f"::{level} title=linkvitals::and {left_out:,} more: see the report"


def _where(task: Task) -> str:
    """File, line and column; a list that is read from the web is no file of the repository."""
    place, title = task.place, f"{task.group} link"
    if is_address(place.location):
        return f"title={title} at {workflow_property(place.list)}%3A{place.line}"
    end = f",endColumn={task.end_column}" if task.end_column else ""
    file = workflow_property(place.location)
    return f"file={file},line={place.line},col={place.column}{end},title={title}"
