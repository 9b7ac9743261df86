"""Inline Markdown with positions: links, images, angle links, tags and code inside one block."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.autolink import AUTOLINK_RE, autolink
from markdown_it.rules_inline.backticks import backtick
from markdown_it.rules_inline.html_inline import html_inline


class Mark(StrEnum):
    """What a stretch of inline text is."""

    LINK = "link"
    IMAGE = "image"
    ANGLE = "angle"
    REFERENCE = "reference"
    UNDEFINED = "undefined"
    TAG = "tag"
    CODE = "code"


class Span(NamedTuple):
    """A stretch of inline text: the whole, its label, and its address (or reference label)."""

    mark: Mark
    start: int
    end: int
    label: tuple[int, int] = (0, 0)
    target: tuple[int, int] = (0, 0)


_SPECIAL = re.compile(r"[\[\]!<`\\]")
_BLANKS = re.compile(r"[ \t\n]*")


def _record(state: StateInline, span: Span) -> None:
    state.env["spans"].append(span)


def _text(state: StateInline, _silent: bool) -> bool:
    found = _SPECIAL.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    state.pos = end
    return True


def _escape(state: StateInline, _silent: bool) -> bool:
    if state.src[state.pos] != "\\" or state.pos + 1 >= state.posMax:
        return False
    state.pos += 2
    return True


def _code(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not backtick(state, True):
        return False
    ticks = len(state.src[start : state.pos]) - len(state.src[start : state.pos].lstrip("`"))
    if not silent and state.pos - start > ticks:
        inside = (start + ticks, state.pos - ticks)
        _record(state, Span(Mark.CODE, start, state.pos, inside, inside))
    return True


def _angle(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not autolink(state, True):
        return False
    inside = (start + 1, state.pos - 1)
    if not silent and AUTOLINK_RE.match(state.src[slice(*inside)]):
        _record(state, Span(Mark.ANGLE, start, state.pos, inside, inside))
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not html_inline(state, True):
        return False
    if not silent:
        _record(state, Span(Mark.TAG, start, state.pos, target=(start, state.pos)))
    return True


def _bracket(state: StateInline, silent: bool) -> bool:
    image = state.src.startswith("![", state.pos)
    if not image and state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    opening = start + 1 if image else start
    close = parseLinkLabel(state, opening, not image)
    if close < 0:
        return False
    label = (opening + 1, close)
    found = _destination(state, close + 1) or _reference(state, label)
    if found is None:
        return False
    mark, target, end = found
    if mark is Mark.UNDEFINED:
        if not silent and not state.src.startswith("(", end):
            _record(state, Span(mark, start, end, label, target))
        return False
    if not silent:
        _record(state, Span(_named(mark, image), start, end, label, target))
        state.pos, state.posMax = label
        state.md.inline.tokenize(state)
    state.pos, state.posMax = end, maximum
    return True


def _named(mark: Mark, image: bool) -> Mark:
    return Mark.IMAGE if image and mark is Mark.LINK else mark


def _destination(state: StateInline, position: int) -> tuple[Mark, tuple[int, int], int] | None:
    source, maximum = state.src, state.posMax
    if not source.startswith("(", position):
        return None
    start = _skip(source, position + 1, maximum)
    if source.startswith(")", start) and start < maximum:
        return Mark.LINK, (start, start), start + 1
    address = parseLinkDestination(source, start, maximum)
    if not address.ok:
        return None
    end = _skip(source, address.pos, maximum)
    title = parseLinkTitle(source, end, maximum)
    if end > address.pos and title.ok:
        end = _skip(source, title.pos, maximum)
    if end >= maximum or source[end] != ")":
        return None
    pointed = source.startswith("<", start)
    return Mark.LINK, (start + pointed, address.pos - pointed), end + 1


def _skip(source: str, position: int, maximum: int) -> int:
    found = _BLANKS.match(source, position, maximum)
    return found.end() if found else position


def _reference(
    state: StateInline, label: tuple[int, int]
) -> tuple[Mark, tuple[int, int], int] | None:
    end = label[1] + 1
    named = label
    if state.src.startswith("[", end) and end < state.posMax:
        close = parseLinkLabel(state, end)
        if close >= 0:
            named = (end + 1, close) if close > end + 1 else label
            end = close + 1
    full = end > label[1] + 1
    if normalizeReference(state.src[slice(*named)]) in state.env["references"]:
        return Mark.REFERENCE, named, end
    return (Mark.UNDEFINED, named, end) if full else None


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True})
    markdown.inline.terminator_re = _SPECIAL
    ruler = markdown.inline.ruler
    ruler.at("text", _text)
    for name, rule in (
        ("escape", _escape),
        ("backticks", _code),
        ("link", _bracket),
        ("autolink", _angle),
        ("html_inline", _tag),
    ):
        ruler.at(name, rule)
    ruler.enableOnly(["text", "escape", "backticks", "link", "autolink", "html_inline"])
    markdown.inline.ruler2.enableOnly([])
    return markdown


_PARSER = _parser()


def spans(content: str, references: dict[str, str]) -> list[Span]:
    """The stretches of one block's text that Markdown gives a meaning to, in order.

    A link's label may hold images; anything else inside a label belongs to the link.
    """
    if not _SPECIAL.search(content):
        return []
    found: list[Span] = []
    env = {"spans": found, "references": references}
    state = StateInline(content, _PARSER, env, [])
    _PARSER.inline.tokenize(state)
    return sorted(found, key=lambda span: (span.start, -span.end))
