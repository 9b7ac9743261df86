"""Every face by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reports import atom, badge, csv, github, html, json, junit, markdown, sarif
from reports.model import Report

FACES: Mapping[str, Callable[[Report], str]] = {
    "html": html.render,
    "markdown": markdown.render,
    "json": json.render,
    "csv": csv.render,
    "atom": atom.render,
    "junit": junit.render,
    "sarif": sarif.render,
    "github": github.render,
    "badge": badge.render,
    "badge-json": badge.render_endpoint,
}
"""Each takes the one report and gives a text; the same report gives the same text."""
