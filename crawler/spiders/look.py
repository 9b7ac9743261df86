"""One look at a link: robots asked, redirects followed, the page read, all kept as evidence."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Protocol

from crawler.metadata.page import Page, read_page
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.robots import Robots
from crawler.net.urls import askable, redirect_target
from crawler.verdicts.evidence import CERTIFICATE_FAULTS, Evidence, Fault, Hop
from crawler.verdicts.redirects import REDIRECTS

MOST_HOPS = 10
LARGEST_ROBOTS = 512 * 1024
LONGEST_VALUE = 1000
"""So much of a header is kept; no server that means well says more."""

KEPT_HEADERS = frozenset(
    {"content-type", "content-length", "etag", "last-modified", "retry-after", "server", "date"}
)
"""What the evidence keeps of an answer's headers."""


_NEVER_ASKED = frozenset({Fault.PRIVATE_ADDRESS, Fault.SCHEME, Fault.BAD_URL})
"""Faults of an address itself: met on the way, they are the redirect's fault."""


class Fetch(Protocol):
    """Gets one address at the pace of its host."""

    def __call__(self, url: str, appetite: Appetite, *, verify: bool) -> Awaitable[Answer]:
        """The answer, or `NoAnswer`."""
        ...


@dataclass(slots=True)
class _Trail:
    """What a look has seen so far."""

    hops: list[Hop] = field(default_factory=list)
    certificate_fault: Fault | None = None
    certificate_detail: str | None = None


class Looker:
    """Makes looks: one GET a hop, at most ten redirects, past a bad certificate once a hop."""

    def __init__(self, fetch: Fetch, *, robots: bool = True, read_pages: bool = True) -> None:
        self._fetch = fetch
        self._robots = Robots(self._fetch_robots) if robots else None
        self._read_pages = read_pages

    async def look(self, url: str) -> Evidence:
        """All that one look at this link sees."""
        trail = _Trail()
        try:
            answer = await self._follow(askable(url), trail)
        except NoAnswer as failed:
            led_astray = trail.hops and failed.fault in _NEVER_ASKED
            return Evidence(
                url=url,
                hops=tuple(trail.hops),
                fault=Fault.REDIRECT_BROKEN if led_astray else failed.fault,
                detail=failed.detail,
                certificate_fault=trail.certificate_fault,
            )
        return self._evidence(url, trail, answer)

    async def _follow(self, url: str, trail: _Trail) -> Answer:
        """Follow the redirects from here to an answer that is none."""
        while True:
            if self._robots:
                await self._robots.check(url)
            answer = await self._past_certificate(url, trail, Appetite())
            location = answer.head.get("location")
            trail.hops.append(Hop(url, answer.head.status, location))
            if answer.head.status not in REDIRECTS or not location:
                return answer
            url = _next_url(url, location, trail)

    async def _past_certificate(self, url: str, trail: _Trail, appetite: Appetite) -> Answer:
        """The answer; if only the certificate stands in the way, the answer behind it."""
        try:
            return await self._fetch(url, appetite, verify=True)
        except NoAnswer as failed:
            if failed.fault not in CERTIFICATE_FAULTS:
                raise
            trail.certificate_fault = failed.fault
            trail.certificate_detail = failed.detail
        return await self._fetch(url, appetite, verify=False)

    async def _fetch_robots(self, url: str) -> Answer:
        return await self._past_certificate(url, _Trail(), Appetite(other=LARGEST_ROBOTS))

    def _evidence(self, url: str, trail: _Trail, answer: Answer) -> Evidence:
        kind = answer.head.get("content-type")
        page = read_page(answer.content, kind) if self._read_pages else Page()
        kept = [pair for pair in answer.head.headers if pair[0] in KEPT_HEADERS]
        return Evidence(
            url=url,
            hops=tuple(trail.hops),
            detail=trail.certificate_detail,
            certificate_fault=trail.certificate_fault,
            status=answer.head.status,
            content_type=kind and kind[:LONGEST_VALUE],
            content_bytes=len(answer.content),
            cut=not answer.complete,
            headers=tuple((name, value[:LONGEST_VALUE]) for name, value in kept),
            title=page.title,
            description=page.description,
            address=answer.address,
            certificate_expires=answer.certificate_expires,
            milliseconds=answer.milliseconds,
        )


def _next_url(url: str, location: str, trail: _Trail) -> str:
    """Where the redirect leads; a circle, a chain without end or a bad target is `NoAnswer`."""
    target = askable(redirect_target(url, location))
    if any(hop.url == target for hop in trail.hops):
        raise NoAnswer(Fault.REDIRECT_LOOP, f"comes back to {target[:200]}")
    if len(trail.hops) > MOST_HOPS:
        raise NoAnswer(Fault.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")
    return target
