"""The settings of a night: one line each, checked when made."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from crawler.errors import UsageProblem
from crawler.net.connect_to import ConnectTo
from crawler.net.guard import network

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
        if not self.contact.isprintable() or not self.contact.isascii() or not self.contact:
            raise UsageProblem("contact must be an address or e-mail address in plain ASCII")

    def to_json(self) -> dict[str, Any]:
        """The settings as they are remembered with the night."""
        return asdict(self)


_RANGES: dict[str, tuple[float, float]] = {
    "timeout": (0.1, 600),
    "delay": (0, 3600),
    "per_host": (1, 64),
    "concurrency": (1, 4096),
    "second_look": (0, 86400),
}
assert _RANGES.keys() <= {field.name for field in fields(CrawlSettings)}
