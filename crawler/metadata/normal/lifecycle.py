"""Where a data set is in its life, from the words its host has for it."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Lifecycle
from crawler.metadata.normal.text import one_line, words

_LONGEST = 2000

_GONE = (
    "withdrawn withdrawal tombstone tombstoned retracted retraction removed removal deleted "
    "deaccessioned disabled gone destroyed unpublished"
)
_WORDS = {
    Lifecycle.ACTIVE: "active published public released findable registered available current live",
    Lifecycle.SUPERSEDED: "superseded replaced outdated isobsoletedby supersededby",
    Lifecycle.DEPRECATED: "deprecated obsolete discontinued legacy",
    Lifecycle.ARCHIVED: "archived readonly archive",
    Lifecycle.WITHDRAWN: _GONE,
}
_STATES = {word: state for state, said in _WORDS.items() for word in said.split()}

_BEEN = r"(?:has|have|was|were|been) (?:been )?"
_IS = r"(?:is|are|was|has been) (?:now )?"
_PHRASES = (
    (Lifecycle.WITHDRAWN, r"no longer (?:be )?(?:available|accessible|distributed|hosted)"),
    (Lifecycle.WITHDRAWN, rf"{_BEEN}(?:withdrawn|retracted|deaccessioned|removed|deleted)"),
    (Lifecycle.SUPERSEDED, r"(?:is|has been|have been|was) (?:superseded|replaced) by"),
    (Lifecycle.SUPERSEDED, r"newer version (?:of .{1,80} )?(?:is available|exists)"),
    (Lifecycle.DEPRECATED, rf"{_IS}(?:deprecated|obsolete|discontinued)"),
    (Lifecycle.ARCHIVED, rf"{_IS}(?:archived|read-only)"),
)
_SENTENCES = tuple((state, re.compile(rf"\b(?:{said})\b")) for state, said in _PHRASES)


def lifecycle(raw: Any) -> str | None:
    """The state of life a word or a sentence stands for; a draft or a correction is none.

    >>> lifecycle("DEACCESSIONED"), lifecycle("The files are no longer available."), lifecycle(1)
    ('withdrawn', 'withdrawn', None)
    """
    text = (one_line((words(raw) or "")[:_LONGEST], _LONGEST) or "").lower()
    state = _STATES.get(re.sub(r"[^a-z]", "", text))
    if state:
        return state.value
    found = (state.value for state, sentence in _SENTENCES if sentence.search(text))
    return next(found, None)
