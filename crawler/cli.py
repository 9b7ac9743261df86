"""The `linkvitals` command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from crawler import __version__
from crawler.commands.check import check
from crawler.commands.crawl import crawl
from crawler.commands.demo import demo
from crawler.commands.export import export
from crawler.commands.fix import fix
from crawler.commands.lists import entries, links
from crawler.commands.mute import mute, unmute
from crawler.commands.report import report
from crawler.commands.reread import reread
from crawler.commands.schedule import schedule
from crawler.commands.search import search
from crawler.commands.show import show
from crawler.commands.status import status
from crawler.config import defaults
from crawler.errors import NightInterrupted, UsageProblem
from crawler.exits import Exit


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="linkvitals")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Settings, every option under its own name  [default: linkvitals.toml, if it is there]",
)
@click.pass_context
def cli(context: click.Context, config: Path | None) -> None:
    """Take the pulse of every link on Markdown lists of data sets, night after night.

    Leaves with 0 when done, 1 when something in --fail-on was found, 2 on wrong use or unreadable
    input, 3 after a void night, 130 when interrupted (run it again to go on).
    """
    assert isinstance(context.command, click.Group)
    context.default_map = defaults(context.command, config)


COMMANDS = (
    crawl, check, links, entries, status, show, search, report, fix, export, reread, mute,
    unmute, schedule, demo,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command; whatever the user did wrong is said in one line."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run with these arguments; the exit code."""
    try:
        code: Any = cli.main(arguments, prog_name="linkvitals", standalone_mode=False)
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx else "linkvitals"
        return _wrong(f"{error.format_message()} See `{place} --help`.")
    except click.ClickException as error:
        return _wrong(error.format_message())
    except UsageProblem as problem:
        return _wrong(str(problem))
    except (NightInterrupted, KeyboardInterrupt, click.Abort) as stop:
        said = str(stop) if isinstance(stop, NightInterrupted) else "interrupted"
        click.echo(f"linkvitals: {said}", err=True)
        return Exit.INTERRUPTED
    except SystemExit:
        # click leaves like this only when whoever read our output has enough of it.
        return Exit.DONE
    return code if isinstance(code, int) else Exit.DONE


def _wrong(message: str) -> int:
    from crawler.rows import plain

    click.echo(f"linkvitals: {' '.join(plain(message).split())}", err=True)
    return Exit.WRONG_USE
