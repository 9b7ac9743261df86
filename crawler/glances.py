"""Tonight's looks beside what was believed before: what doubt goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.hosts import host_of
from crawler.memory.doubt import Glance
from crawler.store.journal import Look
from crawler.store.remembered import Remembered
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge


def glances(
    looks: Iterable[Look], remembered: Mapping[str, Remembered], *, clock_is_real: bool
) -> Iterator[Glance]:
    """A glance for each look; a clock that was set on purpose is not compared with the servers'.

    What a link shows when it is seen for the first time is nothing that changed.
    """
    for look in looks:
        known = remembered.get(look.url)
        before = known if known and known.last_checked else None
        yield Glance(
            host=host_of(look.url) or "",
            well=before is not None and before.known.well,
            reason=judge(look.seen).reason,
            at=look.at,
            landed=_newly_elsewhere(look.seen, before) if before else None,
            title=look.seen.title if before else None,
            title_before=before.title if before else None,
            server_time=_server_time(look.seen) if clock_is_real else None,
        )


def _newly_elsewhere(seen: Evidence, before: Remembered) -> str | None:
    """Where it ended, if it never did: another host, without what only says where it came from."""
    landed = _plain(seen.final_url)
    usual = landed == _plain(before.final_url or "") or host_of(landed) == host_of(seen.url)
    return None if usual else landed


def _plain(url: str) -> str:
    return url.partition("?")[0]


def _server_time(seen: Evidence) -> datetime | None:
    """What time it is for the server; an answer out of a cache tells the time of yore."""
    try:
        moment = parsedate_to_datetime(seen.header("date") or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
