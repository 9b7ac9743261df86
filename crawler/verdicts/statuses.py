"""Rules that go by faults, statuses and headers: what is wrong before a page is read."""

from __future__ import annotations

from crawler.hosts import host_of
from crawler.verdicts.evidence import Evidence, SignKind
from crawler.verdicts.places import place_of
from crawler.verdicts.redirects import REDIRECTS
from crawler.verdicts.verdict import Reason

_PICKY = frozenset({406, 415})
"""Said to robots for what they send besides the address; people send something else."""

_STATUS = {
    401: Reason.HTTP_401,
    402: Reason.HTTP_402,
    403: Reason.HTTP_403,
    429: Reason.RATE_LIMITED,
    999: Reason.HTTP_999,
}
_MISSING = {404: Reason.HTTP_404, 410: Reason.HTTP_410}
_DOI = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})


def no_answer(seen: Evidence) -> Reason | None:
    """Nothing came: the fault is the reason."""
    return Reason(seen.fault.value) if seen.fault else None


def is_withheld(seen: Evidence) -> Reason | None:
    """451 is a reason of its own, whatever its page looks like."""
    return Reason.LEGAL if seen.status == 451 else None


def is_no_doi(seen: Evidence) -> Reason | None:
    """A bare 404 of the resolver proves nothing; its register, or its own page, does."""
    if seen.status != 404 or host_of(seen.final_url) not in _DOI:
        return None
    said = place_of(seen.final_url).path.startswith("/api/handles/")
    return Reason.DOI_UNKNOWN if said or "doi not found" in (seen.title or "").lower() else None


def says_missing(seen: Evidence) -> Reason | None:
    """404 and 410."""
    return _MISSING.get(seen.status or 0)


def opens_to_some(seen: Evidence) -> Reason | None:
    """A refusal that says who would be let in."""
    tells = seen.sign(SignKind.TERMS) or seen.sign(SignKind.LOGIN)
    return Reason.LOGIN_PAGE if seen.status == 403 and tells else None


def says_status(seen: Evidence) -> Reason | None:
    """Statuses that are reasons."""
    return _STATUS.get(seen.status or 0)


def is_picky(seen: Evidence) -> Reason | None:
    """A refusal of how we ask, not of what we ask for."""
    return Reason.BOT_WALL if seen.status in _PICKY else None


def will_be_back(seen: Evidence) -> Reason | None:
    """503 with a time to come back."""
    return Reason.MAINTENANCE if seen.status == 503 and seen.header("retry-after") else None


def refuses(seen: Evidence) -> Reason | None:
    """Any other status of failure, however good the page that came with it."""
    status = seen.status or 0
    if not 400 <= status < 600:
        return None
    return Reason.HTTP_4XX if status < 500 else Reason.HTTP_5XX


def is_unchanged(seen: Evidence) -> Reason | None:
    """304 to whoever asked for changes; to others it is an answer with nothing in it."""
    if seen.status != 304:
        return None
    return Reason.NOT_MODIFIED if seen.conditional else Reason.EMPTY_PAGE


def leads_nowhere(seen: Evidence) -> Reason | None:
    """A redirect that says not where to."""
    return Reason.REDIRECT_BROKEN if seen.status in REDIRECTS else None


def makes_no_sense(seen: Evidence) -> Reason | None:
    """What is neither success nor anything above."""
    return None if 200 <= (seen.status or 0) <= 300 else Reason.ODD_STATUS
