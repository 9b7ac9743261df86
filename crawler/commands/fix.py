"""`linkvitals fix`: the addresses of the lists, brought up to date."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.commands.options import (
    at_option,
    clock_at,
    database_option,
    lists_argument,
    sources_option,
)

if TYPE_CHECKING:
    from crawler.fixed import Fixed


@click.command()
@lists_argument
@sources_option
@database_option
@click.option("--apply", is_flag=True, help="Write the lists, instead of only showing the diff.")
@click.option(
    "--archived", is_flag=True, help="Also put archived copies in the place of dead links."
)
@at_option
def fix(
    lists: tuple[str, ...],
    sources: Path | None,
    database: Path,
    apply: bool,
    archived: bool,
    at: datetime | None,
) -> None:
    """Show as a diff what to change in the lists; with --apply, change it.

    Links that moved for good at least 7 days ago get their new address, damaged addresses are
    written as they were meant, and DOIs get their one form, https://doi.org/. Links that come and
    go, and muted ones, stay as they are, and so does every other byte. A list that is not as the
    last crawl read it is refused, and then no list is written.

    \b
    linkvitals fix README.md                show what would change
    linkvitals fix README.md --apply        change it
    linkvitals fix README.md | git apply    the same, by way of git
    """  # noqa: D301 - click wants the very character
    from crawler.fixed import fixed, write_fixed
    from crawler.fixing import Rules
    from crawler.lists.source import SourceKind
    from crawler.store.fixes import remembered_for_fixing
    from crawler.watched import find

    known = remembered_for_fixing(database)
    rules = Rules(known.links, clock_at(at).now(), archived)
    made = []
    for source in find(lists, sources):
        if source.kind is SourceKind.FILE:
            made.append(fixed(source, rules, known.hashes))
        else:
            _tell(f"{source.location}: only a file can be fixed; this list is left as it is")
    if apply:
        write_fixed(made)
    for one in made:
        _show(one)
        hint = "; --apply writes them" if one.done and not apply else ""
        _tell(f"{one.location}: {_said(one)}{hint}")


def _said(one: Fixed) -> str:
    from crawler.words import count

    parts = ", ".join(f"{number:,} {why}" for why, number in sorted(one.done.items()))
    said = f"{count(one.done.total(), 'address', 'addresses')} to write anew"
    said += f": {parts}" if parts else ""
    if one.left:
        lines = ", ".join(map(str, one.left))
        said += f"; to be changed by hand, as the text around them allows no other: line {lines}"
    return said


def _show(one: Fixed) -> None:
    """Print the diff: the very bytes for `git apply`, harmless text on a terminal."""
    from crawler.diff import diff
    from crawler.rows import plain

    # A text of two or four bytes a character has no lines that a diff could show as they are.
    name = one.encoding.name
    shown_in = "utf-8" if name.startswith(("utf-16", "utf-32")) else name
    for line in diff(one.old, one.new, plain(one.location)):
        if sys.stdout.isatty():
            click.echo("\t".join(map(plain, line.rstrip("\r\n").split("\t"))))
        else:
            click.echo(line.encode(shown_in, "backslashreplace"), nl=False)


def _tell(said: str) -> None:
    from crawler.rows import plain

    click.echo(plain(said), err=True)
