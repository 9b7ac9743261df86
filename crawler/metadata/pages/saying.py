"""What a page says, bounded: plain JSON values of a size that can be kept."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from crawler.metadata.fields import Field, Said

LONGEST = 2000
LONGEST_DESCRIPTION = 20_000
MOST = 300
"""No more creators, keywords or formats of one source are kept."""

Pair = tuple[Field, Any]


def say(source: str, pairs: Iterable[Pair]) -> list[Said]:
    """What one source says, once a field: the first value that says anything."""
    told: dict[Field, Said] = {}
    for field, value in pairs:
        longest = LONGEST_DESCRIPTION if field is Field.DESCRIPTION else LONGEST
        raw = bounded(value, longest)
        if raw is not None and field not in told:
            told[field] = Said(field, raw, source)
    return list(told.values())


def bounded(raw: object, longest: int = LONGEST) -> Any:
    """A value as plain JSON of bounded size; None where it is empty or no such thing."""
    match raw:
        case str():
            return raw.encode("utf-8", "replace").decode().strip()[:longest].strip() or None
        case bool() | None:
            return raw
        case int():
            return raw if abs(raw) < 2**63 else None
        case float():
            return raw if math.isfinite(raw) else None
        case list() | tuple():
            return _kept([bounded(item, longest) for item in raw[:MOST]])
        case dict():
            kept = {str(key): bounded(item, longest) for key, item in raw.items()}
            return {key: item for key, item in kept.items() if item is not None} or None
    return None


def _kept(items: list[Any]) -> list[Any] | None:
    """A list without what is empty and what was said before."""
    kept: dict[str, Any] = {}
    for item in items:
        if item is not None:
            kept.setdefault(repr(item), item)
    return list(kept.values()) or None
