"""Lanes: the links of one host are asked one after another, the hosts side by side.

The longest lane sets how long a night takes, so the longest begin first.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator

from crawler.hosts import host_of
from crawler.net.urls import redirect_target
from crawler.verdicts.evidence import Evidence, Fault

Work = Callable[[str], Awaitable[Evidence]]
LeaveAlone = Callable[[Evidence], None]

PATIENCE = 2
"""A host that lets this many requests time out is left alone for the night."""

SILENCE = frozenset({Fault.CONNECT_TIMEOUT, Fault.READ_TIMEOUT})


async def in_lanes(
    links: Iterable[str],
    work: Work,
    leave_alone: LeaveAlone,
    *,
    at_once: int,
    per_host: int,
    hangs: Callable[[str], bool] = lambda _: False,
) -> None:
    """Work on every link, at most `per_host` at once on a host and `at_once` hosts at a time.

    Hosts that let us wait in vain the last time come first: what takes long must not begin late.
    Links of a host that fell silent are not worked on but handed to `leave_alone`.
    """
    lanes: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        lanes[host_of(link) or ""].append(link)
    room = asyncio.Semaphore(at_once)
    async with asyncio.TaskGroup() as group:
        slowest = sorted(lanes.values(), key=lambda lane: (any(map(hangs, lane)), len(lane)))
        for links_of_host in reversed(slowest):
            lane = _Lane(iter(links_of_host), work, leave_alone)
            group.create_task(lane.drive(room, min(per_host, len(links_of_host))))


class _Lane:
    def __init__(self, waiting: Iterator[str], work: Work, leave_alone: LeaveAlone) -> None:
        self._waiting = waiting
        self._work = work
        self._leave_alone = leave_alone
        self._silences: list[Fault] = []

    async def drive(self, room: asyncio.Semaphore, abreast: int) -> None:
        async with room, asyncio.TaskGroup() as group:
            for _ in range(abreast):
                group.create_task(self._walk())

    async def _walk(self) -> None:
        for link in self._waiting:
            if len(self._silences) >= PATIENCE:
                self._leave_alone(_silent(link, self._silences[-1]))
                continue
            seen = await self._work(link)
            if seen.fault in SILENCE and _is_its_own(seen):
                self._silences.append(seen.fault)


def _is_its_own(seen: Evidence) -> bool:
    """Whether it was the link's own host that failed, not another to which a redirect led."""
    last = seen.hops[-1] if seen.hops else None
    if last is None or not last.location:
        return last is None
    return host_of(redirect_target(last.url, last.location)) == host_of(seen.url)


def _silent(link: str, fault: Fault) -> Evidence:
    """What is known of a link whose host fell silent before it was asked.

    Where nobody takes a connection, that holds for each of the host's links; where connections
    are taken and not answered, another link might have been.
    """
    known = fault if fault is Fault.CONNECT_TIMEOUT else Fault.HOST_SILENT
    return Evidence(link, fault=known, detail=f"its host let {PATIENCE} requests time out", tries=0)
