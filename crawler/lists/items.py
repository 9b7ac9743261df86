"""Items: bullets and numbers, where each is an entry, a part of one, or only a label."""

from __future__ import annotations

import re

from crawler.lists.find import Way
from crawler.lists.heads import Head, Shape, defines, head_of, is_label, text_head
from crawler.lists.markdown import Block, Form, Item
from crawler.lists.mention import Kind
from crawler.lists.names import cleaned, lead
from crawler.lists.outline import Rank
from crawler.lists.shelf import Now, Shelf

_NO_ENTRIES = re.compile(
    r"\b(?:contents?|toc|to-?do|task list|contribut\w+|licen[cs]e|acknowledge?ments?|changelog"
    r"|citing|citation|contact|disclaimer|about|how to|usage|installation|guidelines?|legend"
    r"|maintainers?|sponsors?|star history|news|updates?)\b|目录|贡献|许可|致谢|更新",
    re.IGNORECASE,
)
_LEAST_ENUMERATED = 3


class Items:
    """Reads the paragraphs inside list items."""

    def __init__(self, shelf: Shelf, now: Now) -> None:
        """Read onto `shelf`, beginning where `now` stands."""
        self._shelf = shelf
        self._now = now
        self._entries: dict[int, int | None] = {}
        self._groups: dict[int, tuple[str, ...]] = {}

    def owner(self, item: Item) -> int | None:
        """The entry that what stands in an item belongs to."""
        return self._entries.get(item.id, self._now.current)

    def read(self, number: int, block: Block, item: Item) -> None:
        """Give an item's links to its entry, which the item's first paragraph may begin."""
        shelf, section = self._shelf, self._now.section
        self._now.section = self._groups.get(-1 if item.parent is None else item.parent, section)
        self._read_in_section(shelf, number, block, item)
        self._now.section = section

    def _read_in_section(self, shelf: Shelf, number: int, block: Block, item: Item) -> None:
        now = self._now
        self._groups.setdefault(item.id, now.section)
        if not block.opens:
            shelf.own(now, number, self.owner(item))
            return
        above = now.current if item.parent is None else self._entries.get(item.parent, now.current)
        entry = self._entry(number, block, item, above)
        self._entries[item.id] = entry
        if entry == above or not self._enumerates(number, block, entry):
            shelf.own(now, number, entry, now.part if entry == above else "")

    def _entry(self, number: int, block: Block, item: Item, above: int | None) -> int | None:
        content, line = block.piece.content, block.line + 1
        if self._only_anchors(number):
            return above
        head = head_of(content, self._shelf.finds[number])
        if head is not None and (head.is_label or head.shape is Shape.LINK):
            return above if head.is_label else self._shelf.new(self._now, head.name, line, above)
        if above is not None and self._stands_alone(number):
            return self._alone(content, line, above)
        if above is not None:
            return self._inside(number, line, item, head, above)
        head = head or text_head(content)
        if head is None or head.is_label or not self._may_name(number, item):
            return None
        if self._is_group(number, item):
            self._groups[item.id] = (*self._now.section, head.name)
            return None
        return self._shelf.new(self._now, head.name, line)

    def _alone(self, content: str, line: int, above: int) -> int:
        name = lead(content)
        if not name:
            return above
        self._now.current = self._shelf.new(self._now, name, line, self._now.main)
        return self._now.current

    def _inside(self, number: int, line: int, item: Item, head: Head | None, above: int) -> int:
        """An item inside an entry is one itself only if its name is set apart."""
        linked = bool(self._shelf.links_in(number))
        if head is None or head.shape is not Shape.BOLD or not (linked or item.number):
            return above
        entry = self._shelf.new(self._now, head.name, line, above)
        if item.number and not linked and self._now.under(Rank.ENTRY):
            self._shelf.drafts[entry].kind = Kind.PAPER
        return entry

    def _only_anchors(self, number: int) -> bool:
        inline = [find for find in self._shelf.finds[number] if find.way is Way.INLINE]
        return bool(inline) and all(find.written.startswith("#") for find in inline)

    def _may_name(self, number: int, item: Item) -> bool:
        if self._shelf.links_in(number):
            return not self._now.under(Rank.TITLE) or self._is_only_heading()
        section = self._now.section
        if item.parent is not None or (section and _NO_ENTRIES.search(section[-1])):
            return False
        return self._now.under(Rank.SECTION)

    def _is_group(self, number: int, item: Item) -> bool:
        """An item without links that only gathers the linked names nested in it."""
        if self._shelf.links_in(number) or number + 1 >= len(self._shelf.blocks):
            return False
        block = self._shelf.blocks[number + 1]
        if block.item is None or block.item.parent != item.id or not block.opens:
            return False
        head = head_of(block.piece.content, self._shelf.finds[number + 1])
        return head is not None and head.shape is Shape.LINK and not head.is_label

    def _is_only_heading(self) -> bool:
        return self._now.heading is not None and self._now.heading.only

    def _stands_alone(self, number: int) -> bool:
        """An item followed by a paragraph with its link, one of several such in a row."""
        if self._shelf.links_in(number) or not self._defines_alone(number + 1):
            return False
        kin = (other for other in (number - 2, number + 2) if 0 <= other < len(self._shelf.blocks))
        return any(self._is_opening(other) and self._defines_alone(other + 1) for other in kin)

    def _is_opening(self, number: int) -> bool:
        return self._shelf.blocks[number].item is not None and self._shelf.blocks[number].opens

    def _defines_alone(self, number: int) -> bool:
        if number >= len(self._shelf.blocks):
            return False
        block = self._shelf.blocks[number]
        if block.form is not Form.PARAGRAPH or block.item is not None:
            return False
        return any(defines(block.piece.content, find) for find in self._shelf.finds[number])

    def _enumerates(self, number: int, block: Block, entry: int | None) -> bool:
        """An item that names further data sets behind its own name: each is an entry."""
        places = self._shelf.places_in(number)
        named = [place for place in places[1:] if self._names(place)]
        stops = block.piece.content.count(";") + block.piece.content.count("；")
        if len(named) < _LEAST_ENUMERATED or stops + 1 < len(named):
            return False
        for place in places:
            owner = entry
            if place in named:
                name = cleaned(self._shelf.places[place].find.text)
                owner = self._shelf.new(self._now, name, block.line + 1, entry)
            self._shelf.give(self._now, place, owner)
        return True

    def _names(self, place: int) -> bool:
        find = self._shelf.places[place].find
        return find.way is Way.INLINE and not is_label(cleaned(find.text))
