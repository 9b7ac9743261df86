from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reports.atom import render
from reports.model import Report
from tests.reports.sample import CHANGES, FULL, VOID

ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(report: Report) -> etree._Element:
    return etree.fromstring(render(report).encode())


def _ids(report: Report) -> list[str]:
    return [str(entry.findtext(f"{ATOM}id")) for entry in _feed(report).iter(f"{ATOM}entry")]


def test_there_is_an_entry_for_each_event_with_an_id_of_its_own() -> None:
    assert len(set(_ids(FULL))) == len(FULL.changes) > 1


def test_ids_do_not_depend_on_when_the_report_is_written_or_what_else_is_in_it() -> None:
    later = replace(FULL, generated="2027-01-01T00:00:00Z", changes=CHANGES[1:3], links=())
    assert _ids(later) == _ids(FULL)[1:3]
    assert _feed(later).findtext(f"{ATOM}id") == _feed(FULL).findtext(f"{ATOM}id")
    assert _feed(later).findtext(f"{ATOM}updated") == FULL.night.finished


def test_a_void_night_has_no_entry() -> None:
    assert _ids(VOID) == []


def test_feed_and_entries_have_all_that_the_standard_wants() -> None:
    feed = _feed(FULL)
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(node.findall(ATOM + name)) == 1
            assert node.findtext(ATOM + name)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert all(entry.findtext(f"{ATOM}content") for entry in feed.iter(f"{ATOM}entry"))
