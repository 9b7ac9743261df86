"""`linkvitals mute` and `unmute`: what a keeper does not want to hear of for a while."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import click

from crawler.commands.options import at_option, clock_at, database_option
from crawler.errors import UsageProblem

_LAST_SECOND = time(23, 59, 59, tzinfo=UTC)


class Day(click.ParamType[date]):
    """A day in ISO 8601."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day such as 2026-12-31."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-12-31", param, ctx)


@click.command()
@click.argument("what", metavar="URL|HOST")
@click.option(
    "--until", type=Day(), required=True, metavar="DATE", help="The last day of it, in UTC."
)
@click.option("--why", required=True, metavar="TEXT", help="The reason, for whoever wonders later.")
@database_option
@at_option
def mute(what: str, until: date, why: str, database: Path, at: datetime | None) -> None:
    """Do not call for anything to be done about a link, or all links of a host, for a while.

    A muted link is still looked at every night; it only leaves the lists of what needs doing.

    \b
    linkvitals mute https://example.org/set --until 2026-12-31 --why "they move until the new year"
    linkvitals mute example.org --until 2026-12-31 --why "hates robots, checked by hand"
    """  # noqa: D301 - click wants the very character
    from crawler.store.database import writing
    from crawler.store.mutes import mute
    from crawler.words import count

    now, end = clock_at(at).now(), datetime.combine(until, _LAST_SECOND)
    reason = " ".join(why.split())
    if end <= now:
        raise UsageProblem(f"--until: {until} is over; name a day to come")
    if not reason:
        raise UsageProblem("--why: say in a few words why, for whoever wonders later")
    with writing(database) as db:
        links = mute(db, what, until=end, why=reason, now=now)
    _tell(f"{what}: {count(links, 'link')} muted until the end of {until}: {reason}")


@click.command()
@click.argument("what", metavar="URL|HOST")
@database_option
@at_option
def unmute(what: str, database: Path, at: datetime | None) -> None:
    """Take a mute back: hear again of a link, or of all links of a host.

    Name what was muted: a link that is muted with its host is heard of again with its host.
    """
    from crawler.store.database import writing
    from crawler.store.mutes import unmute
    from crawler.words import count

    with writing(database) as db:
        links = unmute(db, what, now=clock_at(at).now())
    _tell(f"{what}: {count(links, 'link')} heard of again")


def _tell(done: str) -> None:
    from crawler.rows import plain

    click.echo(plain(done), err=True)
