"""What to write instead of an address: pure rules over what is known of its link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from crawler.hosts import host_of
from crawler.lists.address import is_sound, same_link
from crawler.lists.mention import Mention
from crawler.lists.spelling import spelled
from crawler.memory.state import State
from crawler.verdicts.redirects import carries_session, is_name_for_good
from crawler.verdicts.verdict import Verdict

SETTLED = timedelta(days=7)
"""How long a move must have held before a list follows it."""

_DOI = re.compile(r"https?://(?:dx\.|www\.)?doi\.org(?::\d+)?/(10\.\d{4,9}/.+)", re.IGNORECASE)
_MOST_STEPS = 10


class Why(StrEnum):
    """Why an address is to be written anew."""

    MOVED = "moved"
    DOI = "DOI"
    ARCHIVED = "archived"
    REPAIRED = "repaired"


class Fix(NamedTuple):
    """The address to write, and why."""

    address: str
    why: Why


@dataclass(frozen=True, slots=True)
class Known:
    """What the database knows of a link, as far as a fix depends on it."""

    state: str
    verdict: str | None
    suggested_url: str | None
    archive_url: str | None
    flapping: bool
    muted: bool
    moved_since: datetime | None

    @property
    def is_unsettled(self) -> bool:
        """Whether nothing is to be done about this link now."""
        return self.flapping or self.muted


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of the links, the moment, and whether archived copies are wanted."""

    known: Mapping[str, Known]
    now: datetime
    archived: bool = False

    def fix(self, mention: Mention) -> Fix | None:
        """What to write in the place of a mention; None where it is to stay as it is."""
        link = self.known.get(same_link(mention.url))
        if link is not None and link.is_unsettled:
            return None
        found = self._followed(mention.url)
        if found is not None:
            return found if is_sound(found.address) else None
        plain = link is None or link.state in (State.NEW, State.ALIVE, State.UNVERIFIED)
        if mention.repair is not None and plain and is_sound(spelled(mention.url)):
            return Fix(spelled(mention.url), Why.REPAIRED)
        return None

    def _followed(self, url: str) -> Fix | None:
        """Where an address leads in the end, so that a second fix finds nothing; no circles."""
        seen = {spelled(url)}
        found: Fix | None = None
        for _ in range(_MOST_STEPS):
            step = self._step(url if found is None else found.address)
            if step is None:
                return found
            if step.address in seen:
                return None
            seen.add(step.address)
            found = Fix(step.address, found.why if found else step.why)
        return None

    def _step(self, url: str) -> Fix | None:
        link = self.known.get(same_link(url))
        if link is not None and link.is_unsettled:
            return None
        if (doi := _doi(url)) is not None:
            return Fix(spelled(doi), Why.DOI) if spelled(doi) != url else None
        if link is None:
            return None
        if (new := self._moved_to(url, link)) is not None:
            return Fix(_with_fragment(new, url), Why.MOVED)
        if self.archived and link.state == State.DEAD and link.archive_url:
            return Fix(_with_fragment(link.archive_url, url), Why.ARCHIVED)
        return None

    def _moved_to(self, url: str, link: Known) -> str | None:
        """The address a link has moved to for good, long enough ago, and that is anybody's."""
        new, since = link.suggested_url, link.moved_since
        if link.verdict != Verdict.MOVED or link.state != State.ALIVE or new is None:
            return None
        if since is None or self.now - since < SETTLED or carries_session(new):
            return None
        leaves_a_name = is_name_for_good(host_of(url)) and not is_name_for_good(host_of(new))
        return None if leaves_a_name else new


def _doi(url: str) -> str | None:
    """The one form of a DOI's address; the name behind the host stays byte for byte."""
    found = _DOI.fullmatch(url)
    return f"https://doi.org/{found[1]}" if found else None


def _with_fragment(new: str, old: str) -> str:
    """The new address, with the place on the page that the old one named."""
    _, mark, fragment = old.partition("#")
    return spelled(new if "#" in new else new + mark + fragment)
