"""Records: what sources say of links whose pages leave doubt, asked for once an address."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable

from crawler.hosts import host_of
from crawler.metadata.found import Payload
from crawler.metadata.hosts import Question, question_about, question_about_fields
from crawler.metadata.hosts.told import Told
from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.urls import askable, redirect_target
from crawler.net.wire import Headers
from crawler.spiders.chain import Fetch
from crawler.verdicts.evidence import Fault, Record
from crawler.verdicts.redirects import REDIRECTS

MOST_HOPS = 3
MOST_QUESTIONS = 4
_TELLS = frozenset({200, 410})
"""A record, or the stone that stands where it was."""
LARGEST_RECORD = 1024 * 1024

_ACCEPT: Headers = (("Accept", "application/json, application/xml;q=0.5, */*;q=0.1"),)

_TOKENS = {"api.github.com": "GITHUB_TOKEN"}
"""Hosts that answer more often to whom they know, and where in the environment the token is."""

_TOKEN = re.compile(r"[A-Za-z0-9_.-]+")


Tell = Callable[[Payload], None]


class Records:
    """Asks sources.

    robots.txt is not asked before: it is for those who follow links, and what is asked here is an
    interface that its host offers to programs, at an address we make ourselves, one a doubtful
    link. What such hosts do want (their pace, 429, and no more once the hour's questions are used
    up) is kept.
    """

    def __init__(self, fetch: Fetch, post: Callable[[bytes], Fetch] | None = None) -> None:
        self._fetch = fetch
        self._post = post
        self._known: dict[tuple[str, bytes | None], asyncio.Task[Told | None]] = {}
        self._tired: set[str] = set()

    async def about(self, url: str) -> Record | None:
        """What the source of this link says; None where there is none, or it does not tell."""
        question = question_about(url)
        told = await self._told(question) if question else None
        return question.read(told) if question and told else None

    async def describe(self, url: str, final_url: str, tell: Tell) -> None:
        """Tell all that the source of this link, or of where it leads, says of its data set."""
        question, asked = question_about_fields(url) or question_about_fields(final_url), 0
        while question and asked < MOST_QUESTIONS:
            told, asked = await self._told(question), asked + 1
            if told is None:
                return
            if told.status in _TELLS:
                tell(Payload(url, question.source, told.address, told.content, status=told.status))
            question = question.following(told)

    async def _told(self, question: Question) -> Told | None:
        """What the source answers; asked once, however many links are about it."""
        key = (question.address, question.body)
        if key not in self._known:
            self._known[key] = asyncio.create_task(self._ask(question))
        return await asyncio.shield(self._known[key])

    async def _ask(self, question: Question) -> Told | None:
        try:
            answer = await self._followed(askable(question.address), question.body)
        except NoAnswer:
            return None
        whole = answer.content if answer.complete else b""
        return Told(question.address, answer.head.status, whole)

    async def _followed(self, url: str, body: bytes | None) -> Answer:
        """The answer at the end of a few redirects, none of which leaves the host."""
        for _ in range(MOST_HOPS):
            answer = await self._get(url, body)
            location = answer.head.get("location")
            if answer.head.status not in REDIRECTS or not location:
                break
            target = askable(redirect_target(url, location))
            if host_of(target) != host_of(url):
                break
            url = target
        return answer

    async def _get(self, url: str, body: bytes | None) -> Answer:
        host = host_of(url) or ""
        if host in self._tired:
            raise NoAnswer(Fault.HOST_SILENT, f"{host} has answered enough")
        appetite = Appetite(page=0, other=LARGEST_RECORD)
        if body is not None and self._post is None:
            raise NoAnswer(Fault.HOST_SILENT, "nothing is posted here")
        fetch = self._post(body) if body is not None and self._post else self._fetch
        answer = await fetch(url, appetite, verify=True, other=_ACCEPT + _token(url))
        if answer.head.status == 429 or answer.head.get("x-ratelimit-remaining") == "0":
            self._tired.add(host)
        return answer


def _token(url: str) -> Headers:
    """The header that says who we are: only to the host whose token it is, never in the clear."""
    variable = _TOKENS.get(host_of(url) or "")
    token = os.environ.get(variable, "") if variable and url.startswith("https://") else ""
    return (("Authorization", f"Bearer {token}"),) if _TOKEN.fullmatch(token) else ()
