"""One chain: from an address over its redirects to the page at their end."""

from __future__ import annotations

from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from crawler.metadata.body import Body, read_body
from crawler.metadata.onward import Onward
from crawler.metadata.page import Page, read_page
from crawler.net.cookies import Cookies
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.manners import OTHER_HEADERS
from crawler.net.robots import Robots
from crawler.net.urls import askable, redirect_target
from crawler.net.validators import Validators
from crawler.net.wire import Headers
from crawler.verdicts.evidence import CERTIFICATE_FAULTS, Fault, Hop, Sign, SignKind
from crawler.verdicts.redirects import REDIRECTS
from crawler.verdicts.signs import Seen, find_signs

MOST_HOPS = 10
LARGEST_ROBOTS = 512 * 1024

_PICKY = frozenset({304, 400, 403, 405, 406, 412, 415, 416})
"""Some servers say so because of a header they miss, do not know or cannot read."""

_SAYS_ALL = frozenset(SignKind) - {SignKind.SHELL, SignKind.LOGIN, SignKind.TERMS}
"""A page with such a sign is judged where it stands, wherever it would lead."""


class Fetch(Protocol):
    """Gets one address at the pace of its host."""

    def __call__(
        self, url: str, appetite: Appetite, *, verify: bool, other: Headers = ()
    ) -> Awaitable[Answer]:
        """The answer, or `NoAnswer`; `other` headers replace the usual ones."""
        ...


class Landing(NamedTuple):
    """An answer, read: what a visitor would see, and what that speaks for."""

    answer: Answer
    page: Page
    body: Body
    signs: tuple[Sign, ...]


@dataclass(slots=True)
class Trail:
    """What a chain has seen so far."""

    hops: list[Hop] = field(default_factory=list)
    asked: set[tuple[str, Headers]] = field(default_factory=set)
    cookies: Cookies = field(default_factory=Cookies)
    other: Headers = ()
    validators: Validators | None = None
    conditional: bool = False
    certificate_fault: Fault | None = None
    detail: str | None = None


class Chain:
    """Follows redirects as browsers do: one GET a hop, past a bad certificate once a hop."""

    def __init__(
        self, fetch: Fetch, *, robots: bool = True, other: Headers = OTHER_HEADERS
    ) -> None:
        self._fetch = fetch
        self._other = other
        self._robots = Robots(self._fetch_robots) if robots else None

    async def follow(self, url: str, trail: Trail) -> Landing:
        """The page at the end, or `NoAnswer`; the trail tells how far it went."""
        while True:
            if self._robots:
                await self._robots.check(url)
            landing = await self._landed(url, trail)
            head = landing.answer.head
            onward = _onward(landing)
            location = onward.location if onward else head.get("location")
            via = onward.via if onward else "header"
            trail.hops.append(Hop(url, head.status, location, via, landing.answer.milliseconds))
            target = _target(url, onward, trail) if onward else None
            if target is None:
                return landing
            url = target

    async def _landed(self, url: str, trail: Trail) -> Landing:
        """The answer, read; a server that may only dislike our headers is asked once otherwise."""
        trail.asked.add((url, trail.cookies.headers(url, verified=True)))
        landing = _read(url, await self._past_certificate(url, trail))
        status = landing.answer.head.status
        explained = trail.conditional or _kinds(landing) - {SignKind.SHELL}
        if status not in _PICKY or trail.other == self._other or explained:
            return landing
        trail.other = self._other
        with suppress(NoAnswer):
            answer = await self._past_certificate(url, trail)
            if answer.head.status not in _PICKY:
                trail.detail = trail.detail or f"{status} until asked with other headers"
                return _read(url, answer)
        return landing

    async def _past_certificate(self, url: str, trail: Trail) -> Answer:
        """The answer; if only the certificate stands in the way, the answer behind it."""
        try:
            return await self._ask(url, trail, verify=True)
        except NoAnswer as failed:
            if failed.fault not in CERTIFICATE_FAULTS:
                raise
            trail.certificate_fault = failed.fault
            trail.detail = failed.detail
        return await self._ask(url, trail, verify=False)

    async def _ask(self, url: str, trail: Trail, *, verify: bool) -> Answer:
        """One GET, with the cookies of this chain; a page that is known only if it has changed."""
        known = trail.validators
        asked = known.headers() if verify and known and known.url == url and not trail.other else ()
        other = (*trail.other, *asked, *trail.cookies.headers(url, verified=verify))
        answer = await self._fetch(url, Appetite(), verify=verify, other=other)
        trail.conditional = bool(asked) and answer.head.status == 304
        trail.cookies.learn(url, answer.head, verified=verify)
        return answer

    async def _fetch_robots(self, url: str) -> Answer:
        appetite = Appetite(other=LARGEST_ROBOTS)
        try:
            return await self._fetch(url, appetite, verify=True)
        except NoAnswer as failed:
            if failed.fault not in CERTIFICATE_FAULTS:
                raise
        return await self._fetch(url, appetite, verify=False)


def _read(url: str, answer: Answer) -> Landing:
    """What the answer says; of a redirect nobody reads the page."""
    if answer.head.status in REDIRECTS and answer.head.get("location"):
        return Landing(answer, Page(), Body(), ())
    kind = answer.head.get("content-type")
    page, body = read_page(answer.content, kind), read_body(answer.content, kind)
    seen = Seen(
        url=url,
        status=answer.head.status,
        headers=answer.head.headers,
        title=page.title,
        text=body.text,
        markup=body.markup,
        headings=body.headings,
        description=page.description,
    )
    return Landing(answer, page, body, find_signs(seen))


def _kinds(landing: Landing) -> frozenset[SignKind]:
    return frozenset(sign.kind for sign in landing.signs)


def _onward(landing: Landing) -> Onward | None:
    """Where this answer leads: by its header, or by a page that is nothing but a signpost."""
    head = landing.answer.head
    location = head.get("location")
    if head.status in REDIRECTS:
        return Onward(location, "header") if location else None
    if not 200 <= head.status < 300 or _SAYS_ALL.intersection(_kinds(landing)):
        return None
    return landing.body.onward


def _target(url: str, onward: Onward, trail: Trail) -> str | None:
    """Where it leads; a circle, a chain without end or a bad target is `NoAnswer`.

    Coming back is no circle while cookies were learnt on the way. A page that only loads itself
    again is the page.
    """
    try:
        target = askable(redirect_target(url, onward.location))
    except NoAnswer:
        if onward.via == "header":
            raise
        return None
    if (target, trail.cookies.headers(target, verified=True)) in trail.asked:
        if onward.via != "header" and target == url:
            return None
        raise NoAnswer(Fault.REDIRECT_LOOP, f"comes back to {target[:200]}")
    if len(trail.hops) > MOST_HOPS:
        raise NoAnswer(Fault.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")
    return target
