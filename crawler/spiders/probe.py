"""The sibling probe: what does this server say of a page that cannot exist?"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from secrets import choice
from string import ascii_lowercase
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from crawler.net.faults import NoAnswer
from crawler.spiders.chain import Chain, Landing, Trail
from crawler.spiders.likeness import Words, likeness, words_of
from crawler.verdicts.evidence import Sibling

LETTERS = 25
"""So many letters at random are nobody's page."""

_ECHO = 8
"""A shorter name may well be a word of the page."""

_VALUE = re.compile(r"=([^&;]+)")


class _Missing(NamedTuple):
    """What was said of a page that is not there."""

    url: str
    status: int
    final_url: str
    redirects: int
    title: str | None
    words: Words


class Probe:
    """Asks for a page that cannot exist: once a directory, however many links are in it."""

    def __init__(self, chain: Chain, letters: Callable[[], str]) -> None:
        self._chain = chain
        self._letters = letters
        self._known: dict[str, asyncio.Task[_Missing | None]] = {}

    async def sibling(self, url: str, landing: Landing) -> Sibling | None:
        """How the directory of this address answers for a page it cannot have, beside this one.

        None when nothing came back: a probe that fails proves nothing.
        """
        place = sibling_of(url, "")
        if place not in self._known:
            self._known[place] = asyncio.create_task(self._ask(url))
        missing = await asyncio.shield(self._known[place])
        return _beside(url, landing, missing) if missing else None

    async def _ask(self, url: str) -> _Missing | None:
        letters, trail = self._letters(), Trail()
        sibling = sibling_of(url, letters)
        try:
            landing = await self._chain.follow(sibling, trail)
        except NoAnswer:
            return None
        return _Missing(
            url=sibling,
            status=landing.answer.head.status,
            final_url=trail.hops[-1].url,
            redirects=len(trail.hops) - 1,
            title=landing.page.title,
            words=words_of(landing.body.text, letters, sibling),
        )


def random_letters() -> str:
    """A name that no page has."""
    return "".join(choice(ascii_lowercase) for _ in range(LETTERS))


def sibling_of(url: str, letters: str) -> str:
    """An address in the same directory under which nothing can be.

    Where a query tells the pages apart, it is the query's last number, or else value, that changes.

    >>> sibling_of("https://a.example/sets/rivers.html", "qqq")
    'https://a.example/sets/qqq'
    >>> sibling_of("https://a.example/view?set=rivers&id=17", "qqq")
    'https://a.example/view?set=rivers&id=333'
    """
    parts = urlsplit(url)
    if parts.query:
        return urlunsplit(parts._replace(query=_other_query(parts.query, letters)))
    directory = parts.path.removesuffix("/").rpartition("/")[0]
    return urlunsplit(parts._replace(path=f"{directory}/{letters}"))


def _other_query(query: str, letters: str) -> str:
    values = list(_VALUE.finditer(query))
    if not values:
        return letters
    numbers = [value for value in values if value[1].isdecimal()]
    value = (numbers or values)[-1]
    digits = "".join(str(ord(letter) % 10) for letter in letters[:9])
    return query[: value.start(1)] + (digits if numbers else letters) + query[value.end(1) :]


def _beside(url: str, landing: Landing, missing: _Missing) -> Sibling:
    """Both pages compared; where the page that is not there is refused, there is nothing to."""
    alike = None
    if missing.status < 400:
        name = urlsplit(url).path.rstrip("/").rpartition("/")[2]
        echoes = (url, name) if len(name) >= _ECHO else (url,)
        alike = round(likeness(words_of(landing.body.text, *echoes), missing.words), 3)
    title = landing.page.title
    return Sibling(
        url=missing.url,
        status=missing.status,
        final_url=missing.final_url,
        redirects=missing.redirects,
        likeness=alike,
        same_title=title is not None and title == missing.title,
    )
