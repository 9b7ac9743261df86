"""The report as one HTML file: no script, no outside request, every character escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crawler.store.reader import LinkRow, ListRow
from crawler.words import count
from reports import links, sections, sentences, words
from reports.escape import clickable, visible
from reports.model import STATES, Report

_MOST_IN_A_SECTION = 500
_OPEN_UP_TO = 8
_RECENT_NIGHTS = 7
_LONGEST_SHOWN = 300
_STYLE = files("reports").joinpath("templates", "report.css").read_text("utf-8")


def render(report: Report) -> str:
    """The whole page; the same report gives the same bytes."""
    template = _environment().get_template("report.html.j2")
    told = _told(report)
    return template.render(
        report=report,
        style=Markup(f"\n{_STYLE}"),  # noqa: S704 - our own file, and its hash stands in the policy
        policy=f"default-src 'none'; style-src 'sha256-{_hash(f'{chr(10)}{_STYLE}')}'; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        to_do=sections.to_do(report),
        to_know=sections.to_know(report),
        segments=list(segments([(state, report.states.get(state, 0)) for state in STATES])),
        rows=_rows(report, told),
        recent=report.nights[:_RECENT_NIGHTS],
        earlier=report.nights[_RECENT_NIGHTS:],
    )


def _environment() -> Environment:
    """Jinja, told to escape and to make visible whatever it prints."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        finalize=_printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "count": count,
        "link": links,
        "say": sentences,
        "words": words,
        "marks": sections.MARKS,
        "meanings": sections.MEANINGS,
        "clickable": clickable,
        "address_shown": _address_shown,
        "clipped": _clipped,
        "list_segments": _list_segments,
        "most": _MOST_IN_A_SECTION,
        "open_up_to": _OPEN_UP_TO,
    }
    return environment


def _printed(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _address_shown(address: str) -> str:
    return _clipped(links.shown(address))


def _clipped(address: str) -> str:
    return words.clipped(address, _LONGEST_SHOWN)


class Segment(NamedTuple):
    """One state's part of a bar a thousand wide."""

    state: str
    x: float
    width: float


def segments(numbers: Sequence[tuple[str, int]]) -> Iterator[Segment]:
    """Parts in proportion, yet none that is there too thin to be seen; a gap between them."""
    told = [(state, number) for state, number in numbers if number]
    least, gap = 8.0, 3.0
    room = 1000.0 - gap * (len(told) - 1) - least * len(told)
    whole, x = sum(number for _, number in told), 0.0
    for state, number in told:
        width = least + room * number / whole
        yield Segment(state, round(x, 1), round(width, 1))
        x += width + gap


def _list_segments(row: ListRow) -> list[Segment]:
    other = row.links - row.alive - row.suspect - row.down - row.dead - row.unverified
    return list(
        segments(
            [
                ("alive", row.alive),
                ("suspect", row.suspect),
                ("down", row.down),
                ("dead", row.dead),
                ("unverified", row.unverified),
                ("new", other),
            ]
        )
    )


class Row(NamedTuple):
    """A link's line in the table of all links; its anchor is here unless a section has it."""

    link: LinkRow
    anchor: str | None
    name: str
    address: str
    href: str | None
    places: str


def _told(report: Report) -> frozenset[int]:
    """The links that have their place, and so their anchor, in a section."""
    every = sections.to_do(report) + sections.to_know(report)
    return frozenset(link.id for section in every for link in section.links[:_MOST_IN_A_SECTION])


def _rows(report: Report, told: frozenset[int]) -> Iterator[Row]:
    for link in report.links:
        name = links.name(link)
        yield Row(
            link=link,
            anchor=None if link.id in told else f"l-{link.id}",
            name="" if name == links.name_by_address(link) else name,
            address=_address_shown(link.url),
            href=clickable(link.url),
            places=", ".join(filter(None, [*links.places(link)[0], links.places(link)[1]])),
        )
