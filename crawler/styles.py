"""The colours of states and verdicts, the same wherever they are told."""

from __future__ import annotations

from collections.abc import Mapping

STATE_STYLES: Mapping[str, str] = {
    "alive": "green",
    "suspect": "yellow",
    "down": "red",
    "dead": "bold red",
    "unverified": "dim",
    "new": "dim",
}

VERDICT_STYLES: Mapping[str, str] = {
    "ok": "green",
    "moved": "green",
    "restricted": "green",
    "insecure": "yellow",
    "blocked": "yellow",
    "failing": "red",
    "gone": "bold red",
    "invalid": "bold red",
    "skipped": "dim",
}
