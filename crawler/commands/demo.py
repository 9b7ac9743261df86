"""`linkvitals demo`: see it work, without the internet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from crawler.commands.options import at_option, clock_at, progress_option

FOLDER = Path("var/demo")


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=FOLDER,
    show_default=True,
    metavar="FOLDER",
    help="Where the database and the report go.",
)
@at_option
@progress_option
def demo(folder: Path, at: datetime | None, progress: bool | None) -> None:
    """Crawl the bundled lists for three nights against a miniature web on this machine.

    The hosts are the lists' own; what they answer is made up, and nothing leaves this machine.
    """
    from crawler.demo.play import play
    from crawler.progress import watcher_for
    from crawler.store.reader import Reader, reading
    from crawler.summary import night_summary
    from crawler.terminal import print_health

    def tell(result: Any, reader: Reader, start: datetime) -> None:
        click.echo(f"\n{start:%d %b %Y}")
        click.echo(night_summary(result, reader))

    click.echo("Three nights of the bundled lists; what their hosts answer is made up.")
    with watcher_for(progress) as watcher:
        made = play(folder, clock_at(at).now(), watcher, tell)
    click.echo()
    with reading(made.database) as reader:
        print_health(reader, [link for link in reader.links() if link.needs_doing])
    click.echo(f"\nThe database is {made.database}. Look at one link with:")
    click.echo(f"  linkvitals show https://mimic.mit.edu/ --db {made.database}")
    click.echo(f"The report is {made.html}, and as Markdown {made.markdown}.")
