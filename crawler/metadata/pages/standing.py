"""Sentences by which a page says where its data set is in its life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.metadata.fields import Field, Lifecycle
from crawler.metadata.pages.lines import Line
from crawler.metadata.pages.saying import Pair

_FIRST = 120
"""A notice stands above what it is about."""

_LONGEST = 400
_THIS = (
    r"\b(?:this|the) (?:\w+ )?(?:data ?set|record|version|project"
    r"|collection|snapshot|deposit|item|article)"
)
_SENTENCES = {
    Lifecycle.WITHDRAWN: re.compile(
        rf"{_THIS}(?: version)? (?:has been|was|is) (?:permanently )?"
        r"(?:withdrawn|retracted|removed|deaccessioned|deleted"
        r"|no longer available)|\bthe files for this project are no longer available",
        re.IGNORECASE,
    ),
    Lifecycle.SUPERSEDED: re.compile(
        r"\b(?:there is a|a) (?:newer|more recent) version of (?:this|the) (?:\w+ )?"
        r"(?:is available|data ?set|record|project|resource)"
        rf"|{_THIS} (?:has been|was|is) (?:superseded|replaced) by",
        re.IGNORECASE,
    ),
    Lifecycle.DEPRECATED: re.compile(
        rf"{_THIS} (?:has been|was|is) (?:now )?deprecated", re.IGNORECASE
    ),
    Lifecycle.ARCHIVED: re.compile(
        r"\bthis (?:repository|project) (?:has been|was|is) archived\b", re.IGNORECASE
    ),
}


def pairs(lines: list[Line]) -> Iterator[Pair]:
    """The first notice among the first lines."""
    for line in lines[:_FIRST]:
        for lifecycle, sentence in _SENTENCES.items():
            if len(line.text) <= _LONGEST and sentence.search(line.text):
                yield Field.LIFECYCLE, lifecycle.value
