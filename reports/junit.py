"""The report as JUnit XML: a suite a list, a test case a link; what is dead or down has failed."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from xml.etree.ElementTree import Element

from crawler.store.reader import LinkRow
from reports import links, tasks
from reports.model import STATES, Report
from reports.tree import add, document, root
from reports.words import day

_FAILS = ("dead", "down", "invalid")


def render(report: Report) -> str:
    """The whole document. A link of several lists is a case of the first of them."""
    failed, skipped = _outcomes(report.links)
    top = root(
        "testsuites",
        {"name": "linkvitals", **_numbers(len(report.links), failed, skipped)},
    )
    for name, found in groupby(sorted(report.links, key=_list), key=_list):
        _suite(top, name, list(found), report)
    return document(top)


def _list(link: LinkRow) -> str:
    return link.places[0].list


def _suite(top: Element, name: str, found: list[LinkRow], report: Report) -> None:
    numbers = _numbers(len(found), *_outcomes(found))
    began = report.night.started.removesuffix("Z")
    suite = add(top, "testsuite", attributes={"name": name, **numbers, "timestamp": began})
    states = Counter(link.state for link in found)
    told = {"needs_doing": sum(link.needs_doing for link in found)}
    told |= {state: states[state] for state in STATES}
    properties = add(suite, "properties")
    for key, number in told.items():
        add(properties, "property", attributes={"name": key, "value": str(number)})
    for link in found:
        _case(suite, link)


def _case(suite: Element, link: LinkRow) -> None:
    """No state and no night in its name: trends are told by it."""
    first = link.places[0]
    case = add(
        suite,
        "testcase",
        attributes={
            "classname": first.list,
            "name": f"{links.name(link)} (link {link.id})",
            "file": first.location,
            "line": str(first.line),
            "time": _seconds(link.response_ms),
        },
    )
    if _fails(link):
        kind = {"message": tasks.message(link), "type": tasks.group_of(link)}
        add(case, "failure", _evidence(link), kind)
    elif why := _not_told(link):
        add(case, "skipped", attributes={"message": why})
    elif link.needs_doing:
        add(case, "system-out", tasks.message(link))
    elif link.verdict != "ok":
        add(case, "system-out", _evidence(link))


def _fails(link: LinkRow) -> bool:
    return link.needs_doing and tasks.group_of(link) in _FAILS


def _not_told(link: LinkRow) -> str:
    """Why a case neither passes nor fails: its keeper has muted it, or we cannot tell."""
    if link.muted_until:
        return f"muted until {day(link.muted_until)}: {link.muted_why or 'no reason given'}"
    return links.evidence(link) if link.state in ("unverified", "new") else ""


def _evidence(link: LinkRow) -> str:
    where, more = links.places(link)
    parts = [link.url, links.evidence(link), links.advice(link), ", ".join(where), more]
    return " ".join(filter(None, parts))


def _outcomes(found: tuple[LinkRow, ...] | list[LinkRow]) -> tuple[int, int]:
    failed = sum(map(_fails, found))
    return failed, sum(bool(_not_told(link)) and not _fails(link) for link in found)


def _numbers(tests: int, failed: int, skipped: int) -> dict[str, str]:
    told = {"tests": tests, "failures": failed, "errors": 0, "skipped": skipped}
    return {name: str(number) for name, number in told.items()}


def _seconds(milliseconds: int | None) -> str:
    return f"{(milliseconds or 0) / 1000:.3f}"
