"""Where text for people goes: colours on terminals only, and nothing is ever cut or folded.

A terminal wraps long lines by itself and still lets an address be copied whole; a file keeps
every line as long as it is.
"""

from __future__ import annotations

import io
import os
import textwrap
from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP = "  "
_LEAST_WIDTH = 20


def console_on(out: TextIO) -> Console:
    """A console on this stream; with NO_COLOR not one escape sequence leaves it."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors="backslashreplace")
    return Console(
        file=out,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )


def show(out: TextIO, lines: Iterable[Text]) -> None:
    """Write lines as they are, in colour where somebody sees it."""
    console = console_on(out)
    for line in lines:
        if console.is_terminal:
            console.print(line, soft_wrap=True)
        else:
            out.write(f"{line.plain.rstrip()}\n")


def wrapped(text: str, console: Console, indent: int) -> list[str]:
    """Text in lines that fit a terminal right of an indent; no word, so no address, is cut."""
    if not console.is_terminal:
        return [text]
    width = max(console.width - indent, _LEAST_WIDTH)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def aligned(rows: Sequence[Sequence[Text]], right: Collection[int] = ()) -> list[Text]:
    """Rows with their cells one below the other; the columns in `right` end where they end.

    >>> [line.plain for line in aligned([[Text("a"), Text("5")], [Text("list"), Text("12")]], {1})]
    ['a      5', 'list  12']
    """
    widths = [max(cell_len(cell.plain) for cell in column) for column in zip(*rows, strict=True)]
    return [_line(row, widths, right) for row in rows]


def _line(row: Sequence[Text], widths: Sequence[int], right: Collection[int]) -> Text:
    line = Text()
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - cell_len(cell.plain))
        line.append(GAP if at else "").append(space if at in right else "").append_text(cell)
        if at not in right and at < len(row) - 1:
            line.append(space)
    return line
