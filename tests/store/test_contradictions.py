"""Where a list and a page contradict each other on access."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from crawler.store.contradictions import write_contradictions

from .build import ATLAS, a_list, a_mention, an_entry, night, rows, saw

CASES = {
    "the list says register, the page is open": ("Requires registration", "open", True),
    "both know of a door": ("Requires registration", "credentialed", False),
    "both say the same": ("You need to register first.", "registration", False),
    "the page does not say": ("Requires registration", "unknown", False),
    "the list's words say nothing": ("see there", "open", False),
    "the list says nothing": (None, "open", False),
}


@pytest.mark.parametrize(("listed", "found", "told"), CASES.values(), ids=CASES)
def test_a_list_and_a_page(db: Database, listed: str | None, found: str, told: bool) -> None:
    entry = an_entry("Atlas", access=listed)
    lists = [a_list(a_mention(ATLAS, entry=0), entries=[entry])]
    number = night(db, 0, saw(ATLAS), lists=lists)
    db.execute(
        "INSERT INTO fields (link, field, value, source, first_seen, last_seen) "
        "VALUES (1, 'access_tier', ?, 'json-ld', '2026-11-01', '2026-11-01')",
        [found],
    )
    for _ in range(2):
        write_contradictions(db, number)
    assert rows(db, "SELECT entry, kind, before, after FROM events") == (
        [(1, "contradiction", listed, found)] if told else []
    )
