"""What people read in the terminal: the lists' health, and the story of one link."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from crawler.console import aligned, console_on, show, wrapped
from crawler.rows import plain
from crawler.store.reader import LinkRow, NightRow, ObservationRow, Reader
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
    return Text(f"Night {night.id} of {_moment(night.started)}: ").append(over, "bold")


def _moment(text: str) -> str:
    """A moment of the database as people write it."""
    return f"{text[:10]} {text[11:16]} UTC"


def _lists(reader: Reader) -> Iterator[Text]:
    states = ("alive", "suspect", "down", "dead", "unverified")
    lists = reader.lists()
    head = [Text(name, "bold") for name in ("list", "links", *states)]
    rows = [
        [
            Text(plain(row.name)),
            Text(str(row.links)),
            *(_number(getattr(row, state), _STYLES[state]) for state in states),
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
    yield Text.assemble((f"{label:<{_LABEL}}", _STYLES[link.state]), (plain(link.url), "bold"))
    if link.suggested_url:
        yield _below(f"→ {plain(link.suggested_url)}", "green")
    since = f" since {link.failing_since[:10]}" if failing and link.failing_since else ""
    places = ", ".join(f"{place.location}:{place.line}" for place in link.places)
    why = f"{link.reason or 'not looked at yet'}{since}, in {plain(places)}"
    yield from (_below(line, "dim") for line in wrapped(why, console, _LABEL))


def _below(text: str, style: str) -> Text:
    return Text(" " * _LABEL + text, style)


def print_link(link: LinkRow, reader: Reader) -> None:
    """Everything that is known of one link, the present first."""
    show(sys.stdout, _story(link, reader, console_on(sys.stdout)))


def _story(link: LinkRow, reader: Reader, console: Console) -> Iterator[Text]:
    yield Text(plain(link.url), "bold")
    yield from _grid(_facts(link, reader), console)
    observations = reader.observations(link.id)
    if not observations:
        return
    yield from (Text(), Text("What was seen, newest first", "bold"))
    for observation in observations:
        lines = wrapped(_seen(observation), console, 4)
        yield from (Text(f"{'    ' if at else '  '}{line}") for at, line in enumerate(lines))
    yield from (Text(), Text("The last look in detail", "bold"))
    yield from _grid(_detail(observations[0]), console)


def _facts(link: LinkRow, reader: Reader) -> dict[str, Any]:
    cause = Reason(link.reason).cause if link.reason else None
    return {
        "state": f"{link.state} since {_moment(link.since)}" if link.since else link.state,
        "verdict": f"{link.verdict}: {link.reason}" if link.verdict else None,
        "meaning": cause and cause.meaning,
        "advice": cause and cause.advice,
        "new address": link.suggested_url,
        "leads to": None if link.final_url in (link.url, link.suggested_url) else link.final_url,
        "title": link.title,
        "description": reader.description(link.id),
        "failing": _failing(link),
        "last good": _moment(link.last_ok) if link.last_ok else "never seen alive by us",
        "first seen": _moment(link.first_seen),
        "certificate": link.certificate_expires
        and f"valid until {_moment(link.certificate_expires)}",
        "stands in": [
            f"{place.location}:{place.line}:{place.column}"
            + (f"  {place.entry}" if place.entry else "")
            for place in link.places
        ]
        or "no list any more",
    }


def _failing(link: LinkRow) -> str | None:
    if not link.failures or not link.failing_since:
        return None
    return f"{count(link.failures, 'night')} since {_moment(link.failing_since)}"


def _seen(observation: ObservationRow) -> str:
    span = _moment(observation.first_at)
    if observation.looks > 1:
        looks = count(observation.looks, "look")
        span = f"{span} to {_moment(observation.last_at)}, {looks}"
    status = f" (HTTP {observation.http_status})" if observation.http_status else ""
    return f"{span}: {observation.verdict}, {observation.reason}{status}"


def _detail(observation: ObservationRow) -> dict[str, Any]:
    seen = observation.evidence
    return {
        "rule": seen.get("rule"),
        "requests": [_hop(hop) for hop in seen.get("hops", ())],
        "fault": seen.get("fault") or seen.get("certificate_fault"),
        "detail": seen.get("detail"),
        "tries": seen.get("tries"),
        "answered in": f"{seen['milliseconds']} ms" if "milliseconds" in seen else None,
        "server": seen.get("address"),
        "type": seen.get("content_type"),
    }


def _hop(hop: dict[str, Any]) -> str:
    leads = f" → {hop['location']}" if hop.get("location") else ""
    return f"{hop['status']} {hop['url']}{leads}"


def _grid(facts: dict[str, Any], console: Console) -> Iterator[Text]:
    """Names and values side by side; what is not known is left out."""
    known = {name: value for name, value in facts.items() if value}
    indent = max(map(len, known)) + 4
    for name, value in known.items():
        label = f"  {name}"
        for item in value if isinstance(value, list) else [value]:
            for line in wrapped(plain(item), console, indent):
                yield Text.assemble((f"{label:<{indent}}", "dim"), line)
                label = ""
