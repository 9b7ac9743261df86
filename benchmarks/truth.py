"""What is true of the hostile web, and what four checkers say of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.others import ALIVE, CHECKERS, DEAD, LONGEST, UNTOLD, found, run, write_lists
from benchmarks.proxy import proxy
from benchmarks.tables import print_table
from crawler.demo.host import Host
from crawler.demo.hostile import ROWS, as_list, hosts
from crawler.demo.hostile.row import LEVELS, TONIGHT
from crawler.demo.web import MiniatureWeb
from crawler.net.faults import NoAnswer
from crawler.net.urls import askable

ASKED = tuple(row for row in ROWS if row.decided_by == TONIGHT and "no address" not in row.levels)
"""What a server says; whether an address is one at all is another question."""

REAL, ALIAS = ".example", ".example-web.org"
"""Some checkers pass over names under .example: they get each host under a second name."""


def measure() -> None:
    """Run all checkers over the same servers, one after the other."""
    rows = []
    with tempfile.TemporaryDirectory() as name, MiniatureWeb(_twice(hosts())) as web:
        folder = Path(name)
        shutil.copy(web.ca_file, folder / "authority.pem")
        web.prepare()
        began = time.monotonic()
        said = _linkvitals(folder, web)
        rows.append(_score("linkvitals", said, time.monotonic() - began, ""))
        write_lists(folder, [_alias(row.link) for row in ASKED])
        with proxy(web.connect_to, (ALIAS, REAL)) as address:
            for checker in CHECKERS:
                if not found(checker.name):
                    rows.append([checker.name, *["-"] * 6, "not installed"])
                    continue
                began = time.monotonic()
                ran = run(checker, folder, address)
                note = f"stopped after {LONGEST} s" if ran.stopped else ""
                known = {_spelt(link): level for link, level in ran.said.items()}
                levels = {row.link: known.get(_spelt(_alias(row.link))) for row in ASKED}
                rows.append(_score(checker.name, levels, time.monotonic() - began, note))
    print_table(
        f"Truth: {len(ASKED)} servers, most of them hostile",
        ["checker", "right", "live called dead", "walled called dead", "dead called alive",
         "walled called alive", "seconds", "note"],
        rows,
    )  # fmt: skip


def _twice(played: Mapping[str, Host]) -> dict[str, Host]:
    return dict(played) | {_alias(name): host for name, host in played.items()}


def _alias(text: str) -> str:
    return text.replace(REAL, ALIAS, 1) if REAL in text else text


def _spelt(link: str) -> str:
    """A link in one spelling, however its checker likes to write it."""
    try:
        return askable(link).removesuffix("/")
    except NoAnswer:
        return link


def _linkvitals(folder: Path, web: MiniatureWeb) -> dict[str, str | None]:
    listed, database = folder / "hostile.md", folder / "vitals.db"
    listed.write_text(as_list(ASKED), encoding="utf-8")
    ways = [part for way in web.connect_to for part in ("--connect-to", way)]
    subprocess.run(
        [sys.executable, "-m", "tests.hostile.crawling", str(folder / "cost"), "crawl",
         str(listed), "--db", str(database), "--timeout", "3", "--delay", "0",
         "--second-look", "0", "--no-progress", *ways],
        env=os.environ | {"SSL_CERT_FILE": str(web.ca_file)},
        capture_output=True, timeout=LONGEST, check=True,
    )  # fmt: skip
    with sqlite3.connect(database) as db:
        found_rows = db.execute(
            "SELECT mentions.line, verdict FROM links JOIN mentions ON mentions.link = links.id"
        ).fetchall()
    db.close()
    return {ASKED[line - 3].link: LEVELS[verdict or "skipped"] for line, verdict in found_rows}


def _score(name: str, said: Mapping[str, str | None], seconds: float, note: str) -> list[str]:
    def count(true: str, claimed: str) -> str:
        return str(sum(row.levels == {true} and said.get(row.link) == claimed for row in ASKED))

    right = sum(said.get(row.link) in row.levels for row in ASKED)
    silent = sum(said.get(row.link) is None for row in ASKED)
    notes = [note, f"{silent} without a word" if silent else ""]
    return [
        name, f"{right} ({right / len(ASKED):.0%})", count(ALIVE, DEAD), count(UNTOLD, DEAD),
        count(DEAD, ALIVE), count(UNTOLD, ALIVE), f"{seconds:.0f}",
        "; ".join(filter(None, notes)),
    ]  # fmt: skip


if __name__ == "__main__":
    measure()
