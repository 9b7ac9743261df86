"""The shelf: entries as they are being read, and which link belongs to which of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.common.utils import normalizeReference

from crawler.lists.find import Find, Way
from crawler.lists.gather import Place
from crawler.lists.heads import label_before
from crawler.lists.markdown import Block
from crawler.lists.mention import Kind
from crawler.lists.outline import Heading, Rank

_FOOTNOTE_USE = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")


@dataclass(slots=True)
class Draft:
    """An entry as it is being read: its name, its text, its links and references so far.

    One that `heads` is a heading: what belongs to it stands in its section.
    """

    name: str
    line: int
    section: tuple[str, ...]
    parent: int | None
    heads: bool = False
    kind: Kind | None = None
    texts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Owned:
    """What a link belongs to: its entry, its section, and the words that say its role."""

    entry: int | None
    section: tuple[str, ...]
    words: str = ""


@dataclass(slots=True)
class Now:
    """Where the reading stands.

    `current` takes the links that come next; `main` is the entry of which `current` may be a
    part; it is `closed` once it has had a link of its own; `part` is the label of a heading
    inside an entry.
    """

    heading: Heading | None = None
    section: tuple[str, ...] = ()
    current: int | None = None
    main: int | None = None
    above: int | None = None
    closed: bool = False
    fresh: bool = False
    part: str = ""

    def under(self, rank: Rank) -> bool:
        """Whether the last heading is of that rank."""
        return self.heading is not None and self.heading.rank is rank


class Shelf:
    """All entries of a list, and the owner of every link."""

    def __init__(
        self, blocks: Sequence[Block], finds: Sequence[list[Find]], places: Sequence[Place]
    ) -> None:
        """An empty shelf for the blocks of a list, their finds and the links in their places."""
        self.blocks = blocks
        self.finds = finds
        self.places = list(places)
        self.drafts: list[Draft] = []
        self.owned: dict[int, Owned] = {}
        self.footnotes: dict[str, int | None] = {}
        self._in_block: dict[int, list[int]] = {}
        for number, place in enumerate(places):
            self._in_block.setdefault(place.block, []).append(number)

    def places_in(self, block: int) -> list[int]:
        """The numbers of the places in a block, in order."""
        return self._in_block.get(block, [])

    def links_in(self, block: int) -> list[Find]:
        """The finds of a block that lead somewhere, or would if they were defined."""
        return [find for find in self.finds[block] if find.way is not Way.UNDEFINED]

    def new(self, now: Now, name: str, line: int, parent: int | None = None) -> int:
        """Put up an entry, and tell its number."""
        self.drafts.append(Draft(name, line, self._section(now, parent), parent))
        return len(self.drafts) - 1

    def _section(self, now: Now, parent: int | None) -> tuple[str, ...]:
        if parent is None:
            return now.section
        above = self.drafts[parent]
        return (*above.section, above.name) if above.heads else above.section

    def own(self, now: Now, block: int, entry: int | None, words: str = "") -> None:
        """Give all links of a block, and its text, to an entry."""
        content = self.blocks[block].piece.content
        for place in self.places_in(block):
            self.give(now, place, entry, words)
        self.tell(block, entry)
        if "[^" in content:
            for mark in _FOOTNOTE_USE.findall(content):
                self.footnotes.setdefault(mark, entry)

    def tell(self, block: int, entry: int | None) -> None:
        """Add a block's text and the references it uses to an entry."""
        if entry is None:
            return
        content = self.blocks[block].piece.content
        self.drafts[entry].texts.append(content)
        for find in self.finds[block]:
            if find.way is Way.USE:
                label = normalizeReference(content[slice(*find.raw)])
                self.drafts[entry].references.append(label)

    def give(self, now: Now, place: int, entry: int | None, words: str = "") -> None:
        """Give one link to an entry, with the words that say what it is."""
        found = self.places[place]
        content = self.blocks[found.block].piece.content
        label = words or label_before(content, found.find)
        section = now.section if entry is None else self.drafts[entry].section
        self.owned[place] = Owned(entry, section, label)
        if entry is not None:
            self.drafts[entry].places.append(place)

    def hand_out_definitions(self) -> None:
        """Give a reference's definition to every entry that uses it; it stands with the first."""
        defined: dict[str, int] = {}
        for number, place in enumerate(self.places):
            if place.find.way is Way.DEFINITION:
                defined.setdefault(normalizeReference(place.find.text), number)
                self.owned[number] = Owned(None, ())
        for entry, draft in enumerate(self.drafts):
            for label in draft.references:
                number = defined.get(label, -1)
                if number >= 0:
                    draft.places.append(number)
                    if self.owned[number].entry is None:
                        self.owned[number] = Owned(entry, draft.section)
