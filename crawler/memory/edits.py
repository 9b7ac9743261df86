"""What a keeper has edited in a list since it was read last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from crawler.memory.events import Event, Kind

MANY = 20
"""More edits of a kind than this are told as one."""


class Listed(NamedTuple):
    """An entry as it stands in a list: its name and the addresses of its mentions."""

    name: str
    urls: frozenset[str]


class Edit(NamedTuple):
    """An event about an entry, by its number; about the list itself where there is none."""

    entry: int | None
    event: Event


def edits(before: Mapping[int, Listed], after: Mapping[int, Listed]) -> list[Edit]:
    """What became different between two readings of one list, by the entries' numbers."""
    found = list(_edits(before, after))
    told: list[Edit] = []
    for kind in dict.fromkeys(edit.event.kind for edit in found):
        alike = [edit for edit in found if edit.event.kind is kind]
        told += alike if len(alike) <= MANY else [_summed(kind, len(alike))]
    return told


def _edits(before: Mapping[int, Listed], after: Mapping[int, Listed]) -> Iterator[Edit]:
    gone = {number: before[number] for number in before.keys() - after.keys()}
    for number in sorted(after.keys() - before.keys()):
        new = after[number]
        old = _same_data(new, gone)
        if old is None:
            yield Edit(number, Event(Kind.ENTRY_ADDED, None, new.name))
        elif (name := gone.pop(old).name) != new.name:
            yield Edit(number, Event(Kind.ENTRY_RENAMED, name, new.name))
    for number in sorted(gone):
        yield Edit(number, Event(Kind.ENTRY_REMOVED, gone[number].name, None))
    for number in sorted(before.keys() & after.keys()):
        yield from _replaced(number, before[number].urls, after[number].urls)


def _same_data(new: Listed, gone: Mapping[int, Listed]) -> int | None:
    """The entry that went and had the very same addresses, if there is just one."""
    alike = [number for number, old in gone.items() if new.urls and old.urls == new.urls]
    return alike[0] if len(alike) == 1 else None


def _replaced(number: int, old: Iterable[str], new: Iterable[str]) -> Iterator[Edit]:
    """One address that went and one that came are one address replaced."""
    went, came = set(old) - set(new), set(new) - set(old)
    if len(went) == len(came) == 1:
        yield Edit(number, Event(Kind.ADDRESS_REPLACED, went.pop(), came.pop()))


def _summed(kind: Kind, number: int) -> Edit:
    what = kind.value.replace("entry-", "entries ").replace("address-", "addresses ")
    return Edit(None, Event(Kind.LIST_CHANGED, None, f"{number} {what}"))
