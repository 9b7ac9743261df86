from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree

from reports.badge import render, render_endpoint
from tests.reports.sample import EMPTY, FULL, QUIET, VOID

MESSAGES = {
    "what needs doing is told": (FULL, "19 of 24 alive, 6 to do"),
    "nothing needs doing": (QUIET, "1 of 1 alive, 0 to do"),
    "a void night stands on the one before": (
        replace(VOID, generated="2026-11-17T04:00:00Z"),
        "19 of 24 alive, 6 to do",
    ),
    "nothing to watch": (EMPTY, "none found"),
    "old numbers are not told": (replace(FULL, generated="2026-11-22T03:00:01Z"), "no fresh data"),
    "those of no night neither": (replace(VOID, nights=VOID.nights[:1]), "no fresh data"),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_what_a_badge_says(case: str) -> None:
    report, message = MESSAGES[case]
    told = json.loads(render_endpoint(report))
    assert (told["schemaVersion"], told["message"]) == (1, message)
    assert told.get("isError", False) == (report is EMPTY)
    top = etree.fromstring(render(report).encode())
    assert top.get("aria-label") == f"links: {message}"


@pytest.mark.parametrize("case", MESSAGES)
def test_its_words_stay_inside_their_boxes(case: str) -> None:
    top = etree.fromstring(render(MESSAGES[case][0]).encode())
    svg = "{http://www.w3.org/2000/svg}"
    boxes = [(int(str(b.get("x"))), int(str(b.get("width")))) for b in top.iter(f"{svg}rect")]
    texts = [(int(str(t.get("x"))), int(str(t.get("textLength")))) for t in top.iter(f"{svg}text")]
    assert sum(width for _, width in boxes) == int(str(top.get("width")))
    for (left, width), (x, length) in zip(boxes, texts, strict=True):
        assert left < x
        assert x + length < left + width
