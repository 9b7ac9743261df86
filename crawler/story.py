"""Stories on the terminal: of a link over many nights, and of an address looked at just now."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from crawler.checked import Checked
from crawler.console import console_on, show, wrapped
from crawler.rows import plain
from crawler.store.reader import LinkRow, ObservationRow, Reader
from crawler.strip import strip
from crawler.styles import STATE_STYLES, VERDICT_STYLES
from crawler.telling import Facts, certificate_date, requests, what_it_means, what_was_seen
from crawler.words import count, moment


def print_link(link: LinkRow, reader: Reader) -> None:
    """Everything that is known of one link, the present first."""
    show(sys.stdout, _link(link, reader, console_on(sys.stdout)))


def print_checked(checked: Sequence[Checked]) -> None:
    """What was seen of each address and what it means, one story after another."""
    show(sys.stdout, _all_checked(checked, console_on(sys.stdout)))


def checked_row(one: Checked) -> dict[str, Any]:
    """A checked address as a row for programs; its evidence is as the database would keep it."""
    evidence = _evidence(one)
    reason = one.judged.reason
    return {
        "url": one.url,
        "verdict": reason.verdict.value,
        "reason": reason.value,
        "meaning": reason.cause.meaning,
        "advice": reason.cause.advice,
        "suggested_url": one.judged.suggested_url,
        "rule": one.judged.rule,
        "http_status": one.seen.status,
        "milliseconds": one.seen.milliseconds,
        "tries": one.seen.tries,
        "hops": requests(evidence),
        "evidence": evidence,
    }


def _evidence(one: Checked) -> dict[str, Any]:
    return one.seen.to_json() | {"rule": one.judged.rule}


def _all_checked(checked: Sequence[Checked], console: Console) -> Iterator[Text]:
    for at, one in enumerate(checked):
        if at:
            yield Text()
        reason = one.judged.reason
        means = what_it_means(reason.verdict, reason.value, one.judged.suggested_url)
        seen = what_was_seen(_evidence(one))
        yield Text(plain(one.url), "bold")
        yield from _grid(
            means | {"title": one.seen.title} | seen,
            console,
            {"verdict": VERDICT_STYLES[reason.verdict]},
        )


def _link(link: LinkRow, reader: Reader, console: Console) -> Iterator[Text]:
    yield Text(plain(link.url), "bold")
    styles = {"state": STATE_STYLES[link.state], "verdict": VERDICT_STYLES.get(link.verdict or "")}
    yield from _grid(_facts(link, reader), console, styles)
    observations = reader.observations(link.id)
    if not observations:
        return
    yield from (Text(), Text("The last nights", "bold"))
    yield from (Text(f"  {line}") for line in strip(observations, reader.nights()).splitlines())
    yield from (Text(), Text("What was seen, newest first", "bold"))
    for observation in observations:
        lines = wrapped(_seen(observation), console, 4)
        yield from (Text(f"{'    ' if at else '  '}{line}") for at, line in enumerate(lines))
    # Of a run of equal looks the first one's evidence is kept.
    newest = observations[0]
    yield from (Text(), Text(f"The look of {moment(newest.first_at)} in detail", "bold"))
    yield from _grid(what_was_seen(newest.evidence), console)


def _facts(link: LinkRow, reader: Reader) -> Facts:
    means: Facts = {}
    if link.verdict and link.reason:
        means = what_it_means(link.verdict, link.reason, link.suggested_url)
    return {
        "state": f"{link.state} since {moment(link.since)}" if link.since else link.state,
        **means,
        "leads to": None if link.final_url in (link.url, link.suggested_url) else link.final_url,
        "title": link.title,
        "description": reader.description(link.id),
        "failing": _failing(link),
        "flapping": "comes and goes; its ups and downs are not told" if link.flapping else None,
        "muted": link.muted_until and f"until {moment(link.muted_until)}: {link.muted_why}",
        "last good": moment(link.last_ok) if link.last_ok else "never seen alive by us",
        "first seen": moment(link.first_seen),
        "certificate": _certificate(link),
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
    return f"{count(link.failures, 'night')} since {moment(link.failing_since)}"


def _certificate(link: LinkRow) -> str | None:
    expires = link.certificate_expires
    ran_out = bool(expires and link.last_checked and expires < link.last_checked)
    return expires and certificate_date(expires, has_run_out=ran_out)


def _seen(observation: ObservationRow) -> str:
    span = moment(observation.first_at)
    if observation.looks > 1:
        looks = count(observation.looks, "look")
        span = f"{span} to {moment(observation.last_at)}, {looks}"
    status = f" (HTTP {observation.http_status})" if observation.http_status else ""
    return f"{span}: {observation.verdict}, {observation.reason}{status}"


def _grid(
    facts: Facts, console: Console, styles: Mapping[str, str | None] | None = None
) -> Iterator[Text]:
    """Names and values side by side; what is not known is left out."""
    known = {name: value for name, value in facts.items() if value}
    indent = max(map(len, known)) + 4
    for name, value in known.items():
        style = (styles or {}).get(name) or ""
        label = f"  {name}"
        for item in value if isinstance(value, list) else [value]:
            for line in wrapped(plain(item), console, indent):
                yield Text.assemble((f"{label:<{indent}}", "dim"), (line, style))
                label = ""
