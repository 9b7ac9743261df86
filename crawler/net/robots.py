"""robots.txt, obeyed as RFC 9309 has it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import urlsplit

from protego import Protego

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.net.manners import ROBOTS_NAME
from crawler.net.urls import askable, redirect_target
from crawler.net.wire import host_header
from crawler.verdicts.evidence import Fault
from crawler.verdicts.redirects import REDIRECTS

Fetch = Callable[[str], Awaitable[Answer]]

_HOPS = 5
_CONNECTED = frozenset({Fault.READ_TIMEOUT, Fault.RESET, Fault.NOT_HTTP})
_VERSION = re.compile(r"^([ \t]*user-agent[ \t]*:[ \t]*[a-z_-]+)/\S*", re.IGNORECASE | re.MULTILINE)
_NO_RULES = ""
_NOBODY = "User-agent: *\nDisallow: /"


class Robots:
    """What each host's robots.txt lets us ask; read once a night a host.

    A host that nobody can connect to raises the same `NoAnswer` for each of its links: asking for
    the link itself would only wait for the same silence again. A host that takes the connection
    and fails at robots.txt alone has no rules.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._known: dict[str, asyncio.Task[Protego]] = {}

    async def check(self, url: str) -> None:
        """Raise `NoAnswer` when robots.txt forbids this address, or its host cannot be reached."""
        site = f"{urlsplit(url).scheme}://{host_header(url)}"
        if site not in self._known:
            self._known[site] = asyncio.create_task(self._read(f"{site}/robots.txt"))
        rules = await asyncio.shield(self._known[site])
        if not rules.can_fetch(url, ROBOTS_NAME):
            raise NoAnswer(Fault.ROBOTS, f"{site}/robots.txt asks us not to")

    async def _read(self, url: str) -> Protego:
        try:
            answer = await self._fetch(url)
        except NoAnswer as failed:
            if failed.fault not in _CONNECTED:
                raise
            return Protego.parse(_NO_RULES)
        # Past its own door, nothing that fails is the host's fault: it just has no rules.
        rules = _NO_RULES
        with suppress(NoAnswer):
            rules = _rules(await self._followed(url, answer))
        return Protego.parse(rules)

    async def _followed(self, url: str, answer: Answer) -> Answer:
        for _ in range(_HOPS):
            location = answer.head.get("location")
            if answer.head.status not in REDIRECTS or not location:
                break
            url = askable(redirect_target(url, location))
            answer = await self._fetch(url)
        return answer


def _rules(answer: Answer) -> str:
    """The rules an answer stands for: missing means everything, broken means nothing, for now."""
    status = answer.head.status
    if status == 429 or status >= 500:
        return _NOBODY
    if not 200 <= status < 300:
        return _NO_RULES
    # Some name a version, though a group is meant for a name whatever its version.
    return _VERSION.sub(r"\1", answer.content.decode("utf-8-sig", "replace"))
