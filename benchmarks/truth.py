"""What is true of the hostile web, and what four checkers say of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks import tools
from benchmarks.asked import ALIVE, ASKED, DEAD, UNTOLD, alias, right, spelt
from benchmarks.others import CHECKERS, TIMEOUT, Checker
from benchmarks.running import FEW, HOSTILE, LONGEST_FEW, Ran, in_groups, silent, whole
from benchmarks.served import served
from benchmarks.tables import Table
from crawler.demo.hostile import as_list
from crawler.demo.hostile.row import LEVELS
from crawler.demo.names import played

LONGEST = 240
LINKS = tuple(alias(row.link) for row in ASKED)

REMARKS = Path(__file__).with_suffix(".md")


class Outcome(NamedTuple):
    """What a checker said of each row, and how its run over all links went."""

    said: Mapping[str, str]
    seconds: float
    end: str


def measure() -> Table:
    """Play the same servers to every checker, anew to each."""
    outcomes = {"linkvitals": _ours()}
    here = [checker for checker in CHECKERS if tools.found(checker.name)]
    outcomes |= {tools.version(name): outcome for name, outcome in _theirs(here).items()}
    return Table(
        f"Truth: {len(ASKED)} links to servers, most of them hostile",
        ("checker", "rows right", "live called dead", "walled called dead", "deaths missed",
         "walled called alive", "seconds", "ended by itself"),
        tuple(_row(name, outcome) for name, outcome in outcomes.items()),
        _remarks([checker.name for checker in CHECKERS if checker not in here]),
    )  # fmt: skip


def _remarks(missing: Sequence[str]) -> str:
    told = REMARKS.read_text("utf-8").format(timeout=TIMEOUT, few=FEW, longest=LONGEST_FEW)
    return "".join(f"- {name} is left out: it is not installed.\n" for name in missing) + told


def _theirs(checkers: Sequence[Checker]) -> dict[str, Outcome]:
    """Time whole runs one after the other; only one that just waits has company."""
    with played(), ThreadPoolExecutor(1) as aside:
        once = {checker.name: whole(checker, LINKS) for checker in checkers if not checker.waits}
        waiting = {c.name: aside.submit(whole, c, LINKS) for c in checkers if c.waits}
        grouped = {checker.name: in_groups(checker, LINKS) for checker in checkers}
        once |= {name: run.result() for name, run in waiting.items()}
        return {c.name: _outcome(c, once[c.name], grouped[c.name]) for c in checkers}


def _outcome(checker: Checker, once: Ran, grouped: Mapping[str, str]) -> Outcome:
    said = {**once.said, **grouped}
    if left := silent(LINKS, said):
        said |= in_groups(checker, left, 1)
    unsaid = len(silent(LINKS, once.said))
    end = f"no, stopped after {once.seconds:.0f} s" if once.stopped else "yes"
    note = f"{end}, {unsaid} links unsaid" if unsaid else end
    return Outcome(said, once.seconds, note)


def _ours() -> Outcome:
    with tempfile.TemporaryDirectory() as name, served(HOSTILE) as web:
        folder = Path(name)
        listed, database = folder / "hostile.md", folder / "vitals.db"
        listed.write_text(as_list(ASKED), encoding="utf-8")
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "tests.hostile.crawling", str(folder / "cost"), "crawl",
             str(listed), "--db", str(database), "--timeout", str(TIMEOUT), "--delay", "0",
             "--second-look", "0", "--no-progress", *web.ways],
            env=os.environ | {"SSL_CERT_FILE": web.ca_file},
            capture_output=True, timeout=LONGEST, check=True,
        )  # fmt: skip
        return Outcome(_remembered(database), time.monotonic() - began, "yes")


def _remembered(database: Path) -> dict[str, str]:
    with sqlite3.connect(database) as db:
        verdicts = db.execute(
            "SELECT mentions.line, verdict FROM links JOIN mentions ON mentions.link = links.id"
        ).fetchall()
    db.close()
    return {
        spelt(alias(ASKED[line - 3].link)): LEVELS[verdict or "skipped"]
        for line, verdict in verdicts
    }


def _row(name: str, outcome: Outcome) -> tuple[str, ...]:
    said = {row.link: outcome.said.get(spelt(alias(row.link))) for row in ASKED}

    def count(true: str, claimed: str) -> str:
        them = [row for row in ASKED if right(row) == {true}]
        return f"{sum(said[row.link] == claimed for row in them)} of {len(them)}"

    held = sum(said[row.link] in right(row) for row in ASKED)
    return (
        name, f"{held} ({held / len(ASKED):.0%})", count(ALIVE, DEAD), count(UNTOLD, DEAD),
        count(DEAD, ALIVE), count(UNTOLD, ALIVE), f"{outcome.seconds:.0f}", outcome.end,
    )  # fmt: skip


if __name__ == "__main__":
    print(measure())
