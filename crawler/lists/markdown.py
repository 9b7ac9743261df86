"""Markdown to blocks: what kind each is, its own text, and where that stands in the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from crawler.lists.spans import Lines, Piece, piece_of_lines


class Form(StrEnum):
    """What kind of block a piece of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    HTML = "html"
    CODE = "code"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Item:
    """The list item a block stands in: which one, how deep, its marker, and the one around it."""

    id: int
    depth: int
    number: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table: which table, row and column (all from 0)."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a list, in the order of the text."""

    form: Form
    piece: Piece
    line: int
    last: int
    level: int = 0
    item: Item | None = None
    opens: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A list taken apart: its blocks, and the addresses its references are defined as."""

    blocks: tuple[Block, ...]
    references: dict[str, str]


def _reference_but_no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    # `[^1]: [Name](address)` would pass for a definition whose address is `[Name](address)`.
    position = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("[^", position):
        return False
    return reference(state, start, end, silent)


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("js-default", {"html": True, "inline_definitions": True})
    markdown.disable(["inline", "text_join", "linkify", "replacements", "smartquotes"], True)
    markdown.block.ruler.at("reference", _reference_but_no_footnote)
    # Addresses stay as written, and the odd ones are judged later.
    setattr(markdown, "normalizeLink", str)  # noqa: B010
    setattr(markdown, "validateLink", bool)  # noqa: B010
    return markdown


_PARSER = _parser()


def parse(text: str, lines: Lines) -> Page:
    """Take a list's text apart into blocks; their inline content is left as written."""
    env: dict[str, dict[str, dict[str, str]]] = {}
    tokens = _PARSER.parse(text, env)
    references = {label: found["href"] for label, found in env.get("references", {}).items()}
    return Page(tuple(_Walk(lines).blocks(tokens)), references)


class _Walk:
    """One pass over block tokens, remembering the list item and the table they stand in."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._items: list[Item] = []
        self._fresh = False
        self._count = 0
        self._level = 0
        self._tables = -1
        self._row = -1
        self._column = -1
        self._in_table = False
        self._cells: list[tuple[int, int]] = []

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        steps: dict[str, Callable[[Token], None]] = {
            "list_item_open": self._enter_item,
            "list_item_close": self._leave_item,
            "heading_open": self._enter_heading,
            "heading_close": self._leave_heading,
            "table_open": self._enter_table,
            "table_close": self._leave_table,
            "tr_open": self._enter_row,
            "th_open": self._enter_cell,
            "td_open": self._enter_cell,
        }
        for token in tokens:
            step = steps.get(token.type)
            if step is not None:
                step(token)
                continue
            block = self._block(token)
            if block is not None:
                self._fresh = False
                yield block

    def _enter_item(self, token: Token) -> None:
        number = token.info + token.markup if token.info else ""
        parent = self._items[-1].id if self._items else None
        self._items.append(Item(self._count, len(self._items) + 1, number, parent))
        self._count += 1
        self._fresh = True

    def _leave_item(self, _token: Token) -> None:
        self._items.pop()
        self._fresh = False

    def _enter_heading(self, token: Token) -> None:
        self._level = int(token.tag[1:])

    def _leave_heading(self, _token: Token) -> None:
        self._level = 0

    def _enter_table(self, _token: Token) -> None:
        self._tables += 1
        self._row = -1
        self._in_table = True

    def _leave_table(self, _token: Token) -> None:
        self._in_table = False

    def _enter_row(self, token: Token) -> None:
        self._cells = _cells(self._lines.text(token.map[0])) if token.map else []
        self._row += 1
        self._column = -1

    def _enter_cell(self, _token: Token) -> None:
        self._column += 1

    def _block(self, token: Token) -> Block | None:
        if token.map is None:
            return None
        first, last = token.map
        form = self._form(token)
        if form is None:
            return None
        cell = Cell(self._tables, self._row, self._column) if self._in_table else None
        if cell is not None:
            piece = self._cell_piece(first, cell.column)
        else:
            piece = self._piece(token, form, first, last)
        item = self._items[-1] if self._items else None
        return Block(form, piece, first, last, self._level, item, self._fresh, cell)

    def _form(self, token: Token) -> Form | None:
        if token.type == "inline":
            if self._in_table:
                return Form.CELL
            return Form.HEADING if self._level else Form.PARAGRAPH
        return {
            "html_block": Form.HTML,
            "fence": Form.CODE,
            "code_block": Form.CODE,
            "definition": Form.DEFINITION,
        }.get(token.type)

    def _piece(self, token: Token, form: Form, first: int, last: int) -> Piece:
        if form is Form.DEFINITION:
            whole = "\n".join(self._lines.text(number) for number in range(first, last))
            return piece_of_lines(self._lines, first, whole)
        opening = 1 if token.type == "fence" else 0
        return piece_of_lines(self._lines, first + opening, token.content.rstrip("\n"))

    def _cell_piece(self, number: int, column: int) -> Piece:
        line, first = self._lines.text(number), self._lines.start(number)
        end = len(line)
        start, end = self._cells[column] if column < len(self._cells) else (end, end)
        return Piece(line[start:end], (0,), (first + start,))


_BEFORE_CELLS = re.compile(r"[\s>]*(?:[-+*]\s+|\d+[.)]\s+)?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


def _cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a table's row stand in its line, without the blanks around them."""
    # Quote marks and list markers stand before the first pipe of a row that has an outer one.
    before = _BEFORE_CELLS.match(line)
    start = before.end() if before else 0
    cuts = [found.start() for found in _PIPE.finditer(line, start)]
    if cuts[:1] != [start]:
        cuts.insert(0, start - 1)
    cells = []
    for begin, end in pairwise([*cuts, len(line)]):
        text = line[begin + 1 : end]
        cells.append((begin + 1 + len(text) - len(text.lstrip()), begin + 1 + len(text.rstrip())))
    return cells
