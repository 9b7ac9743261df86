"""`--connect-to HOST:PORT:HOST:PORT`, as curl's: ask one server where another was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from crawler.errors import UsageProblem

_PART = r"(\[[^\]]*\]|[^:\[\]]*)"
_FORM = re.compile(rf"{_PART}:([0-9]{{0,5}}):{_PART}:([0-9]{{0,5}})")


class ConnectTo(NamedTuple):
    """One redirection of connections; an empty host or port on the left means any.

    >>> ConnectTo.parse(":443:127.0.0.1:8443").target("atlas.example.org", 443)
    ('127.0.0.1', 8443)
    """

    host: str
    port: int | None
    to_host: str
    to_port: int | None

    @classmethod
    def parse(cls, text: str) -> ConnectTo:
        """Read one value of the option."""
        form = _FORM.fullmatch(text.strip())
        ports = [int(port) if port else None for port in form.group(2, 4)] if form else []
        if not form or any(port is not None and not 0 < port < 65536 for port in ports):
            raise UsageProblem(
                f"connect-to {text!r} is not of the form HOST:PORT:HOST:PORT, "
                "as in example.org:443:127.0.0.1:8443"
            )
        return cls(form[1].strip("[]").lower(), ports[0], form[3].strip("[]"), ports[1])

    def target(self, host: str, port: int) -> tuple[str, int] | None:
        """Where to connect for this host and port, or None when this rule is not about them."""
        if self.host not in ("", host.lower()) or self.port not in (None, port):
            return None
        return self.to_host or host, self.to_port or port


def redirected(rules: tuple[ConnectTo, ...], host: str, port: int) -> tuple[str, int] | None:
    """The first rule's target for this host and port, or None when no rule is about them."""
    return next((target for rule in rules if (target := rule.target(host, port))), None)
