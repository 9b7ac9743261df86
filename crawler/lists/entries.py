"""Entries: one walk over a list's blocks that hands every link to the entry it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.lists.find import Find
from crawler.lists.gather import Place
from crawler.lists.heads import heading_name
from crawler.lists.items import Items
from crawler.lists.markdown import Block, Form
from crawler.lists.names import cleaned, counted, number_of, plain
from crawler.lists.outline import Heading, Rank, outline
from crawler.lists.paragraphs import Paragraphs
from crawler.lists.shelf import Now, Shelf
from crawler.lists.tables import Rows


def shelved(blocks: Sequence[Block], finds: Sequence[list[Find]], places: Sequence[Place]) -> Shelf:
    """All entries of a list, with the owner of every link."""
    shelf = Shelf(blocks, finds, places)
    walk = _Walk(shelf)
    for number, block in enumerate(blocks):
        walk.step(number, block)
    shelf.hand_out_definitions()
    return shelf


class _Walk:
    """The walk itself: headings here, everything else by readers of its kind."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._now = Now()
        self._headings = outline(shelf.blocks, shelf.finds)
        self._paragraphs = Paragraphs(shelf, self._now, bool(self._headings))
        self._items = Items(shelf, self._now)
        self._rows = Rows(shelf, self._now)
        self._sections: list[tuple[Heading, str]] = []
        self._open: list[tuple[int, int]] = []
        self._number = 0
        self._unlevelled = _is_unlevelled(list(self._headings.values()))

    def step(self, number: int, block: Block) -> None:
        """Read one block."""
        if block.form is Form.HEADING:
            self._read_heading(number, block)
        elif block.form is Form.CELL and block.cell is not None:
            self._rows.read(number, block.cell)
        elif block.form is Form.PARAGRAPH and block.item is not None:
            self._items.read(number, block, block.item)
        elif block.form is Form.PARAGRAPH:
            self._paragraphs.read(number, block)
        else:
            owner = self._items.owner(block.item) if block.item else self._now.current
            self._shelf.own(self._now, number, owner)

    def _read_heading(self, number: int, block: Block) -> None:
        heading, now = self._headings[number], self._now
        content = heading_name(block.piece.content)
        shown = plain(content)
        name = counted(cleaned(content), self._number) or shown
        self._number = number_of(shown) or 0
        if heading.rank is Rank.PART:
            now.part = name
            self._shelf.own(now, number, now.current, name)
            return
        self._leave(heading)
        now.heading, now.part, now.closed, now.fresh = heading, "", False, True
        now.current = self._entered(heading, name, block)
        now.main = now.current
        now.above = self._open[-1][1] if now.current is not None else None
        self._shelf.own(now, number, now.current)

    def _entered(self, heading: Heading, name: str, block: Block) -> int | None:
        """The entry that a heading is, if it is one; a section is remembered."""
        if heading.rank is Rank.SECTION and name:
            self._sections.append((heading, name))
        self._now.section = tuple(shown for _, shown in self._sections)
        if heading.rank is not Rank.ENTRY or not name:
            return None
        parent = self._open[-1][1] if self._open and not self._unlevelled else None
        entry = self._shelf.new(self._now, name, block.line + 1, parent)
        self._shelf.drafts[entry].heads = True
        self._open.append((heading.level, entry))
        return entry

    def _leave(self, heading: Heading) -> None:
        while self._open and self._open[-1][0] >= heading.level:
            self._open.pop()
        while self._sections and self._ends(self._sections[-1][0], heading):
            self._sections.pop()

    def _ends(self, section: Heading, heading: Heading) -> bool:
        if self._unlevelled and section.style != heading.style:
            return not section.style
        return section.level >= heading.level or (self._unlevelled and not section.style)


def _is_unlevelled(headings: list[Heading]) -> bool:
    """Whether numbers, not levels, part the sections: entries stand as high as sections do."""
    sections = [
        heading.level for heading in headings if heading.rank is Rank.SECTION and heading.style
    ]
    entries = [heading.level for heading in headings if heading.rank is Rank.ENTRY]
    return bool(sections and entries) and min(entries) <= max(sections)
