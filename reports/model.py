"""The report: everything that is told of one night, as a plain value for every face to render."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby, takewhile

from crawler.clock import from_text
from crawler.store.reader import EventRow, LinkRow, ListRow, NightRow, ObservationRow, Reader

STATES = ("alive", "suspect", "down", "dead", "unverified", "new")
"""Every state, in the order in which they are told."""

ENDS_SOON = timedelta(days=14)
"""A certificate with less than this left is worth a word."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event with the link it is about; that of a host, list or entry names its subject."""

    event: EventRow
    link: LinkRow | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long a link has had its present verdict, whatever the reasons were."""

    since: str
    nights: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A certificate that is good but ends soon, with the links that stand on it."""

    host: str
    expires: str
    links: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of one night.

    A link is in one group at most, the worst it belongs to; links within a group are in the order
    of their lists.
    """

    generated: str
    night: NightRow
    nights: tuple[NightRow, ...]
    lists: tuple[ListRow, ...]
    links: tuple[LinkRow, ...]
    changes: tuple[Change, ...]
    dead: tuple[LinkRow, ...]
    down: tuple[LinkRow, ...]
    suspect: tuple[LinkRow, ...]
    invalid: tuple[LinkRow, ...]
    moved: tuple[LinkRow, ...]
    insecure: tuple[LinkRow, ...]
    restricted: tuple[LinkRow, ...]
    blocked: tuple[LinkRow, ...]
    ending: tuple[Ending, ...]
    states: Mapping[str, int]
    stretches: Mapping[int, Stretch]

    @property
    def needs_doing(self) -> int:
        """How many links a keeper can do something about now."""
        return sum(link.needs_doing for link in self.links)

    @property
    def counts(self) -> Mapping[str, int]:
        """The numbers that every face tells: links, those that need doing, those in each state."""
        return {"links": len(self.links), "needs_doing": self.needs_doing, **self.states}

    @property
    def counted(self) -> NightRow | None:
        """The latest night that is believed: what the links' states stand on."""
        return next((night for night in self.nights if night.finished and not is_void(night)), None)


def make_report(reader: Reader, generated: str) -> Report | None:
    """The report on the latest night that is over; None before the first."""
    nights = reader.nights()
    night = next((night for night in nights if night.finished), None)
    if night is None:
        return None
    links = tuple(sorted(reader.links(), key=_where))
    known = {link.id: link for link in links}
    groups = _grouped(links)
    return Report(
        generated=generated,
        night=night,
        nights=nights,
        lists=reader.lists(),
        links=links,
        changes=tuple(
            Change(event, known.get(event.link) if event.link else None)
            for event in reader.events(night.id)
            if event.link is None or _is_told(known.get(event.link))
        ),
        dead=groups["dead"],
        down=groups["down"],
        suspect=groups["suspect"],
        invalid=groups["invalid"],
        moved=groups["moved"],
        insecure=groups["insecure"],
        restricted=groups["restricted"],
        blocked=groups["blocked"],
        ending=_ending(links, night),
        states={state: sum(link.state == state for link in links) for state in STATES},
        stretches={
            link.id: _stretch(reader.observations(link.id))
            for group in ("invalid", "moved", "insecure", "restricted", "blocked")
            for link in groups[group]
        },
    )


def is_void(night: NightRow) -> bool:
    """Whether nothing of a night is believed."""
    return night.outcome == "void"


def _is_told(link: LinkRow | None) -> bool:
    """Whether its keeper wants to hear of a link: it stands in a list and is not muted."""
    return link is not None and link.muted_until is None


_WORST_STATES = ("dead", "down", "suspect")
_TOLD_VERDICTS = ("invalid", "moved", "insecure", "restricted", "blocked")


def _grouped(links: Iterable[LinkRow]) -> Mapping[str, tuple[LinkRow, ...]]:
    found: dict[str, list[LinkRow]] = {name: [] for name in _WORST_STATES + _TOLD_VERDICTS}
    for link in links:
        name = link.state if link.state in _WORST_STATES else link.verdict
        if name in found and _is_told(link):
            found[name].append(link)
    return {name: tuple(group) for name, group in found.items()}


def _where(link: LinkRow) -> tuple[str, int, str]:
    first = link.places[0]
    return (first.list, first.line, link.url)


def _stretch(observations: tuple[ObservationRow, ...]) -> Stretch:
    """The newest observations of one verdict, newest first, taken together."""
    verdict = observations[0].verdict
    run = list(takewhile(lambda seen: seen.verdict == verdict, observations))
    return Stretch(run[-1].first_at, sum(seen.looks for seen in run))


def _ending(links: Iterable[LinkRow], night: NightRow) -> tuple[Ending, ...]:
    now = from_text(night.started)
    soon = [
        (link.certificate_expires, link.host or "", link)
        for link in links
        if link.certificate_expires
        and _is_told(link)
        and link.verdict in ("ok", "moved", "restricted")
        and timedelta(0) <= from_text(link.certificate_expires) - now <= ENDS_SOON
    ]
    soon.sort(key=lambda found: (found[0], found[1]))
    return tuple(
        Ending(host, expires, tuple(found[2] for found in group))
        for (expires, host), group in groupby(soon, key=lambda found: (found[0], found[1]))
    )
