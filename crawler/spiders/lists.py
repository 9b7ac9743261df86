"""Lists that stand at an address, read at the night's beginning."""

from __future__ import annotations

import re

from crawler.lists.source import ReadList, Source, SourceKind
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.urls import askable, redirect_target
from crawler.spiders.chain import MOST_HOPS, Fetch
from crawler.verdicts.evidence import Fault
from crawler.verdicts.redirects import REDIRECTS
from crawler.watched import LARGEST, read_here, understood

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)


class Lists:
    """Reads lists, wherever they are."""

    def __init__(self, fetch: Fetch, *, verbatim: bool = False) -> None:
        self._fetch = fetch
        self._verbatim = verbatim

    async def read(self, source: Source) -> ReadList:
        """The list as it is tonight, or why it cannot be read."""
        if source.kind is not SourceKind.ADDRESS:
            return read_here(source, verbatim=self._verbatim)
        try:
            answer = await self._follow(source.location)
        except NoAnswer as failure:
            why = f"{failure.fault} ({failure.detail})"
            return ReadList(source, error=f"cannot be read: {why}")
        if answer.head.status != 200:
            return ReadList(source, error=f"cannot be read: it answers {answer.head.status}")
        if not answer.complete and len(answer.content) <= LARGEST:
            return ReadList(source, error="cannot be read: it breaks off before its end")
        charset = _CHARSET.search(answer.head.get("content-type") or "")
        return understood(source, answer.content, charset and charset[1], verbatim=self._verbatim)

    async def _follow(self, url: str) -> Answer:
        appetite = Appetite(page=LARGEST + 1, other=LARGEST + 1)
        for _ in range(MOST_HOPS + 1):
            answer = await self._fetch(askable(url), appetite, verify=True)
            location = answer.head.get("location")
            if answer.head.status not in REDIRECTS or not location:
                return answer
            url = redirect_target(url, location)
        raise NoAnswer(Fault.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")
