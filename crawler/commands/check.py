"""`linkvitals check`: single addresses, without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from crawler.commands.options import (
    chosen_settings,
    fail_on_option,
    fail_words,
    format_option,
    network_options,
    progress_option,
)
from crawler.errors import UsageProblem
from crawler.exits import Exit

if TYPE_CHECKING:
    from crawler.checked import Checked

SECOND_LOOK = 5.0
"""Somebody waits: long enough for a name server or a connection that stumbled, and no longer."""

COLUMNS = (
    "url", "verdict", "reason", "meaning", "advice", "suggested_url", "rule", "http_status",
    "milliseconds", "tries", "hops",
)  # fmt: skip


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@network_options(second_look=SECOND_LOOK)
@fail_on_option("Leave with 1 if an address has one of these verdicts, such as gone,failing.")
@progress_option
@format_option
def check(
    urls: tuple[str, ...], fail_on: str, progress: bool | None, form: str, **settings: Any
) -> int:
    """Look at single addresses as a night would, and tell what was seen; nothing is remembered.

    URL is an address, or - for standard input, one address a line. Each is told once, in the order
    given; what is no address is told to be invalid.

    \b
    linkvitals check https://example.org/     the story of one address
    linkvitals check - --format jsonl         one object a line, for programs
    """  # noqa: D301 - click wants the very character
    from crawler.check import check as look_at
    from crawler.progress import watcher_for
    from crawler.spiders.online import Offline
    from crawler.verdicts.verdict import Verdict

    words = fail_words(fail_on, Verdict)
    chosen = chosen_settings(settings)
    addresses = list(_addresses(urls))
    if not addresses:
        raise UsageProblem("standard input holds no address; give one a line")
    try:
        with watcher_for(progress) as watcher:
            checked = look_at(addresses, chosen, watcher)
    except Offline as offline:
        click.echo(f"linkvitals: {offline}. Nothing that was seen is believed.", err=True)
        return Exit.VOID_NIGHT
    _tell(checked, form)
    found = any(one.judged.reason.verdict in words for one in checked)
    return Exit.FOUND if found else Exit.DONE


def _addresses(urls: Sequence[str]) -> Iterator[str]:
    """The addresses meant; a byte that is no UTF-8 is kept as the command line keeps it."""
    for url in urls:
        if url == "-":
            said = sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")
            yield from filter(None, map(str.strip, said.splitlines()))
        else:
            yield url


def _tell(checked: Sequence[Checked], form: str) -> None:
    from crawler.rows import write_rows
    from crawler.story import checked_row, print_checked

    if form == "table":
        print_checked(checked)
    else:
        write_rows(map(checked_row, checked), COLUMNS, form, sys.stdout)
