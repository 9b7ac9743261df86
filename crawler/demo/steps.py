"""What is asked of a host, and the steps of which every answer is made."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came in; the log of the miniature web is made of these.

    Names of headers are lower-case, repeated ones joined by a comma. `nth` counts the requests
    for the same address this night, `number` those of the whole log, `connection` the connections.
    """

    at: float
    host: str
    method: str
    target: str
    headers: Mapping[str, str]
    scheme: str = "http"
    connection: int = 1
    night: int = 1
    number: int = 0
    nth: int = 1
    keep_alive: bool = True

    @property
    def path(self) -> str:
        """Give the target without its query."""
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Wait:
    """Say nothing for a while; the client may leave, and the web may stop, meanwhile."""

    seconds: float


class End(Enum):
    """How a server ends a connection that the client would have kept."""

    CLOSE = "close"
    RESET = "reset"


Step = bytes | Wait | End
Answer = Callable[[Asked], Iterable[Step]]
"""An answer is a function from what was asked to steps, and so can be tested without a socket.

The first step that is bytes holds the whole head of the response.
"""

FOREVER = Wait(math.inf)
