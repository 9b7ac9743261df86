"""How the command leaves."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes, as documented."""

    DONE = 0
    FOUND = 1
    WRONG_USE = 2
    VOID_NIGHT = 3
    INTERRUPTED = 130
