"""`linkvitals schedule`: a night every night."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from crawler.commands.crawl import crawl
from crawler.commands.options import database_option, lists_argument, settings_options, sources_option
from crawler.commands.report import report

SECOND_LOOK = 20 * 60.0
"""Nobody waits for a scheduled night: give a failing server twenty minutes to come back."""


@click.command()
@lists_argument
@database_option
@sources_option
@settings_options(second_look=SECOND_LOOK)
@click.option("--cron", default="0 3 * * *", show_default=True, help="When the nights begin.")
@click.option("--timezone", metavar="ZONE", help="Such as Europe/Berlin  [default: this machine's]")
@click.option(
    "--reports",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("var"),
    show_default=True,
    metavar="FOLDER",
    help="Where report.html and report.md go after each night.",
)
@click.pass_context
def schedule(
    context: click.Context, cron: str, timezone: str | None, reports: Path, **crawl_options: Any
) -> None:
    """Crawl every night and write the reports, until stopped.

    A night that failed is told and does not stop the next one; one at a time, always.
    """
    from scheduler import nightly

    night = partial(run_and_report, context, reports, crawl_options)
    scheduler = nightly(night, cron, timezone)
    click.echo(f"The nights begin at {cron} ({timezone or 'local time'}). Stop with Ctrl-C.", err=True)
    scheduler.start()


def run_and_report(context: click.Context, reports: Path, crawl_options: dict[str, Any]) -> None:
    """One night and its reports; whatever goes wrong is told in a line."""
    from crawler.errors import UsageProblem

    try:
        context.invoke(crawl, at=None, fail_on="", progress=False, **crawl_options)
        for name in ("report.html", "report.md"):
            _report(context, crawl_options["database"], reports / name, None)
    except UsageProblem as problem:
        click.echo(f"linkvitals: {problem}", err=True)


def _report(context: click.Context, database: Path, output: Path, at: datetime | None) -> None:
    context.invoke(report, database=database, form=None, output=output, at=at)
