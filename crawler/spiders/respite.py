"""Respite: hosts that are left alone, for a while or for the night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.net.retry_after import WORTH_WAITING, seconds_to_wait
from crawler.spiders.lanes import PATIENCE, SILENCE
from crawler.verdicts.evidence import Fault


class Respite:
    """Knows which hosts fell silent and which asked to be left alone, and until when."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._silences: Counter[str] = Counter()
        self._until: dict[str, float] = {}

    def check(self, host: str) -> None:
        """Raise `NoAnswer` for a host that may not be asked now."""
        if self._silences[host] >= PATIENCE:
            raise NoAnswer(Fault.HOST_SILENT, f"{host} let {PATIENCE} requests time out")
        if self.left(host) > 0:
            raise NoAnswer(Fault.HOST_SILENT, f"{host} asked to be left alone for a while")

    def left(self, host: str) -> float:
        """For so many seconds more this host wants to be left alone; infinite is for tomorrow."""
        return max(0.0, self._until.get(host, 0.0) - self._now())

    def answered(self, host: str, answer: Answer) -> None:
        """Note what an answer asks for: one page may be closed for hours, a host for a while."""
        wait = seconds_to_wait(answer.head.status, dict(answer.head.headers))
        if wait is not None and wait <= WORTH_WAITING:
            self._until[host] = self._now() + wait
        elif wait is not None and answer.head.status == 429:
            self._until[host] = inf

    def failed(self, host: str, fault: Fault) -> None:
        """Note a silence."""
        self._silences[host] += fault in SILENCE

    def forget_silences(self) -> None:
        """A second look is a new question."""
        self._silences.clear()
