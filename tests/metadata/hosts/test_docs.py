"""docs/hosts.md says what the adapters do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler.metadata.hosts import ADAPTERS, Adapter
from crawler.verdicts.evidence import Evidence, Record, Standing
from crawler.verdicts.records import is_on_record

from .cases import CASES

PAGE = (Path(__file__).parents[3] / "docs" / "hosts.md").read_text("utf-8")
ROWS = {
    row[0]: row
    for row in re.findall(r"^\| ([^|`]+) \| `(.+)` \| `(.+)` \| (.+) \|$", PAGE, re.MULTILINE)
}
MEANINGS = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \| (.+) \|$", PAGE, re.MULTILINE)


def test_every_source_has_a_row() -> None:
    assert [*ROWS] == [adapter.source for adapter in ADAPTERS]


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: adapter.source)
def test_a_row_says_what_is_asked_and_what_may_be_said(adapter: Adapter) -> None:
    _, link, asked, says = ROWS[adapter.source]
    assert adapter.address(link) == asked
    standings = {case.standing.value for case in CASES[adapter.source] if case.standing}
    assert set(re.findall(r"`([a-z]+)`", says)) == standings


@pytest.mark.parametrize("standing", Standing, ids=lambda standing: standing.value)
def test_what_a_record_means_is_what_the_rule_makes_of_it(standing: Standing) -> None:
    (said,) = [verdict for names, verdict in MEANINGS if f"`{standing.value}`" in names]
    reason = is_on_record(
        Evidence("", status=403, record=Record("Atlas", "https://a.example/", standing, "so"))
    )
    words = f"`{reason.verdict.value}/{reason.value}`" if reason else "as the page has it"
    assert said.startswith(words)
