from __future__ import annotations

import pytest
from lxml import etree

from reports.junit import render
from reports.model import Report
from tests.reports.sample import (
    BLOCKED,
    DEAD,
    DOWN,
    FULL,
    INVALID,
    MOVED,
    NEW,
    RECOVERED,
    SUSPECT,
    report_of,
)  # fmt: skip

OUTCOMES = {
    "a dead link fails": (DEAD, "failure"),
    "a link that is down fails": (DOWN, "failure"),
    "an address that cannot be tried fails": (INVALID, "failure"),
    "a moved link passes, and says where to": (MOVED, "system-out"),
    "a suspect is not believed yet": (SUSPECT, "system-out"),
    "where robots are kept out nothing is told": (BLOCKED, "skipped"),
    "a new link is not looked at yet": (NEW, "skipped"),
    "a link that is well passes": (RECOVERED, None),
}


def _top(report: Report) -> etree._Element:
    return etree.fromstring(render(report).encode())


@pytest.mark.parametrize("case", OUTCOMES)
def test_what_becomes_of_a_link(case: str) -> None:
    link, outcome = OUTCOMES[case]
    (told,) = _top(report_of(link)).iter("testcase")
    assert [child.tag for child in told] == ([outcome] if outcome else [])


def test_a_moved_link_says_where_to() -> None:
    assert str(MOVED.suggested_url) in str(_top(report_of(MOVED)).findtext(".//system-out"))


def test_every_link_has_one_case_and_a_name_of_its_own() -> None:
    cases = [(case.get("classname"), case.get("name")) for case in _top(FULL).iter("testcase")]
    assert len(cases) == len(set(cases)) == len(FULL.links)


@pytest.mark.parametrize("tag", ["failures", "skipped", "tests"])
def test_the_sums_of_the_suites_are_those_of_the_whole(tag: str) -> None:
    top = _top(FULL)
    suites = top.findall("testsuite")
    assert len(suites) == len({suite.get("name") for suite in suites}) == 2
    element = {"failures": "failure", "tests": "testcase"}.get(tag, tag)
    assert sum(int(str(suite.get(tag))) for suite in suites) == int(str(top.get(tag)))
    assert len(list(top.iter(element))) == int(str(top.get(tag)))
