"""What reading the bundled lists costs, beside the parser alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from benchmarks.tables import Table
from crawler.lists.reader import read

TIMES = 3
LISTS = Path("sources")


def measure() -> Table:
    """Read each bundled list a few times; the best of them counts."""
    bare = MarkdownIt("gfm-like")
    rows = []
    for path in sorted(LISTS.glob("*.md")):
        text = path.read_text("utf-8")
        ours = _best(partial(read, text))
        parser = _best(partial(bare.parse, text))
        mentions = len(read(text).mentions)
        rows.append(
            (
                path.name,
                f"{len(text):,}",
                f"{mentions:,}",
                f"{ours * 1e3:.1f}",
                f"{ours / parser:.1f}",
            )
        )
    return Table(
        "Reading the bundled lists",
        ("list", "characters", "mentions", "ms", "x the parser alone"),
        tuple(rows),
    )


def _best(work: Callable[[], object]) -> float:
    """The least CPU seconds of a few runs."""
    spent = []
    for _ in range(TIMES):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent)
