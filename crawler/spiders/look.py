"""One look at a link: a chain followed, its end read, all kept as evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from crawler.metadata.found import PAGE, Payload
from crawler.net.exchange import OURS
from crawler.net.faults import NoAnswer
from crawler.net.manners import OTHER_HEADERS
from crawler.net.urls import askable
from crawler.net.validators import Validators
from crawler.net.wire import Headers
from crawler.spiders.chain import Chain, Fetch, Landing, Trail
from crawler.spiders.probe import Probe
from crawler.spiders.records import Records
from crawler.verdicts.absence import is_page
from crawler.verdicts.evidence import Evidence, Fault
from crawler.verdicts.records import DOUBTFUL, is_on_record
from crawler.verdicts.rules import judge
from crawler.verdicts.second import needs_sibling
from crawler.verdicts.verdict import SPEAKS

LONGEST_VALUE = 1000
"""So much of a header is kept; no server that means well says more."""

KEPT_HEADERS = frozenset(
    {"content-type", "content-length", "etag", "last-modified", "retry-after", "server", "date"}
)
"""What the evidence keeps of an answer's headers."""

_NEVER_ASKED = frozenset({Fault.PRIVATE_ADDRESS, Fault.SCHEME, Fault.BAD_URL})
"""Faults of an address itself: met on the way, they are the redirect's fault."""


class Telling(Protocol):
    """Whoever wants to know what a data set is."""

    def wants_record(self, link: str) -> bool:
        """Whether the register of this link's host is to be asked."""
        ...

    def tell(self, payload: Payload) -> None:
        """Take note of an answer."""
        ...


class Looker:
    """Makes looks.

    `expected` knows what a link is for, and `validators` what its page was known by; `letters`
    makes up a name that no page has; `other` headers are tried where the usual ones are refused;
    `records` are asked where a page leaves doubt; `client` says who asks.
    """

    def __init__(
        self,
        fetch: Fetch,
        *,
        letters: Callable[[], str],
        expected: Callable[[str], tuple[str, ...]] = lambda _: (),
        validators: Callable[[str], Validators | None] = lambda _: None,
        robots: bool = True,
        read_pages: bool = True,
        other: Headers = OTHER_HEADERS,
        records: Records | None = None,
        telling: Telling | None = None,
        client: str = OURS,
    ) -> None:
        self._chain = Chain(fetch, robots=robots, other=other)
        self._probe = Probe(self._chain, letters)
        self._records = records
        self._telling = telling
        self._expected = expected
        self._validators = validators
        self._read_pages = read_pages
        self._client = client

    async def look(self, url: str) -> Evidence:
        """All that one look at this link sees."""
        trail = Trail(validators=self._validators(url))
        try:
            landing = await self._chain.follow(askable(url), trail)
        except NoAnswer as failed:
            led_astray = trail.hops and failed.fault in _NEVER_ASKED
            unseen = Evidence(
                url=url,
                hops=tuple(trail.hops),
                fault=Fault.REDIRECT_BROKEN if led_astray else failed.fault,
                detail=failed.detail,
                certificate_fault=trail.certificate_fault,
                expected=self._expected(url),
                client=self._client,
            )
            return await self._with_record(unseen)
        # A shell whose source vouches for it needs no sibling; what looks fine may be seen by one.
        seen = await self._with_record(self._evidence(url, trail, landing))
        if not is_on_record(seen) and needs_sibling(seen):
            seen = replace(seen, sibling=await self._probe.sibling(askable(url), landing))
            seen = await self._with_record(seen)
        await self._tell(seen, landing)
        return seen

    async def _tell(self, seen: Evidence, landing: Landing) -> None:
        """Hand on what may say what the data set is: the page, and its register's answer."""
        if self._telling is None or judge(seen).reason.verdict not in SPEAKS:
            return
        if is_page(seen) and landing.answer.content:
            head, content = landing.answer.head, landing.answer.content
            kind = head.get("content-type")
            links = tuple(pair for pair in head.headers if pair[0] == "link")
            self._telling.tell(Payload(seen.url, PAGE, seen.final_url, content, kind, links))
        if self._records and self._telling.wants_record(seen.url):
            await self._records.describe(seen.url, seen.final_url, self._telling.tell)

    async def _with_record(self, seen: Evidence) -> Evidence:
        """What was seen, and what its source says of it if that leaves doubt."""
        if self._records is None or seen.record or judge(seen).reason not in DOUBTFUL:
            return seen
        return replace(seen, record=await self._records.about(seen.url))

    def _evidence(self, url: str, trail: Trail, landing: Landing) -> Evidence:
        answer, page, body, signs = landing
        kind = answer.head.get("content-type")
        kept = [pair for pair in answer.head.headers if pair[0] in KEPT_HEADERS]
        return Evidence(
            url=url,
            hops=tuple(trail.hops),
            detail=trail.detail,
            certificate_fault=trail.certificate_fault,
            status=answer.head.status,
            content_type=kind and kind[:LONGEST_VALUE],
            content_bytes=len(answer.content),
            cut=not answer.complete,
            headers=tuple((name, value[:LONGEST_VALUE]) for name, value in kept),
            title=page.title if self._read_pages else None,
            description=page.description if self._read_pages else None,
            language=body.language or _stated_language(answer.head.get("content-language")),
            signs=signs,
            expected=self._expected(url),
            address=answer.address,
            certificate_expires=answer.certificate_expires,
            milliseconds=answer.milliseconds,
            client=answer.client,
            conditional=trail.conditional,
        )


def _stated_language(header: str | None) -> str | None:
    """The one language a header names."""
    language = (header or "").strip().lower()
    return language if language.isascii() and language.replace("-", "").isalnum() else None
