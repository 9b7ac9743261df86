"""What is played and what was asked so far; knows nothing of sockets."""

from __future__ import annotations

from collections import Counter

from crawler.clock import stopwatch
from crawler.demo.host import Host, Hosts, on_night
from crawler.demo.request import Request
from crawler.demo.steps import Answer, Asked


class Stage:
    """The hosts, the night that is played, and the log of the requests."""

    def __init__(self, hosts: Hosts, night: int, otherwise: Answer) -> None:
        self.hosts = hosts
        self.night = night
        self.stranger = Host({"*": otherwise})
        self.log: list[Asked] = []
        self.ended: dict[int, float] = {}
        self.sent = 0
        self.connections = 0
        self._turns: Counter[tuple[int, str, str, str]] = Counter()

    def host(self, name: str) -> Host:
        """Give a host as it is tonight; a name that is in no table is the stranger."""
        entry = self.hosts.get(name)
        return self.stranger if entry is None else on_night(entry, self.night)

    def hear(self, request: Request, scheme: str, connection: int) -> tuple[Asked, Answer]:
        """Log a request and find its answer."""
        host = self.host(request.host)
        turn = (self.night, scheme, request.host, request.target)
        self._turns[turn] += 1
        asked = Asked(
            at=stopwatch(),
            host=request.host,
            method=request.method,
            target=request.target,
            headers=request.headers,
            scheme=scheme,
            connection=connection,
            night=self.night,
            number=len(self.log),
            nth=self._turns[turn],
            keep_alive=request.keep_alive and host.keep_alive,
        )
        self.log.append(asked)
        return asked, host.answer_to(request.target)

    def end(self, asked: Asked) -> None:
        """Note that a request was answered, or that its client left."""
        self.ended[asked.number] = stopwatch()
