"""JSON-LD, written as it comes: a document is never held whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import chain, groupby, repeat
from operator import itemgetter
from typing import Any, TextIO

Node = dict[str, Any]

OWN = "urn:linkvitals:"
"""Where our own words begin: those for health, which no other vocabulary has."""

# `<`, `>` and `&` so that it may stand in a script of a page; the rest steers terminals or is none.
_TO_ESCAPE = re.compile(
    r"[<>&\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\U000e0000-\U000e007f\ud800-\udfff]"
)
_NOTHING: tuple[object, ...] = (None, (), [], {}, "")


def known(**values: Any) -> Node:
    """The values that there are; what is unknown is left out.

    >>> known(name="Atlas", version=None, keywords=[])
    {'name': 'Atlas'}
    """
    return {name: value for name, value in values.items() if value not in _NOTHING}


def write_document(
    head: Mapping[str, Any], shelves: Iterable[tuple[str, Node]], always: str, out: TextIO
) -> None:
    """Write a node whose long arrays come one item at a time, those of one name in a row.

    The array called `always` is written even when it is empty.
    """
    ascii_only = _is_narrow(out)
    text = _text(head, ascii_only, indent=1)
    out.write(text.removesuffix("\n}"))
    seen = set()
    for name, group in groupby(shelves, key=itemgetter(0)):
        seen.add(name)
        out.write(f',\n "{name}": [')
        between = chain([""], repeat(","))
        out.writelines(
            f"{comma}\n  {_text(node, ascii_only)}"
            for comma, (_, node) in zip(between, group, strict=False)
        )
        out.write("\n ]")
    if always not in seen:
        out.write(f',\n "{always}": []')
    out.write("\n}\n")


def document(node: Node) -> str:
    """A document that is small enough to be held."""
    return _text(node, ascii_only=False, indent=1) + "\n"


def _is_narrow(out: TextIO) -> bool:
    """Whether a stream takes fewer characters than there are."""
    return (out.encoding or "utf-8").lower().replace("-", "") != "utf8"


def _text(value: Mapping[str, Any], ascii_only: bool, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return _TO_ESCAPE.sub(_escaped, text)


def _escaped(odd: re.Match[str]) -> str:
    return f"\\u{ord(odd[0]):04x}" if odd[0].isascii() else json.dumps(odd[0])[1:-1]
