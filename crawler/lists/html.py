"""HTML inside Markdown: the addresses in tags, and the text that stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<name>/?[a-zA-Z][\w-]*)(?=[\s/>])(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w:-])(?P<name>href|src|srcset|data-src|poster|cite)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<plain>[^\s\"'<>`]+))",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"(?P<address>[^\s,](?:\S*[^\s,])?)[^,]*(?:,|$)")
_SILENT = ("script", "style", "link", "base", "form", "meta")


class Tag(NamedTuple):
    """One tag or comment: where it stands, its name, and where its addresses stand."""

    start: int
    end: int
    name: str
    addresses: tuple[tuple[int, int], ...]


def tags(content: str, start: int, end: int) -> Iterator[Tag]:
    """The tags and comments in `content[start:end]`, in order; a comment's name is `!`."""
    for found in _TAG.finditer(content, start, end):
        name = (found["name"] or "!").lower()
        yield Tag(found.start(), found.end(), name, tuple(_addresses(content, found, name)))


def _addresses(content: str, tag: re.Match[str], name: str) -> Iterator[tuple[int, int]]:
    if tag["name"] is None or name in _SILENT:
        return
    for found in _ATTRIBUTE.finditer(content, tag.start("attributes"), tag.end("attributes")):
        group = next(key for key in ("double", "single", "plain") if found[key] is not None)
        if found["name"].lower() == "srcset":
            for candidate in _CANDIDATE.finditer(content, *found.span(group)):
                yield candidate.span("address")
            continue
        text = found[group]
        begin = found.start(group) + len(text) - len(text.lstrip())
        yield begin, begin + len(text.strip())
