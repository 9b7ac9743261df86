"""Sentences: where the visible text of a page says how one gets at the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawler.metadata.fields import Tier
from crawler.metadata.normal.access_phrases import (
    DENIED_AFTER,
    DENIED_BEFORE,
    DENIED_WITHIN,
    ELSEWHERE,
    NOT_FREELY,
    NOT_THE_DATA,
    OTHER_THINGS,
    OVER,
    SAID,
    STATED,
    STEMS,
)

STRENGTH = (
    Tier.UNKNOWN, Tier.OPEN, Tier.REGISTRATION, Tier.APPLICATION, Tier.CREDENTIALED,
    Tier.CHALLENGE, Tier.EMBARGOED, Tier.METADATA_ONLY, Tier.CLOSED,
)  # fmt: skip
"""Tiers, the one that keeps out most last."""

_MOST_READ = 100_000
_LONGEST = 400
_MARGIN = 150

_BLANKS = re.compile(r"[^\S\n]+")
_BROKEN = re.compile(r"(?<=[a-z,]) ?\n ?(?=[a-z])")
"""A line that goes on in small letters is the same sentence."""
_SENTENCES = re.compile(r"(?<=[.!?])\s|[\n|]|(?<=[。！？；])")
_DOORS = frozenset({Tier.REGISTRATION, Tier.APPLICATION})


class _Found(NamedTuple):
    tier: Tier
    sentence: str


def access_in_text(text: str) -> tuple[Tier, str] | None:
    """The tier the text tells, and the sentence that decides: the strictest, or the host's own.

    >>> access_in_text("About us. Access needs to be requested for each data set. Contact.")
    (<Tier.APPLICATION: 'application'>, 'Access needs to be requested for each data set.')
    >>> access_in_text("A paper on image registration.") is None
    True
    """
    plain = _BLANKS.sub(" ", text[:_MOST_READ].replace("’", "'"))
    sentences = _SENTENCES.split(_BROKEN.sub(" ", plain))
    stated = max(_stated(sentences), key=lambda one: STRENGTH.index(one.tier), default=None)
    decides = stated or next(_said(sentences), None)
    return (decides.tier, decides.sentence) if decides else None


def _stated(sentences: Iterable[str]) -> Iterator[_Found]:
    for sentence in sentences:
        if "file" in sentence:
            for tier, pattern in STATED.items():
                if match := pattern.search(sentence):
                    yield _Found(tier, _shown(match))


def _said(sentences: list[str]) -> Iterator[_Found]:
    """What sentences say and mean, the strictest first; the next may tell where data have gone."""
    lower = [sentence.lower() for sentence in sentences]
    whole = "\n".join(lower)
    for tier in sorted(SAID, key=STRENGTH.index, reverse=True):
        stems = [stem for stem in STEMS[tier] if stem in whole]
        for place, sentence in enumerate(lower if stems else ()):
            if any(stem in sentence for stem in stems):
                match = SAID[tier].search(sentences[place])
                following = "".join(sentences[place + 1 : place + 2])
                if match and _means_it(tier, match, following):
                    yield _Found(tier, _shown(match))


def _means_it(tier: Tier, said: re.Match[str], following: str) -> bool:
    """Whether a phrase says in its sentence what it says alone."""
    sentence = said.string
    before, after = sentence[max(0, said.start() - _LONGEST) : said.start()], said.end()
    if DENIED_BEFORE.search(before):
        return False
    match tier:
        case Tier.OPEN:
            return not (OTHER_THINGS.search(before) or NOT_FREELY.search(said[0]))
        case Tier.CLOSED:
            return not (NOT_THE_DATA.search(sentence) or ELSEWHERE.search(sentence + following))
        case Tier.EMBARGOED:
            return not OVER.search(sentence)
        case Tier.APPLICATION if OTHER_THINGS.search(before):
            return False
    denied = tier in _DOORS and DENIED_WITHIN.search(said[0])
    return not (denied or DENIED_AFTER.match(sentence, after))


def _shown(match: re.Match[str]) -> str:
    """The sentence around a match; of one without end, what stands near."""
    sentence = match.string
    if len(sentence) > _LONGEST:
        sentence = sentence[max(0, match.start() - _MARGIN) : match.end() + _MARGIN][:_LONGEST]
    return sentence.strip(" *_•·-")
