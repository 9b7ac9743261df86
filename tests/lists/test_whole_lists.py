"""Whole lists in the habits of their keepers: every entry with its place, section and kind.

Each `whole/NAME.md` is a small list; `whole/NAME.tsv` says what a reader sees in it: line, name,
sections, kind and the number of addresses of each entry.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.lists.reader import read

WHOLE = sorted((Path(__file__).parent / "whole").glob("*.md"))


@pytest.mark.parametrize("path", WHOLE, ids=[path.stem for path in WHOLE])
def test_a_whole_list_is_read_as_its_keeper_means_it(path: Path) -> None:
    rows = path.with_suffix(".tsv").read_text("utf-8").splitlines()

    entries = read(path.read_text("utf-8")).entries

    assert [
        f"{entry.line}\t{entry.name}\t{' / '.join(entry.section)}\t{entry.kind}\t{len(entry.urls)}"
        for entry in entries
    ] == rows


def test_the_lists_are_there() -> None:
    assert len(WHOLE) > 10
