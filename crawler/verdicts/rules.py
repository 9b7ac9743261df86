"""The rules: evidence in, the reason out. The first rule that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crawler.verdicts.evidence import Evidence
from crawler.verdicts.redirects import REDIRECTS, kind_of_move, lasting_address
from crawler.verdicts.verdict import Reason, Verdict

Decide = Callable[[Evidence], Reason | None]


class Judgement(NamedTuple):
    """The reason a look leads to, the rule that fired, and the address to recommend, if any."""

    reason: Reason
    rule: str
    suggested_url: str | None = None


class Rule(NamedTuple):
    """One rule: its name, and the reason it gives when it holds."""

    name: str
    decide: Decide


def _no_answer(seen: Evidence) -> Reason | None:
    return Reason(seen.fault.value) if seen.fault else None


_STATUS = {
    401: Reason.HTTP_401,
    402: Reason.HTTP_402,
    403: Reason.HTTP_403,
    404: Reason.HTTP_404,
    410: Reason.HTTP_410,
    429: Reason.RATE_LIMITED,
    451: Reason.LEGAL,
    999: Reason.HTTP_999,
}


def _says_status(seen: Evidence) -> Reason | None:
    return _STATUS.get(seen.status or 0)


def _will_be_back(seen: Evidence) -> Reason | None:
    return Reason.MAINTENANCE if seen.status == 503 and seen.header("retry-after") else None


def _refuses(seen: Evidence) -> Reason | None:
    status = seen.status or 0
    if 400 <= status < 500:
        return Reason.HTTP_4XX
    return Reason.HTTP_5XX if 500 <= status < 600 else None


def _leads_nowhere(seen: Evidence) -> Reason | None:
    return Reason.REDIRECT_BROKEN if seen.status in REDIRECTS else None


def _makes_no_sense(seen: Evidence) -> Reason | None:
    return None if 200 <= (seen.status or 0) <= 300 else Reason.ODD_STATUS


def _falls_silent(seen: Evidence) -> Reason | None:
    """The head came, and then nothing of a content that was promised."""
    return Reason.READ_TIMEOUT if seen.cut and not seen.content_bytes else None


def _is_empty(seen: Evidence) -> Reason | None:
    """A page has to come; of a file it is enough that the server tells its size."""
    size = seen.header("content-length") or ""
    announced = size.isdecimal() and size.strip("0") and _serves_file(seen)
    return None if seen.content_bytes or announced else Reason.EMPTY_PAGE


def _bad_certificate(seen: Evidence) -> Reason | None:
    return Reason(seen.certificate_fault.value) if seen.certificate_fault else None


def _has_moved(seen: Evidence) -> Reason | None:
    new = lasting_address(seen.hops)
    return kind_of_move(seen.hops[0].url, new) if new else None


def _is_elsewhere_for_now(seen: Evidence) -> Reason | None:
    return Reason.TEMPORARY_REDIRECT if len(seen.hops) > 1 else None


def _is_file(seen: Evidence) -> Reason | None:
    return Reason.FILE if _serves_file(seen) else None


def _serves_file(seen: Evidence) -> bool:
    kind = (seen.content_type or "").lower()
    return bool(kind) and "html" not in kind


RULES = (
    Rule("no-answer", _no_answer),
    Rule("says-status", _says_status),
    Rule("will-be-back", _will_be_back),
    Rule("refuses", _refuses),
    Rule("leads-nowhere", _leads_nowhere),
    Rule("makes-no-sense", _makes_no_sense),
    Rule("falls-silent", _falls_silent),
    Rule("is-empty", _is_empty),
    Rule("bad-certificate", _bad_certificate),
    Rule("has-moved", _has_moved),
    Rule("is-elsewhere-for-now", _is_elsewhere_for_now),
    Rule("is-file", _is_file),
    Rule("answers", lambda _: Reason.HTTP_200),
)
"""Order matters: what is wrong comes before where it is, and the last rule always holds."""


def judge(seen: Evidence) -> Judgement:
    """The verdict's reason for what one look saw, and the rule that gave it."""
    decided = ((rule.decide(seen), rule.name) for rule in RULES)
    reason, rule = next((reason, name) for reason, name in decided if reason)
    moved = reason.verdict is Verdict.MOVED
    return Judgement(reason, rule, lasting_address(seen.hops) if moved else None)
