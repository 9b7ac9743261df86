"""Rows in every form a person or a program may want: a table, JSON, JSON lines, CSV, Markdown."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from rich.cells import cell_len
from rich.text import Text

from crawler.console import aligned, console_on, show

Row = dict[str, Any]

# C1 controls, invisible marks, and all that makes text run the other way or hides it.
_STEERING = "\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f"
_CONTROL = re.compile(rf"[\x00-\x1f{_STEERING}]+")
_TO_ESCAPE_IN_JSON = re.compile(rf"[{_STEERING}\ud800-\udfff]")
_FORMULA = tuple("=+-@＝＋－＠")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|&~$])")
_INDENT = "    "


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str, out: TextIO) -> None:
    """Write rows to `out`; what was scraped cannot steer a terminal or a spreadsheet."""
    console_on(out)
    match form:
        case "json":
            out.write(_json(list(rows), out, indent=2))
        case "jsonl":
            out.writelines(_json(row, out) for row in rows)
        case "csv":
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_csv_cell(row[column]) for column in columns] for row in rows)
        case "markdown":
            out.write(_markdown(rows, columns))
        case _:
            _table(list(rows), columns, out)


def plain(value: Any) -> str:
    r"""A value as one line of text that is safe on a terminal.

    >>> plain(["a\x1b[31m", 5]), plain(None)
    ('a [31m, 5', '')
    """
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return _CONTROL.sub(" ", text)


def _json(value: Any, out: TextIO, indent: int | None = None) -> str:
    """A value as JSON: characters as themselves, unless they steer or `out` cannot take them."""
    text = json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
    text = _TO_ESCAPE_IN_JSON.sub(lambda odd: json.dumps(odd[0])[1:-1], text)
    try:
        text.encode(out.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent) + "\n"
    return text


def _csv_cell(value: Any) -> str:
    text = plain(value)
    is_formula = len(text) > 1 and text.lstrip().startswith(_FORMULA)
    return f"'{text}" if is_formula else text


def _markdown(rows: Iterable[Row], columns: Sequence[str]) -> str:
    lines = [columns, ["---"] * len(columns)]
    lines += [[_markdown_cell(row[column]) for column in columns] for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _markdown_cell(value: Any) -> str:
    """Text as text, addresses as links: neither can become anything else."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_markdown_cell, value))
    text = plain(value)
    if _ADDRESS.fullmatch(text):
        return f"<{text}>".replace("|", "\\|")
    return _MARKDOWN.sub(r"\\\1", text)


def _table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """A row a line; where a terminal is too narrow, the last column goes below, an item a line."""
    cells = [[Text(plain(row[column])) for column in columns] for row in rows]
    lines = aligned([[Text(column, "bold") for column in columns], *cells])
    console = console_on(out)
    if console.is_terminal and max(cell_len(line.plain) for line in lines) > console.width:
        heads = aligned(
            [[Text(column, "bold") for column in columns[:-1]], *(row[:-1] for row in cells)]
        )
        lines = heads[:1]
        for row, head in zip(rows, heads[1:], strict=True):
            lines += [head, *_below(row[columns[-1]])]
    show(out, lines)


def _below(value: Any) -> list[Text]:
    items = value if isinstance(value, (list, tuple)) else [value]
    return [Text(_INDENT + plain(item), "dim") for item in items]
