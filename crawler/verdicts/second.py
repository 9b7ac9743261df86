"""Second looks: when a page that cannot exist is worth a request, and what two looks make."""

from __future__ import annotations

from dataclasses import replace

from crawler.verdicts.absence import is_deep, is_page
from crawler.verdicts.evidence import Evidence, SignKind
from crawler.verdicts.places import place_of
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import Reason, Verdict

_CLEAR = frozenset(SignKind) - {
    SignKind.NOT_FOUND,
    SignKind.SHELL,
    SignKind.USURPED,
    SignKind.TERMS,
}
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
    Reason.REDIRECT_LOOP,
    Reason.REDIRECT_BROKEN,
    Reason.HTTP_4XX,
    Reason.SOFT_404,
    Reason.REDIRECT_HOME,
    Reason.HTTP_404,
)
"""What passes soonest comes first; what is not here lasts."""


def needs_sibling(seen: Evidence) -> bool:
    """Whether to ask for a page that cannot exist beside this one.

    Only for a deep link to a page that came well and is new, changed, redirected or suspicious:
    with the title it had when it was well, where it was, it is what it was.
    """
    if seen.fault or not 200 <= (seen.status or 0) < 300 or not seen.content_bytes:
        return False
    if not (is_deep(seen) and is_page(seen)) or any(sign.kind in _CLEAR for sign in seen.signs):
        return False
    known = seen.title is not None and seen.title in seen.expected
    return bool(seen.signs) or not known or _is_elsewhere(seen) or place_of(seen.url).promises_file


def combine(first: Evidence, second: Evidence) -> Evidence:
    """What two looks of one night say together: the kinder counts, the other is kept.

    Of two that are equally kind the one counts whose reason passes sooner, else the second.
    """
    better, other = (first, second) if _harshness(first) < _harshness(second) else (second, first)
    kept = replace(other, earlier=())
    return replace(better, tries=first.tries + second.tries, earlier=(*first.earlier, kept))


def _is_elsewhere(seen: Evidence) -> bool:
    start, end = place_of(seen.url), place_of(seen.final_url)
    return (start.site, start.path.rstrip("/")) != (end.site, end.path.rstrip("/"))


def _harshness(seen: Evidence) -> tuple[int, int]:
    reason = judge(seen).reason
    lasting = _TRANSIENT.index(reason) if reason in _TRANSIENT else len(_TRANSIENT)
    return _KINDNESS.index(reason.verdict), lasting
