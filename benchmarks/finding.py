"""Which links of the bundled lists are found: ours beside lychee, against what was meant."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks import tools
from benchmarks.tables import Table
from crawler.lists.address import same_link
from crawler.lists.reader import read

MEANT = Path(__file__).with_name("meant")
LISTS = Path("sources")

Finder = Callable[[Path], set[str]]


class Found(NamedTuple):
    """How well distinct links were found: how many were meant, found, and made up."""

    meant: int
    found: int
    invented: int


def measure() -> Table:
    """Find the links of every bundled list with each finder."""
    finders: dict[str, Finder] = {"linkvitals links": _ours}
    if tools.found("lychee"):
        finders["lychee --dump"] = _theirs
    rows = []
    for name, finder in finders.items():
        cpu, (meant, found, invented) = _cpu_of(finder)
        recall, precision = found / meant, found / (found + invented)
        figures = (f"{meant}", f"{found}", f"{invented}", f"{recall:.1%}", f"{precision:.1%}")
        rows.append((name, *figures, f"{cpu:.2f}"))
    return Table(
        "Finding the links of the bundled lists",
        ("finder", "meant", "found", "invented", "recall", "precision", "CPU s"),
        tuple(rows),
        "" if len(finders) > 1 else "- lychee is left out: it is not installed.",
    )


def _cpu_of(finder: Finder) -> tuple[float, Found]:
    """What it found in all lists, and the CPU seconds of this process and its children."""
    before = _spent()
    meant = found = invented = 0
    for path in sorted(MEANT.glob("*.links.tsv")):
        wanted = meant_in(path)
        got = finder(LISTS / f"{path.name.removesuffix('.links.tsv')}.md")
        meant += len(wanted)
        found += len(wanted & got)
        invented += len(got - wanted)
    return _spent() - before, Found(meant, found, invented)


def _spent() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def meant_in(path: Path) -> set[str]:
    """The distinct links that a careful reader of a list finds."""
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines())
    return {same_link(url) for _, url, word in rows if word != "hopeless"}


def _ours(path: Path) -> set[str]:
    return {same_link(mention.url) for mention in read(path.read_text("utf-8")).mentions}


def _theirs(path: Path) -> set[str]:
    said = subprocess.run(
        [tools.found("lychee") or "lychee", "--dump", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    links = (line.split(" ")[0] for line in said.stdout.splitlines())
    return {same_link(link) for link in links if link.startswith(("http", "ftp"))}
