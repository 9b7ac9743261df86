"""`linkvitals links` and `linkvitals entries`: what the lists say, without touching the network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.commands.options import (
    format_option,
    lists_argument,
    sources_option,
    verbatim_option,
)
from crawler.errors import UsageProblem
from crawler.exits import Exit

if TYPE_CHECKING:
    from crawler.lists.mention import Reading
    from crawler.lists.source import ReadList

LINK_COLUMNS = (
    "list", "line", "column", "url", "raw", "text", "repair", "role", "entry", "section",
)  # fmt: skip
LINK_TABLE = ("list", "line", "role", "entry", "url")
ENTRY_COLUMNS = ("list", "line", "name", "section", "parent", "kind", "access", "urls")
PROBLEM_COLUMNS = ("list", "line", "column", "kind", "message")
TWIN_COLUMNS = ("reason", "value", "list", "line", "name")
ENTRY_TABLE = ("list", "line", "kind", "name", "urls")


@click.command()
@lists_argument
@sources_option
@verbatim_option
@click.option("--lint", "only_lint", is_flag=True, help="Show what is wrong in the lists instead.")
@format_option
def links(only_lint: bool, form: str, **lists: Any) -> int:
    """Show every mention of a link in the lists, with its place.

    The table shows the most useful columns; every other format has all of them. With --lint:
    damaged links, duplicates, undefined references, entries without a link, and http where the
    same list knows https; leaves with 1 if there is any.
    """
    from crawler.rows import write_rows

    if only_lint:
        problems = list(_problems(**lists))
        write_rows(problems, PROBLEM_COLUMNS, form, sys.stdout)
        return Exit.FOUND if problems else Exit.DONE
    columns = LINK_TABLE if form == "table" else LINK_COLUMNS
    write_rows(_mentions(**lists), columns, form, sys.stdout)
    return Exit.DONE


@click.command()
@lists_argument
@sources_option
@verbatim_option
@click.option("--twins", "only_twins", is_flag=True, help="Show which are the same, and why.")
@format_option
def entries(only_twins: bool, form: str, **lists: Any) -> None:
    """Show every data set, challenge, tool or paper that the lists name, with its links.

    The table shows the most useful columns; every other format has all of them. With --twins:
    entries of one list or several that are the same data set, by DOI, accession, address or name.
    """
    from crawler.rows import write_rows

    if only_twins:
        write_rows(_twins(**lists), TWIN_COLUMNS, form, sys.stdout)
        return
    columns = ENTRY_TABLE if form == "table" else ENTRY_COLUMNS
    write_rows(_entries(**lists), columns, form, sys.stdout)


def _readings(**lists: Any) -> Iterator[tuple[str, Reading]]:
    for read in _read(**lists):
        assert read.reading is not None
        yield read.source.location, read.reading


def _read(lists: tuple[str, ...], sources: Path | None, *, verbatim: bool) -> Iterator[ReadList]:
    """The lists that the arguments mean, read; a list that cannot be read ends the command."""
    from crawler.lists.source import SourceKind
    from crawler.watched import find, read_here

    for source in find(lists, sources):
        if source.kind is SourceKind.ADDRESS:
            raise UsageProblem(
                f"{source.location}: this command does not touch the network; save the list first"
            )
        read = read_here(source, verbatim=verbatim)
        if read.reading is None:
            raise UsageProblem(f"{source.location}: {read.error}")
        yield read


def _problems(**lists: Any) -> Iterator[dict[str, Any]]:
    from crawler.lists.lint import lint

    for read in _read(**lists):
        assert read.reading is not None
        for problem in lint(read.text, read.reading):
            yield {"list": read.source.location, **problem._asdict()}


def _twins(**lists: Any) -> Iterator[dict[str, Any]]:
    from crawler.lists.twins import twins

    readings = list(_readings(**lists))
    for group in twins([reading for _, reading in readings]):
        for place, number in group.members:
            location, reading = readings[place]
            entry = reading.entries[number]
            yield {
                "reason": group.reason,
                "value": group.value,
                "list": location,
                "line": entry.line,
                "name": entry.name,
            }


def _mentions(**lists: Any) -> Iterator[dict[str, Any]]:
    from crawler.store.lists import section_text

    for location, reading in _readings(**lists):
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


def _entries(**lists: Any) -> Iterator[dict[str, Any]]:
    from crawler.store.lists import section_text

    for location, reading in _readings(**lists):
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
