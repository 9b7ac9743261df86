"""The table of answers and what can be imported are the same."""

from __future__ import annotations

import re

from crawler.demo import answers


def test_every_answer_is_in_the_table_and_everything_in_the_table_is_there() -> None:
    table = [line for line in (answers.__doc__ or "").splitlines() if line.startswith("|")]
    shown = {name for line in table for name in re.findall(r"`(\w+)", line.split("|")[1])}
    conditions = {"asks", "header", "over"}
    assert shown | conditions == set(answers.__all__)
    assert all(f"`{name}(" in (answers.__doc__ or "") for name in conditions)
