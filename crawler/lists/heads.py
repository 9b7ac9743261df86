"""Heads: where, in a paragraph or an item, a list names something, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from crawler.lists.access import access_of
from crawler.lists.find import Find, Way
from crawler.lists.names import cleaned, lead, numbering, plain
from crawler.lists.roles import generic


class Shape(StrEnum):
    """How a name stands at the beginning of a block."""

    LINK = "link"
    BOLD = "bold"
    DOT = "dot"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Head:
    """A name at the beginning of a block, its shape, and the style of its number."""

    name: str
    shape: Shape
    style: str
    is_label: bool


_LINKS = (Way.INLINE, Way.USE, Way.HTML, Way.ANGLE)
_OPENING = re.compile(
    r"(?:\s|\[[ xX]\]\s|\*+|_{1,3}(?=\[)|~~|[-–•·●▪◦○]\s|[(（]?\d{1,3}[)）.、]\s*"
    r"|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]|:[a-z_]+:)*"
)
_BOLD = re.compile(
    r"\s*(?P<box>\[[ xX]\]\s)?(?P<number>[(（]?\d{1,3}[)）.、]?\s*)?"
    r"(?:\*\*|__)(?P<name>(?:[^*_\n]|[*_](?![*_]))+)(?:\*\*|__)"
    r"(?:[ \t]*(?:\*\*|__)(?P<more>(?:[^*_\n]|[*_](?![*_]))+)(?:\*\*|__))?"
)
_TERM = re.compile(r"\s*(?P<name>[^\n:：\[\]]{2,120}?)\s*\n {0,3}:[ \t]+(?=\S)")
_DOT = re.compile(r"\s*[•·●▪◦○]\s*")
_ATTRIBUTES = re.compile(
    r"^(?:note|notes|important|tip|news|updates?|warning|caution|abstract|size|modality|modalities"
    r"|tasks?|formats?|year|authors?|description|organs?|subjects?|classes|number|total|version"
    r"|status|contact|keywords?|summary|features?|results?|example|type|language|age|requires"
    r"|大小|模态|任务|格式|年份|作者|描述|注意|备注|摘要|说明|简介|更新)\b",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(r"[ -][A-Z][\w-]+(?: [\w-]+)* [A-Z][\w-]{2,}")
_LONGEST = 600


def is_label(name: str) -> bool:
    """Whether a name is a label of what stands behind it (`Paper`, `Size`), not of a thing."""
    return not name or generic(name) or _is_attribute(name) or bool(access_of(name))


def _is_attribute(name: str) -> bool:
    found = _ATTRIBUTES.match(name)
    # `Number of Images` is an attribute, `Feature Selection With Trees` a title.
    return found is not None and not _TITLE_BEHIND.match(name, found.end())


def opening_link(content: str, finds: list[Find]) -> Find | None:
    """The link with which a block begins, behind boxes, numbers, bold marks and badges."""
    start = 0
    for find in finds:
        position = _end_of_opening(content, start)
        if find.whole[0] > position:
            return None
        if find.way is Way.IMAGE:
            start = max(find.whole[1], start)
        elif find.way in _LINKS and find.whole[0] == position:
            return find
    return None


def _end_of_opening(content: str, start: int) -> int:
    found = _OPENING.match(content, start)
    return found.end() if found else start


def head_of(content: str, finds: list[Find]) -> Head | None:
    """The head of a block, if its beginning sets a name apart: linked, bold, or dotted."""
    link = opening_link(content, finds)
    if link is not None and (name := cleaned(link.text[:_LONGEST])):
        style, _ = numbering(plain(content[: link.whole[0]] + name))
        return Head(name, Shape.LINK, style, generic(name))
    bold = _BOLD.match(content[:_LONGEST])
    if bold:
        return _bold_head(content, bold)
    term = _TERM.match(content) if "\n" in content else None
    if term and (name := cleaned(term["name"])):
        return Head(name, Shape.BOLD, "", is_label(name))
    dot = _DOT.match(content)
    if dot and dot.end() < len(content):
        name = lead(content[dot.end() : dot.end() + _LONGEST])
        return Head(name, Shape.DOT, "", is_label(name))
    return None


def _bold_head(content: str, bold: re.Match[str]) -> Head | None:
    behind = content[bold.end() : bold.end() + 2].lstrip(" ")
    if behind[:1].islower():
        return None
    shown = plain(f"{bold['number'] or ''}{bold['name']} {bold['more'] or ''}")
    style, _ = numbering(shown)
    name = cleaned(shown)
    return Head(name, Shape.BOLD, style, is_label(name)) if name else None


def heading_name(content: str) -> str:
    """The part of a heading that is the name: its bold beginning, if a colon follows that."""
    bold = _BOLD.match(content[:_LONGEST])
    if bold and content[bold.end() :].lstrip().startswith((":", "：")):
        return bold[0]
    return content[:_LONGEST]


def text_head(content: str) -> Head | None:
    """The head of an item that begins with running text."""
    name = lead(content[:_LONGEST])
    return Head(name, Shape.TEXT, "", is_label(name)) if name else None


_LABEL = re.compile(
    r"(?:^|(?<=[\n.;；。|,，]))([^\n.;；。|,，]{0,80}?)\s*(?P<colon>[:：]?)\s*[(（\[<*\"'“]*\s*$"
)


def label_before(content: str, find: Find) -> str:
    """The words before a link that say what it is: `Paper:`, `数据集地址：`, `data is [here]`."""
    found = _LABEL.search(content[max(0, find.whole[0] - 100) : find.whole[0]])
    if found is None:
        return ""
    if not found["colon"] and not (find.way is Way.BARE or _says_nothing(find)):
        return ""
    return plain(found[1]).strip(" -–—")


def _says_nothing(find: Find) -> bool:
    text = plain(find.text)
    return bool(text) and generic(text)


def defines(content: str, find: Find) -> bool:
    """Whether a link stands behind a label and a colon, or is itself such a label."""
    before = content[max(0, find.whole[0] - 100) : find.whole[0]].rstrip(" (（<*")
    if before.endswith((":", "：")):
        label = label_before(content, find)
        return len(label.split()) <= 8 and len(label) <= 40
    label = plain(find.text) if find.way in _LINKS else ""
    alone = not before.strip() or before.endswith(("\n", ",", "|", ";", "]", ")"))
    return bool(label) and generic(label) and alone
