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
from crawler.words import age, count, moment

_FAILING = ("dead", "down", "suspect")
_ORDER = (*_FAILING, "unverified", "new", "alive")
_OUTCOMES = {
    "complete": "complete",
    "void": "void, nothing seen then is believed",
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
        "muted_until": link.muted_until,
        "muted_why": link.muted_why,
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
    if muted := reader.muted():
        yield Text(f"{count(muted, 'link')} muted, see `linkvitals status --muted`", "dim")
    if not links:
        yield Text("Nothing needs doing.")
        return
    yield Text(f"{count(len(links), 'link')}, worst first", "bold")
    for link in sorted(links, key=_worst_first):
        yield Text()
        yield from _link(link, night.started, console)


def _night(night: NightRow) -> Text:
    over = _OUTCOMES[night.outcome] if night.finished else "not over yet"
    why = f": {plain(night.why)}" if night.why else ""
    told = Text(f"Night {night.id} of {moment(night.started)}: ").append(over, "bold")
    return told.append(why)


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


def _link(link: LinkRow, now: str, console: Console) -> Iterator[Text]:
    """A link in a few lines: what it is, where it should lead, why and where it stands."""
    failing = link.state in _FAILING
    label = link.state if failing or not link.verdict else link.verdict
    yield Text.assemble((f"{label:<{_LABEL}}", STATE_STYLES[link.state]), (plain(link.url), "bold"))
    if link.suggested_url:
        yield _below(f"→ {plain(link.suggested_url)}", "green")
    places = ", ".join(f"{place.location}:{place.line}" for place in link.places)
    why = f"{link.reason or 'not looked at yet'}{_since(link, now)}, in {plain(places)}"
    notes = (why, "comes and goes" if link.flapping else None, _muted(link))
    for line in (line for note in notes if note for line in wrapped(note, console, _LABEL)):
        yield _below(line, "dim")


def _since(link: LinkRow, now: str) -> str:
    """How long it has been failing; a dead link where something answers has not come back yet."""
    if link.state == "dead" and not link.failing_since:
        return " there now, not yet believed"
    if link.state not in _FAILING or not link.failing_since:
        return ""
    day = link.failing_since[:10]
    return f" since {day}, {age(link.failing_since, now)}" if day != now[:10] else f" since {day}"


def _muted(link: LinkRow) -> str | None:
    """Until when and why a link is muted."""
    if link.muted_until is None:
        return None
    return f"muted until {moment(link.muted_until)}: {plain(link.muted_why)}"


def _below(text: str, style: str) -> Text:
    return Text(" " * _LABEL + text, style)
