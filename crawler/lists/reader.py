"""The reader: a list's text in, everything it says out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from crawler.lists.access import access_of
from crawler.lists.entries import shelved
from crawler.lists.find import Way
from crawler.lists.gather import Place, gathered, written_finds
from crawler.lists.ignore import Ignored, without_front_matter
from crawler.lists.kinds import kind_of
from crawler.lists.markdown import parse
from crawler.lists.mention import Entry, Mention, Reading, Role
from crawler.lists.names import cleaned, plain
from crawler.lists.roles import role_of_host, role_of_words
from crawler.lists.shelf import Draft, Owned, Shelf
from crawler.lists.spans import Lines

_SHORT_LABEL = 40
_TELLING_TEXT = 600


def read(text: str, *, base: str | None = None, verbatim: bool = False) -> Reading:
    """Read a list as a careful person would: every link and every entry, with its place.

    `base` is the list's own address, if it has one, for relative links; `verbatim` also reads
    what a page does not show as links: code and comments. Any text can be read.
    """
    with _undisturbed():
        return _read(text, base, verbatim=verbatim)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Python from looking for garbage: reading makes millions of values and no rubbish.

    On a large list the search would take a third of the time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _read(text: str, base: str | None, *, verbatim: bool) -> Reading:
    lines = Lines(text)
    ignored = Ignored(text, lines)
    if ignored.everything:
        return Reading((), ())
    page = parse(without_front_matter(text), lines)
    found = written_finds(page, text, verbatim)
    places = [
        place
        for place in gathered(page, found, text, base)
        if lines.place(place.start)[0] not in ignored
    ]
    return _reading(text, lines, shelved(page.blocks, found, places), ignored)


def _reading(text: str, lines: Lines, shelf: Shelf, ignored: Ignored) -> Reading:
    kept = _kept(shelf.drafts, ignored)
    roles = [_role(place, shelf.owned[number]) for number, place in enumerate(shelf.places)]
    mentions = [
        _mention(text, lines, place, shelf.owned[number], roles[number], kept)
        for number, place in enumerate(shelf.places)
    ]
    entries = [
        _entry(draft, shelf.places, roles, kept)
        for number, draft in enumerate(shelf.drafts)
        if kept[number] is not None
    ]
    return Reading(tuple(mentions), tuple(entries))


def _kept(drafts: list[Draft], ignored: Ignored) -> list[int | None]:
    """The number of each draft once the ignored ones are gone; None for those."""
    kept: list[int | None] = []
    count = 0
    for draft in drafts:
        stays = draft.line not in ignored
        kept.append(count if stays else None)
        count += stays
    return kept


def _role(place: Place, owned: Owned) -> Role:
    if place.find.way is Way.IMAGE:
        return Role.IMAGE
    shown = "" if place.find.way in (Way.BARE, Way.ANGLE) else plain(place.find.text)
    label = role_of_words(shown) if len(shown) < _SHORT_LABEL else None
    spoken, hosted = role_of_words(owned.words) or label, role_of_host(place.url)
    if hosted is Role.DOWNLOAD:
        return hosted
    return spoken or hosted or (Role.OTHER if owned.entry is None else Role.DATA)


def _mention(
    text: str,
    lines: Lines,
    place: Place,
    owned: Owned,
    role: Role,
    kept: list[int | None],
) -> Mention:
    line, column = lines.place(place.start)
    return Mention(
        line=line,
        column=column,
        start=place.start,
        end=place.end,
        raw=text[place.start : place.end],
        url=place.url,
        text=plain(place.find.text) or place.url,
        repair=place.repair.value if place.repair else None,
        role=role,
        entry=None if owned.entry is None else kept[owned.entry],
        section=owned.section,
    )


def _entry(draft: Draft, places: list[Place], roles: list[Role], kept: list[int | None]) -> Entry:
    text = plain(" ".join(draft.texts)[:_TELLING_TEXT])
    own = [number for number in dict.fromkeys(draft.places) if roles[number] is not Role.IMAGE]
    named = [roles[number] for number in own]
    if draft.heads and own and cleaned(places[own[0]].find.text) != draft.name:
        named = [role for role in named if role is not Role.PAPER] or [Role.DATA]
    hosts = (role_of_host(places[number].url) for number in own)
    main = next((role for role in hosts if role is not Role.PAPER), None)
    return Entry(
        name=draft.name,
        line=draft.line,
        section=draft.section,
        parent=None if draft.parent is None else kept[draft.parent],
        kind=draft.kind or kind_of(draft.name, draft.section, text, named, main),
        access=next(filter(None, map(access_of, map(plain, draft.texts))), None),
        urls=tuple(dict.fromkeys(places[number].url for number in own)),
    )
