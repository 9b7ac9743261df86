"""Tonight's looks, folded into what is remembered: links, observations, fields and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from sqlite_utils import Database

from crawler.clock import from_text
from crawler.hosts import host_of
from crawler.memory.events import Event, certificate_events, events
from crawler.memory.state import A_DAY, Memory, State, Tonight, remember
from crawler.store.descriptions import Descriptions
from crawler.store.events import write_events
from crawler.store.incidents import Seen, write_incidents
from crawler.store.journal import Look
from crawler.store.memories import Known, beliefs, recall, write_held, write_run
from crawler.store.text import storable, storable_json
from crawler.verdicts.absence import is_as_expected
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import Judgement, judge
from crawler.verdicts.verdict import SPEAKS, Reason

_NOT_MODIFIED = 304

_NEW_WEIGHT = 0.3
"""How much tonight's time weighs in the usual time of an answer; the slowest fades by as much."""


class _Sight(NamedTuple):
    """What tonight's look comes to; the mark is its status and the address it recommends."""

    reason: Reason
    mark: tuple[object, ...]


def write_looks(
    db: Database, night: int, looks: Iterable[Look], rhythm: timedelta = A_DAY
) -> Counter[str]:
    """Fold the looks of one night in; how many led to which verdict."""
    # The database keeps whole seconds; so must what is reckoned with them.
    whole = (look._replace(at=look.at.replace(microsecond=0)) for look in looks)
    read = [(look, judge(look.seen)) for look in whole]
    seen = [Seen(look.url, look.at, judged.reason) for look, judged in read]
    writer = _Writer(db, night, write_incidents(db, night, seen), rhythm)
    for look, judged in read:
        writer.write(look, judged)
    writer.finish()
    return writer.counts


class _Writer:
    def __init__(
        self, db: Database, night: int, frozen: Collection[str], rhythm: timedelta
    ) -> None:
        self._db = db
        self._night = night
        self._frozen = frozen
        self._rhythm = rhythm
        self._descriptions = Descriptions(db, night)
        self._ending: set[tuple[str | None, str]] = set()
        self.counts: Counter[str] = Counter()

    def write(self, look: Look, judged: Judgement) -> None:
        known = recall(self._db, look.url, look.at)
        if known is None:
            return  # a resumed night's look at a link that the lists no longer have
        sight = _sight(look.seen, judged, known.memory)
        self.counts[sight.reason.verdict.value] += 1
        tonight = Tonight(
            reason=sight.reason,
            at=look.at,
            mark=sight.mark,
            same=_is_same(look.seen),
            frozen=known.host in self._frozen,
            rhythm=self._rhythm,
        )
        after = remember(known.memory, tonight)
        if after is known.memory:
            return
        self._runs(known, after, look.seen, judged.rule)
        self._link(known, after, look, sight)
        became = [*events(known.memory, after, tonight), *self._warnings(known, after, look)]
        write_events(self._db, self._night, became, link=known.id)

    def finish(self) -> None:
        """Tell what can only be told when all is seen."""
        self._descriptions.tell()

    def _runs(self, known: Known, after: Memory, seen: Evidence, rule: str) -> None:
        write_held(self._db, known, after)
        if len(after.runs) > len(known.memory.runs):
            evidence = storable_json(seen.to_json() | {"rule": rule})
            final_url = _final_url(seen)
            write_run(self._db, known.id, after.runs[-1], final_url=final_url, evidence=evidence)

    def _link(self, known: Known, after: Memory, look: Look, sight: _Sight) -> None:
        values = beliefs(after, look.at) | _shown(look.seen, sight) | _times(known, look.seen)
        if sight.reason.verdict in SPEAKS and after.state is not State.DEAD:
            if look.seen.status == _NOT_MODIFIED:
                self._descriptions.repeat(known.id, known.host)
            else:
                values |= _page(look.seen, known)
            self._descriptions.write(known.id, known.host, look)
        changes = ", ".join(f"{name} = :{name}" for name in values)
        update = f"UPDATE links SET {changes} WHERE id = :id"  # noqa: S608 - names of ours
        self._db.execute(update, {**values, "id": known.id})

    def _warnings(self, known: Known, after: Memory, look: Look) -> Iterable[Event]:
        """The warning of a certificate's end, if it became due since the last look at it.

        One that is new was renewed by somebody who will do so again; one that many links share is
        told of once; that of a dead link matters to nobody.
        """
        expires, checked = look.seen.certificate_expires, known.memory.last_checked
        shared = (host_of(look.seen.final_url), expires or "")
        if expires is None or expires != known.certificate_expires or shared in self._ending:
            return ()
        if after.state is State.DEAD:
            return ()
        warnings = certificate_events(from_text(expires), checked, look.at)
        self._ending |= {shared} if warnings else set()
        return warnings


def _sight(seen: Evidence, judged: Judgement, memory: Memory) -> _Sight:
    """What a look comes to; a page that has not changed is what it was when it last spoke."""
    spoke = (run for run in reversed(memory.runs) if run.reason.verdict in SPEAKS)
    last = next(spoke, None) if judged.reason is Reason.NOT_MODIFIED else None
    if last is None:
        suggested_url = storable(judged.suggested_url or "") or None
        return _Sight(judged.reason, (seen.status, suggested_url))
    return _Sight(last.reason, last.mark)


def _is_same(seen: Evidence) -> bool:
    """Whether the page is what the link was for, as far as it says what it is."""
    known = seen.title is None or not seen.expected or seen.title in seen.expected
    return known or is_as_expected(seen)


def _times(known: Known, seen: Evidence) -> dict[str, Any]:
    """How long answers take: the usual time and the slowest, both slowly forgotten."""
    taken, usual, slowest = seen.milliseconds, known.response_ms, known.slowest_ms
    if taken is None:
        return {}
    if usual is None or slowest is None:
        return {"response_ms": taken, "slowest_ms": taken}
    fading = slowest + _NEW_WEIGHT * (usual - slowest)
    return {
        "response_ms": round(usual + _NEW_WEIGHT * (taken - usual)),
        "slowest_ms": max(taken, round(fading)),
    }


def _shown(seen: Evidence, sight: _Sight) -> dict[str, Any]:
    """What was seen tonight, whatever it was."""
    status, suggested_url = sight.mark
    values = {
        "verdict": sight.reason.verdict.value,
        "reason": sight.reason.value,
        "http_status": status,
        "final_url": _final_url(seen),
        "suggested_url": suggested_url,
    }
    ends = seen.certificate_expires
    return values | ({"certificate_expires": ends} if ends else {})


def _page(seen: Evidence, known: Known) -> dict[str, Any]:
    """What the page itself says."""
    return {
        "etag": storable(seen.header("etag") or "") or None,
        "last_modified": storable(seen.header("last-modified") or "") or None,
        "title": storable(seen.title or "") or known.title,
    }


def _final_url(seen: Evidence) -> str | None:
    return storable(seen.final_url) if len(seen.hops) > 1 else None
