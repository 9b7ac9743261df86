"""Kinds: what an entry is, from its name, its section, its text and its links."""

from __future__ import annotations

import re

from crawler.lists.mention import Kind, Role

_KIND_OF_SECTION: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.CHALLENGE,
        re.compile(
            r"\b(?:challenges?|contests?|competitions?|hackathons?|shared tasks?|tracks?)\b"
            r"|挑战赛|比赛|竞赛|大赛",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.PAPER,
        re.compile(
            r"\b(?:papers?|publications?|references?|literature review|surveys?|articles?)\b"
            r"|^reviews$|论文",
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
    (
        Kind.OTHER,
        re.compile(
            r"\b(?:tutorials?|courses?|blogs?|books?|conferences?|communit(?:y|ies)"
            r"|newsletters?)\b|教程|课程|博客|书籍|会议",
            re.IGNORECASE,
        ),
    ),
)
_DATA_WORDS = re.compile(
    r"\b(?:data|data ?sets?|databases?|corpus|corpora|images?|archives?)\b|数据|语料|图像",
    re.IGNORECASE,
)
_CHALLENGE_NAME = re.compile(
    r"\b(?:challenges?|contests?|competitions?|hackathons?|shared task|task \d)\b"
    r"|\btrack$|挑战赛|比赛|竞赛|大赛",
    re.IGNORECASE,
)
_LIST_NAME = re.compile(
    r"\b(?:awesome|curated lists?)\b|\blist of\b"
    r"|\b(?:data ?bases|data ?sets|repositories)\s(?:(?:&|and) (?:librar|resourc|lists)"
    r"|on the (?:internet|web)\b)",
    re.IGNORECASE,
)
_TOOL_NAME = re.compile(
    r"\b(?:api|sdk|toolkit|toolbox|software|simulator|downloader)\b|工具(?:包|箱)?$|API$",
    re.IGNORECASE,
)
_DATA_NAME = re.compile(r"\b(?:data ?sets?|data ?bases?|corpus)\b|数据集|数据库", re.IGNORECASE)
_CURATED = re.compile(r"\bcurated list\b", re.IGNORECASE)
_CITATION = re.compile(
    r"\bet al\b|\b(?:19|20)\d\d\b.*\d+\s?[-–−]\s?\d+|\bProc\.|\bdoi:\s?10\.", re.IGNORECASE
)
_NO_PAPER = re.compile(
    r"\b(?:blog|tutorials?|lectures?|slides|course|webinar|podcast|video|posts)\b|教程|课程|博客",
    re.IGNORECASE,
)
_BEGINS = r"^\W*(?:(?:an?|the|another) )?(?:[\w-]+ ){0,4}?"
_ENDS = r"(?= (?:for|to|that|which|by|in|with|and|at|on|from|written|based|\d)|\W{0,2}$|[.,;:(])"
_TOLD: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.LIST,
        re.compile(
            rf"{_BEGINS}(?:(?:list|directory|catalog(?:ue)?) of\b|(?:directory|links){_ENDS})"
            r"|^\W*[^\s。，]{0,12}(?:的目录|的列表|的链接|合集|汇总)",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.TOOL,
        re.compile(
            rf"{_BEGINS}(?:tool|toolkit|toolbox|software|simulator|python package){_ENDS}"
            rf"|{_BEGINS}(?:(?:python|java|javascript|r|c\+\+) library\b|library (?:for|to)\b)"
            r"|^\W*[^\s。，]{0,12}工具",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.CHALLENGE,
        re.compile(
            rf"{_BEGINS}(?:challenge|competition|contest|challenges){_ENDS}"
            r"|^\W*[^\s。，]{0,12}(?:挑战赛|竞赛)",
            re.IGNORECASE,
        ),
    ),
)
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_NEAR = 60


def kind_of(
    name: str, section: tuple[str, ...], text: str, roles: list[Role], hosted: Role | None = None
) -> Kind:
    """What an entry is: its name, section and text, the roles of its links and the main host."""
    if _LIST_NAME.search(name) or name.lower().startswith("awesome"):
        return Kind.LIST
    around = _kind_of_sections(section)
    if around is Kind.PAPER and not _DATA_NAME.search(name):
        return _kind_of_literature(name, text)
    if around is Kind.CHALLENGE or _CHALLENGE_NAME.search(name) or hosted is Role.CHALLENGE:
        return _kind_of_contest(name, around, hosted)
    told = None if _DATA_NAME.search(name) and not name.endswith("s") else _told(name, text)
    if told is not None:
        return told
    if not _DATA_WORDS.search(name) or _TOOL_NAME.search(name):
        if around not in (None, Kind.DATASET):
            return around or Kind.DATASET
        if _TOOL_NAME.search(name) and not _DATA_NAME.search(name):
            return Kind.TOOL
    if _CURATED.search(text):
        return Kind.LIST
    return Kind.DATASET if around is Kind.DATASET else _kind_of_links(text, roles)


def _kind_of_sections(section: tuple[str, ...]) -> Kind | None:
    """What the nearest section that says anything gathers."""
    for name in reversed(section):
        for kind, words in _KIND_OF_SECTION:
            if words.search(name):
                return kind
        if _DATA_WORDS.search(name):
            return Kind.DATASET
    return None


def _kind_of_literature(name: str, text: str) -> Kind:
    other = _ADDRESS.match(name) or (_NO_PAPER.search(text) and not _CITATION.search(text))
    return Kind.OTHER if other else Kind.PAPER


def _kind_of_contest(name: str, around: Kind | None, hosted: Role | None) -> Kind:
    """A challenge, unless the name says that only its data are meant."""
    surely = around is Kind.CHALLENGE or hosted is Role.CHALLENGE
    if _DATA_NAME.search(name) and not (_CHALLENGE_NAME.search(name) and surely):
        return Kind.DATASET
    return Kind.CHALLENGE


def _told(name: str, text: str) -> Kind | None:
    """The kind that the first words behind the name tell: `a list of`, `tool for`."""
    place = text.find(name, 0, _NEAR + len(name))
    first = text[place + len(name) :] if place >= 0 else text
    first = first[:_NEAR]
    return next((kind for kind, words in _TOLD if words.search(first)), None)


def _kind_of_links(text: str, roles: list[Role]) -> Kind:
    if roles and all(role is Role.PAPER for role in roles) and not _DATA_WORDS.search(text):
        return Kind.PAPER
    return Kind.PAPER if not roles and _CITATION.search(text) else Kind.DATASET
