"""`linkvitals status`: how the lists are, in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crawler.commands.options import database_option, format_option

COLUMNS = (
    "state", "verdict", "reason", "url", "places", "since", "last_ok", "failing_since",
    "failures", "suggested_url", "title", "muted_until", "muted_why",
)  # fmt: skip


@click.command()
@database_option
@click.option("--state", metavar="STATE", help="Only links in this state, such as down.")
@click.option("--muted/--no-muted", default=False, help="Only muted links: until when, and why.")
@format_option
def status(database: Path, state: str | None, muted: bool, form: str) -> None:
    """Show how the lists are and which links need something done.

    The table shows what needs doing, or the links of --state or --muted; every other format gives
    a row for each link.
    """
    from crawler.memory.state import State
    from crawler.rows import write_rows
    from crawler.store.reader import reading
    from crawler.terminal import link_row, print_health

    if state is not None and state not in list(State):
        raise click.BadParameter(f"known states are {', '.join(State)}", param_hint="--state")
    with reading(database) as reader:
        links = [
            link
            for link in reader.links()
            if state in (None, link.state) and (link.muted_until or not muted)
        ]
        if form == "table":
            print_health(reader, [link for link in links if state or muted or link.needs_doing])
        else:
            write_rows(map(link_row, links), COLUMNS, form, sys.stdout)
