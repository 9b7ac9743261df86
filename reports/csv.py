"""The report as a table: a row a link, for a spreadsheet. No cell is ever a formula."""

from __future__ import annotations

from io import StringIO

from crawler.rows import Row, write_rows
from crawler.store.reader import LinkRow
from reports import links
from reports.escape import visible
from reports.model import Report

COLUMNS = (
    "state", "needs_doing", "verdict", "reason", "http_status", "name", "url", "suggested_url",
    "since", "failing_since", "last_ok", "muted_until", "list", "line", "column", "places",
)  # fmt: skip
"""What is known of a link, in this order; new columns come at the end."""


def render(report: Report) -> str:
    """The whole table, links in the order of their lists."""
    out = StringIO()
    write_rows(map(_row, report.links), COLUMNS, "csv", out)
    return out.getvalue()


def _row(link: LinkRow) -> Row:
    first = link.places[0]
    known = {column: getattr(link, column, None) for column in COLUMNS}
    told = known | {
        "needs_doing": "yes" if link.needs_doing else "no",
        "name": links.name(link),
        "list": first.list,
        "line": first.line,
        "column": first.column,
        "places": len(link.places),
    }
    return {key: visible(cell) if isinstance(cell, str) else cell for key, cell in told.items()}
