"""Search: entries and links that hold all of some words, the best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.store.catalogue import DATA_LINK
from crawler.store.text import storable

_SPOKEN = re.compile(r"\w")
# What a word is found in, and what that weighs; bm25 is the lower the better. An index of words
# does not know parts of words, which is all that there is in Chinese: names are searched whole.
_MATCHES = (
    "SELECT 'entry', rowid, bm25(entries_fts, 10.0, 2.0) - 2 FROM entries_fts "
    "WHERE entries_fts MATCH :phrase "
    "UNION ALL SELECT 'entry', id, -1.0 FROM entries WHERE name LIKE :part ESCAPE '!' "
    "UNION ALL SELECT CASE WHEN entry IS NULL THEN 'link' ELSE 'entry' END, "
    "coalesce(entry, link), weight FROM "
    "(SELECT rowid AS found, bm25(links_fts, 1.0, 4.0) AS weight "
    "FROM links_fts WHERE links_fts MATCH :phrase) "
    "JOIN mentions ON mentions.link = found AND mentions.present = 1 "
    "UNION ALL SELECT CASE WHEN entry IS NULL THEN 'link' ELSE 'entry' END, "
    "coalesce(entry, mentions.link), -0.5 FROM fields "
    "JOIN mentions ON mentions.link = fields.link AND mentions.present = 1 "
    "WHERE chosen = 1 AND field IN ('description', 'keywords') "
    "AND value LIKE :part ESCAPE '!'"
)
_ENTRY = (
    "SELECT entries.kind, entries.name, lists.name, entries.line, entries.section, links.state, "  # noqa: S608 - names of ours
    "links.url FROM entries JOIN lists ON lists.id = entries.list "
    f"LEFT JOIN mentions ON mentions.id = {DATA_LINK} LEFT JOIN links ON links.id = mentions.link "
    "WHERE entries.id = ? AND entries.present = 1"
)
_LINK = (
    "SELECT 'link', coalesce(links.title, mentions.text, links.url), lists.name, mentions.line, "
    "NULL, links.state, links.url FROM links JOIN mentions ON mentions.link = links.id "
    "JOIN lists ON lists.id = mentions.list WHERE links.id = ? AND mentions.present = 1 "
    "ORDER BY lists.name, mentions.line LIMIT 1"
)

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, or a link that belongs to none (its kind is `link`)."""

    kind: str
    name: str
    list: str
    line: int
    section: str | None
    state: str | None
    url: str | None


def search(db: Database, words: Sequence[str], limit: int) -> list[Found]:
    """What holds all of the words, or their beginnings, in whatever part of it."""
    weights = [
        _matches(db, word) for text in words for word in text.split() if _SPOKEN.search(word)
    ]
    if not weights:
        return []
    common = set(weights[0]).intersection(*weights[1:])
    ranked = sorted(common, key=lambda key: (sum(weight[key] for weight in weights), key))
    found: list[Found] = []
    for key in ranked:
        if len(found) == limit:
            break
        found += _found(db, key)
    return found


def _matches(db: Database, word: str) -> dict[_Key, float]:
    """Everything that one word is found in, with its weight: the best place counts."""
    word = storable(word.replace("\0", ""))
    phrase = '"' + word.replace('"', '""') + '" *'
    part = "%" + re.sub(r"([!%_])", r"!\1", word) + "%"
    weights: dict[_Key, float] = {}
    for kind, number, weight in db.execute(_MATCHES, {"phrase": phrase, "part": part}):
        key = (kind, number)
        weights[key] = min(weight, weights.get(key, 0.0))
    return weights


def _found(db: Database, key: _Key) -> list[Found]:
    kind, number = key
    rows = db.execute(_ENTRY if kind == "entry" else _LINK, [number])
    return [Found(*row) for row in rows]
