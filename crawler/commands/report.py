"""`linkvitals report`: what is told of the last night."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from crawler.commands.options import at_option, clock_at, database_option
from crawler.errors import UsageProblem

FORMATS = (
    "html", "markdown", "json", "csv", "atom", "junit", "sarif", "github", "badge", "badge-json",
)  # fmt: skip
"""The faces by name; reports/faces.py has the faces themselves, and is only loaded for one."""

ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".atom": "atom",
    ".xml": "junit",
    ".sarif": "sarif",
    ".svg": "badge",
}


@click.command()
@database_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="The face of the report  [default: what FILE's name says, else markdown]",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it there instead of to standard output.",
)
@at_option
def report(database: Path, form: str | None, output: Path | None, at: datetime | None) -> None:
    """Tell what the last night found: what needs doing first, the whole table last.

    \b
    linkvitals report                       Markdown, on the terminal
    linkvitals report -o var/report.html    one HTML page, needs nothing else
    linkvitals report --format github       annotations beside the lines of the lists
    """  # noqa: D301 - click wants the very character
    from crawler.clock import to_text
    from crawler.store.reader import reading
    from crawler.written import write_whole
    from reports.faces import FACES
    from reports.model import make_report

    with reading(database) as reader:
        made = make_report(reader, to_text(clock_at(at).now()))
    if made is None:
        raise UsageProblem(f"{database}: no night is over yet; run `linkvitals crawl` to the end")
    face = form or ENDINGS.get(output.suffix.lower() if output else "", "markdown")
    text = FACES[face](made)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
        click.echo(f"The report is {output}.", err=True)
