"""Other link checkers: how their users run them, and what they say of each link."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from benchmarks.asked import ALIVE, DEAD, UNTOLD, spelt

TIMEOUT = 3

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"^\s*\[([0-9A-Z]+)\] (\S+://\S+)", re.MULTILINE)
_PASSED_OVER = frozenset({"EXCLUDED", "SKP", "IGNORED", "UNSUPPORTED"})
_NOT_SAID = frozenset({"DEBUG", "INFO", "WARN"})
_RESERVED = re.compile(r"Access denied by robots\.txt|Rate limited")

Said = Mapping[str, str]
"""Alive, dead or cannot tell, by link; a link that is missing got no answer."""


class Checker(NamedTuple):
    """A program: its name, its arguments for the list in its folder, and how it is read.

    It is read from what it writes to standard output and to standard error. One that `waits` does
    little else: the time that it needs is the same beside others. One `in_python` is led by names.
    """

    name: str
    arguments: Sequence[str]
    read: Callable[[str, str], Said]
    waits: bool = False
    in_python: bool = False


def write_lists(folder: Path, links: Sequence[str]) -> None:
    """Write the links as Markdown, for those who read it, and as HTML."""
    rows = [f"- [Set {n}](<{link}>)\n" for n, link in enumerate(links)]
    (folder / "list.md").write_text("".join(rows), encoding="utf-8")
    anchors = [f'<p><a href="{escape(link)}">Set</a></p>\n' for link in links]
    page = f'<!DOCTYPE html><meta charset="utf-8"><title>A list</title>\n{"".join(anchors)}'
    (folder / "list.html").write_text(page, encoding="utf-8")


def _lines(out: str, err: str) -> Said:
    """Lines such as `[404] https://...`, as they come; successes begin with 2."""
    said = {}
    for tag, link in _LINE.findall(_COLOUR.sub("", f"{out}\n{err}")):
        if tag not in _NOT_SAID:
            level = ALIVE if tag.startswith("2") else DEAD
            said[spelt(link)] = UNTOLD if tag in _PASSED_OVER else level
    return said


def _linkinator(out: str, _: str) -> Said:
    """Its report in JSON; it skips what it takes for a wall."""
    if not out.strip():
        return {}
    levels = {"OK": ALIVE, "BROKEN": DEAD, "SKIPPED": UNTOLD}
    return {spelt(link["url"]): levels[link["state"]] for link in json.loads(out)["links"]}


def _linkchecker(out: str, _: str) -> Said:
    """Rows of CSV; what robots.txt forbids and what is rate limited is valid with reservations."""
    lines = [line for line in out.splitlines() if not line.startswith("#")]
    said = {}
    for row in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"):
        remarks = f"{row['warningstring']} {row['infostring']}"
        level = ALIVE if row["valid"] == "True" else DEAD
        said[spelt(row["urlname"])] = UNTOLD if _RESERVED.search(remarks) else level
    return said


CHECKERS = (
    Checker(
        "lychee",
        ("--no-progress", "-vv", "--mode", "plain", "--timeout", str(TIMEOUT),
         "--cookie-jar", "cookies.json", "list.md"),
        _lines, waits=True,
    ),
    Checker(
        "linkchecker",
        ("-f", "linkcheckerrc", "--check-extern", "-r", "1", "--no-status", "-v", "-o", "csv",
         "list.html"),
        _linkchecker, in_python=True,
    ),
    Checker(
        "linkinator",
        ("list.md", "--markdown", "--format", "json", "--verbosity", "info",
         "--timeout", str(TIMEOUT * 1000)),
        _linkinator,
    ),
)  # fmt: skip
