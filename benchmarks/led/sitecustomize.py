"""Leads a checker that is written in Python into the miniature web, by what its names resolve to.

Python imports this by itself when the folder is on PYTHONPATH; LED_BY names a file in JSON: the
ways by `host:port`, each a list of addresses with a port, and empty for a name that is unknown.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

WAYS: dict[str, list[tuple[str, int]]] = json.loads(Path(os.environ["LED_BY"]).read_text("utf-8"))
_real = socket.getaddrinfo


def look_up(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
    """What the name server of the miniature web says, with the port of the right door."""
    name = (host.decode() if isinstance(host, bytes) else host or "").rstrip(".").lower()
    ways = WAYS.get(f"{name}:{port}", WAYS.get(f":{port}", []))
    if not ways:
        raise socket.gaierror(socket.EAI_NONAME, "nobody knows this name here")
    return [found for to, door in ways for found in _real(to, door, *args, **kwargs)]


socket.getaddrinfo = look_up
