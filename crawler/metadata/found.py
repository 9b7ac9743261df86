"""What one answer says of a data set, field by field, in normal form beside the raw words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from crawler.metadata.choice import OF_PAGE
from crawler.metadata.fields import Field, Said
from crawler.metadata.hosts import ADAPTERS, on_page
from crawler.metadata.hosts.told import Told
from crawler.metadata.normal.forms import normal_form
from crawler.metadata.pages import read_fields

PAGE = "page"
"""What a link's own page says; everything else is named after the register that said it."""

_LONGEST_RAW = 4000


class Payload(NamedTuple):
    """An answer worth reading: of which link and source, and what came from where."""

    link: str
    of: str
    address: str
    content: bytes
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200


class Found(NamedTuple):
    """One value: which source says it of which field, in normal form and raw."""

    source: str
    field: Field
    value: str
    raw: str


def is_of_page(source: str) -> bool:
    """Whether a source stands on a link's own page; `label:…` is a label that one host has."""
    return source.partition(":")[0] in OF_PAGE


class Description(NamedTuple):
    """All that one answer says; empty if it says nothing."""

    of: str
    found: tuple[Found, ...] = ()

    def spoke(self, known: Iterable[str]) -> set[str]:
        """Which of the known sources had their say, whether they said something or not."""
        if self.of == PAGE:
            return {source for source in known if is_of_page(source)}
        return {one.source for one in self.found}


def merged(descriptions: Iterable[Description]) -> tuple[Description, ...]:
    """One description a kind of answer, however many answers it took."""
    found: dict[str, dict[tuple[str, Field], Found]] = {}
    for description in descriptions:
        known = found.setdefault(description.of, {})
        for one in description.found:
            known.setdefault((one.source, one.field), one)
    return tuple(Description(of, tuple(known.values())) for of, known in found.items())


def describe(payload: Payload) -> Description:
    """Read an answer. What its first source says of a field counts; the same again adds nothing."""
    told = Told(payload.address, payload.status, payload.content)
    if payload.of == PAGE:
        page = (payload.content, payload.content_type, payload.headers, payload.address)
        said = [*on_page(told), *read_fields(*page)]
    else:
        said = next((a.fields(told) for a in ADAPTERS if a.source == payload.of), [])
    return Description(payload.of, tuple(_in_normal_form(said)))


def _in_normal_form(said: Iterable[Said]) -> Iterable[Found]:
    found: dict[tuple[str, Field], Found] = {}
    for one in said:
        if (one.source, one.field) in found:
            continue
        value = normal_form(one.field, one.raw)
        if value:
            found[one.source, one.field] = Found(one.source, one.field, value, _text(one.raw))
    return found.values()


def _text(raw: Any) -> str:
    text = raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, sort_keys=True)
    return text[:_LONGEST_RAW]
