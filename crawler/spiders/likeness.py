"""How alike two pages are, by the words they show. Linear in their length."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

_TOKEN = re.compile(r"[^\W_]+(?:[-_.:/+=]+[^\W_]+)*")
_ANY_NUMBER = "0"

_ONE_BY_ONE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that put no space between words."""

_FEWEST = 8
"""Where hardly anything is said, nothing is sure: a script may say the rest."""

_PASSING = 3
"""So many numbers of the moment a page may show: a time, a counter, a number of the request."""

_UNSEEN = ("head", "script", "style", "noscript", "template")


class Words(NamedTuple):
    """A page's neighbouring words, in which all numbers are one; and the numbers themselves."""

    pairs: Counter[tuple[str, str]]
    numbers: Counter[str]


class Prose(NamedTuple):
    """What a page says outside its links, and how many of these it has."""

    text: str
    links: int


def words_of(text: str, *echoed: str) -> Words:
    """A text's words, by pairs; what echoes its address is a number among numbers.

    >>> words_of("Lost 8c31-aa at 12:30").pairs == words_of("lost 7 at 9h").pairs
    True
    """
    for name in echoed:
        text = _without_echo(text, name)
    words: list[str] = [""]
    numbers: Counter[str] = Counter()
    for token in _TOKEN.findall(_ONE_BY_ONE.sub(r" \g<0> ", text.casefold())):
        is_number = any(map(str.isdigit, token))
        numbers[token] += is_number
        words.append(_ANY_NUMBER if is_number else token)
    return Words(Counter(pairwise([*words, ""])), +numbers)


def likeness(one: Words, other: Words) -> float:
    """From 0 for nothing in common to 1 where surely neither page says anything of its own.

    >>> round(likeness(words_of("the page 12 is gone"), words_of("the page 9 is here")), 2)
    0.67
    """
    apart = max(_apart(one.numbers, other.numbers), _apart(other.numbers, one.numbers))
    shared = 2 * (one.pairs & other.pairs).total()
    total = one.pairs.total() + other.pairs.total() + (apart if apart > _PASSING else 0)
    return min(shared / total, 1 if one.pairs.total() > _FEWEST else 0.99)


def echoes(text: str, name: str) -> bool:
    """Whether a page repeats this part of its address."""
    return name in text.casefold()


def _without_echo(text: str, name: str) -> str:
    """The text without this name, however spelt: `Sparrow Atlas` is `sparrow-atlas.html`."""
    stem, dot, ending = unquote(name).rpartition(".")
    words = [re.escape(word) for word in re.findall(r"[^\W_]+", stem or ending)]
    if not words:
        return text
    after = rf"(?:\.{re.escape(ending)})?" if dot else ""
    spelt = r"[\W_]{1,3}".join(words)
    return re.sub(rf"(?i)(?<!\w){spelt}{after}(?!\w)", _ANY_NUMBER, text)


def prose_of(markup: str) -> Prose:
    """What a page says outside its links: not what else it has to offer, nor advertisements."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(b"<html>" + markup.encode("utf-8", "replace"), parser)
    links = sum(1 for _ in root.iter("a"))
    etree.strip_elements(root, "a", *_UNSEEN, with_tail=False)
    return Prose(" ".join(map(str, root.itertext())), links)


def _apart(one: Counter[str], other: Counter[str]) -> int:
    return (one - other).total()
