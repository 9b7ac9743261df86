"""The settings of a night: one line each, checked when made."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from crawler.errors import UsageProblem
from crawler.memory.state import State
from crawler.net.connect_to import ConnectTo
from crawler.net.faults import NoAnswer
from crawler.net.guard import network
from crawler.net.urls import askable

CANARIES = ("https://example.com/", "https://www.wikipedia.org/", "https://www.w3.org/")
"""Places that answer whenever the internet does; asked only when nobody else has answered."""

CANARIES = ("https://example.com/", "https://www.wikipedia.org/", "https://www.w3.org/")
"""Places that answer whenever the internet does; asked only when nobody else has answered."""

HOME = "https://github.com/linkvitals/linkvitals"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """How a night is run. Every setting is an option of `linkvitals crawl` of the same name."""

    timeout: float = 20.0
    delay: float = 1.0
    per_host: int = 1
    concurrency: int = 256
    second_look: float = 60.0
    robots: bool = True
    metadata: bool = True
    verbatim: bool = False
    allow_network: tuple[str, ...] = ()
    connect_to: tuple[str, ...] = ()
    canaries: tuple[str, ...] = CANARIES
    only: tuple[str, ...] = ()
    budget: int = 0
    host_budget: int = 0
    contact: str = HOME

    def __post_init__(self) -> None:
        for name, (least, most) in _RANGES.items():
            if not least <= getattr(self, name) <= most:
                raise UsageProblem(
                    f"{name.replace('_', '-')} = {getattr(self, name)} is out of range: "
                    f"it must lie between {least:g} and {most:g}"
                )
        for text in self.allow_network:
            network(text)
        for text in self.connect_to:
            ConnectTo.parse(text)
        for canary in self.canaries:
            _check_canary(canary)
        if unknown := [word for word in self.only if word not in set(State)]:
            raise UsageProblem(f"only = {unknown[0]} is no state; known are {', '.join(State)}")
        if not self.contact.isprintable() or not self.contact.isascii() or not self.contact:
            raise UsageProblem("contact must be an address or e-mail address in plain ASCII")

    def to_json(self) -> dict[str, Any]:
        """The settings as they are remembered with the night."""
        return asdict(self)


def _check_canary(url: str) -> None:
    try:
        askable(url)
    except NoAnswer as wrong:
        raise UsageProblem(
            f"canary = {url} cannot be asked: it must be like {CANARIES[0]}"
        ) from wrong


_RANGES: dict[str, tuple[float, float]] = {
    "timeout": (0.1, 600),
    "delay": (0, 3600),
    "per_host": (1, 64),
    "concurrency": (1, 4096),
    "second_look": (0, 86400),
    "budget": (0, 10**9),
    "host_budget": (0, 10**9),
}
assert _RANGES.keys() <= {field.name for field in fields(CrawlSettings)}
