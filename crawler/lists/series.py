"""Series: items that stand in one list, judged together for what each of them may be."""

from __future__ import annotations

from crawler.lists.heads import Shape, head_of, text_head
from crawler.lists.markdown import Form, Item
from crawler.lists.shelf import Shelf
from crawler.lists.things import is_proper, says_kind

_LEAST = 2


class Series:
    """The lists of a text: which items stand together."""

    def __init__(self, shelf: Shelf) -> None:
        """Sort the items on `shelf` into their lists, in one pass."""
        self._shelf = shelf
        self._of: dict[int, int] = {}
        self._openings: list[list[int]] = []
        self._things: dict[int, bool] = {}
        self._linked: dict[int, bool] = {}
        self._bold: dict[int, bool] = {}
        open_: dict[int | None, int] = {}
        for number, block in enumerate(shelf.blocks):
            if block.item is None:
                open_.clear()
            elif block.opens and block.form is Form.PARAGRAPH:
                self._add(open_, number, block.item)

    def _add(self, open_: dict[int | None, int], number: int, item: Item) -> None:
        series = open_.setdefault(item.parent, len(self._openings))
        if series == len(self._openings):
            self._openings.append([])
        self._openings[series].append(number)
        self._of[item.id] = series

    def names_things(self, item: Item) -> bool:
        """Whether the items of the list have no links and are the names of things, one each."""
        series = self._of[item.id]
        if series not in self._things:
            self._things[series] = self._are_things(self._openings[series])
        return self._things[series]

    def is_linked(self, item: Item) -> bool:
        """Whether most items of the list begin with the linked name of an entry."""
        series = self._of[item.id]
        if series not in self._linked:
            self._linked[series] = self._are_mostly(Shape.LINK, self._openings[series])
        return self._linked[series]

    def is_bold(self, item: Item) -> bool:
        """Whether most items of the list begin with a bold name and have a link."""
        series = self._of[item.id]
        if series not in self._bold:
            self._bold[series] = self._are_mostly(Shape.BOLD, self._openings[series])
        return self._bold[series]

    def _are_things(self, numbers: list[int]) -> bool:
        if len(numbers) < _LEAST or any(map(self._shelf.links_in, numbers)):
            return False
        names = []
        for number in numbers:
            head = text_head(self._shelf.blocks[number].piece.content)
            if head is None or head.is_label or not is_proper(head.name):
                return False
            names.append(head.name)
        return 2 * sum(map(says_kind, names)) >= len(names)

    def _are_mostly(self, shape: Shape, numbers: list[int]) -> bool:
        named = sum(self._begins_with(shape, number) for number in numbers)
        return named >= _LEAST and 2 * named > len(numbers)

    def _begins_with(self, shape: Shape, number: int) -> bool:
        found = self._shelf.finds[number]
        head = head_of(self._shelf.blocks[number].piece.content, found) if found else None
        return head is not None and head.shape is shape and not head.is_label
