"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.clock import Clock, SystemClock, from_text
from crawler.errors import UsageProblem

if TYPE_CHECKING:
    from crawler.settings import CrawlSettings

DATABASE = Path("var/linkvitals.db")

Command = Callable[..., Any]


def database_option(command: Command) -> Command:
    """`--db FILE`."""
    return click.option(
        "--db",
        "database",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DATABASE,
        show_default=True,
        metavar="FILE",
        help="The database.",
    )(command)


def sources_option(command: Command) -> Command:
    """`--sources FILE`."""
    return click.option(
        "--sources",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The sources.toml that names the lists  "
        "[default: sources/sources.toml, or the bundled one]",
    )(command)


def format_option(command: Command) -> Command:
    """`--format`, wherever rows are printed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "jsonl", "csv", "markdown"]),
        default="table",
        show_default=True,
        help="How the rows are printed.",
    )(command)


def verbatim_option(command: Command) -> Command:
    """`--verbatim`, wherever lists are read."""
    return click.option(
        "--verbatim/--no-verbatim", default=False, help="Take links in code for links, too."
    )(command)


def lists_argument(command: Command) -> Command:
    """`[LIST]...`."""
    return click.argument("lists", nargs=-1, metavar="[LIST]...")(command)


class Moment(click.ParamType[datetime]):
    """A moment in ISO 8601."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read a moment such as 2026-11-20T03:00Z."""
        try:
            return from_text(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a moment such as 2026-11-20T03:00Z", param, ctx)


def at_option(command: Command) -> Command:
    """`--at MOMENT`."""
    return click.option(
        "--at",
        type=Moment(),
        metavar="MOMENT",
        help="Act as if it were this moment now, such as 2026-11-20T03:00Z.",
    )(command)


def clock_at(at: datetime | None) -> Clock:
    """The clock on the wall, or set to begin at `--at`."""
    return SystemClock(at)


def _number(name: str, kind: type, default: float, metavar: str, help_text: str) -> Command:
    return click.option(
        name, type=kind, default=default, show_default=True, metavar=metavar, help=help_text
    )


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def network_options(*, second_look: float) -> Callable[[Command], Command]:
    """Every setting of a night that is about asking servers, as an option."""
    return _together(
        _number(
            "--timeout",
            float,
            20.0,
            "SECONDS",
            "Wait this long for a connection, and for an answer.",
        ),
        _number(
            "--delay", float, 1.0, "SECONDS", "Leave this much time between two requests to a host."
        ),
        _number("--per-host", int, 1, "N", "Send at most this many requests to a host at once."),
        _number("--concurrency", int, 256, "N", "Ask at most this many hosts at once."),
        _number(
            "--second-look",
            float,
            second_look,
            "SECONDS",
            "Look again at what failed after this much time.",
        ),
        click.option("--no-robots/--robots", default=False, help="Do not ask robots.txt."),
        click.option(
            "--allow-network",
            multiple=True,
            metavar="CIDR",
            help="Also connect to this network, such as 127.0.0.0/8; inner ones are refused.",
        ),
        click.option(
            "--connect-to",
            multiple=True,
            metavar="HOST:PORT:HOST:PORT",
            help="Connect to the second host and port where the first are meant, as curl does.",
        ),
        click.option(
            "--canary",
            "canaries",
            multiple=True,
            metavar="URL",
            help="Ask there whether this machine is online when nobody answers.",
        ),
        click.option(
            "--contact",
            metavar="ADDRESS",
            help="Where the keeper of a site can reach you; part of the User-Agent.",
        ),
    )


def settings_options(*, second_look: float = 60.0) -> Callable[[Command], Command]:
    """Every setting of a night as an option."""
    return _together(
        network_options(second_look=second_look),
        click.option("--no-metadata/--metadata", default=False, help="Do not read the pages."),
        click.option(
            "--only",
            multiple=True,
            metavar="STATE",
            help="Look only at links in this state, such as suspect.",
        ),
        _number("--budget", int, 0, "N", "Look at most at this many links a night; 0: at all."),
        _number("--host-budget", int, 0, "N", "And at most at this many of one host."),
        verbatim_option,
    )


def progress_option(command: Command) -> Command:
    """`--progress/--no-progress`, wherever somebody waits."""
    return click.option(
        "--progress/--no-progress", default=None, help="Draw a bar  [default: on a terminal]"
    )(command)


def fail_on_option(help_text: str) -> Callable[[Command], Command]:
    """`--fail-on WORD,...`."""
    return click.option("--fail-on", default="", metavar="WORD,...", help=help_text)


def fail_words(text: str, *kinds: type[StrEnum]) -> frozenset[str]:
    """The words of `--fail-on`, each of which must be of one of these kinds."""
    known = {str(word) for kind in kinds for word in kind}
    words = frozenset(word.strip() for word in text.split(",") if word.strip())
    if unknown := sorted(words - known):
        wanted = " nor a ".join(kind.__name__.lower() for kind in kinds)
        raise UsageProblem(
            f"--fail-on: {unknown[0]!r} is {'neither' if len(kinds) > 1 else 'not'} a {wanted}; "
            f"known are {', '.join(sorted(known))}"
        )
    return words


def chosen_settings(options: Mapping[str, Any]) -> CrawlSettings:
    """The settings of a night among the options of a command, checked."""
    from crawler.settings import CrawlSettings

    names = [field.name for field in fields(CrawlSettings)]
    chosen = {name: options[name] for name in names if options.get(name) not in (None, ())}
    return CrawlSettings(
        **chosen, robots=not options["no_robots"], metadata=not options.get("no_metadata")
    )
