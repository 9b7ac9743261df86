"""Whoever watches a night go by: a bar, a few lines, a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from crawler.lists.source import ReadList
from crawler.verdicts.verdict import Verdict


class Watcher(Protocol):
    """Somebody who watches a night go by."""

    def lists_read(self, lists: Sequence[ReadList]) -> None:
        """The lists are read."""
        ...

    def begins(self, links: int, done: int) -> None:
        """So many links are on the lists, so many of them were looked at before an interruption."""
        ...

    def looked(self, verdict: Verdict) -> None:
        """One more link has its verdict."""
        ...

    def waits(self, seconds: float, links: int) -> None:
        """A second look at so many links follows in so many seconds."""
        ...
