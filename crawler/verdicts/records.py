"""Rules that go by more than the page: what its source says of it, and doors known by address."""

from __future__ import annotations

import re

from crawler.hosts import host_of
from crawler.verdicts.evidence import Evidence, Fault, Standing
from crawler.verdicts.places import place_of
from crawler.verdicts.verdict import Reason

DOUBTFUL = frozenset(
    {
        Reason.SHELL_ONLY,
        Reason.BOT_WALL,
        Reason.RATE_LIMITED,
        Reason.ROBOTS,
        Reason.HTTP_401,
        Reason.HTTP_403,
        Reason.HTTP_404,
        Reason.HTTP_4XX,
        Reason.HTTP_999,
        Reason.ODD_STATUS,
        Reason.SOFT_404,
        Reason.REDIRECT_HOME,
    }
)
"""After these a source is worth a question: another may be told otherwise, or why.

A page that came well needs no witness, and that a server fails tonight no register can mend.
"""

_MEANS = {
    Standing.THERE: Reason.VOUCHED,
    Standing.ARCHIVED: Reason.VOUCHED,
    Standing.RESTRICTED: Reason.LOGIN_PAGE,
    Standing.WITHDRAWN: Reason.HTTP_410,
    Standing.UNKNOWN: Reason.HTTP_404,
}
"""That a name is registered, or that something is missing or private, leaves the page to decide."""

_DOORS = {"physionet.org": re.compile(r"/files/|/content/[^/]+/get-zip/")}
"""Where forbidden means that one has to sign first: the host keeps nothing else behind it."""


def is_on_record(seen: Evidence) -> Reason | None:
    """The page leaves doubt, and its source says how it stands."""
    if seen.record is None or seen.fault not in (None, Fault.ROBOTS):
        return None
    if (seen.status or 0) >= 500:
        return None
    if seen.record.moved_to:
        return Reason.PERMANENT_REDIRECT
    if seen.record.standing is Standing.UNKNOWN and host_of(seen.record.address) == "doi.org":
        return Reason.DOI_UNKNOWN
    return _MEANS.get(seen.record.standing)


def is_known_door(seen: Evidence) -> Reason | None:
    """A bare refusal where it is known who would be let in."""
    place = place_of(seen.final_url)
    door = _DOORS.get(place.site)
    return Reason.LOGIN_PAGE if seen.status == 403 and door and door.match(place.path) else None
