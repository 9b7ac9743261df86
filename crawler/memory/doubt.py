"""Doubt: signs that tonight it is us who are ill, not the web. Then nothing seen is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from crawler.verdicts.verdict import Reason, Verdict

FEW = 3
"""Fewer hosts than this prove nothing, however they fail."""

TOO_MANY = 0.3
WRONG_CLOCK = timedelta(days=1)
MOST_IN_A_ROW = 3
"""After so many nights of doubt what is seen must be so; only a clock stays wrong."""

_LONGEST_PAUSE = timedelta(days=60)
_PORTAL = 5
_WELCOMES = frozenset({Verdict.OK, Verdict.RESTRICTED})
_ALIKE = frozenset({Reason.SOFT_404, Reason.REDIRECT_HOME, Reason.SHELL_ONLY})
"""Looks that end at a page, and were not led there for good; one page for all addresses too."""

_OURS = frozenset({Reason.DNS_NXDOMAIN, Reason.ROBOTS})
"""No name exists for who asks the wrong server; a robots.txt that cannot be had forbids all, as
behind a network that answers every question with 511."""

_ALL = 0.9


class Glance(NamedTuple):
    """What doubt looks at in one look: whether the link was well the night before, what was seen.

    `landed` is where it ended if that was at another host than ever before.
    """

    host: str
    well: bool
    reason: Reason
    at: datetime
    landed: str | None = None
    title: str | None = None
    title_before: str | None = None
    server_time: datetime | None = None


def doubt(
    glances: Sequence[Glance], *, doubted: int = 0, last_night: datetime | None = None
) -> str | None:
    """Why this night cannot be believed, in a sentence; None if it can.

    `doubted` is how many nights in a row were void before this one, since the `last_night` that
    was not.
    """
    wrong_clock = _clock(glances, last_night)
    if wrong_clock or doubted >= MOST_IN_A_ROW:
        return wrong_clock
    return _portal(glances) or _falling(glances)


def _clock(glances: Sequence[Glance], last_night: datetime | None) -> str | None:
    """A clock that jumped since the last night, and that the servers contradict."""
    if not glances or last_night is None:
        return None
    if timedelta(0) <= min(glance.at for glance in glances) - last_night <= _LONGEST_PAUSE:
        return None
    off = {
        glance.host: abs(glance.at - glance.server_time).total_seconds()
        for glance in glances
        if glance.server_time
    }
    if len(off) < FEW or median(off.values()) < WRONG_CLOCK.total_seconds():
        return None
    days = round(median(off.values()) / timedelta(days=1).total_seconds())
    return f"the servers say that this machine's clock is off by {days} days"


def _portal(glances: Sequence[Glance]) -> str | None:
    """A network that wants a login leads every visitor of every host to the same page.

    Whoever was not well before may well show what others show.
    """
    hosts = {glance.host for glance in glances if _shows_something(glance)}
    welcomed = [glance for glance in glances if glance.well and _is_welcome(glance.reason)]
    led = _hosts_by((glance.landed, glance) for glance in welcomed if glance.landed)
    shown = _hosts_by(
        (glance.title, glance)
        for glance in welcomed
        if glance.title and glance.title_before and glance.title != glance.title_before
    )
    most = max(map(len, (*led.values(), *shown.values())), default=0)
    if most < _PORTAL or most < _ALL * len(hosts):
        return None
    return "every host shows the same page, as a network does that wants a login"


def _is_welcome(reason: Reason) -> bool:
    return reason.verdict in _WELCOMES or reason in _ALIKE


def _shows_something(glance: Glance) -> bool:
    """Whether a page was seen; that it has not changed only its own server can say."""
    return bool(glance.landed or glance.title) or glance.reason is Reason.NOT_MODIFIED


def _hosts_by(seen: Iterable[tuple[str, Glance]]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for what, glance in seen:
        found[what].add(glance.host)
    return found


def _falling(glances: Iterable[Glance]) -> str | None:
    """So many hosts do not fall silent in one night; one that answers 404 was reached."""
    stood: defaultdict[str, list[Reason]] = defaultdict(list)
    for glance in glances:
        if glance.well and glance.reason.verdict is not Verdict.SKIPPED:
            stood[glance.host].append(glance.reason)
    fell = [host for host, reasons in stood.items() if all(map(_is_silence, reasons))]
    if len(fell) < FEW or len(fell) <= TOO_MANY * len(stood):
        return None
    return f"{len(fell)} of {len(stood)} hosts that were well last night seem to fail at once"


def _is_silence(reason: Reason) -> bool:
    """Whether it may well be our own network that failed."""
    return reason.verdict is Verdict.FAILING or reason in _OURS
