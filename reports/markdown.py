"""The report as GitHub's Markdown: short enough for an issue, plain enough for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crawler.store.reader import LinkRow, ListRow, NightRow
from crawler.words import count
from reports import links, sections, sentences
from reports.escape import markdown_address, markdown_code, markdown_text, visible
from reports.model import Change, Report
from reports.words import clipped, moment

BUDGET = 58_000
"""An issue holds 65,536 characters; what comes round the body needs some of them."""

_MOST_LINES = 50
_RECENT_NIGHTS = 7
_LONGEST_TEXT = 1000
_LONGEST_ADDRESS = 200


def render(report: Report) -> str:
    """The whole text; the same report gives the same bytes.

    What does not fit is left out whole, the least urgent first, and its number is told.
    """
    head, foot = _head(report), _foot(report)
    room = BUDGET - len(head) - len(foot)
    body = []
    for title, lead, items in _blocks(report):
        block = _fitted(title, lead, items, room)
        room -= len(block)
        body.append(block)
    return head + "".join(body) + foot


def _fitted(title: str, lead: str, items: Sequence[str], room: int) -> str:
    """A section with as many of its items as there is room for."""
    block = f"\n## {title}\n" + (f"\n{lead}\n" if lead else "")
    room -= len(block) + 100
    fitting = []
    for item in items[:_MOST_LINES]:
        room -= len(item)
        if room < 0:
            break
        fitting.append(item)
    left_out = len(items) - len(fitting)
    rest = f"\n{left_out:,} more: see the HTML report.\n" if left_out else ""
    return block + ("\n" if fitting else "") + "".join(fitting) + rest


def _head(report: Report) -> str:
    notes = "".join(f"\n> {_text(note)}\n" for note in sentences.notes(report))
    told = [(state, number) for state, number in report.states.items() if number or state != "new"]
    return "".join(
        [
            f"# {_text(sentences.headline(report))}\n",
            notes,
            f"\n{_text(sentences.figures(report))}\n" if report.links else "",
            f"\n{_text(sentences.night_line(report))}\n\n",
            _row(f"{sections.MARKS[state]} {state}" for state, _ in told),
            _row("--:" for _ in told),
            _row(f"{number:,}" for _, number in told),
        ]
    )


def _blocks(report: Report) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Title, lead and items of every section, most urgent first."""
    for section in sections.to_do(report):
        yield _block(section, report)
    lead = "" if report.changes else sentences.no_changes(report)
    changes = [_change(change) for change in report.changes]
    yield f"What changed ({len(changes):,})", lead, changes
    if report.ending:
        ending = [
            f"- {sections.MARKS['insecure']} **{_text(ending.host)}** "
            f"{_text(sentences.ends(ending))}.\n"
            for ending in report.ending
        ]
        yield f"Certificates that end soon ({len(ending):,})", "", ending
    for section in sections.to_know(report):
        yield _block(section, report)


def _block(section: sections.Section, report: Report) -> tuple[str, str, Sequence[str]]:
    title = f"{section.mark} {section.title} ({len(section.links):,})"
    return title, section.lead, [_item(link, section.key, report) for link in section.links]


def _item(link: LinkRow, key: str, report: Report) -> str:
    name, address = links.name(link), markdown_address(link.url, _LONGEST_ADDRESS)
    known_by_address = name == links.name_by_address(link)
    lines = [f"- {address}" if known_by_address else f"- **{_text(name)}** {address}"]
    if key == "moved" and link.suggested_url:
        lines.append(f"→ {markdown_address(link.suggested_url, _LONGEST_ADDRESS)}")
    lines.append(_text(f"{links.evidence(link)} {links.advice(link)}"))
    told, more = links.places(link)
    where = ", ".join(map(markdown_code, told)) + (f" {more}" if more else "")
    lines.append(" · ".join([where, *map(_text, links.facts(link, report))]))
    return "\n  ".join(lines) + "\n"


def _change(change: Change) -> str:
    mark = sections.MARKS.get(change.event.kind, "·")
    name, told = links.subject(change), sentences.happened(change)
    return f"- {mark} **{_text(name)}** {_text(told)}.\n"


def _foot(report: Report) -> str:
    lists = [_list(row) for row in report.lists[:_MOST_LINES]]
    more = len(report.lists) - len(lists)
    nights = [_night(night) for night in report.nights[:_RECENT_NIGHTS]]
    version = _text(report.night.version)
    return "".join(
        [
            f"\n## Lists ({len(report.lists):,})\n\n",
            *(_row(["List", "Alive", "Not alive"]), _row(["---", "--:", "---"]), *lists),
            f"\n{count(more, 'list')} more: see the HTML report.\n" if more else "",
            f"\n## Nights ({len(report.nights):,})\n\n",
            *(_row(["Began (UTC)", "Outcome", "Seen"]), _row(["---"] * 3), *nights),
            f"\nWritten {moment(report.generated)} UTC by linkvitals {version}, ",
            f"night {report.night.id}.\n",
        ]
    )


def _list(row: ListRow) -> str:
    return _row(
        [
            _text(clipped(row.name, _LONGEST_ADDRESS)),
            sentences.alive_of(row),
            sentences.rest_of(row),
        ]
    )


def _night(night: NightRow) -> str:
    return _row([moment(night.started), sentences.outcome(night), sentences.night_told(night)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _text(text: str) -> str:
    return markdown_text(clipped(visible(text), _LONGEST_TEXT))
