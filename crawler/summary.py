"""A night in a few lines."""

from __future__ import annotations

from crawler.night import Result
from crawler.store.reader import Reader
from crawler.verdicts.verdict import ALIVE, BAD, Verdict
from crawler.words import count


def night_summary(result: Result, reader: Reader) -> str:
    """What a keeper wants to know first, in one or two lines."""
    total = sum(result.counts.values())
    alive = sum(result.counts[verdict] for verdict in ALIVE)
    failing = sum(result.counts[verdict] for verdict in BAD)
    invalid = result.counts[Verdict.INVALID]
    rest = total - alive - failing - invalid
    parts = [f"{alive:,} alive"]
    parts += [f"{failing:,} failing tonight"] if failing else []
    parts += [f"{rest:,} that cannot be told"] if rest else []
    parts += [f"{invalid:,} not an address"] if invalid else []
    lines = [f"Night {result.night}: {count(total, 'link')} looked at: {', '.join(parts)}."]
    events = [event.kind for event in reader.events(result.night)]
    if events:
        told = sorted(set(events), key=events.index)
        words = ", ".join(f"{events.count(kind)} {kind}" for kind in told)
        lines.append(f"New tonight: {words}.")
    return "\n".join(lines)
