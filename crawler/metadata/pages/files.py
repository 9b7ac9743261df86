"""The files of a thing: how many, how large, in which formats, as far as it names them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crawler.metadata.fields import Field
from crawler.metadata.pages.nodes import Node, kinds, listed, named, texts
from crawler.metadata.pages.saying import Pair

_BYTES = re.compile(
    r"(?:bytes?|octets?|[kmgtp]i?b(?:ytes?)?|[kilomegatrp]{4}bytes?|b|4l|e3[4-6]|ad)\Z",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?:\A|(?<!/)/)[^/?#:]+\.(?!(?:html?|php|aspx?|jsp|xhtml)\b)[a-z]\w{0,9}(?=$|[?#/])",
    re.IGNORECASE,
)
"""A name with an ending, in a path: no host's name, and no page that shows the same again."""
_PACKED = re.compile(r"\.(?:zip|tar|tgz|tar\.gz|7z|rar)(?:$|[?#/])|\bzip\b", re.IGNORECASE)
_MOST_COUNTED = 3000


def files(node: Node) -> Iterator[Pair]:
    """Size, count and formats. A count needs names: other renderings of one file are not files."""
    parts = [item for item in listed(node.get("distribution")) if isinstance(item, dict)]
    for key in ("size", "contentSize"):
        for value in listed(node.get(key)):
            yield _quantity(value)
    yield Field.SIZE_BYTES, _sum(parts)
    yield Field.FILE_COUNT, _count(parts)
    formats = [one for part in [node, *parts] for one in named(part.get("encodingFormat"))]
    yield Field.FORMATS, formats


def _quantity(value: Any) -> Pair:
    """A size, or a count of files in the place of one; datasets, rows and points are neither."""
    if not isinstance(value, dict):
        return Field.SIZE_BYTES, next(iter(texts(value)), None)
    unit = next(iter(texts(value.get("unitText")) + texts(value.get("unitCode"))), "")
    number = next(iter(texts(value.get("value"))), None)
    if unit.lower() in ("files", "file"):
        return Field.FILE_COUNT, number
    if unit and not _BYTES.search(unit):
        return Field.SIZE_BYTES, None
    return Field.SIZE_BYTES, {"value": number, "unit": unit} if unit and number else number


def _sum(parts: list[Node]) -> list[Any] | None:
    """The sizes of all files, if each tells its own; what is inside another is counted with it."""
    outer = [part for part in parts if "containedIn" not in part and "fileset" not in kinds(part)]
    sizes = [_quantity(next(iter(listed(part.get("contentSize"))), None)) for part in outer]
    told = [size for field, size in sizes if field is Field.SIZE_BYTES and size is not None]
    return told if told and len(told) == len(outer) else None


def _count(parts: list[Node]) -> int | None:
    """How many files have a name of their own; None where some stay unnamed."""
    inner = [part for part in parts if "containedIn" in part]
    single = [part for part in (inner or parts) if "fileset" not in kinds(part)]
    if any("fileset" in kinds(part) for part in parts) or len(parts) >= _MOST_COUNTED:
        return None
    names = {name for part in single if (name := _name(part))}
    if len(names) < len(single) or (len(single) == 1 and _PACKED.search(next(iter(names)))):
        return None
    return len(names) or None


def _name(part: Node) -> str | None:
    said = [*texts(part.get("contentUrl")), *texts(part.get("name"))]
    return next((one for one in said if _FILE_NAME.search(one)), None)
