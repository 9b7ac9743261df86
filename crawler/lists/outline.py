"""The outline of a list: which headings are sections, and which name an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crawler.lists.find import Find, Way
from crawler.lists.heads import Head, Shape, defines, head_of, text_head
from crawler.lists.markdown import Block, Form
from crawler.lists.names import numbering, plain
from crawler.lists.roles import generic
from crawler.lists.things import labels, opening_title, same_name

_NAMED_ITEMS = 2


class Rank(StrEnum):
    """What a heading is to the list."""

    TITLE = "title"
    SECTION = "section"
    ENTRY = "entry"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what stands directly under it, and what it is taken for."""

    block: int
    level: int
    style: str
    rank: Rank
    prose: bool = False
    only: bool = False
    gathers: bool = False


@dataclass(slots=True)
class _Facts:
    """What stands between a heading and the next."""

    block: int
    level: int
    style: str
    name: str
    generic: bool
    linked_itself: bool
    deeper: bool = False
    empty: bool = True
    defined: bool = False
    linked: bool = False
    begins_with_lead: bool = False
    begins_with_item: bool = False
    begins_with_number: bool = False
    begins_with_title: bool = False
    leads: int = 0
    titles: int = 0
    items: int = 0
    linked_items: int = 0
    bare_item: int | None = None
    named_items: int = 0
    told_items: int = 0
    label_items: int = 0
    only_parts: bool = False
    linked_cells: int = 0


def outline(blocks: Sequence[Block], finds: Sequence[list[Find]]) -> dict[int, Heading]:
    """What each heading (by the number of its block) is taken for."""
    facts = _facts(blocks, finds)
    ranks = _ranks(facts)
    headings: dict[int, Heading] = {}
    open_: list[Heading] = []
    for number, (fact, rank) in enumerate(zip(facts, ranks, strict=True)):
        while open_ and open_[-1].level >= fact.level:
            open_.pop()
        taken = rank
        if _is_title(number, facts):
            taken = Rank.TITLE
        elif _is_part(fact, open_):
            taken = Rank.PART
        prose, only, gathers = _is_prose(fact), len(facts) == 1, fact.titles >= _NAMED_ITEMS
        open_.append(Heading(fact.block, fact.level, fact.style, taken, prose, only, gathers))
        headings[fact.block] = open_[-1]
    return headings


def _ranks(facts: list[_Facts]) -> list[Rank]:
    """What each heading is: what is sure first, then like its kin of the same level and style."""
    ranks: list[Rank | None] = [_sure(fact) for fact in facts]
    votes = Counter(
        (fact.level, fact.style, rank)
        for fact, rank in zip(facts, ranks, strict=True)
        if rank is not None
    )
    for deeper in (False, True):
        for number, fact in enumerate(facts):
            if ranks[number] is None and fact.deeper is deeper:
                ranks[number] = _by_vote(fact, votes)
        if not deeper:
            votes.update(
                (fact.level, fact.style, rank)
                for fact, rank in zip(facts, ranks, strict=True)
                if rank is not None and not fact.deeper
            )
    return [rank or Rank.ENTRY for rank in ranks]


def _facts(blocks: Sequence[Block], finds: Sequence[list[Find]]) -> list[_Facts]:
    facts: list[_Facts] = []
    for number, block in enumerate(blocks):
        if block.form is Form.HEADING:
            if facts:
                facts[-1].deeper = block.level > facts[-1].level
            facts.append(_heading_facts(number, block, finds[number]))
        elif facts:
            _note(facts[-1], block, finds[number])
    _note_parts(facts)
    return facts


def _note_parts(facts: list[_Facts]) -> None:
    """Mark headings with nothing under them but headings like `Paper` and `Download`."""
    above: list[_Facts] = []
    for fact in facts:
        while above and above[-1].level >= fact.level:
            above.pop()
        if above and not (fact.generic and fact.named_items < _NAMED_ITEMS):
            for up in above:
                up.only_parts = False
        fact.only_parts = fact.empty and fact.deeper and not fact.generic and fact.level > 1
        above.append(fact)


def _heading_facts(number: int, block: Block, found: list[Find]) -> _Facts:
    name = plain(block.piece.content)
    style, rest = numbering(name)
    linked = any(find.way not in (Way.IMAGE, Way.UNDEFINED) and _leads_out(find) for find in found)
    return _Facts(number, block.level, style, rest, generic(rest), linked)


