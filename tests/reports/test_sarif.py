from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from crawler.store.reader import Place
from crawler.verdicts.verdict import Reason
from reports.model import Report
from reports.sarif import render
from tests.reports.sample import DEAD, FULL, QUIET, VOID, report_of


def _run(report: Report) -> Any:
    log = json.loads(render(report))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def _where(place: Place) -> Any:
    (result,) = _run(report_of(replace(DEAD, places=(place,))))["results"]
    return result["locations"][0]["physicalLocation"]


def test_there_is_a_result_for_each_mention_that_needs_doing_worst_first() -> None:
    results = _run(FULL)["results"]
    assert len(results) == sum(len(link.places) for link in FULL.links if link.needs_doing)
    levels = [result["level"] for result in results]
    assert levels == sorted(levels)
    assert set(levels) == {"error", "warning"}


def test_rules_are_reasons_and_each_result_has_its_own() -> None:
    run = _run(FULL)
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} <= {reason.value for reason in Reason}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)


def test_a_region_is_the_address_as_it_is_written() -> None:
    place = Place("water", "lists/my water.md", 7, 5, None, "https://a.example/ä")
    assert _where(place) == {
        "artifactLocation": {"uri": "lists/my%20water.md"},
        "region": {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 24},
    }


def test_a_region_over_a_line_end_only_says_where_it_begins() -> None:
    place = Place("water", "lists/water.md", 7, 5, None, "https://a.example/\nb")
    assert _where(place)["region"] == {"startLine": 7, "startColumn": 5}


def test_a_list_from_the_web_is_called_by_its_address() -> None:
    place = Place("water", "https://lists.example.org/water.md", 7, 5, None, "x")
    assert _where(place)["artifactLocation"] == {"uri": "https://lists.example.org/water.md"}


def _prints(*places: Place) -> list[str]:
    results = _run(report_of(replace(DEAD, places=places)))["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_a_mention_that_moves_down_its_list_is_still_the_same_and_twins_are_two() -> None:
    place, earth = DEAD.places
    lower = replace(place, line=999)
    assert _prints(place) == _prints(lower)
    assert len(set(_prints(place, lower, earth))) == 3


def test_the_worst_are_sent_and_the_rest_is_counted() -> None:
    places = tuple(replace(DEAD.places[0], line=line) for line in range(1, 5_003))
    run = _run(report_of(replace(DEAD, places=places)))
    assert (len(run["results"]), run["properties"]["left_out"]) == (5_000, 2)


def test_a_void_night_closes_no_alert_and_a_quiet_one_has_none() -> None:
    assert _run(VOID)["results"]
    assert _run(QUIET)["results"] == []
