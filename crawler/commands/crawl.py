"""`linkvitals crawl`: one night."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from crawler.commands.options import (
    at_option,
    chosen_settings,
    clock_at,
    database_option,
    fail_on_option,
    fail_words,
    lists_argument,
    progress_option,
    settings_options,
    sources_option,
)
from crawler.exits import Exit


@click.command()
@lists_argument
@database_option
@sources_option
@settings_options()
@at_option
@fail_on_option("Leave with 1 if a link has one of these verdicts or states, such as gone,down.")
@progress_option
def crawl(
    lists: tuple[str, ...],
    database: Path,
    sources: Path | None,
    at: datetime | None,
    fail_on: str,
    progress: bool | None,
    **settings: Any,
) -> int:
    """Look at every link of the lists and remember what was seen.

    LIST is a file, a folder, a glob, an address, - for standard input, or the name of a list in
    sources.toml; without any, every enabled list there is crawled. A night that was interrupted
    is gone on with.

    \b
    linkvitals crawl                          every list of sources.toml
    linkvitals crawl README.md --db vitals.db   one list, another database
    """  # noqa: D301 - click wants the very character
    from crawler.memory.state import State
    from crawler.night import run_night
    from crawler.progress import watcher_for
    from crawler.verdicts.verdict import Verdict
    from crawler.watched import find

    words = fail_words(fail_on, Verdict, State)
    chosen = chosen_settings(settings)
    with watcher_for(progress) as watcher:
        result = run_night(
            find(lists, sources),
            chosen,
            database=database,
            clock=clock_at(at),
            watcher=watcher,
            strict=bool(lists),
        )
    return _farewell(result, database, words)


def _farewell(result: Any, database: Path, words: frozenset[str]) -> int:
    """Say how the night went, and how the command is to leave."""
    from crawler.store.reader import reading
    from crawler.summary import night_summary

    if result.void:
        click.echo(
            f"linkvitals: {result.void}. The night is void and nothing of it is believed.", err=True
        )
        return Exit.VOID_NIGHT
    with reading(database) as reader:
        click.echo(night_summary(result, reader), err=True)
        links = reader.links()
    click.echo(
        f"The database is {database}. See `linkvitals status`, `linkvitals report`.", err=True
    )
    found = any({link.verdict, link.state} & words for link in links)
    return Exit.FOUND if found else Exit.DONE
