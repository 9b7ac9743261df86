"""What is remembered of a link, read from its row and its observations, and written back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlite_utils import Database

from crawler.clock import from_text, to_text
from crawler.memory.history import MEMORY, SOON_BACK, Run, Side, is_flapping, uptime
from crawler.memory.state import Memory, State
from crawler.store.text import storable
from crawler.verdicts.verdict import Reason

_BACK = MEMORY + SOON_BACK
"""What was seen before the last good look so long ago matters to no belief."""

_DAY = 24 * 60 * 60


class Known(NamedTuple):
    """A link as the database knows it: what is remembered, its last run, what its page was."""

    id: int
    host: str | None
    memory: Memory
    observation: int | None
    title: str | None
    response_ms: int | None
    slowest_ms: int | None
    certificate_expires: str | None


_OF_MEMORY = ("first_seen", "state", "since", "last_checked", "last_night", "last_ok")
_OF_PAGE = ("title", "response_ms", "slowest_ms", "certificate_expires")


def recall(db: Database, url: str, now: datetime) -> Known | None:
    """What is known of this link; None if no list ever had it."""
    row = db.execute(
        f"SELECT id, host, {', '.join(_OF_MEMORY)}, {', '.join(_OF_PAGE)} FROM links WHERE url = ?",  # noqa: S608 - names of ours
        [storable(url)],
    ).fetchone()
    if row is None:
        return None
    link, host, first_seen, state, *rest = row
    seen = list(_runs(db, link, now))[::-1]
    moments, page = rest[: -len(_OF_PAGE)], rest[-len(_OF_PAGE) :]
    since, last_checked, last_night, last_ok = map(_moment, moments)
    memory = Memory(
        first_seen=from_text(first_seen),
        state=State(state),
        since=since,
        last_checked=last_checked,
        last_night=last_night,
        last_ok=last_ok,
        runs=tuple(run for _, run in seen),
    )
    return Known(link, host, memory, seen[-1][0] if seen else None, *page)


def _runs(db: Database, link: int, now: datetime) -> Iterator[tuple[int, Run]]:
    """The link's observations, newest first, as far back as they matter to a belief."""
    rows = db.execute(
        "SELECT id, reason, first_at, last_at, http_status, suggested_url, looks, nights, days "
        "FROM observations WHERE link = ? ORDER BY id DESC",
        [link],
    )
    for number, reason, first_at, last_at, status, suggested, looks, nights, days in rows:
        run = Run(
            Reason(reason),
            from_text(first_at),
            from_text(last_at),
            (status, suggested),
            looks,
            nights,
            timedelta(seconds=round(days * _DAY)),
        )
        yield number, run
        if run.side is Side.GOOD and now - run.last_at > _BACK:
            return


def beliefs(memory: Memory, now: datetime) -> dict[str, Any]:
    """The columns of a link that tell what is believed of it."""
    failing = memory.failing
    return {
        "state": memory.state.value,
        "since": _text(memory.since),
        "last_checked": _text(memory.last_checked),
        "last_night": _text(memory.last_night),
        "last_ok": _text(memory.last_ok),
        "failing_since": _text(failing and failing.since),
        "failures": failing.nights if failing else 0,
        "uptime_30d": uptime(memory.runs, now, MEMORY),
        "flapping": int(is_flapping(memory.runs, now)),
    }


def write_held(db: Database, known: Known, after: Memory) -> None:
    """Write how long the link's last run has held."""
    if known.observation is None:
        return
    run = after.runs[len(known.memory.runs) - 1]
    days = round(run.days.total_seconds() / _DAY, 6)
    db.execute(
        "UPDATE observations SET last_at = ?, looks = ?, nights = ?, days = ? WHERE id = ?",
        [to_text(run.last_at), run.looks, run.nights, days, known.observation],
    )


def write_run(db: Database, link: int, run: Run, *, final_url: str | None, evidence: str) -> None:
    """Begin a new run of looks.

    Where a temporary redirect leads may differ every night: it makes no new run.
    """
    status, suggested_url = run.mark
    at = to_text(run.first_at)
    db.execute(
        "INSERT INTO observations (link, verdict, reason, http_status, final_url, suggested_url, "
        "first_at, last_at, nights, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            link, run.reason.verdict.value, run.reason.value, status, final_url, suggested_url,
            at, at, run.nights, evidence,
        ],
    )  # fmt: skip


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None
