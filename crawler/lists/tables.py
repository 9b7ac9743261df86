"""Tables: which column names the entries, and what the other columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.lists.find import Find, Way
from crawler.lists.markdown import Block, Cell, Form
from crawler.lists.names import cleaned, plain
from crawler.lists.roles import generic
from crawler.lists.shelf import Now, Shelf

_NAME = re.compile(
    r"\b(?:name|title|data ?sets?|data ?bases?|resource|challenge|corpus|cohort|project|repository"
    r"|tool|model|source|collection|benchmark)\b|名称|数据集|数据库|名字|资源|标题",
    re.IGNORECASE,
)
_BEST_NAME = re.compile(
    r"\b(?:name|title|data ?set|data ?base)\b|名称|数据集|数据库", re.IGNORECASE
)
_LINK_WORDS = re.compile(
    r"\b(?:links?|urls?|download|paper|code|website|page)\b|链接|下载|论文", re.IGNORECASE
)
_COUNT = re.compile(r"^(?:#|no\.?|id|index|编号|序号|rank|year|年份)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that lists entries: the column of their names, and the headers."""

    name: int
    headers: tuple[str, ...]


def tables(blocks: Sequence[Block], finds: Sequence[list[Find]]) -> dict[int, Table]:
    """The tables (by their number) whose rows are entries; tables of mere figures are left out."""
    headers: dict[int, list[str]] = {}
    linked: dict[int, set[int]] = {}
    for block, found in zip(blocks, finds, strict=True):
        if block.form is not Form.CELL or block.cell is None:
            continue
        if block.cell.row == 0:
            headers.setdefault(block.cell.table, []).append(plain(block.piece.content))
        elif any(find.way not in (Way.IMAGE, Way.UNDEFINED) for find in found):
            linked.setdefault(block.cell.table, set()).add(block.cell.column)
    return {
        number: Table(_name_column(names, linked.get(number, set())), tuple(names))
        for number, names in headers.items()
        if number in linked or any(_BEST_NAME.search(name) for name in names)
    }


def _name_column(headers: list[str], linked: set[int]) -> int:
    for wanted in (_BEST_NAME, _NAME):
        for column, header in enumerate(headers):
            if wanted.search(header) and not _LINK_WORDS.search(header):
                return column
    candidates = [column for column, header in enumerate(headers) if not _COUNT.match(header)]
    named = [column for column in candidates if not _LINK_WORDS.search(headers[column])]
    return next((column for column in named if column in linked), (named or candidates or [0])[0])


class Rows:
    """Reads the cells of tables: a row of a table that lists entries is one."""

    def __init__(self, shelf: Shelf, now: Now) -> None:
        """Read onto `shelf`, beginning where `now` stands."""
        self._shelf = shelf
        self._now = now
        self._tables = tables(shelf.blocks, shelf.finds)
        self._row: tuple[int, int] | None = None
        self._entry: int | None = None

    def read(self, number: int, cell: Cell) -> None:
        """Give a cell's links to its row's entry, under the name of the column."""
        table = self._tables.get(cell.table)
        if table is None or cell.row == 0:
            self._shelf.own(self._now, number, self._now.current)
            return
        if (cell.table, cell.row) != self._row:
            self._row = (cell.table, cell.row)
            self._entry = self._entry_of(number + table.name, table)
        header = table.headers[cell.column] if cell.column < len(table.headers) else ""
        words = "" if cell.column == table.name else header
        self._shelf.own(self._now, number, self._entry, words)

    def _entry_of(self, number: int, table: Table) -> int | None:
        block = self._shelf.blocks[min(number, len(self._shelf.blocks) - 1)]
        if block.cell is None or block.cell.column != table.name:
            return self._now.current
        name = cleaned(_BREAK.split(block.piece.content, maxsplit=1)[0])
        if generic(name) or (self._now.current is not None and _ADDRESS.match(name)):
            return self._now.current
        return self._shelf.new(self._now, name, block.line + 1, self._now.current)


_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