def _leads_out(find: Find) -> bool:
    return find.way is Way.USE or not find.written.startswith("#")


def _note(facts: _Facts, block: Block, found: list[Find]) -> None:
    if block.form in (Form.CODE, Form.DEFINITION):
        return
    content = block.piece.content
    links = [find for find in found if find.way is not Way.UNDEFINED and _leads_out(find)]
    if block.item is None and block.form is Form.PARAGRAPH:
        head = head_of(content, found)
        leading = head is not None and head.shape is not Shape.LINK and not head.is_label
        facts.begins_with_lead |= facts.empty and leading
        facts.leads += leading and _names_an_entry(head)
        facts.begins_with_number |= facts.empty and leading and _is_numbered(head)
        facts.linked |= bool(links)
        title = opening_title(content, links) if links else None
        is_other = title is not None and not same_name(title, facts.name)
        facts.begins_with_title |= facts.empty and is_other
        facts.titles += is_other
        if facts.leads <= facts.begins_with_lead:
            facts.defined |= any(defines(content, find) for find in links)
    elif block.item is not None and block.opens:
        facts.begins_with_item |= facts.empty
        facts.items += 1
        head = head_of(content, found)
        named = bool(links) and head is not None and not head.is_label
        named &= head is None or not labels(head.name, facts.name)
        facts.linked_items += bool(links)
        told = facts.bare_item is not None and block.item.parent == facts.bare_item and bool(links)
        facts.named_items += named or told
        if told or block.item.parent is None:
            facts.bare_item = None if told or links or _is_labelled(head) else block.item.id
        text = text_head(content) if links and head is None else None
        facts.told_items += text is not None and not text.is_label
        facts.label_items += not named and any(defines(content, find) for find in links)
    elif block.form is Form.CELL:
        facts.linked_cells += bool(links)
    facts.empty = False


def _names_an_entry(head: Head | None) -> bool:
    return head is not None and head.style != "paren" and head.shape is Shape.BOLD


def _is_labelled(head: Head | None) -> bool:
    return head is not None and head.is_label


def _is_numbered(head: Head | None) -> bool:
    return head is not None and head.style not in ("", "paren")


def _sure(facts: _Facts) -> Rank | None:
    if facts.linked_itself:
        return Rank.ENTRY
    if facts.only_parts:
        return Rank.ENTRY
    if facts.empty:
        return Rank.SECTION if facts.deeper else None
    if facts.begins_with_title and facts.titles >= _NAMED_ITEMS:
        return None
    if facts.defined and not facts.begins_with_lead:
        return Rank.ENTRY
    if facts.begins_with_number or (facts.begins_with_lead and facts.leads >= _NAMED_ITEMS):
        return Rank.SECTION
    if facts.told_items >= _NAMED_ITEMS and not facts.linked:
        return Rank.SECTION
    if facts.label_items and not (facts.named_items or facts.generic):
        return Rank.ENTRY
    few_linked = 0 < 2 * facts.linked_items < facts.items
    only_items = facts.items >= _NAMED_ITEMS and facts.begins_with_item and not few_linked
    if facts.named_items >= _NAMED_ITEMS or facts.linked_cells or only_items or facts.generic:
        return Rank.SECTION
    return None


def _by_vote(facts: _Facts, votes: Counter[tuple[int, str, Rank]]) -> Rank:
    section = votes[facts.level, facts.style, Rank.SECTION]
    entry = votes[facts.level, facts.style, Rank.ENTRY]
    if section != entry:
        return Rank.SECTION if section > entry else Rank.ENTRY
    if facts.deeper or facts.leads > 1 or facts.named_items or facts.titles > 1:
        return Rank.SECTION
    return Rank.ENTRY


def _is_title(number: int, facts: list[_Facts]) -> bool:
    first = facts[0]
    if number or first.level > 1 or first.defined or (len(facts) == 1 and first.linked):
        return False
    alone = all(fact.level > 1 for fact in facts[1:])
    return alone or not (first.items or first.linked or first.linked_cells or first.linked_itself)


def _is_part(fact: _Facts, above: list[Heading]) -> bool:
    if not fact.generic or fact.named_items >= _NAMED_ITEMS or fact.deeper:
        return False
    return bool(above) and above[-1].rank is Rank.ENTRY


def _is_prose(facts: _Facts) -> bool:
    return facts.linked and not (facts.items or facts.linked_cells or facts.leads or facts.deeper)
