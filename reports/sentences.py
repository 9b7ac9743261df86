"""What is said of a whole report: the answer, the figures, changes, nights and lists."""

from __future__ import annotations

from crawler.memory.events import Kind
from crawler.store.reader import ListRow, NightRow
from crawler.verdicts.verdict import ALIVE, BAD, Verdict
from crawler.words import count
from reports.model import Change, Ending, Report, is_void
from reports.words import clipped, day, enumerated, moment, percent

_LONGEST = 300
_NO_REASON = "this machine seemed to be offline"


def headline(report: Report) -> str:
    """The answer in one sentence: does anything need doing?"""
    if is_void(report.night):
        why = report.night.why or _NO_REASON
        return f"Tonight is void: {clipped(why, _LONGEST)}, so nothing is believed."
    return _answer(report)


def _answer(report: Report) -> str:
    if not report.links:
        return "No links were found: there is nothing to watch."
    if not report.needs_doing:
        unread_lists = any(row.error for row in report.lists)
        return f"Nothing needs doing{' on the lists that could be read' if unread_lists else ''}."
    groups = [
        (report.dead, "dead"),
        (report.down, "down"),
        (report.invalid, "invalid"),
        (report.moved, "moved"),
    ]
    parts = enumerated([f"{len(links):,} {word}" for links, word in groups if links])
    verb = "needs" if report.needs_doing == 1 else "need"
    total = count(len(report.links), "link")
    return f"{report.needs_doing:,} of {total} {verb} attention: {parts}."


def figures(report: Report) -> str:
    """How the links are, with the denominator."""
    alive, unverified, new = (report.states[state] for state in ("alive", "unverified", "new"))
    told = []
    if verified := len(report.links) - unverified - new:
        links = count(verified, "verified link")
        verb = "is" if verified == 1 else "are"
        told.append(f"{alive:,} of {links} {verb} alive{percent(alive, verified)}")
    told += [f"{unverified:,} could not be verified"] if unverified else []
    told += [f"{new:,} not looked at yet"] if new else []
    return f"{'; '.join(told)}."


def in_numbers(report: Report) -> str:
    """The numbers that every face tells, zeros too, in one line that a program can read back."""
    links, doing = count(len(report.links), "link"), report.needs_doing
    verb = "needs" if doing == 1 else "need"
    states = ", ".join(f"{number:,} {state}" for state, number in report.states.items())
    return f"{links}: {doing:,} {verb} doing; {states}."


def notes(report: Report) -> tuple[str, ...]:
    """What to know before believing the rest: void, first and cut-off nights, unread lists."""
    told = []
    if is_void(report.night):
        told.append(_stands_on(report))
    elif report.night.outcome == "interrupted":
        told.append("Tonight was interrupted: only the links looked at until then are new.")
    if report.counted and sum(_counts(night) for night in report.nights) == 1:
        told.append(
            "This is the first night: there is no history yet, and nothing is called down or dead "
            "on one night."
        )
    if report.nights[0].id != report.night.id:
        began = moment(report.nights[0].started)
        told.append(
            f"The night that began on {began} is not over; nothing of it is in this report."
        )
    told.extend(unread(row) for row in report.lists if row.error)
    return tuple(told)


def _counts(night: NightRow) -> bool:
    return night.finished is not None and not is_void(night)


def _stands_on(report: Report) -> str:
    if report.counted is None:
        return "No night has counted yet."
    last = day(report.counted.started)
    return f"What follows is as of {last}, the last night that counted. {_answer(report)}"


def unread(row: ListRow) -> str:
    """A list that could not be read."""
    name, error = clipped(row.name, _LONGEST), clipped(row.error or "", _LONGEST)
    return f"The list {name} could not be read: {error}"


def night_line(report: Report) -> str:
    """Which night is told of, and where it looked."""
    lists, links = count(len(report.lists), "list"), count(len(report.links), "link")
    return f"Night of {moment(report.night.started)} UTC · {lists} · {links}"


def night_told(night: NightRow) -> str:
    """What came of one night."""
    if night.finished is None:
        return "nothing of it counts yet; the next run goes on with it"
    if is_void(night):
        return (
            f"{clipped(night.why or _NO_REASON, _LONGEST)}, so nothing seen that night is believed"
        )
    seen = {Verdict(verdict): number for verdict, number in night.counts.items()}
    groups = [
        ("alive", ALIVE),
        ("failing", BAD),
        ("blocked", {Verdict.BLOCKED}),
        ("invalid", {Verdict.INVALID}),
        ("skipped", {Verdict.SKIPPED}),
    ]
    numbers = [(word, sum(seen.get(verdict, 0) for verdict in group)) for word, group in groups]
    parts = [f"{number:,} {word}" for word, number in numbers if number]
    return ", ".join([count(sum(seen.values()), "look"), *parts])


def outcome(night: NightRow) -> str:
    """How one night ended, in a word or two."""
    return "not over" if night.finished is None else night.outcome


