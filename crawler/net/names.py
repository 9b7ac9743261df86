"""Host names to addresses: asked once a night, by the way every program on this machine asks."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from ipaddress import ip_address
from threading import Thread

from crawler.net.faults import no_answer
from crawler.net.guard import Address

Addresses = tuple[Address, ...]
Resolve = Callable[[str], Awaitable[Addresses]]
Confirm = Callable[[str, OSError], Addresses]

_AT_ONCE = 64
"""A name server that hangs holds a thread for seconds; others must not wait for it."""


def ask_this_machine(host: str) -> Addresses:
    """The addresses of a host as this machine's resolver gives them, best first."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ip_address(str(info[4][0]).partition("%")[0]) for info in found))


class Names:
    """Looks names up and remembers the answers, failures included, for as long as it lives.

    One look-up a name: what the guard has checked is what is connected to (no rebinding).
    `ask` may wait as long as it likes: it is called in a thread of its own. So may `confirm`, which
    is asked when a name is said not to exist.
    """

    def __init__(
        self,
        ask: Callable[[str], Addresses] = ask_this_machine,
        confirm: Confirm | None = None,
    ) -> None:
        self._ask = ask
        self._confirm = confirm
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._known: dict[str, asyncio.Task[Addresses]] = {}

    async def __call__(self, host: str) -> Addresses:
        """The addresses of a host, or `NoAnswer`."""
        if host not in self._known:
            self._known[host] = asyncio.create_task(self._look_up(host))
        try:
            return await asyncio.shield(self._known[host])
        except (OSError, ValueError) as error:
            raise no_answer(error) from error

    async def _look_up(self, host: str) -> Addresses:
        async with self._room:
            answer: Future[Addresses] = Future()
            answer.set_running_or_notify_cancel()
            # A daemon, unlike those of a pool: a dead name server must not hold up the exit.
            Thread(target=self._settle, args=(answer, host), daemon=True).start()
            return await asyncio.wrap_future(answer)

    def _settle(self, answer: Future[Addresses], host: str) -> None:
        try:
            answer.set_result(self._found(host))
        except Exception as error:
            answer.set_exception(error)

    def _found(self, host: str) -> Addresses:
        try:
            return self._ask(host)
        except socket.gaierror as error:
            if self._confirm is None or error.errno != socket.EAI_NONAME:
                raise
            return self._confirm(host, error)

    def forget_failures(self) -> None:
        """Ask again for what could not be answered: a second look is a new question."""
        for host, answer in list(self._known.items()):
            if answer.done() and (answer.cancelled() or answer.exception()):
                del self._known[host]

    def close(self) -> None:
        """Wait for nobody any more; threads that still ask end by themselves."""
        for answer in self._known.values():
            answer.cancel()
