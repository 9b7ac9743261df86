"""`linkvitals reread`: the metadata anew, from what was kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from crawler.commands.options import at_option, clock_at, database_option


@click.command()
@database_option
@at_option
def reread(database: Path, at: datetime | None) -> None:
    """Read the metadata again from the answers that were kept, without asking anybody.

    After an upgrade that reads pages better, this brings what is known up to date at once. The
    answers stand beside the database, in FILE-pages; without that file nothing is known anew.

    \b
    linkvitals reread --db vitals.db
    """  # noqa: D301 - click wants the very character
    from crawler.reread import reread as read_again
    from crawler.words import count

    done = read_again(database, clock_at(at))
    answers, links = count(done.answers, "answer"), count(done.links, "link")
    click.echo(f"Read {answers} of {links} again; the database is {database}.", err=True)
