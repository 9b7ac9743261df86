"""Is it them or us? Nothing seen while this machine is offline may be believed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from crawler.net.faults import NoAnswer
from crawler.verdicts.evidence import OFFLINE_FAULTS

_SUSPICIOUS = 5
"""So many hosts failed and none answered: time to ask the canaries."""

_CANARY_PATIENCE = 6.0
"""Canaries are quick, or they are not there."""

_SILENT_FOR = 8.0
"""So many seconds without a single answer: time to ask the canaries."""


class Offline(Exception):
    """This machine reaches nobody."""

    def __str__(self) -> str:
        return "this machine seems to be offline: nobody answered, not even the canaries"


class Online:
    """Watches whether anybody answers; asks the canaries when nobody does."""

    def __init__(self, ask: Callable[[str], Awaitable[object]], canaries: Sequence[str]) -> None:
        self._ask = ask
        self._canaries = canaries
        self._failed: set[str] = set()
        self._answered = asyncio.Event()
        self._suspicious = asyncio.Event()

    def answered(self) -> None:
        """Somebody answered."""
        self._answered.set()

    def failed(self, host: str, failure: NoAnswer) -> None:
        """Somebody did not answer; failures inside this machine's own network do not count."""
        if failure.public and failure.fault in OFFLINE_FAULTS:
            self._failed.add(host)
            if len(self._failed) >= _SUSPICIOUS:
                self._suspicious.set()

    async def watch(self) -> None:
        """Raise `Offline` as soon as it is certain; end when somebody has answered."""
        waits = [asyncio.create_task(e.wait()) for e in (self._answered, self._suspicious)]
        try:
            await asyncio.wait(waits, timeout=_SILENT_FOR, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        await self.confirm()

    async def confirm(self) -> None:
        """Raise `Offline` if nobody answered, somebody failed, and no canary answers either."""
        if self._answered.is_set() or not self._failed:
            return
        sung = await asyncio.gather(*map(self._sings, self._canaries))
        if not any(sung) and not self._answered.is_set():
            raise Offline

    async def _sings(self, canary: str) -> bool:
        try:
            async with asyncio.timeout(_CANARY_PATIENCE):
                await self._ask(canary)
        except (NoAnswer, TimeoutError):
            return False
        return True
