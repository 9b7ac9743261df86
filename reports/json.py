"""The report as JSON, for programs: report.schema.json says what stands in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from crawler.store.reader import LinkRow, NightRow
from reports import links, sentences
from reports.escape import json_text
from reports.model import Change, Report

VERSION = 1
"""Goes up when a property changes its meaning or goes away; new ones may come at any time."""


def render(report: Report) -> str:
    """The whole document; values are as the store has them, escaped where a page would trip."""
    return json_text(
        {
            "version": VERSION,
            "generated": report.generated,
            "headline": sentences.headline(report),
            "figures": sentences.figures(report) if report.links else "",
            "notes": list(sentences.notes(report)),
            "counts": dict(report.counts),
            "night": _night(report.night),
            "nights": [_night(night) for night in report.nights],
            "lists": [asdict(row) for row in report.lists],
            "changes": [_change(change) for change in report.changes],
            "certificates": [
                {"host": end.host, "expires": end.expires, "links": [link.id for link in end.links]}
                for end in report.ending
            ],
            "links": [_link(link) for link in report.links],
        }
    )


def _night(night: NightRow) -> dict[str, Any]:
    return asdict(night) | {"counts": dict(night.counts)}


def _change(change: Change) -> dict[str, Any]:
    event = asdict(change.event)
    return event | {"subject": links.subject(change), "told": sentences.happened(change)}


def _link(link: LinkRow) -> dict[str, Any]:
    return asdict(link) | {
        "name": links.name(link),
        "needs_doing": link.needs_doing,
        "evidence": links.evidence(link),
        "advice": links.advice(link),
    }
