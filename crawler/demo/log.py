"""Questions to the log of the miniature web: how mannerly were the clients?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from crawler.demo.steps import Asked


def most_at_once(log: Sequence[Asked], ended: Mapping[int, float], host: str | None = None) -> int:
    """Count the most requests that were open at the same moment, to one host or to all.

    `ended` says when each request (by its number) was answered or left; others are still open.
    """
    moments: list[tuple[float, int]] = []
    for asked in log:
        if host in (None, asked.host):
            moments += [(asked.at, 1), (ended.get(asked.number, inf), -1)]
    most = now = 0
    for _, change in sorted(moments):
        now += change
        most = max(most, now)
    return most


def least_spacing(log: Sequence[Asked], host: str) -> float:
    """Give the least seconds between the starts of two requests to a host; infinite below two."""
    moments = sorted(asked.at for asked in log if asked.host == host)
    return min((later - earlier for earlier, later in pairwise(moments)), default=inf)
