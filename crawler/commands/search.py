"""`linkvitals search`: find entries and links by words."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from crawler.commands.options import database_option, format_option

COLUMNS = ("kind", "state", "name", "list", "line", "section", "url")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="Show at most this many, the best first.",
)
@database_option
@format_option
def search(words: tuple[str, ...], limit: int, database: Path, form: str) -> None:
    """Find entries, and links that belong to none, by words in them or in what they lead to.

    All words must be there, whole or their beginnings: in names, sections, addresses, titles,
    descriptions or keywords. No character in a word means anything but itself.

    \b
    linkvitals search chest x-ray
    linkvitals search brain mri --format jsonl
    """  # noqa: D301 - click wants the very character
    from crawler.rows import write_rows
    from crawler.store.database import open_for_reading
    from crawler.store.search import search as find

    db = open_for_reading(database)
    try:
        rows = [asdict(found) for found in find(db, words, limit)]
    finally:
        db.close()
    write_rows(rows, COLUMNS, form, sys.stdout)
