"""Edits: other addresses in the places of mentions, every other character as it was.

Whether an edit is right is asked of the reader itself: the new text must be read with the new
address in that place, and with every other mention as before. What cannot be written so is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from crawler.lists.mention import Mention, Reading
from crawler.lists.reader import read
from crawler.lists.spelling import Spelling, spellings


@dataclass(frozen=True, slots=True)
class Edited:
    """A text with edits, the numbers of the mentions that were edited, and of those left alone."""

    text: str
    done: tuple[int, ...]
    left: tuple[int, ...]


def edited(
    text: str, reading: Reading, wanted: Mapping[int, str], *, verbatim: bool = False
) -> Edited:
    """Write each wanted address in the place of the mention of that number.

    `reading` is what was read of `text`. Where a spelling is misread the next one is tried.
    """
    mentions = reading.mentions
    ways = {
        number: _ways(text, mentions[number], wanted[number]) for number in _apart(mentions, wanted)
    }
    while any(ways.values()):
        chosen = {number: left[0] for number, left in ways.items() if left}
        new = _written(text, mentions, chosen)
        wrong = _misread(mentions, chosen, read(new, verbatim=verbatim))
        if not wrong:
            left = tuple(sorted(set(wanted) - set(chosen)))
            return Edited(new, tuple(sorted(chosen)), left)
        for number in wrong:
            del ways[number][0]
    return Edited(text, (), tuple(sorted(wanted)))


def _apart(mentions: tuple[Mention, ...], wanted: Mapping[int, str]) -> Iterator[int]:
    """The wanted mentions that do not overlap the one before."""
    free = 0
    for number in sorted(wanted):
        if mentions[number].start >= free:
            free = mentions[number].end
            yield number


def _ways(text: str, mention: Mention, address: str) -> list[Spelling]:
    """The spellings that may stand there: a quotation mark would end an attribute in such marks."""
    quoted = text.endswith("'", 0, mention.start)
    return [way for way in spellings(address) if not (quoted and "'" in way.written)]


def _written(text: str, mentions: tuple[Mention, ...], chosen: Mapping[int, Spelling]) -> str:
    parts, free = [], 0
    for number in sorted(chosen):
        mention = mentions[number]
        parts += [text[free : mention.start], chosen[number].written]
        free = mention.end
    return "".join(parts) + text[free:]


def _misread(
    mentions: tuple[Mention, ...], chosen: Mapping[int, Spelling], after: Reading
) -> set[int]:
    """The edits that are not read as they were meant, or that spoil a mention beside them."""
    found = {mention.start: mention for mention in after.mentions}
    starts = _starts(mentions, chosen)
    wrong = {n for n, way in chosen.items() if _meant(found, starts[n], way) is None}
    if wrong:
        return wrong
    meant = {_meant(found, starts[n], way) for n, way in chosen.items()}
    spoilt = [
        starts[n]
        for n, mention in enumerate(mentions)
        if n not in chosen and not _is_same(found.get(starts[n]), mention)
    ]
    extra = set(found) - set(starts) - meant
    return {min(chosen, key=lambda n: abs(starts[n] - place)) for place in [*spoilt, *extra]}


def _starts(mentions: tuple[Mention, ...], chosen: Mapping[int, Spelling]) -> list[int]:
    """Where each mention begins once the edits are made."""
    longer = (
        len(chosen[number].written) - len(mention.raw) if number in chosen else 0
        for number, mention in enumerate(mentions)
    )
    shifts = accumulate(longer, initial=0)
    return [mention.start + shift for mention, shift in zip(mentions, shifts, strict=False)]


def _meant(found: Mapping[int, Mention], start: int, spelling: Spelling) -> int | None:
    """Where an edit is read as it was meant: at its start, or behind its angle bracket."""
    for place in (start, start + spelling.written.startswith("<")):
        mention = found.get(place)
        if mention and mention.url == spelling.url and mention.repair is None:
            return place
    return None


def _is_same(place: Mention | None, mention: Mention) -> bool:
    return place is not None and (place.raw, place.url) == (mention.raw, mention.url)
