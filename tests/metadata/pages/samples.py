"""Sample pages with what is true of them, and how what was read is held against it.

Beside each page under samples/ lies its truth: its address, the headers it came with, the fields to
be read from it, as raw or normal values, and those it must not be taken to say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.metadata.choice import chosen
from crawler.metadata.fields import Field, Said
from crawler.metadata.normal.forms import normal_form, same

HERE = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as it was answered, and its truth: None for a field that it does not tell."""

    name: str
    content: bytes
    content_type: str
    headers: tuple[tuple[str, str], ...]
    url: str
    truth: Mapping[Field, Any]


def read_samples() -> list[Sample]:
    """Every sample, by name."""
    return [_sample(path) for path in sorted(HERE.glob("*.toml"))]


def believed(said: Iterable[Said]) -> dict[Field, str]:
    """What comes of many sources: one value a field, in normal form."""
    known: dict[Field, dict[str, str]] = {}
    for one in said:
        value = normal_form(one.field, one.raw)
        if value is not None:
            known.setdefault(one.field, {})[one.source] = value
    return {field: known[field][source] for field, source in chosen(known).items()}


def wrong(sample: Sample, read: Mapping[Field, str]) -> dict[Field, str | None]:
    """The fields of which something else was read than is true."""
    return {
        field: read.get(field)
        for field, value in sample.truth.items()
        if not _is_true(field, normal_form(field, value), read.get(field))
    }


def _is_true(field: Field, true: str | None, read: str | None) -> bool:
    if true is None or read is None:
        return true is read
    return same(field, read, true)


def _sample(path: Path) -> Sample:
    told = tomllib.loads(path.read_text("utf-8"))
    page = next(one for one in path.parent.glob(f"{path.stem}.*") if one != path)
    absent = dict.fromkeys(map(Field, told.get("absent", [])))
    return Sample(
        path.stem,
        page.read_bytes(),
        told.get("content_type", "text/html; charset=utf-8"),
        tuple((name, value) for name, value in told.get("headers", [])),
        told["url"],
        {**absent, **{Field(name): value for name, value in told["fields"].items()}},
    )
