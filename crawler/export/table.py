"""Rows: the catalogue for spreadsheets and for programs of one's own, every column of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any, TextIO

from crawler.export.facts import Creator, Facts, Relation
from crawler.export.item import Catalogue, Health, Item
from crawler.rows import Row, write_rows

_HEALTH = tuple(field.name for field in fields(Health))
_FACTS = tuple(field.name for field in fields(Facts))
COLUMNS = (
    "list", "line", "name", "section", "kind", "access", *_HEALTH, *_FACTS,
)  # fmt: skip
_BETWEEN = "; "


def write_csv(catalogue: Catalogue, out: TextIO) -> None:
    """Write a row an entry; several values in a cell stand between semicolons."""
    rows = ({name: _cell(value) for name, value in _row(item)} for item in catalogue.items)
    write_rows(rows, COLUMNS, "csv", out)


def write_jsonl(catalogue: Catalogue, out: TextIO) -> None:
    """Write an object an entry, with its types; null is what is not known."""
    rows: Iterator[Row] = (
        {name: _value(value) for name, value in _row(item)} for item in catalogue.items
    )
    write_rows(rows, COLUMNS, "jsonl", out)


def _row(item: Item) -> Iterator[tuple[str, Any]]:
    yield from (
        ("list", item.list), ("line", item.line), ("name", item.name),
        ("section", item.section), ("kind", item.kind), ("access", item.access),
    )  # fmt: skip
    for name in _HEALTH:
        yield name, getattr(item.health, name, None)
    for name in _FACTS:
        yield name, getattr(item.facts, name)


def _value(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return [asdict(one) if isinstance(one, (Creator, Relation)) else one for one in value]


def _cell(value: Any) -> Any:
    return _BETWEEN.join(map(_shown, value)) if isinstance(value, tuple) else value


def _shown(one: object) -> str:
    match one:
        case Creator():
            return one.name
        case Relation():
            return f"{one.relation} {one.id}"
    return str(one)
