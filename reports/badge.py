"""The report as a badge: an SVG picture, or the JSON that shields.io draws one from."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from crawler.clock import from_text
from reports import sentences
from reports.escape import json_text
from reports.model import Report
from reports.tree import add, document, root

_FRESH = timedelta(days=3)
_LABEL = "links"
_GREY, _BLUE, _AMBER = "#595959", "#1a6d9c", "#8a5a00"
_CHARACTER, _MARGIN, _HEIGHT = 7, 6, 20


class _Badge(NamedTuple):
    message: str
    colour: str


def render(report: Report) -> str:
    """The picture; whoever cannot see it hears the numbers."""
    told = _told(report)
    left = _width(_LABEL)
    whole = left + _width(told.message)
    svg = root(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(whole),
            "height": str(_HEIGHT),
            "viewBox": f"0 0 {whole} {_HEIGHT}",
            "role": "img",
            "aria-label": f"{_LABEL}: {told.message}",
        },
    )
    add(svg, "title", sentences.in_numbers(report))
    for x, width, colour in ((0, left, "#333333"), (left, whole - left, told.colour)):
        box = {"x": str(x), "width": str(width), "height": str(_HEIGHT), "fill": colour}
        add(svg, "rect", attributes=box)
    for x, text in ((0, _LABEL), (left, told.message)):
        add(svg, "text", text, _text(x + _MARGIN, len(text)))
    return document(svg)


def render_endpoint(report: Report) -> str:
    """What shields.io asks for at an endpoint."""
    told = _told(report)
    badge = {"schemaVersion": 1, "label": _LABEL, "message": told.message, "color": told.colour}
    return json_text(badge | ({} if report.links else {"isError": True}))


def _told(report: Report) -> _Badge:
    """The numbers, never a colour alone; old numbers and those of no night are not told."""
    if not report.links:
        return _Badge("none found", _GREY)
    night = report.counted
    if night is None or from_text(report.generated) - from_text(night.started) > _FRESH:
        return _Badge("no fresh data", _GREY)
    verified = len(report.links) - report.states["unverified"] - report.states["new"]
    alive, doing = f"{report.states['alive']:,} of {verified:,} alive", report.needs_doing
    return _Badge(f"{alive}, {doing:,} to do", _AMBER if doing else _BLUE)


def _width(text: str) -> int:
    return len(text) * _CHARACTER + 2 * _MARGIN


def _text(x: int, length: int) -> dict[str, str]:
    """Where a text stands and how wide it is, in whatever font there is."""
    return {
        "x": str(x),
        "y": "14",
        "fill": "#ffffff",
        "font-family": "Verdana, DejaVu Sans, sans-serif",
        "font-size": "11",
        "textLength": str(length * _CHARACTER),
        "lengthAdjust": "spacingAndGlyphs",
    }
