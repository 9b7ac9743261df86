"""Paragraphs: where one begins an entry, carries links for one, or holds the next one's name."""

from __future__ import annotations

import re

from crawler.lists.find import Find, Way
from crawler.lists.heads import Head, Shape, defines, head_of, is_label
from crawler.lists.markdown import Block, Form
from crawler.lists.mention import Kind, Role
from crawler.lists.names import cleaned, lead, plain, repeated, title
from crawler.lists.outline import Rank
from crawler.lists.repair import Repair
from crawler.lists.roles import role_of_host
from crawler.lists.shelf import Now, Shelf
from crawler.lists.things import acronym_title, is_title, names_thing, opening_title, same_name

_FOOTNOTE = re.compile(r"\s*\[\^([^\[\]\s]+)\]:")
_LABELLED = re.compile(
    r"(?P<name>(?:[A-Z0-9][\w'’.()-]*\s+){2,10}?)(?:Data|Link|Access|Paper|Download|URL)$"
)
_TITLE = re.compile(r"[^:：.。]{2,80}[:：]\s")
_STOPS = re.compile(r"[.。,，;；\n]")
_TOLD = re.compile(r"\s*[(（]\d{1,2}[)）]\s*(?P<name>[^:：\n]{2,80})[:：]")
_EMPHASISED = re.compile(r"\s*([*_])(?=[^\s*_])[^*_\n]{3,80}(?<!\s)\1(?=[,.:;，。：；]|\s[-–—(])")
_ENOUGH_TEXT = 60
_LONGEST_TITLE = 240
_FEW_WORDS = 8
_SHORT_WORD = 3
_TITLE_WORDS = 5


