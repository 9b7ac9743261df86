"""Finding: every stretch of a block that carries an address, before any repair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.common.utils import unescapeAll

from crawler.lists.bare import bare
from crawler.lists.html import tags
from crawler.lists.inline import Mark, Span, spans
from crawler.lists.markdown import Block, Form
from crawler.lists.repair import Repair
from crawler.lists.split import closed_up


class Way(StrEnum):
    """How an address is written into a list."""

    INLINE = "inline"
    IMAGE = "image"
    ANGLE = "angle"
    BARE = "bare"
    HTML = "html"
    DEFINITION = "definition"
    USE = "use"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Find:
    """One written address in a block: positions count in the block's own text.

    `whole` is everything that makes the link, `raw` the address alone; `text` is the label as
    written, or the reference's label.
    """

    way: Way
    whole: tuple[int, int]
    raw: tuple[int, int]
    written: str
    text: str
    repair: Repair | None = None
    before: bool = False
    behind: str = ""


_WAYS = {
    Mark.LINK: Way.INLINE,
    Mark.IMAGE: Way.IMAGE,
    Mark.ANGLE: Way.ANGLE,
    Mark.REFERENCE: Way.USE,
    Mark.UNDEFINED: Way.UNDEFINED,
}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_DEFINED = re.compile(r"\[(?P<label>(?:[^\[\]\\]|\\.)*)\]:\s*(?P<open><?)", re.DOTALL)
_DEFINED_END = {"<": re.compile(r">"), "": re.compile(r"\s|\Z")}
_ANCHOR = re.compile(r"<a\s", re.IGNORECASE)
_ANCHOR_END = re.compile(r"</a\s*>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_TORN = re.compile(
    r"(?:\]\s?[(（]\s*|<)(?P<target>(?:(?:https?|ftp):|www\.)[^()<>\s]+\s[^()<>\n]*(?:\n[^()<>\n]+)?)[)）>]",
    re.IGNORECASE,
)


def decoded(text: str) -> str:
    """Entities decoded once; nothing that only looks like one (`&copy=`) is touched."""
    return _ENTITY.sub(lambda match: unescapeAll(match[0]), text)


def finds(block: Block, references: dict[str, str], verbatim: bool) -> list[Find]:
    """Every written address of a block, in order."""
    content = block.piece.content
    if block.form is Form.CODE:
        return list(_bare(content, 0, len(content))) if verbatim else []
    if block.form is Form.DEFINITION:
        return list(_definition(content))
    if block.form is Form.HTML:
        return list(_html(content, 0, len(content), verbatim, _Anchors(content)))
    return sorted(_inline(content, references, verbatim), key=lambda find: find.raw)


class _Anchors:
    """Where the next `</a>` stands; asked for many anchors, it reads the text but once."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._next: re.Match[str] | None = None
        self._searched = -1

    def closing(self, position: int) -> re.Match[str] | None:
        """The first `</a>` from `position` on, for positions that only grow."""
        passed = self._next is not None and self._next.start() < position
        if self._searched < 0 or passed:
            self._next = _ANCHOR_END.search(self._content, position)
            self._searched = position
        return self._next


def _inline(content: str, references: dict[str, str], verbatim: bool) -> Iterator[Find]:
    free, anchors = 0, _Anchors(content)
    for span in spans(content, references):
        if span.mark is Mark.UNDEFINED:
            yield _find(content, span)
            continue
        nested = span.start < free
        if nested and span.mark is not Mark.IMAGE:
            continue
        if not nested:
            yield from _free(content, free, span.start)
            free = span.end
        if span.mark is Mark.CODE:
            yield from _bare(content, *span.target) if verbatim else ()
        elif span.mark is Mark.TAG:
            stop = _behind_anchor(content, span, anchors)
            yield from _html(content, span.start, stop, verbatim, anchors)
            free = max(free, stop)
        else:
            yield _find(content, span)
    yield from _free(content, free, len(content))


def _behind_anchor(content: str, span: Span, anchors: _Anchors) -> int:
    if not _ANCHOR.match(content, span.start, span.end):
        return span.end
    closing = anchors.closing(span.end)
    return closing.end() if closing else span.end


def _find(content: str, span: Span) -> Find:
    way, written = _WAYS[span.mark], content[slice(*span.target)]
    if way in (Way.INLINE, Way.IMAGE):
        written = unescapeAll(written)
    elif way is Way.ANGLE:
        written = decoded(written)
    text = content[slice(*span.label)] if way is not Way.ANGLE else ""
    return Find(way, (span.start, span.end), span.target, written, text)


def _free(content: str, start: int, end: int) -> Iterator[Find]:
    """Text outside of any link: torn targets of inline links, and bare addresses."""
    position = start
    for torn in _TORN.finditer(content, start, end):
        address, word = closed_up(torn["target"])
        if word is None:
            continue
        yield from _bare(content, position, torn.start())
        opening = max(content.rfind("[", start, torn.start()), start)
        label = content[opening + 1 : torn.start()]
        place = (torn.start("target"), torn.start("target") + len(torn["target"].rstrip()))
        yield Find(Way.INLINE, (opening, torn.end()), place, unescapeAll(address), label, word)
        position = torn.end()
    yield from _bare(content, position, end)


def _bare(content: str, start: int, end: int) -> Iterator[Find]:
    for found in bare(content, start, end):
        place = (found.start, found.end)
        parts = content[slice(*place)].split()
        written = decoded("".join(parts))
        word = Repair.SPLIT if len(parts) > 1 else None
        yield Find(Way.BARE, place, place, written, "", word, found.before, found.behind)


def _html(content: str, start: int, end: int, verbatim: bool, anchors: _Anchors) -> Iterator[Find]:
    free = start
    for tag in tags(content, start, end):
        yield from _bare(content, free, max(free, tag.start))
        free = max(free, tag.end)
        if tag.name == "!" and verbatim:
            yield from _bare(content, tag.start, tag.end)
        shown, stop = "", tag.end
        if tag.name == "a" and tag.addresses:
            closing = anchors.closing(tag.end)
            stop = free = closing.start() if closing and closing.end() <= end else tag.end
            shown = decoded(_TAGS.sub("", content[tag.end : stop]))
        way = Way.IMAGE if tag.name in ("img", "source") else Way.HTML
        for place in tag.addresses:
            yield Find(way, (tag.start, stop), place, decoded(content[slice(*place)]), shown)
    yield from _bare(content, free, end)


def _definition(content: str) -> Iterator[Find]:
    opened = _DEFINED.search(content)
    if opened is None:
        return
    closing = _DEFINED_END[opened["open"]].search(content, opened.end())
    stop = closing.start() if closing else len(content)
    written = unescapeAll(content[opened.end() : stop])
    place = (opened.end(), stop)
    yield Find(Way.DEFINITION, (opened.start(), stop), place, written, opened["label"])