_HAPPENED = {
    Kind.DEAD: "is now dead",
    Kind.DOWN: "is now down",
    Kind.RECOVERED: "came back",
    Kind.MOVED: "moved",
    Kind.RESTRICTED: "now stands behind a door",
    Kind.INSECURE: "now shows a certificate warning",
    Kind.BLOCKED: "can no longer be verified by us",
    Kind.OPENED: "is open again",
    Kind.UNVERIFIED: "could not be verified for a month: please look",
    Kind.FLAPPING: "comes and goes; its ups and downs are not told until it calms down",
    Kind.USURPED: "has fallen into other hands",
    Kind.STRANGER: "is dead, and something else answers there now",
}
_OF_NOTHING = {
    Kind.CERTIFICATE_ENDS: "has a certificate that ends on {after}",
    Kind.INCIDENT: "is in trouble, {after}; its links have three days to recover",
    Kind.INCIDENT_OVER: "is over its trouble ({before})",
    Kind.ENTRY_ADDED: "was added to its list",
    Kind.ENTRY_REMOVED: "was removed from its list",
    Kind.ENTRY_RENAMED: "is the new name of {before}",
    Kind.ADDRESS_REPLACED: "has a new address: {after} instead of {before}",
    Kind.LIST_CHANGED: "was edited: {after}",
    Kind.LIST_UNREADABLE: "cannot be read: {after}",
    Kind.ACCESS_TIGHTENED: "is harder to get at: {after}, and was {before}",
    Kind.ACCESS_LOOSENED: "is easier to get at: {after}, and was {before}",
    Kind.LICENSE_REMOVED: "no longer names a licence; it was {before}",
    Kind.LICENSE_TIGHTENED: "has a stricter licence: {after} instead of {before}",
    Kind.LICENSE_CHANGED: "has another licence: {after} instead of {before}",
    Kind.LICENSE_KNOWN: "now names its licence: {after}",
    Kind.WITHDRAWN: "was withdrawn",
    Kind.SUPERSEDED: "was superseded",
    Kind.DEPRECATED: "is deprecated",
    Kind.ARCHIVED: "was archived",
    Kind.NEWER_VERSION: "has a newer version elsewhere",
    Kind.VERSION_CHANGED: "is at version {after}, after {before}",
    Kind.SIZE_CHANGED: "has another size: {after} bytes, after {before}",
    Kind.FILES_CHANGED: "has {after} files, after {before}",
    Kind.DOI_CHANGED: "has another DOI: {after}, after {before}",
    Kind.TITLE_CHANGED: "is now called {after}, after {before}",
    Kind.DESCRIPTION_CHANGED: "is described anew",
    Kind.CREATORS_CHANGED: "names other creators",
    Kind.KEYWORDS_CHANGED: "has other keywords",
    Kind.PUBLISHER_CHANGED: "names another publisher: {after}, after {before}",
    Kind.EMBARGO_CHANGED: "is under embargo until {after}, after {before}",
    Kind.PUBLISHED_CHANGED: "gives another date of publication: {after}, after {before}",
    Kind.MODIFIED: "was modified on {after}",
    Kind.HOST_CHANGED: "changed at large: {after}",
    Kind.CONTRADICTION: "is {after} by its page, while the list says: {before}",
    Kind.REREAD: "was read anew",
}
"""Changes that are told by what they became, not by what they were."""


def happened(change: Change) -> str:
    """What became different, said of the link: it follows the link's name."""
    event = change.event
    if event.kind not in list(Kind):
        told = (event.kind, event.before or "nothing", event.after or "nothing")
        return "{}: {} became {}".format(*(clipped(part, _LONGEST) for part in told))
    kind = Kind(event.kind)
    if kind in _OF_NOTHING:
        known = {"before": event.before or "", "after": event.after or ""}
        return _OF_NOTHING[kind].format_map({n: clipped(t, _LONGEST) for n, t in known.items()})
    before = f"; it was {event.before}" if event.before not in (None, "ok") else ""
    return f"{_HAPPENED[kind]}{before}"


def no_changes(report: Report) -> str:
    """What is said where no change can be told."""
    if is_void(report.night):
        return "A void night changes nothing."
    if sum(_counts(night) for night in report.nights) == 1:
        return "Changes are told from the second night on."
    return "Nothing changed tonight."


def ends(ending: Ending) -> str:
    """When a certificate ends and what stands on it: it follows the host's name."""
    links = count(len(ending.links), "link")
    verb = "depends" if len(ending.links) == 1 else "depend"
    return f"ends on {day(ending.expires)}; {links} {verb} on it"


def alive_of(row: ListRow) -> str:
    """A list's health, with its denominator."""
    return f"{row.alive:,} of {row.links:,}{percent(row.alive, row.links)}"


def rest_of(row: ListRow) -> str:
    """What of a list is not alive."""
    states = {
        "dead": row.dead,
        "down": row.down,
        "suspect": row.suspect,
        "unverified": row.unverified,
    }
    told = ", ".join(f"{number:,} {state}" for state, number in states.items() if number)
    return told or ("nothing" if row.links else "no links")
