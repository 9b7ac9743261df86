"""What is known of a link's fields over many nights, and what one more fetch teaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from crawler.metadata.choice import chosen
from crawler.metadata.fields import Field

EXTRACTOR = 1
"""How fields are read. Another number makes a new beginning: what differs then is our doing."""

PATIENCE = 3
"""So many good fetches of a source without a value, and it is gone from there."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one source says of one field: in normal form and as it was said; since and until when.

    `misses` are the good fetches of this source since then that did not say it.
    """

    value: str
    raw: str
    first_seen: datetime
    last_seen: datetime
    misses: int = 0
    extractor: int = EXTRACTOR


Known = Mapping[tuple[Field, str], Value]
"""Every value by its field and source."""

Fetched = Mapping[str, Mapping[Field, tuple[str, str]]]
"""What was read tonight: by source, each field's normal form and raw value."""


def learn(known: Known, fetched: Fetched, now: datetime) -> Known:
    """What is known after tonight; a source that was not fetched, or not well, teaches nothing."""
    after = dict(known)
    for (field, source), value in known.items():
        if source in fetched and field not in fetched[source]:
            if value.misses + 1 >= PATIENCE:
                del after[field, source]
            else:
                after[field, source] = replace(value, misses=value.misses + 1)
    for source, fields in fetched.items():
        for field, (text, raw) in fields.items():
            before = known.get((field, source))
            first = before.first_seen if before and before.value == text else now
            after[field, source] = Value(text, raw, first, now)
    return after


def repeated(known: Known, sources: Collection[str]) -> Known:
    """What is known when these sources say once more what they said: also what they left out."""
    after = {}
    for key, value in known.items():
        missed = value.misses + 1 if value.misses and key[1] in sources else value.misses
        if missed < PATIENCE:
            after[key] = replace(value, misses=missed)
    return after


def believed(known: Known) -> dict[Field, tuple[str, Value]]:
    """The value that is believed of each field, with its source."""
    by_field: defaultdict[Field, dict[str, str]] = defaultdict(dict)
    for (field, source), value in known.items():
        by_field[field][source] = value.value
    return {field: (source, known[field, source]) for field, source in chosen(by_field).items()}
