"""What people read in the terminal: the lists' health, and the story of one link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.rows import plain
from crawler.store.reader import LinkRow, ObservationRow, Reader
from crawler.verdicts.verdict import Reason
from crawler.words import count

_STYLES = {
    "alive": "green",
    "suspect": "yellow",
    "down": "red",
    "dead": "bold red",
    "unverified": "dim",
    "new": "dim",
}


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
    console = Console(highlight=False)
    night = next(iter(reader.nights(1)), None)
    if night is None:
        console.print("No night yet. Run `linkvitals crawl`.")
        return
    over = f"{night.outcome}, over at {night.finished}" if night.finished else "not over"
    console.print(f"Night {night.id} began at {night.started}: {over}.\n")
    console.print(_lists(reader))
    console.print()
    if not links:
        console.print("Nothing needs doing.")
        return
    console.print(f"{count(len(links), 'link')}, worst first:\n")
    console.print(_links(sorted(links, key=_worst_first)))


def _lists(reader: Reader) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    states = ("alive", "suspect", "down", "dead", "unverified")
    table.add_column("list")
    for name in ("links", *states):
        table.add_column(name, justify="right")
    for row in reader.lists():
        numbers = [Text(str(getattr(row, state)), _STYLES[state] if getattr(row, state) else "dim")
                   for state in states]  # fmt: skip
        table.add_row(Text(plain(row.name)), str(row.links), *numbers)
    return table


_ORDER = ("dead", "down", "suspect", "unverified", "new", "alive")


def _worst_first(link: LinkRow) -> tuple[int, str]:
    return (_ORDER.index(link.state), link.url)


def _links(links: Sequence[LinkRow]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("state", "reason", "since", "link and place"):
        table.add_column(name, overflow="fold")
    for link in links:
        where = Text(plain(link.url))
        if link.suggested_url:
            where.append(f"\n→ {plain(link.suggested_url)}", "green")
        places = ", ".join(f"{place.location}:{place.line}" for place in link.places)
        where.append(f"\n{plain(places)}", "dim")
        table.add_row(
            Text(link.state, _STYLES[link.state]),
            link.reason or "",
            (link.failing_since or link.since or "")[:10],
            where,
        )
    return table


def print_link(link: LinkRow, reader: Reader) -> None:
    """Everything that is known of one link, the present first."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(plain(link.url), "bold"))
    console.print(_facts(link, reader))
    observations = reader.observations(link.id)
    if observations:
        console.print("\nWhat was seen, newest first")
        for observation in observations:
            console.print(_seen(observation))
        console.print("\nThe last look in detail")
        console.print(_detail(observations[0]))


def _facts(link: LinkRow, reader: Reader) -> Table:
    cause = Reason(link.reason).cause if link.reason else None
    facts = {
        "state": f"{link.state} since {link.since}" if link.since else link.state,
        "verdict": f"{link.verdict}: {link.reason}" if link.verdict else None,
        "meaning": cause.meaning if cause else None,
        "advice": cause.advice if cause else None,
        "new address": link.suggested_url,
        "leads to": link.final_url,
        "title": link.title,
        "description": reader.description(link.id),
        "failing": f"{count(link.failures, 'night')} since {link.failing_since}"
        if link.failures
        else None,
        "last good": link.last_ok or "never seen alive by us",
        "first seen": link.first_seen,
        "certificate": f"valid until {link.certificate_expires}"
        if link.certificate_expires
        else None,
        "stands in": "\n".join(
            f"{place.location}:{place.line}:{place.column}"
            + (f"  {place.entry}" if place.entry else "")
            for place in link.places
        ),
    }
    return _grid(facts)


def _seen(observation: ObservationRow) -> Text:
    span = observation.first_at
    if observation.looks > 1:
        span = f"{observation.first_at} to {observation.last_at}, {count(observation.looks, 'look')}"
    status = f" (HTTP {observation.http_status})" if observation.http_status else ""
    return Text(f"  {span}: {observation.verdict}, {observation.reason}{status}")


def _detail(observation: ObservationRow) -> Table:
    seen = observation.evidence
    hops = "\n".join(
        f"{hop['status']} {plain(hop['url'])}"
        + (f" → {plain(hop['location'])}" if hop.get("location") else "")
        for hop in seen.get("hops", ())
    )
    return _grid(
        {
            "rule": seen.get("rule"),
            "requests": hops or None,
            "fault": seen.get("fault") or seen.get("certificate_fault"),
            "detail": seen.get("detail"),
            "tries": seen.get("tries"),
            "answered in": f"{seen['milliseconds']} ms" if "milliseconds" in seen else None,
            "server": seen.get("address"),
            "type": seen.get("content_type"),
        }
    )


def _grid(facts: dict[str, Any]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, value in facts.items():
        if value:
            text = "\n".join(plain(line) for line in str(value).split("\n"))
            grid.add_row(f"  {name}", Text(text))
    return grid
