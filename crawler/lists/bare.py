"""Bare addresses in running text: where one begins, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawler.lists.repair import HOST, known_host
from crawler.lists.split import continued

CJK = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_QUOTES = "\u2018-\u201f\u2026\u00ab\u00bb\u2014\u2015"
_START = re.compile(
    r"(?:h?ttps?[:：]?/{0,2}(?:www\.)?)?(?:https?|ftp)://(?=[^\s/<>\"`])"
    r"|(?:https?|h?tt{1,2}ps?|hxxps?|htps?|htpps?)"
    rf"(?::/|/{{2}}|[;：]\s?/{{2}}|:\\{{1,2}}|\s?:\s?/{{2,3}}\s?|:(?=www\.))(?={HOST})"
    r"|(?<![\w./@\\-])www\.(?=[a-z0-9-]+\.[a-z])"
    rf"|(?<![\w./@:~\\-])(?:(?<!\S)//)?(?={HOST}/[\w~])(?=[^\s/]+\.[a-z]{{2,6}}/)",
    re.IGNORECASE | re.ASCII,
)
_BODY = re.compile(rf"[^\s<>\"`|{CJK}{_QUOTES}]*")
_ENCYCLOPEDIA = re.compile(
    r"\.(?:wikipedia|wikimedia|wikidata|baidu)\.\w+/(?:wiki|item)/", re.IGNORECASE
)
_FREE_BODY = re.compile(rf"[^\s<>\"`|\u3000-\u303f\uff00-\uff0f{_QUOTES}]*")
_STOP = re.compile(
    r"\*\*|\]\(|&(?:lt|gt|quot|nbsp);|(?<![/=:?&%\\])(?=(?:https?|ftp)://)", re.IGNORECASE
)
_TAIL = re.compile(r"(?:\\?[?!.,:;*_~'\\]|'s|&[a-z0-9]{2,31};)$", re.IGNORECASE)
_LONGEST_HOST = 255
_FAR_ENOUGH = 40
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Bare(NamedTuple):
    """A bare address: where it stands, whether a word touches it before, and what follows."""

    start: int
    end: int
    before: bool
    behind: str


def bare(content: str, start: int, end: int) -> Iterator[Bare]:
    """The bare addresses in `content[start:end]`, as a reader sees them."""
    position = run = start
    while found := _START.search(content, position, end):
        begin = found.end()
        # Addresses glued to each other share one run of characters: it is measured once.
        run = whole = run if begin < run else _body_end(content, found.start(), begin, end)
        stop = trimmed(content, begin, _cut(content, begin, whole))
        if not found[0] and not _names_host(content[begin:stop]):
            position = max(stop, begin + 1)
            continue
        joined = continued(content, found.start(), stop, end)
        if joined > stop:
            whole = _body_end(content, found.start(), joined, end)
            stop = trimmed(content, begin, joined)
        if stop > begin:
            before = _letter(content, found.start() - 1, start) and found[0][:3].lower() != "www"
            behind = content[stop : min(max(whole, stop + 1), stop + _FAR_ENOUGH)]
            yield Bare(found.start(), stop, before, behind)
        position = max(stop, begin + 1)


def _letter(content: str, position: int, start: int) -> bool:
    return position >= start and content[position].isascii() and content[position].isalpha()


def _names_host(address: str) -> bool:
    return known_host(address.split("/", 1)[0])


def _body_end(content: str, start: int, begin: int, end: int) -> int:
    body = _BODY.match(content, begin, end)
    stop = body.end() if body else begin
    foreign_host = stop == begin
    if foreign_host or _ENCYCLOPEDIA.search(content, start, min(stop, begin + _LONGEST_HOST)):
        free = _FREE_BODY.match(content, begin, end)
        return free.end() if free else stop
    return stop


def _cut(content: str, begin: int, stop: int) -> int:
    found = _STOP.search(content, begin + 1, stop)
    if found:
        stop = found.start()
    bracket = content.find("[", begin + 1, stop)
    if bracket >= 0 and content.find("?", begin, bracket) < 0:
        stop = bracket
    return stop


def trimmed(content: str, begin: int, stop: int) -> int:
    """Where an address ends once the sentence's own punctuation is left out (GFM's rules)."""
    body = content[begin:stop]
    surplus = {close: body.count(close) - body.count(_PAIRS[close]) for close in _PAIRS}
    while stop > begin:
        last = content[stop - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
            stop -= 1
            continue
        tail = _TAIL.search(content, max(begin, stop - 34), stop)
        if tail is None:
            return stop
        stop = tail.start()
    return stop
