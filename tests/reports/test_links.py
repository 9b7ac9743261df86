from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.store.reader import LinkRow
from crawler.verdicts.verdict import Reason
from reports import links
from tests.reports.sample import (
    BLOCKED,
    DEAD,
    DEAD_SILENT,
    DOWN,
    DOWN_BLOCKED,
    FULL,
    INSECURE,
    MOVED,
    NEW,
    RECOVERED,
    RESTRICTED,
    SKIPPED,
    SUSPECT,
)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_and_advice(reason: Reason) -> None:
    link = replace(RECOVERED, verdict=reason.verdict.value, reason=reason.value)
    for told in (links.evidence(link), links.advice(link)):
        assert told[0].isupper() or told.startswith("robots.txt")
        assert told.endswith(".")


@pytest.mark.parametrize(
    ("link", "name"),
    [
        (DEAD, "River Atlas"),
        (MOVED, "Coastal tides"),
        (RESTRICTED, "health.example.edu"),
        (NEW, "young.example.org/a"),
        (replace(MOVED, title=" \n\t"), "tides.example.org/data"),
        (replace(MOVED, title="Coastal\n  tides"), "Coastal tides"),
    ],
    ids=["as the list calls it", "else as the page does", "never as its door does",
         "else by its address", "a blank title is none", "on one line"],
)  # fmt: skip
def test_a_link_is_called(link: LinkRow, name: str) -> None:
    assert links.name(link) == name


@pytest.mark.parametrize(
    ("link", "evidence"),
    [
        (DEAD, "HTTP 404. The server does not know this address."),
        (DEAD_SILENT, "Nobody takes the connection."),
        (MOVED, "The server says that this address has changed for good."),
        (INSECURE, "The page's certificate has expired. It ended on 10 Nov 2026."),
        (NEW, "Not looked at yet."),
    ],
    ids=["a status and its meaning", "a fault has no status", "a move's 200 tells nothing",
         "when a certificate ended", "no look, no evidence"],
)  # fmt: skip
def test_the_evidence_is(link: LinkRow, evidence: str) -> None:
    assert links.evidence(link) == evidence


@pytest.mark.parametrize(
    ("link", "advice"),
    [
        (DEAD_SILENT, "Find where the data set lives now, or remove the link."),
        (DOWN, "Wait a little longer: it may come back, and is called dead if it does not."),
        (DOWN_BLOCKED, "Open it in a browser: a person may get through where a robot may not."),
        (SUSPECT, "Wait: it is looked at again tomorrow, and told if it lasts."),
        (NEW, ""),
    ],
    ids=["nobody waits for the dead", "one waits for what is down", "a wall needs a person",
         "a first failure needs nothing", "no look, no advice"],
)  # fmt: skip
def test_the_advice_is(link: LinkRow, advice: str) -> None:
    assert links.advice(link) == advice


@pytest.mark.parametrize(
    ("link", "facts"),
    [
        (DEAD, ("Dead since 12 Nov 2026, failing since 5 Nov 2026 (15 nights)",
                "Last seen alive 4 Nov 2026")),
        (SUSPECT, ("Failing since 19 Nov 2026 (1 night)", "Last seen alive 18 Nov 2026")),
        (DEAD_SILENT, ("Dead since 12 Nov 2026, failing since 30 Oct 2026 (20 nights)",
                       "Never seen alive by us")),
        (MOVED, ("Since 17 Nov 2026 (3 nights)",)),
        (BLOCKED, ("Since 17 Nov 2026 (3 nights)", "Never seen alive by us")),
        (SKIPPED, ()),
        (NEW, ()),
    ],
    ids=["dead", "suspect", "never alive", "moved", "blocked", "skipped", "new"],
)  # fmt: skip
def test_the_age_is_told_in_days_and_nights(link: LinkRow, facts: tuple[str, ...]) -> None:
    assert links.facts(link, FULL) == facts


def test_places_are_list_and_line_and_the_rest_is_counted() -> None:
    assert links.places(DEAD) == (("water:123", "earth:8"), "")
    told, more = links.places(MOVED)
    assert told[0] == "water:40"
    assert len(told) == 6
    assert more == "and 4 places more"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/", "example.org"),
        ("http://example.org/a/", "example.org/a/"),
        ("ftp://example.org/", "ftp://example.org/"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_an_address_is_printed_without_what_goes_without_saying(address: str, shown: str) -> None:
    assert links.shown(address) == shown
