"""Items: bullets and numbers, where each is an entry, a part of one, or only a label."""

from __future__ import annotations

import re

from crawler.lists.checks import Checks, is_box
from crawler.lists.find import Way
from crawler.lists.heads import Head, Shape, defines, head_of, is_label, text_head
from crawler.lists.markdown import Block, Form, Item
from crawler.lists.mention import Kind
from crawler.lists.names import cleaned, lead
from crawler.lists.outline import Rank
from crawler.lists.series import Series
from crawler.lists.shelf import Now, Shelf
from crawler.lists.things import is_proper, labels, says_kind

_NO_ENTRIES = re.compile(
    r"\b(?:contents?|toc|to-?do|task list|contribut\w+|licen[cs]e|acknowledge?ments?|changelog"
    r"|citing|citation|contact|disclaimer|about|how to|usage|installation|guidelines?|legend"
    r"|maintainers?|sponsors?|star history|news|updates?)\b|目录|贡献|许可|致谢|更新",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:(?:table of )?contents|contribut(?:ing|ors|ions?)|how to contribute|licen[cs]e"
    r"|acknowledge?ments?|(?:our )?sponsors?|maintainers?|star history|目录|贡献|许可|致谢)$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[;；]")
_LEAST_ENUMERATED = 3
_LEAST_WORDS = 3


class Items:
    """Reads the paragraphs inside list items."""

    def __init__(self, shelf: Shelf, now: Now) -> None:
        """Read onto `shelf`, beginning where `now` stands."""
        self._shelf = shelf
        self._now = now
        self._entries: dict[int, int | None] = {}
        self._groups: dict[int, tuple[str, ...]] = {}
        self._series = Series(shelf)
        self._checks = Checks(shelf)

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
        if self._only_anchors(number) or self._is_aside():
            return above
        head = head_of(content, self._shelf.finds[number])
        if head is not None and (head.shape is Shape.LINK or (head.is_label and above is not None)):
            is_label = head.is_label or self._labels(head.name, above)
            return above if is_label else self._shelf.new(self._now, head.name, line, above)
        if above is not None and self._stands_alone(number):
            return self._alone(content, line, above)
        if above is not None:
            return self._inside(number, line, item, head, above)
        head = head or text_head(content)
        if head is not None and self._is_group(number, item):
            self._groups[item.id] = (*self._now.section, head.name)
            return None
        if head is None or head.is_label:
            return None
        may_name = self._may_name(number, item, head.name)
        return self._shelf.new(self._now, head.name, line) if may_name else None

    def _labels(self, name: str, above: int | None) -> bool:
        return above is not None and labels(name, self._shelf.drafts[above].name)

    def _alone(self, content: str, line: int, above: int) -> int:
        name = lead(content)
        if not name:
            return above
        self._now.current = self._shelf.new(self._now, name, line, self._now.main)
        return self._now.current

    def _inside(self, number: int, line: int, item: Item, head: Head | None, above: int) -> int:
        """An item inside an entry is one itself if its name is set apart, or like its kin's."""
        linked = bool(self._shelf.links_in(number))
        if head is None and not linked:
            return self._among_kin(number, line, item, above)
        if head is None or head.shape is not Shape.BOLD or not (linked or item.number):
            return above
        entry = self._shelf.new(self._now, head.name, line, above)
        if item.number and not linked and self._now.under(Rank.ENTRY):
            self._shelf.drafts[entry].kind = Kind.PAPER
        return entry

    def _among_kin(self, number: int, line: int, item: Item, above: int) -> int:
        if not (self._series.names_things(item) or self._series.is_linked(item)):
            return above
        head = text_head(self._shelf.blocks[number].piece.content)
        if head is None or head.is_label or not is_proper(head.name):
            return above
        return self._shelf.new(self._now, head.name, line, above)

    def _only_anchors(self, number: int) -> bool:
        inline = [find for find in self._shelf.finds[number] if find.way is Way.INLINE]
        return bool(inline) and all(find.written.startswith("#") for find in inline)

    def _is_aside(self) -> bool:
        section = self._now.section
        return bool(section and _ASIDE.match(section[-1]))

    def _may_name(self, number: int, item: Item, name: str) -> bool:
        if self._shelf.links_in(number):
            return not self._now.under(Rank.TITLE) or self._is_only_heading()
        section = self._now.section
        of_work = bool(section and _NO_ENTRIES.search(section[-1]))
        if item.parent is not None or not self._now.under(Rank.SECTION):
            return item.parent is None and self._series.is_bold(item)
        if is_box(self._shelf.blocks[number].piece.content):
            return self._checks.may_name(name, of_work)
        return not of_work

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
        names = self._linked_names(number, block) or self._told_names(number, block)
        for place in self._shelf.places_in(number) if names else ():
            owner = entry
            if place in names:
                owner = self._shelf.new(self._now, names[place], block.line + 1, entry)
            self._shelf.give(self._now, place, owner)
        return bool(names)

    def _linked_names(self, number: int, block: Block) -> dict[int, str]:
        """`Archive: [Tide Set](address); [Salt Set](address); ...`."""
        named = [place for place in self._shelf.places_in(number)[1:] if self._names(place)]
        stops = len(_STOPS.findall(block.piece.content))
        if len(named) < _LEAST_ENUMERATED or stops + 1 < len(named):
            return {}
        return {place: cleaned(self._shelf.places[place].find.text) for place in named}

    def _told_names(self, number: int, block: Block) -> dict[int, str]:
        """`Archive: Tide Set: [here](address); Salt Set: [here](address); ...`."""
        names: dict[int, str] = {}
        places = self._shelf.places_in(number)
        if len(places) < _LEAST_ENUMERATED:
            return names
        behind = 0
        for place in places:
            find = self._shelf.places[place].find
            before = _STOPS.split(block.piece.content[behind : find.whole[0]])[-1].strip(" (*")
            name = cleaned(re.split(r"[:：]\s*", before.rstrip(":："))[-1])
            if self._names(place) or not before.endswith((":", "：")) or not _is_told(name):
                return {}
            names[place], behind = name, find.whole[1]
        return names

    def _names(self, place: int) -> bool:
        find = self._shelf.places[place].find
        return find.way is Way.INLINE and not is_label(cleaned(find.text))


def _is_told(name: str) -> bool:
    enough = len(name.split()) >= _LEAST_WORDS or says_kind(name)
    return enough and is_proper(name) and not is_label(name)
