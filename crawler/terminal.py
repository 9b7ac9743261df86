"""What people read in the terminal: how the lists are, and which links need something done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from crawler.console import aligned, console_on, show, wrapped
from crawler.rows import plain
from crawler.store.reader import LinkRow, NightRow, Reader
from crawler.styles import STATE_STYLES
from crawler.words import count, moment

_FAILING = ("dead", "down", "suspect")
_ORDER = (*_FAILING, "unverified", "new", "alive")
_OUTCOMES = {
    "complete": "complete",
    "void": "void, for this machine was offline; nothing seen then is believed",
    "interrupted": "interrupted",
}
_LABEL = 12
"""How wide the states and verdicts are, with the gap after them."""


def link_row(link: LinkRow) -> dict[str, Any]:
    """A link as a row for programs."""
    return {
        "state": link.state,
        "verdict": link.verdict,
        "reason": link.reason,
        "url": link.url,
        "places": [f"{place.location}:{place.line}" for place in link.places],
        "since": link.since,
        "last_ok": link.last_ok,
        "failing_since": link.failing_since,
        "failures": link.failures,
        "suggested_url": link.suggested_url,
        "title": link.title,
    }


def print_health(reader: Reader, links: Sequence[LinkRow]) -> None:
    """The last night, the lists, and these links."""
    show(sys.stdout, _health(reader, links, console_on(sys.stdout)))


def _health(reader: Reader, links: Sequence[LinkRow], console: Console) -> Iterator[Text]:
    night = next(iter(reader.nights(1)), None)
    if night is None:
        yield Text("No night yet. Run `linkvitals crawl`.")
        return
    yield _night(night)
    yield Text()
    yield from _lists(reader)
    yield Text()
    if not links:
        yield Text("Nothing needs doing.")
        return
    yield Text(f"{count(len(links), 'link')}, worst first", "bold")
    for link in sorted(links, key=_worst_first):
        yield Text()
        yield from _link(link, console)


def _night(night: NightRow) -> Text:
    over = _OUTCOMES[night.outcome] if night.finished else "not over yet"
    return Text(f"Night {night.id} of {moment(night.started)}: ").append(over, "bold")


def _lists(reader: Reader) -> Iterator[Text]:
    states = ("alive", "suspect", "down", "dead", "unverified")
    lists = reader.lists()
    head = [Text(name, "bold") for name in ("list", "links", *states)]
    rows = [
        [
            Text(plain(row.name)),
            Text(str(row.links)),
            *(_number(getattr(row, state), STATE_STYLES[state]) for state in states),
        ]
        for row in lists
    ]
    yield from aligned([head, *rows], right=range(1, len(head)))
    for row in lists:
        if row.error:
            yield Text(f"{plain(row.name)}: {plain(row.error)}", "red")


def _number(number: int, style: str) -> Text:
    return Text(str(number), style if number else "dim")


def _worst_first(link: LinkRow) -> tuple[int, str]:
    return (_ORDER.index(link.state), link.url)


def _link(link: LinkRow, console: Console) -> Iterator[Text]:
    """A link in a few lines: what it is, where it should lead, why and where it stands."""
    failing = link.state in _FAILING
    label = link.state if failing or not link.verdict else link.verdict
    yield Text.assemble((f"{label:<{_LABEL}}", STATE_STYLES[link.state]), (plain(link.url), "bold"))
    if link.suggested_url:
        yield _below(f"→ {plain(link.suggested_url)}", "green")
    since = f" since {link.failing_since[:10]}" if failing and link.failing_since else ""
    places = ", ".join(f"{place.location}:{place.line}" for place in link.places)
    why = f"{link.reason or 'not looked at yet'}{since}, in {plain(places)}"
    yield from (_below(line, "dim") for line in wrapped(why, console, _LABEL))


def _below(text: str, style: str) -> Text:
    return Text(" " * _LABEL + text, style)
