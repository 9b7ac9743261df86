"""Kinds: what an entry is, from its name, its section, its text and its links."""

from __future__ import annotations

import re

from crawler.lists.mention import Kind, Role

_KIND_OF_SECTION: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.CHALLENGE,
        re.compile(r"\b(?:challenges?|contests?|competitions?)\b|挑战赛|比赛|竞赛", re.IGNORECASE),
    ),
    (
        Kind.PAPER,
        re.compile(
            r"\b(?:papers?|publications?|references?|literature review|surveys?|articles?)\b|论文",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.TOOL,
        re.compile(
            r"\b(?:tools?|software|frameworks?|(?:software|python) librar(?:y|ies)|models?"
            r"|packages?|code)\b|工具|框架|软件",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.LIST,
        re.compile(r"\b(?:lists?|awesome|other (?:lists|resources))\b|列表", re.IGNORECASE),
    ),
)
_DATA_WORDS = re.compile(
    r"\b(?:data|data ?sets?|databases?|corpus|corpora|images?|archives?)\b|数据|语料|图像",
    re.IGNORECASE,
)
_CHALLENGE_NAME = re.compile(
    r"\b(?:challenges?|contest|competition)\b|挑战赛|比赛|竞赛", re.IGNORECASE
)
_LIST_NAME = re.compile(r"\b(?:awesome|curated lists?)\b|\blist of\b", re.IGNORECASE)
_DATA_NAME = re.compile(r"\b(?:data ?sets?|data ?bases?|corpus)\b|数据集|数据库", re.IGNORECASE)
_CURATED = re.compile(r"\bcurated list\b", re.IGNORECASE)
_CITATION = re.compile(
    r"\bet al\b|\b(?:19|20)\d\d\b.*\d+\s?[-–−]\s?\d+|\bProc\.|\bdoi:\s?10\.", re.IGNORECASE
)


def kind_of(name: str, section: tuple[str, ...], text: str, roles: list[Role]) -> Kind:
    """What an entry is, from its name, its section, its text and the roles of its links."""
    nearest = section[-1] if section else ""
    if _LIST_NAME.search(name) or name.lower().startswith("awesome"):
        return Kind.LIST
    if _KIND_OF_SECTION[1][1].search(nearest) and not _DATA_NAME.search(name):
        return Kind.PAPER
    if _CHALLENGE_NAME.search(name):
        return Kind.CHALLENGE
    if not _DATA_WORDS.search(name):
        for kind, words in _KIND_OF_SECTION:
            if words.search(nearest):
                return kind
    if _CURATED.search(text):
        return Kind.LIST
    if _DATA_WORDS.search(nearest):
        return Kind.DATASET
    if roles and all(role is Role.PAPER for role in roles) and not _DATA_WORDS.search(text):
        return Kind.PAPER
    return Kind.PAPER if not roles and _CITATION.search(text) else Kind.DATASET
