"""The report as SARIF 2.1.0, as code hosts read it: a result for each mention that needs doing."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from crawler.located import is_address
from crawler.verdicts.verdict import CAUSES, Reason
from reports.escape import clickable, json_text, visible
from reports.model import Report
from reports.tasks import Task, message, tasks

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST = 5_000
"""GitHub shows so many and chooses by itself; we send the worst."""


def render(report: Report) -> str:
    """The whole log, of one run."""
    found = tasks(report)
    told = found[:_MOST]
    rules = sorted({str(task.link.reason) for task in told})
    run = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "linkvitals/"},
        "columnKind": "unicodeCodePoints",
        "results": _results(told, rules),
        "properties": {**report.counts, "left_out": len(found) - len(told)},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, rules: list[str]) -> dict[str, Any]:
    version = visible(report.night.version)
    return {"name": "linkvitals", "version": version, "rules": [_rule(name) for name in rules]}


def _rule(reason: str) -> dict[str, Any]:
    cause = CAUSES[Reason(reason)]
    return {
        "id": reason,
        "name": "".join(part.capitalize() for part in reason.split("-")),
        "shortDescription": {"text": cause.meaning},
        "fullDescription": {"text": f"{cause.meaning} {cause.advice}"},
        "help": {"text": cause.advice},
        "properties": {"tags": ["link", cause.verdict.value]},
    }


def _results(told: list[Task], rules: list[str]) -> list[dict[str, Any]]:
    seen: Counter[tuple[str, ...]] = Counter()
    results = []
    for task in told:
        reason, uri = str(task.link.reason), _uri(task.place.location)
        same = (reason, task.place.location, task.link.url)
        seen[same] += 1
        results.append(
            {
                "ruleId": reason,
                "ruleIndex": rules.index(reason),
                "level": task.level,
                "message": {"text": message(task.link)},
                "locations": [_location(task, uri)],
                "partialFingerprints": {"primaryLocationLineHash": _print_of(same, seen[same])},
                "properties": {"link": task.link.id, "group": task.group},
            }
        )
    return results


def _location(task: Task, uri: str) -> dict[str, Any]:
    region = {"startLine": task.place.line, "startColumn": task.place.column}
    if task.end_column:
        region |= {"endLine": task.place.line, "endColumn": task.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _uri(location: str) -> str:
    """A list's address, or its path as it is called from where the crawl was started."""
    address = clickable(location) if is_address(location) else None
    return address or quote(visible(location), safe="/") or "list"


def _print_of(same: tuple[str, ...], occurrence: int) -> str:
    """Never of the line: a mention that moves down a list is still the same."""
    text = "\0".join([*same, str(occurrence)])
    return f"{sha256(text.encode('utf-8', 'backslashreplace')).hexdigest()[:16]}:{occurrence}"
