"""What became different in a data set's metadata, and how much it matters."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from crawler.memory.events import Event, Kind
from crawler.metadata.fields import Field, Lifecycle, Tier
from crawler.metadata.known import Known, Value, believed
from crawler.metadata.licences import restriction
from crawler.metadata.normal.forms import same

_NOISE = {"api:github": 0.05}
"""Sources whose sizes tremble by so much."""

_A_LOT = 0.01
_ALIKE = 0.9
"""Descriptions that share more of their words are the same one, retouched."""

_PLAIN = {
    Field.DOI: Kind.DOI_CHANGED,
    Field.CONCEPT_DOI: Kind.DOI_CHANGED,
    Field.VERSION: Kind.VERSION_CHANGED,
    Field.CREATORS: Kind.CREATORS_CHANGED,
    Field.KEYWORDS: Kind.KEYWORDS_CHANGED,
    Field.PUBLISHER: Kind.PUBLISHER_CHANGED,
    Field.EMBARGO_UNTIL: Kind.EMBARGO_CHANGED,
    Field.DATE_PUBLISHED: Kind.PUBLISHED_CHANGED,
}
"""Changes that matter alike whatever they are; fields that are not here are never told."""

_LIVES = {
    Lifecycle.SUPERSEDED: Kind.SUPERSEDED,
    Lifecycle.DEPRECATED: Kind.DEPRECATED,
    Lifecycle.ARCHIVED: Kind.ARCHIVED,
    Lifecycle.WITHDRAWN: Kind.WITHDRAWN,
}
_NEWER = frozenset({"newer-version", "ispreviousversionof", "isobsoletedby"})
_WORD = re.compile(r"\w+")


def changes(before: Known, after: Known) -> list[Event]:
    """What is told of the difference.

    Nothing of a first sight, of a new way of reading, or of a source that speaks for another.
    """
    if not before:
        return []
    old, new = believed(before), believed(after)
    found: list[Event] = []
    for field in Field:
        if field in new:
            source, value = new[field]
            was = before.get((field, source))
            found += _of_value(field, source, was, value, is_first=field not in old)
        elif field in old and field is Field.LICENSE:
            found.append(Event(Kind.LICENSE_REMOVED, old[field][1].value, None))
    return list(_without_echoes(found))


def _of_value(
    field: Field, source: str, was: Value | None, value: Value, *, is_first: bool
) -> Iterator[Event]:
    if was is None:
        if is_first and field is Field.LICENSE:
            yield Event(Kind.LICENSE_KNOWN, None, value.value)
        return
    if was.extractor != value.extractor or same(field, was.value, value.value):
        return
    kind = _kind(field, source, was.value, value.value)
    if kind:
        yield Event(kind, was.value, value.value)


def _kind(field: Field, source: str, old: str, new: str) -> Kind | None:
    match field:
        case Field.ACCESS_TIER:
            return _of_access(Tier(old), Tier(new))
        case Field.LICENSE:
            return _of_license(old, new)
        case Field.SIZE_BYTES | Field.FILE_COUNT:
            return _of_size(field, float(old), float(new), _NOISE.get(source, _A_LOT))
        case Field.TITLE:
            return Kind.TITLE_CHANGED if _words(old) != _words(new) else None
        case Field.DESCRIPTION:
            return Kind.DESCRIPTION_CHANGED if _likeness(old, new) < _ALIKE else None
        case Field.DATE_MODIFIED:
            return Kind.MODIFIED if new > old else None
        case Field.LIFECYCLE:
            return _LIVES.get(Lifecycle(new))
        case Field.RELATED:
            return Kind.NEWER_VERSION if _newer(new) - _newer(old) else None
    return _PLAIN.get(field)


def _of_access(old: Tier, new: Tier) -> Kind | None:
    if Tier.UNKNOWN in (old, new):
        return None
    tiers = list(Tier)
    tightened = tiers.index(new) > tiers.index(old)
    return Kind.ACCESS_TIGHTENED if tightened else Kind.ACCESS_LOOSENED


def _of_license(old: str, new: str) -> Kind:
    before, after = restriction(old), restriction(new)
    if before is not None and after is not None and after > before:
        return Kind.LICENSE_TIGHTENED
    return Kind.LICENSE_CHANGED


def _of_size(field: Field, old: float, new: float, tolerance: float) -> Kind | None:
    if abs(new - old) <= tolerance * max(abs(old), abs(new)):
        return None
    return Kind.SIZE_CHANGED if field is Field.SIZE_BYTES else Kind.FILES_CHANGED


def _newer(related: str) -> frozenset[str]:
    """The newer versions that are named."""
    known: list[dict[str, Any]] = json.loads(related)
    named = (one for one in known if str(one.get("relation", "")).lower() in _NEWER)
    return frozenset(json.dumps(one, sort_keys=True) for one in named)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _likeness(one: str, other: str) -> float:
    words, others = _words(one), _words(other)
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 1.0


def _without_echoes(found: list[Event]) -> Iterator[Event]:
    """A new date of change says nothing that what changed does not say better."""
    better = {Kind.VERSION_CHANGED, Kind.SIZE_CHANGED, Kind.FILES_CHANGED}
    told = {event.kind for event in found}
    yield from (event for event in found if event.kind is not Kind.MODIFIED or not told & better)
