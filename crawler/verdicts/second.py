"""Second looks: when a page that cannot exist is worth a request, and what two looks make."""

from __future__ import annotations

from dataclasses import replace

from crawler.verdicts.absence import is_page
from crawler.verdicts.evidence import Evidence, SignKind
from crawler.verdicts.places import place_of
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import BAD, Reason, Verdict

_DOUBTFUL = frozenset({SignKind.NOT_FOUND, SignKind.SHELL})
"""Signs that siblings may belie."""

_CLEAR = frozenset(SignKind) - _DOUBTFUL - {SignKind.USURPED, SignKind.TERMS}
"""Signs that decide whatever the siblings say."""

_KINDNESS = (
    Verdict.OK,
    Verdict.MOVED,
    Verdict.INSECURE,
    Verdict.RESTRICTED,
    Verdict.BLOCKED,
    Verdict.FAILING,
    Verdict.GONE,
    Verdict.INVALID,
    Verdict.SKIPPED,
)
"""A look that was not made says least."""

_TRANSIENT = (
    Reason.MAINTENANCE,
    Reason.RATE_LIMITED,
    Reason.RESET,
    Reason.READ_TIMEOUT,
    Reason.CONNECT_TIMEOUT,
    Reason.HTTP_5XX,
    Reason.EMPTY_PAGE,
    Reason.NOT_HTTP,
    Reason.DNS_FAILURE,
    Reason.UNREACHABLE,
    Reason.REFUSED,
    Reason.TLS_HANDSHAKE,
    Reason.REDIRECT_BROKEN,
    Reason.SOFT_404,
    Reason.REDIRECT_HOME,
    Reason.HTTP_404,
)
"""What passes soonest comes first; what is not here lasts."""


def needs_sibling(seen: Evidence) -> bool:
    """Whether to ask for a page that cannot exist beside this one.

    Only for a deep link to a page that came well and is new, changed, sent home or suspicious:
    with the title it had when it was well it is what it was.
    """
    if seen.fault or not 200 <= (seen.status or 0) < 300 or not seen.content_bytes:
        return False
    if place_of(seen.url).is_front or not is_page(seen):
        return False
    kinds = {sign.kind for sign in seen.signs}
    if kinds & _CLEAR:
        return False
    known = seen.title is not None and seen.title in seen.expected
    return not known or bool(kinds & _DOUBTFUL) or place_of(seen.final_url).is_home


def combine(first: Evidence, second: Evidence) -> Evidence:
    """What two looks of one night say together: the kinder counts, the other is kept.

    Of two bad ones an answer counts for more than none: a dropped connection tells nothing of the
    page. Of two that are equally kind the one counts whose reason passes sooner, else the second.
    """
    better, other = (first, second) if _harshness(first) < _harshness(second) else (second, first)
    earlier = (*first.earlier, *second.earlier, replace(other, earlier=()))
    return replace(better, tries=first.tries + second.tries, earlier=earlier)


def _harshness(seen: Evidence) -> tuple[int, bool, int, int]:
    reason = judge(seen).reason
    kindness = _KINDNESS.index(reason.verdict)
    lasting = _TRANSIENT.index(reason) if reason in _TRANSIENT else len(_TRANSIENT)
    if reason.verdict not in BAD:
        return kindness, False, kindness, lasting
    return _KINDNESS.index(Verdict.FAILING), seen.fault is not None, kindness, lasting
