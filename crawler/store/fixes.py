"""What a fix depends on: what is known of each link, and which texts of lists were read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.clock import from_text
from crawler.fixing import Known
from crawler.store.database import open_for_reading

_LINKS = """
    SELECT links.url, links.state, links.verdict, links.suggested_url, links.archive_url,
           links.flapping, links.muted_until IS NOT NULL, runs.first_at
    FROM links
    LEFT JOIN observations AS runs
        ON runs.verdict = 'moved'
        AND runs.id = (SELECT max(id) FROM observations WHERE link = links.id)
    WHERE links.id IN (SELECT link FROM mentions WHERE present = 1)
"""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The links that stand in lists, and the hashes of the lists as they were last read."""

    links: Mapping[str, Known]
    hashes: frozenset[str]


def remembered_for_fixing(path: Path) -> Remembered:
    """Everything a fix depends on, read from the database at this path."""
    with closing(open_for_reading(path)) as db:
        links = {
            url: Known(
                state,
                verdict,
                suggested,
                archive,
                bool(flapping),
                bool(muted),
                since and from_text(since),
            )
            for url, state, verdict, suggested, archive, flapping, muted, since in db.execute(
                _LINKS
            )
        }
        rows = db.execute("SELECT hash FROM lists WHERE hash IS NOT NULL")
        return Remembered(links, frozenset(row[0] for row in rows))
