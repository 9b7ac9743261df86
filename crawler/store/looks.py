"""Tonight's looks, folded into what is remembered: links, observations, fields and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from crawler.clock import from_text, to_text
from crawler.memory.events import events
from crawler.memory.state import Memory, State, remember
from crawler.store.journal import Look
from crawler.store.text import storable, storable_json
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import Judgement, judge
from crawler.verdicts.verdict import ALIVE, Reason, Verdict

_SPEAKS = ALIVE - {Verdict.RESTRICTED}
"""What was seen is the page itself, not an error or a door: only then it says what the page is."""


def write_looks(db: Database, night: int, looks: Iterable[Look]) -> Counter[str]:
    """Fold the looks of one night in; how many led to which verdict."""
    writer = _Writer(db, night)
    for look in looks:
        writer.write(look)
    return writer.counts


class _Writer:
    def __init__(self, db: Database, night: int) -> None:
        self._db = db
        self._night = night
        self.counts: Counter[str] = Counter()

    def write(self, look: Look) -> None:
        row = self._db.execute(
            "SELECT id, suggested_url, first_seen, state, since, reason, last_checked, last_ok, "
            "failing_since, failures FROM links WHERE url = ?",
            [storable(look.url)],
        ).fetchone()
        if row is None:
            return  # a resumed night's look at a link that the lists no longer have
        link, suggested_before, before = row[0], row[1], _memory(row[2:])
        judged = judge(look.seen)
        self.counts[judged.reason.verdict] += 1
        after = remember(before, judged.reason, look.at)
        if after is before:
            return
        self._link(link, look, judged, after)
        self._observation(link, look, judged, suggested_before)
        if judged.reason.verdict in _SPEAKS:
            self._fields(link, look.seen, look.at)
        self._events(link, before, after)

    def _link(self, link: int, look: Look, judged: Judgement, after: Memory) -> None:
        seen = look.seen
        self._db.execute(
            """
            UPDATE links SET state = :state, since = :since, verdict = :verdict, reason = :reason,
                http_status = :status, final_url = :final_url, suggested_url = :suggested_url,
                last_checked = :last_checked, last_ok = :last_ok, failing_since = :failing_since,
                failures = :failures, response_ms = coalesce(:milliseconds, response_ms),
                certificate_expires = coalesce(:certificate_expires, certificate_expires),
                etag = iif(:speaks, :etag, etag),
                last_modified = iif(:speaks, :last_modified, last_modified),
                title = iif(:speaks, coalesce(:title, title), title)
            WHERE id = :id
            """,
            {
                "id": link,
                "state": after.state.value,
                "since": _text(after.since),
                "verdict": judged.reason.verdict.value,
                "reason": judged.reason.value,
                "status": seen.status,
                "final_url": _final_url(seen),
                "suggested_url": _suggested(judged),
                "last_checked": _text(after.last_checked),
                "last_ok": _text(after.last_ok),
                "failing_since": _text(after.failing_since),
                "failures": after.failures,
                "milliseconds": seen.milliseconds,
                "certificate_expires": seen.certificate_expires,
                "speaks": judged.reason.verdict in _SPEAKS,
                "etag": storable(seen.header("etag") or "") or None,
                "last_modified": storable(seen.header("last-modified") or "") or None,
                "title": storable(seen.title or "") or None,
            },
        )

    def _observation(
        self, link: int, look: Look, judged: Judgement, suggested_before: str | None
    ) -> None:
        """Lengthen the link's last observation if tonight's look is like it, else begin one.

        Alike are looks with the same verdict, reason and status that recommend the same address;
        where a temporary redirect leads may differ every night.
        """
        last = self._db.execute(
            "SELECT id, verdict, reason, http_status FROM observations "
            "WHERE link = ? ORDER BY id DESC LIMIT 1",
            [link],
        ).fetchone()
        verdict, reason = judged.reason.verdict.value, judged.reason.value
        status, at = look.seen.status, to_text(look.at)
        alike = last and last[1:] == (verdict, reason, status)
        if alike and suggested_before == _suggested(judged):
            self._db.execute(
                "UPDATE observations SET last_at = ?, looks = looks + 1 WHERE id = ?", [at, last[0]]
            )
            return
        evidence = storable_json(look.seen.to_json() | {"rule": judged.rule})
        self._db.execute(
            "INSERT INTO observations (link, verdict, reason, http_status, final_url, first_at, "
            "last_at, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [link, verdict, reason, status, _final_url(look.seen), at, at, evidence],
        )

    def _fields(self, link: int, seen: Evidence, at: datetime) -> None:
        for field, value in (("title", seen.title), ("description", seen.description)):
            if value:
                self._db.execute(
                    "INSERT INTO fields (link, field, value, raw, source, first_seen, last_seen) "
                    "VALUES (:link, :field, :value, :value, 'html', :at, :at) "
                    "ON CONFLICT (link, field, source) DO UPDATE SET value = excluded.value, "
                    "raw = excluded.raw, last_seen = excluded.last_seen",
                    {"link": link, "field": field, "value": storable(value), "at": to_text(at)},
                )

    def _events(self, link: int, before: Memory, after: Memory) -> None:
        for event in events(before, after):
            self._db.execute(
                "INSERT INTO events (night, link, kind, severity, before, after) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [self._night, link, event.kind, event.severity, event.before, event.after],
            )


def _suggested(judged: Judgement) -> str | None:
    return storable(judged.suggested_url or "") or None


def _final_url(seen: Evidence) -> str | None:
    return storable(seen.final_url) if len(seen.hops) > 1 else None


def _memory(row: Sequence[Any]) -> Memory:
    first_seen, state, since, reason, last_checked, last_ok, failing_since, failures = row
    return Memory(
        first_seen=from_text(first_seen),
        state=State(state),
        since=_moment(since),
        reason=Reason(reason) if reason else None,
        last_checked=_moment(last_checked),
        last_ok=_moment(last_ok),
        failing_since=_moment(failing_since),
        failures=failures,
    )


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None
