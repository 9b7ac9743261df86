"""The sibling probe: what does this server say of a page that cannot exist?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from secrets import choice
from string import ascii_lowercase
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from crawler.metadata.body import Body
from crawler.net.faults import NoAnswer
from crawler.spiders.chain import Chain, Landing, Trail
from crawler.spiders.likeness import Prose, echoes, likeness, prose_of, words_of
from crawler.verdicts.evidence import Sibling
from crawler.verdicts.places import identifier

LETTERS = 25
"""So many letters at random are nobody's page."""

_REFUSED = 400
"""From this status on a page is an error, and what it says of no interest."""


class _Missing(NamedTuple):
    """What was said of a page that is not there."""

    url: str
    name: str
    status: int
    final_url: str
    redirects: int
    title: str
    text: str
    prose: Prose


class Probe:
    """Asks for a page that cannot exist: once a directory, however many links are in it."""

    def __init__(self, chain: Chain, letters: Callable[[], str]) -> None:
        self._chain = chain
        self._letters = letters
        self._known: dict[tuple[str, str], asyncio.Task[_Missing | None]] = {}

    async def sibling(self, url: str, landing: Landing) -> Sibling | None:
        """How the directory of this address answers for a page it cannot have, beside this one.

        None when nothing came back: a probe that fails proves nothing.
        """
        before, _, after = _around_name(url)
        if (before, after) not in self._known:
            self._known[before, after] = asyncio.create_task(self._ask(url))
        missing = await asyncio.shield(self._known[before, after])
        return _beside(url, landing, missing) if missing else None

    async def _ask(self, url: str) -> _Missing | None:
        trail, sibling = Trail(), sibling_of(url, self._letters())
        try:
            landing = await self._chain.follow(sibling, trail)
        except NoAnswer:
            return None
        status = landing.answer.head.status
        body = landing.body if status < _REFUSED else Body()
        return _Missing(
            url=sibling,
            name=_around_name(sibling)[1],
            status=status,
            final_url=trail.hops[-1].url,
            redirects=len(trail.hops) - 1,
            title=landing.page.title or "",
            text=body.text,
            prose=prose_of(body.markup),
        )


def random_letters() -> str:
    """A name that no page has."""
    return "".join(choice(ascii_lowercase) for _ in range(LETTERS))


def sibling_of(url: str, letters: str) -> str:
    """An address in the same directory under which nothing can be.

    Where a query names one thing of many, it is that name which changes.

    >>> sibling_of("https://a.example/sets/rivers.html?lang=en", "qqq")
    'https://a.example/sets/qqq'
    >>> sibling_of("https://a.example/view?set=rivers&id=17", "qqq")
    'https://a.example/view?set=rivers&id=333'
    """
    before, name, after = _around_name(url)
    digits = "".join(str(ord(letter) % 10) for letter in letters[:9])
    return before + (digits if "?" in before and name.isdecimal() else letters) + after


def _around_name(url: str) -> tuple[str, str, str]:
    """What an address calls its page, and what stands before and after that."""
    parts = urlsplit(url)
    found = identifier(parts.query)
    if found:
        start, end = (len(url) - len(parts.query) + place for place in found)
        return url[:start], url[start:end], url[end:]
    directory, _, name = parts.path.removesuffix("/").rpartition("/")
    return urlunsplit(parts._replace(path=f"{directory}/", query="")), name, ""


def _beside(url: str, landing: Landing, missing: _Missing) -> Sibling:
    """Both pages compared; where the page that is not there is refused, there is nothing to."""
    name = _around_name(url)[1]
    echoed = (name, missing.name) if echoes(missing.title + missing.text, missing.name) else ()
    title = words_of(landing.page.title or "", *echoed)
    return Sibling(
        url=missing.url,
        status=missing.status,
        final_url=missing.final_url,
        redirects=missing.redirects,
        likeness=_likeness(landing, missing, echoed) if missing.status < _REFUSED else None,
        same_title=title.pairs == words_of(missing.title, *echoed).pairs,
        title_echoes=echoes(missing.title, missing.name),
    )


def _likeness(landing: Landing, missing: _Missing, echoed: tuple[str, ...]) -> float:
    """How alike the pages are; if their links alone differ, and are as many, those are by lot."""
    text = landing.body.text
    alike = likeness(words_of(text, *echoed), words_of(missing.text, *echoed))
    prose = prose_of(landing.body.markup)
    if prose.links != missing.prose.links:
        return _rounded(alike)
    said = likeness(words_of(prose.text, *echoed), words_of(missing.prose.text, *echoed))
    return _rounded(max(alike, said))


def _rounded(share: float) -> float:
    """Only what is wholly alike is 1."""
    return int(share * 1000) / 1000
