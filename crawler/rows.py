"""Rows in every form a person or a program may want: a table, JSON, JSON lines, CSV, Markdown."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = dict[str, Any]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str, out: TextIO) -> None:
    """Write rows to `out`; what was scraped cannot steer a terminal or a spreadsheet."""
    match form:
        case "json":
            out.write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")
        case "jsonl":
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        case "csv":
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_csv_cell(row[column]) for column in columns] for row in rows)
        case "markdown":
            out.write(_markdown(rows, columns))
        case _:
            _table(rows, columns, out)


def plain(value: Any) -> str:
    """A value as one line of text that is safe on a terminal."""
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return _CONTROL.sub(" ", text)


def _csv_cell(value: Any) -> str:
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _markdown(rows: Iterable[Row], columns: Sequence[str]) -> str:
    lines = [columns, ["---"] * len(columns)]
    lines += [[_markdown_cell(row[column]) for column in columns] for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _markdown_cell(value: Any) -> str:
    return re.sub(r"([\\|`*_\[\]<>])", r"\\\1", plain(value))


def _table(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(row[column])) for column in columns))
    Console(file=out, highlight=False, soft_wrap=False).print(table)