class Paragraphs:
    """Reads the paragraphs that stand outside of lists and tables."""

    def __init__(self, shelf: Shelf, now: Now, has_headings: bool) -> None:
        """Read onto `shelf`, beginning where `now` stands."""
        self._shelf = shelf
        self._now = now
        self._has_headings = has_headings

    def read(self, number: int, block: Block) -> None:
        """Give a paragraph's links to the entry it belongs to, which it may itself begin."""
        shelf, now, content = self._shelf, self._now, block.piece.content
        first, now.fresh = now.fresh, False
        footnote = _FOOTNOTE.match(content)
        if footnote:
            shelf.own(now, number, shelf.footnotes.get(footnote[1]))
            return
        head = head_of(content, shelf.finds[number])
        if head is not None and self._begins(head, first):
            self._begin(block, head)
        elif self._is_title(number, content):
            self._start(title(content), block.line + 1)
        elif self._in_prose():
            self._read_prose(number, block)
            return
        elif now.under(Rank.ENTRY):
            if self._is_told(number, block):
                return
            self._begin_inside(number, block)
        self._read_lines(number, block)

    def _is_told(self, number: int, block: Block) -> bool:
        """A numbered line that tells of a part with a name: `(1) Tide North set: 3 GB`."""
        told = _TOLD.match(block.piece.content)
        if not told or self._now.main is None or not names_thing(cleaned(told["name"])):
            return False
        name, line = cleaned(told["name"]), block.line + 1
        self._shelf.own(self._now, number, self._shelf.new(self._now, name, line, self._now.main))
        return True

    def _begin_inside(self, number: int, block: Block) -> None:
        """A paragraph inside an entry that names something of its own, as those around it do."""
        now, content = self._now, block.piece.content
        if now.heading is None or not now.heading.gathers or now.above is None:
            return
        places = self._shelf.places_in(number)
        named = (place for place in places if _names(self._shelf.places[place].find))
        place = next(named, None)
        if place is None:
            return
        name = _title_in(content, self._shelf.finds[number], self._shelf.places[place].find)
        if name is not None and not same_name(name, self._shelf.drafts[now.above].name):
            now.current = self._shelf.new(now, name, block.line + 1, now.above)
            now.closed = False
            if _is_paper(name, self._shelf.places[place].url):
                self._shelf.drafts[now.current].kind = Kind.PAPER

    def _start(self, name: str, line: int) -> None:
        now = self._now
        if name:
            now.current = now.main = self._shelf.new(now, name, line)
            now.closed = False

    def _begins(self, head: Head, first: bool) -> bool:
        if head.is_label or head.shape is Shape.LINK:
            return False
        if head.style or head.shape is Shape.DOT:
            return True
        before_all = self._now.heading is None or self._now.under(Rank.TITLE)
        return not (first and (before_all or self._now.under(Rank.ENTRY)))

    def _begin(self, block: Block, head: Head) -> None:
        now = self._now
        if head.style == "paren" and now.main is not None:
            now.current = self._shelf.new(now, head.name, block.line + 1, now.main)
            self._shelf.drafts[now.current].kind = Kind.PAPER
        elif head.shape is Shape.DOT and now.above is not None:
            now.current = self._shelf.new(now, head.name, block.line + 1, now.above)
        else:
            self._start(head.name, block.line + 1)
        now.closed = False

    def _is_title(self, number: int, content: str) -> bool:
        """A title without markup: behind the links of one entry, before those of the next."""
        now = self._now
        if now.heading is None or self._shelf.links_in(number):
            return False
        if repeated(plain(content[:_LONGEST_TITLE])):
            return True
        found = _TITLE.match(content)
        if not now.closed or found is None or len(content) > _LONGEST_TITLE:
            return False
        if len(found[0].split()) > _FEW_WORDS or is_label(found[0].rstrip(":： ")):
            return False
        return content[:1].isupper() and self._defined_soon(number)

    def _defined_soon(self, number: int) -> bool:
        for later in range(number + 1, min(number + 4, len(self._shelf.blocks))):
            block = self._shelf.blocks[later]
            if block.form is not Form.PARAGRAPH or block.item is not None:
                return False
            if any(defines(block.piece.content, find) for find in self._shelf.finds[later]):
                return True
        return False

    def _in_prose(self) -> bool:
        heading = self._now.heading
        if heading is None:
            return not self._has_headings
        return heading.rank is Rank.SECTION and heading.prose

    def _read_prose(self, number: int, block: Block) -> None:
        named = [find for find in self._shelf.links_in(number) if _names(find)]
        if named:
            self._start(_prose_name(block.piece.content, named[0]), block.line + 1)
        self._shelf.own(self._now, number, self._now.current)

    def _read_lines(self, number: int, block: Block) -> None:
        content, behind = block.piece.content, 0
        self._shelf.tell(number, self._now.current)
        for place in self._shelf.places_in(number):
            found = self._shelf.places[place]
            self._begin_between(number, content[behind : found.find.whole[0]], behind)
            self._shelf.give(self._now, place, self._now.current, self._now.part)
            self._now.closed |= defines(content, found.find)
            behind = found.find.whole[1]
            if found.repair is Repair.GLUED:
                self._begin_glued(block, behind)

    def _begin_between(self, number: int, between: str, offset: int) -> None:
        """A name in the text between two links, where a conversion ran two entries together."""
        if not self._now.closed or not self._now.under(Rank.ENTRY):
            return
        labelled = _LABELLED.match(plain(between).rstrip(":： ")) if offset == 0 else None
        run_on = offset and len(between) >= _ENOUGH_TEXT and between.lstrip()[:1].isupper()
        if labelled or run_on:
            block = self._shelf.blocks[number]
            name = cleaned(labelled["name"]) if labelled else lead(between)
            self._start(name, block.line + 1 + block.piece.content.count("\n", 0, offset))
            if self._now.current is not None:
                self._shelf.drafts[self._now.current].texts.append(between)

    def _begin_glued(self, block: Block, behind: int) -> None:
        """A name that stood on a line of its own until it was glued to an address."""
        name = block.piece.content[behind:].strip()
        if name[:1].isalnum() and len(name) <= _ENOUGH_TEXT and not _STOPS.search(name):
            line = block.line + 1 + block.piece.content.count("\n", 0, behind)
            self._start(cleaned(name), line)


def _names(find: Find) -> bool:
    return find.way is not Way.IMAGE and not is_label(cleaned(find.text))


def _title_in(content: str, finds: list[Find], find: Find) -> str | None:
    name = cleaned(find.text)
    return opening_title(content, finds) or (name if is_title(name) else None)


def _is_paper(name: str, url: str) -> bool:
    return len(name.split()) >= _TITLE_WORDS and role_of_host(url) is Role.PAPER


def _prose_name(content: str, find: Find) -> str:
    emphasised = _EMPHASISED.match(content)
    acronym = acronym_title(content, [find])
    if emphasised or acronym:
        return acronym or cleaned(content[: emphasised.end()] if emphasised else "")
    before, name = plain(content[: find.whole[0]]), cleaned(find.text)
    words = before.split()
    is_name = all(word[0].isupper() for word in words if len(word) > _SHORT_WORD)
    if words and is_name and len(words) <= _FEW_WORDS and before[-1] not in ",.:：":
        return cleaned(f"{before} {name}")
    return name
