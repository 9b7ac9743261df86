"""What is said of one link: its name, since when, what was seen, what to do, where it stands."""

from __future__ import annotations

from crawler.store.reader import LinkRow
from crawler.verdicts.verdict import CAUSES, Cause, Reason
from crawler.words import count
from reports.escape import visible
from reports.model import Change, Report
from reports.words import clipped, day, for_nights

_LONGEST_NAME = 120
_MOST_PLACES = 6
_STATUS_TELLS = ("restricted", "blocked", "failing", "gone")

_DEAD = "Find where the data set lives now, or remove the link."
_DOWN = "Wait a little longer: it may come back, and is called dead if it does not."


def cause(link: LinkRow) -> Cause | None:
    """What stands behind a link's reason; None for a link that was never looked at."""
    return CAUSES[Reason(link.reason)] if link.reason else None


def name(link: LinkRow) -> str:
    """What the list calls it, else what its page does, else its address.

    The page of a link behind a door is the door: its title names nothing.
    """
    entry = next((place.entry for place in link.places if place.entry), None)
    title = None if link.verdict == "restricted" else link.title
    return clipped(visible(entry or title or ""), _LONGEST_NAME) or name_by_address(link)


def subject(change: Change) -> str:
    """What a change is about: its link's name, or the host, list or entry."""
    if change.link:
        return name(change.link)
    return clipped(visible(change.event.subject or ""), _LONGEST_NAME)


def name_by_address(link: LinkRow) -> str:
    """What a link is called that nobody has named."""
    return clipped(visible(shown(link.url)), _LONGEST_NAME)


def shown(address: str) -> str:
    """An address as it is printed: without what goes without saying."""
    bare = address.removeprefix("https://").removeprefix("http://")
    return bare.removesuffix("/") if bare.count("/") == 1 else bare


def facts(link: LinkRow, report: Report) -> tuple[str, ...]:
    """Since when it has been as it is and when it last was well, as far as that is known."""
    told = (_since(link, report), _last_good(link))
    return tuple(fact[0].upper() + fact[1:] for fact in told if fact)


def _since(link: LinkRow, report: Report) -> str:
    failing = for_nights(link.failing_since, link.failures) if link.failing_since else ""
    if link.state in ("dead", "down") and link.since and failing:
        return f"{link.state} since {day(link.since)}, failing since {failing}"
    if link.state == "suspect" and failing:
        return f"failing since {failing}"
    stretch = report.stretches.get(link.id)
    return f"since {for_nights(stretch.since, stretch.nights)}" if stretch else ""


def _last_good(link: LinkRow) -> str:
    if link.verdict not in ("failing", "gone", "blocked") and link.state not in ("dead", "down"):
        return ""
    return f"last seen alive {day(link.last_ok)}" if link.last_ok else "never seen alive by us"


def evidence(link: LinkRow) -> str:
    """What was seen, in one or two short sentences."""
    known = cause(link)
    if known is None:
        return "Not looked at yet."
    status = link.http_status if link.verdict in _STATUS_TELLS else None
    ended = link.certificate_expires if link.reason == Reason.TLS_EXPIRED.value else None
    parts = [f"HTTP {status}."] if status else []
    parts += [known.meaning]
    parts += [f"It ended on {day(ended)}."] if ended else []
    return " ".join(parts)


def advice(link: LinkRow) -> str:
    """What to do now. Waiting is no advice for what has failed for so long."""
    known = cause(link)
    if known is None:
        return ""
    if link.verdict == "failing" and link.state in ("dead", "down"):
        return _DEAD if link.state == "dead" else _DOWN
    return known.advice


def places(link: LinkRow) -> tuple[tuple[str, ...], str]:
    """Where it stands, each as list:line, and how many places more there are."""
    told = [
        f"{clipped(place.list, _LONGEST_NAME)}:{place.line}" for place in link.places[:_MOST_PLACES]
    ]
    more = len(link.places) - len(told)
    return tuple(told), f"and {count(more, 'place')} more" if more else ""
