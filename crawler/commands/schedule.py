"""`linkvitals schedule`: a night every night."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from crawler.commands.crawl import crawl
from crawler.commands.options import (
    chosen_settings,
    database_option,
    lists_argument,
    settings_options,
    sources_option,
)
from crawler.commands.report import report
from crawler.errors import NightInterrupted, UsageProblem

SECOND_LOOK = 20 * 60.0
"""Nobody waits for a scheduled night: give a failing server twenty minutes to come back."""


@click.command()
@lists_argument
@database_option
@sources_option
@settings_options(second_look=SECOND_LOOK)
@click.option(
    "--cron", default="0 3 * * *", show_default=True, metavar="LINE", help="When the nights begin."
)
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
    context: click.Context, /, cron: str, timezone: str | None, reports: Path, **crawl_options: Any
) -> None:
    """Crawl every night and write the reports, until stopped.

    A night that failed is told and does not stop the next one; one at a time, always. A night that
    is stopped is gone on with when it is crawled again the same day.
    """
    from crawler.watched import find
    from scheduler import Nights, hear_sigterm, trigger

    hear_sigterm()
    nights = Nights(trigger(cron, timezone))
    # What is wrong with the options is better told now than at three in the morning.
    find(crawl_options["lists"], crawl_options["sources"])
    chosen_settings(crawl_options)
    click.echo(
        f"The nights begin at {cron} ({timezone or 'local time'}). Stop with Ctrl-C.", err=True
    )
    nights.run(partial(run_and_report, context, reports, crawl_options))


def run_and_report(context: click.Context, reports: Path, crawl_options: dict[str, Any]) -> None:
    """One night and its reports; whatever goes wrong is told in a line."""
    try:
        context.invoke(crawl, at=None, fail_on="", progress=False, **crawl_options)
        for name in ("report.html", "report.md"):
            context.invoke(
                report,
                database=crawl_options["database"],
                form=None,
                output=reports / name,
                at=None,
            )
    except NightInterrupted:
        raise
    except UsageProblem as problem:
        _tell(str(problem))
    except Exception as error:
        _tell(f"the night failed: {type(error).__name__}: {error}")


def _tell(problem: str) -> None:
    click.echo(f"linkvitals: {' '.join(problem.split())}", err=True)
