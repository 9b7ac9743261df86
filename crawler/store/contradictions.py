"""Where a list says one thing of a data set's door and its page another: told once."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.memory.events import Event, Kind
from crawler.metadata.fields import Field, Tier
from crawler.metadata.normal.access_text import access_in_text
from crawler.store.events import write_events

_SAID = """
SELECT DISTINCT entries.id, entries.access, fields.value
FROM entries
JOIN mentions ON mentions.entry = entries.id AND mentions.present = 1
JOIN fields ON fields.link = mentions.link AND fields.field = ? AND fields.chosen = 1
WHERE entries.present = 1 AND entries.access IS NOT NULL AND mentions.role IN ('data', 'download')
ORDER BY entries.id
"""


def write_contradictions(db: Database, night: int) -> None:
    """Tell of the entries whose words on access are not those of the page; each time once."""
    for entry, words, tier in db.execute(_SAID, [Field.ACCESS_TIER.value]).fetchall():
        listed = access_in_text(words)
        if listed is None or not _contradict(listed[0], Tier(tier)):
            continue
        told = db.execute(
            "SELECT 1 FROM events WHERE entry = ? AND kind = ? AND before = ? AND after = ?",
            [entry, Kind.CONTRADICTION.value, words, tier],
        ).fetchone()
        if told is None:
            event = Event(Kind.CONTRADICTION, words, tier)
            write_events(db, night, [event], entry=entry)


def _contradict(listed: Tier, found: Tier) -> bool:
    """Degrees of closedness are a matter of words; open or not is not."""
    return Tier.UNKNOWN not in (listed, found) and (listed is Tier.OPEN) is not (found is Tier.OPEN)
