"""How alike two pages are, by the words they show. Linear in their length."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

Words = Counter[tuple[str, str]]

_WORD = re.compile(r"[^\W\d_]+")
_ONE_BY_ONE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Scripts that put no space between words."""


def words_of(text: str, *without: str) -> Words:
    """A text's neighbouring words, without numbers and without what only echoes its address."""
    for echoed in without:
        text = text.replace(echoed, " ") if echoed else text
    spaced = _ONE_BY_ONE.sub(r" \g<0> ", text.casefold())
    return Counter(pairwise(["", *_WORD.findall(spaced), ""]))


def likeness(one: Words, other: Words) -> float:
    """From 0 for nothing in common to 1 for the same words in the same order.

    >>> round(likeness(words_of("the page 12 is gone"), words_of("the page 9 is here")), 2)
    0.6
    """
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
