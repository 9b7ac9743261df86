"""What a night needs to know of the links beforehand, read in one go."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from crawler.clock import from_text
from crawler.memory.due import Known
from crawler.memory.state import State
from crawler.verdicts.verdict import ALIVE, Reason

_PAGES = frozenset({Reason.HTTP_200.value, Reason.FILE.value})
"""The page spoke for itself. Where a register had to, an unchanged page would prove nothing: the
shell that a script fills stays as it is when the data set is gone."""

_HANGING = frozenset({Reason.CONNECT_TIMEOUT.value, Reason.READ_TIMEOUT.value})


class Remembered(NamedTuple):
    """What is remembered of a link when a night begins."""

    url: str
    host: str
    state: State
    verdict: str | None
    reason: str | None
    last_checked: datetime | None
    final_url: str | None
    title: str | None
    etag: str | None
    last_modified: str | None
    described: datetime | None = None

    @property
    def hangs(self) -> bool:
        """Whether it let us wait in vain the last time."""
        return self.reason in _HANGING

    @property
    def may_be_unchanged(self) -> bool:
        """Whether its server can be asked if the page still is what it was."""
        known = self.etag is not None or self.last_modified is not None
        here = self.reason in _PAGES and self.final_url is None
        return known and here and self.state is State.ALIVE

    @property
    def known(self) -> Known:
        """What decides whether a look is due."""
        return Known(self.url, self.host, self.state, self.last_checked, self.verdict in ALIVE)


def remembered(db: Database) -> dict[str, Remembered]:
    """Every link of the database by its address."""
    rows = db.execute(
        "SELECT url, ifnull(host, ''), state, verdict, reason, last_checked, final_url, title, "
        "etag, last_modified, described FROM links LEFT JOIN (SELECT link, max(last_seen) AS "
        "described FROM fields WHERE source LIKE 'api:%' OR source IN ('datacite', 'crossref') "
        "GROUP BY link) ON link = links.id"
    )
    return {row[0]: _remembered(row) for row in rows}


def _remembered(row: tuple[Any, ...]) -> Remembered:
    url, host, state, verdict, reason, at, final_url, title, etag, last_modified, described = row
    return Remembered(
        url=url,
        host=host,
        state=State(state),
        verdict=verdict,
        reason=reason,
        last_checked=at and from_text(at),
        final_url=final_url,
        title=title,
        etag=etag,
        last_modified=last_modified,
        described=described and from_text(described),
    )
