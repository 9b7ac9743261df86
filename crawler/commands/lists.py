"""`linkvitals links` and `linkvitals entries`: what the lists say, without touching the network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crawler.commands.options import format_option, lists_argument, sources_option
from crawler.errors import UsageProblem

LINK_COLUMNS = (
    "list", "line", "column", "url", "raw", "text", "repair", "role", "entry", "section",
)  # fmt: skip
LINK_TABLE = ("list", "line", "role", "entry", "url")
ENTRY_COLUMNS = ("list", "line", "name", "section", "parent", "kind", "access", "urls")
ENTRY_TABLE = ("list", "line", "kind", "name", "urls")


@click.command()
@lists_argument
@sources_option
@format_option
def links(lists: tuple[str, ...], sources: Path | None, form: str) -> None:
    """Show every mention of a link in the lists, with its place.

    The table shows the most useful columns; every other format has all of them.
    """
    from crawler.rows import write_rows

    columns = LINK_TABLE if form == "table" else LINK_COLUMNS
    write_rows(_mentions(lists, sources), columns, form, sys.stdout)


@click.command()
@lists_argument
@sources_option
@format_option
def entries(lists: tuple[str, ...], sources: Path | None, form: str) -> None:
    """Show every data set, challenge, tool or paper that the lists name, with its links.

    The table shows the most useful columns; every other format has all of them.
    """
    from crawler.rows import write_rows

    columns = ENTRY_TABLE if form == "table" else ENTRY_COLUMNS
    write_rows(_entries(lists, sources), columns, form, sys.stdout)


def _readings(lists: tuple[str, ...], sources: Path | None) -> Iterator[tuple[str, Any]]:
    from crawler.lists.source import SourceKind
    from crawler.watched import find, read_here

    for source in find(lists, sources):
        if source.kind is SourceKind.ADDRESS:
            raise UsageProblem(
                f"{source.location}: this command does not touch the network; save the list first"
            )
        read = read_here(source)
        if read.reading is None:
            raise UsageProblem(f"{source.location}: {read.error}")
        yield source.location, read.reading


def _mentions(lists: tuple[str, ...], sources: Path | None) -> Iterator[dict[str, Any]]:
    from crawler.store.lists import section_text

    for location, reading in _readings(lists, sources):
        for mention in reading.mentions:
            entry = None if mention.entry is None else reading.entries[mention.entry].name
            yield {
                "list": location,
                "line": mention.line,
                "column": mention.column,
                "url": mention.url,
                "raw": mention.raw,
                "text": mention.text,
                "repair": mention.repair,
                "role": str(mention.role),
                "entry": entry,
                "section": section_text(mention.section),
            }


def _entries(lists: tuple[str, ...], sources: Path | None) -> Iterator[dict[str, Any]]:
    from crawler.store.lists import section_text

    for location, reading in _readings(lists, sources):
        for entry in reading.entries:
            parent = None if entry.parent is None else reading.entries[entry.parent].name
            yield {
                "list": location,
                "line": entry.line,
                "name": entry.name,
                "section": section_text(entry.section),
                "parent": parent,
                "kind": str(entry.kind),
                "access": entry.access,
                "urls": list(entry.urls),
            }
