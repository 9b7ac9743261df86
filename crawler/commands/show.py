"""`linkvitals show`: the story of one link."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.commands.options import database_option
from crawler.errors import UsageProblem


@click.command()
@click.argument("url")
@database_option
def show(url: str, database: Path) -> None:
    """Tell the story of one link: where it stands, what is believed of it, what was seen."""
    from crawler.store.reader import reading
    from crawler.story import print_link

    with reading(database) as reader:
        link = reader.link(url)
        if link is None:
            near = reader.like(url)
            hint = f"; known are {', '.join(near)}" if near else ""
            raise UsageProblem(f"{url}: this link is not in {database}{hint}")
        print_link(link, reader)
