"""Keywords: a set in lower case, sorted, without the words that say nothing of a data set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from crawler.metadata.normal.text import LONGEST_READ, as_json, listed, one_line, paragraphs, words

_MOST = 200
_LONGEST = 100
_PARTS = re.compile(r"[,;|\n]+")
_ONE_SUBJECT = re.compile(r"\w[^,;|\n]*(?:, \w[^,;|\n]*)+,? and \w[^,;|\n]*")
"""How subjects of a scheme are called: "Medicine, Health and Life Sciences"."""
_EDGES = " .:#*•·'\"“”‘’"
_NO_KEYWORDS = "keyword,keywords,tag,tags,other,misc,data,dataset,datasets,data set,data sets"
_SAYS_NOTHING = frozenset((*_NO_KEYWORDS.split(","), "subject", "subjects", "etc"))
_NAMES = ("name", "@value", "value", "subject", "title", "display_name", "tag", "term", "keyword")


def keywords(raw: Any) -> str | None:
    """The keywords as a JSON array; commas and semicolons part them within a list too.

    In a list, what counts up with commas and ends with "and" is the name of one subject.

    >>> keywords("MRI; brain, mri, dataset")
    '["brain", "mri"]'
    """
    found: set[str] = set()
    items = listed(raw)
    for item in items:
        text = paragraphs((_text(item) or "").replace("\n", ";"), LONGEST_READ) or ""
        whole = items != [raw] and len(text) <= _LONGEST and _ONE_SUBJECT.fullmatch(text)
        for part in [text] if whole else _PARTS.split(text):
            word = _keyword(part)
            if word:
                found.add(word)
        if len(found) >= _MOST:
            break
    return as_json(sorted(found)[:_MOST])


def _text(item: Any) -> str | None:
    if isinstance(item, Mapping):
        return next((text for name in _NAMES if (text := words(item.get(name)))), None)
    return words(item)


def _keyword(part: str) -> str | None:
    """One keyword, if it is one: no sentence, and nothing but marks."""
    word = one_line(part.strip(_EDGES), _LONGEST + 1) or ""
    word = unicodedata.normalize("NFC", word.lower()).strip(_EDGES)
    if not word or len(word) > _LONGEST or word in _SAYS_NOTHING:
        return None
    return word if any(letter.isalnum() for letter in word) else None
