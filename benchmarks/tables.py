"""Results as Markdown tables, each with what a reader has to know to judge it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns, rows, and remarks that belong below them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: str = ""

    def __str__(self) -> str:
        """The table as Markdown."""
        cells = [self.columns, ("---",) * len(self.columns), *self.rows]
        lines = [f"| {' | '.join(row)} |" for row in cells]
        return "\n".join([f"## {self.title}", "", *lines, "", self.remarks]).rstrip()
