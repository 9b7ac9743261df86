"""Other link checkers, run as their users run them, and what they say of each link."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

LONGEST = 120
TIMEOUT = 3
ALIVE, DEAD, UNTOLD = "alive", "dead", "cannot tell"

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"^\s*\[(\w+)\] (\S+)", re.MULTILINE)
_PASSED_OVER = frozenset({"EXCLUDED", "SKP", "IGNORED", "UNSUPPORTED"})

Said = Mapping[str, str]
"""Alive, dead or cannot tell, by link; a link that is missing got no answer."""


class Checker(NamedTuple):
    """A program: its name, the command for a folder with the list in it, and how to read it.

    It is read from what it writes to standard output and to standard error.
    """

    name: str
    command: Callable[[Path], Sequence[str]]
    read: Callable[[str, str], Said]


class Ran(NamedTuple):
    """What a program said, and whether it had to be stopped."""

    said: Said
    stopped: bool


def found(name: str) -> str | None:
    """Where a program is: beside this Python, or on the path."""
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def write_lists(folder: Path, links: Sequence[str]) -> None:
    """Write the links as Markdown, for those who read it, and as HTML."""
    folder.chmod(0o755)
    rows = [f"- [Set {n}](<{link}>)\n" for n, link in enumerate(links)]
    (folder / "list.md").write_text("".join(rows), encoding="utf-8")
    anchors = [f'<p><a href="{escape(link)}">Set</a></p>\n' for link in links]
    page = f'<!DOCTYPE html><meta charset="utf-8"><title>A list</title>\n{"".join(anchors)}'
    (folder / "list.html").write_text(page, encoding="utf-8")
    (folder / "linkcheckerrc").write_text(
        f"[checking]\nsslverify={folder / 'authority.pem'}\ntimeout={TIMEOUT}\n"
    )


def run(checker: Checker, folder: Path, proxy: str) -> Ran:
    """Run a program through the proxy; after a while it is stopped, and what it said counts."""
    authority = str(folder / "authority.pem")
    names = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy)
    trust = dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"), authority)
    out, err = folder / f"{checker.name}.out", folder / f"{checker.name}.err"
    with out.open("wb") as kept, err.open("wb") as heard:
        process = subprocess.Popen(
            checker.command(folder), cwd=folder, stdout=kept, stderr=heard,
            env=os.environ | names | trust,
        )  # fmt: skip
        try:
            process.wait(LONGEST)
            stopped = False
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            stopped = True
    return Ran(
        checker.read(out.read_text("utf-8", "replace"), err.read_text("utf-8", "replace")), stopped
    )


def _lychee(folder: Path) -> Sequence[str]:
    return [found("lychee") or "lychee", "--no-progress", "-vv", "--mode", "plain",
            "--timeout", str(TIMEOUT), str(folder / "list.md")]  # fmt: skip


def _read_lines(out: str, err: str) -> Said:
    """Lines such as `[404] https://...`, as they come; successes begin with 2."""
    said = {}
    for tag, link in _LINE.findall(_COLOUR.sub("", f"{out}\n{err}")):
        said[link] = UNTOLD if tag in _PASSED_OVER else ALIVE if tag.startswith("2") else DEAD
    return said


def _linkchecker(folder: Path) -> Sequence[str]:
    return [found("linkchecker") or "linkchecker", "-f", str(folder / "linkcheckerrc"),
            "--check-extern", "-r", "1", "--no-status", "-v", "-o", "csv",
            str(folder / "list.html")]  # fmt: skip


def _read_linkchecker(out: str, _: str) -> Said:
    lines = [line for line in out.splitlines() if not line.startswith("#")]
    said = {}
    for row in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"):
        by_robots = "robots.txt" in (row.get("result") or "") + (row.get("warningstring") or "")
        level = ALIVE if row.get("valid") == "True" else DEAD
        said[row["urlname"]] = UNTOLD if by_robots else level
    return said


def _linkinator(_: Path) -> Sequence[str]:
    return [found("linkinator") or "linkinator", "list.md", "--markdown", "--verbosity", "debug",
            "--timeout", str(TIMEOUT * 1000)]  # fmt: skip


CHECKERS = (
    Checker("lychee", _lychee, _read_lines),
    Checker("linkchecker", _linkchecker, _read_linkchecker),
    Checker("linkinator", _linkinator, _read_lines),
)
