"""Things: whether words name a data set or a challenge, or only tell of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.lists.find import Find, Way
from crawler.lists.heads import head_of, is_label, opening_link
from crawler.lists.names import cleaned, plain
from crawler.lists.roles import generic

_NOUN = re.compile(
    r"\b(?:data ?sets?|data ?bases?|corpus|corpora|(?:sub-?)?challenges?|competitions?|contest"
    r"|librar(?:y|ies)|collections?|atlas(?:es)?|archives?|repositor(?:y|ies)|cohorts?|bio ?banks?"
    r"|registry|benchmarks?|shared task)\b"
    r"|数据集|数据库|语料库|挑战赛|竞赛|比赛|图谱|队列|图像库",
    re.IGNORECASE,
)
_DATA = re.compile(r"\bdata\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:train(?:ing)?|test(?:ing)?|validation|dev(?:elopment)?|evaluation|hold-?out|raw|full"
    r"|processed|cleaned|original|public|private|hidden|main|mini|small|large|whole|sample"
    r"|(?:un)?label(?:l?ed)?|annotat\w+|meta|external|internal|first|second|third|new|old|this|that"
    r"|these|our|its|some|many|other|more|both|all|each|part|set|split|subset|phase|stage|version"
    r"|the|a|an|of|for|and|or|in|on|to|with|from|by|at|as|is|are)\b|训练|测试|验证|原始|完整|公开"
    r"|[\W\d_]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'’/-]*")
_LONG_WORD = re.compile(r"\w{3,}")
_MINOR = re.compile(r"(?:an?|the|of|for|and|or|in|on|at|to|with|from|by|de|la|et|vs|via|as|per)$")
_ORDER = re.compile(
    r"(?:add|fix|write|update|support|upload|clean|check|include|improve|remove|make|create|find"
    r"|download|use|see|find|read|release|publish|convert|test|run|translate)\s",
    re.IGNORECASE,
)
_CJK = re.compile(r"[\u3400-\u9fff]")
_FEW_CJK = 4
_ENOUGH_OF_DATA = 3
_LONG_TITLE = 4
_SHORT_NAME = 10
_MOST_BEFORE = 12


def is_proper(name: str) -> bool:
    """Whether a name is written as one: two words or more, all that matter with a capital."""
    if _CJK.search(name):
        return len(name) >= _FEW_CJK
    words = [word for word in _WORD.findall(name) if not _MINOR.match(word.lower())]
    big = [word for word in words if word[0].isdigit() or word.lower() != word]
    return len(words) > 1 and len(big) == len(words) and not _ORDER.match(name)


def says_kind(name: str) -> bool:
    """Whether a name says of what kind its thing is (`Tide Atlas`, not `Training set`)."""
    noun = _NOUN.search(name)
    if noun:
        return bool(_PART.sub("", _NOUN.sub("", name)))
    words = _WORD.findall(_DATA.sub("", name)) if _DATA.search(name) else []
    return sum(not _PART.fullmatch(word) for word in words) >= _ENOUGH_OF_DATA


def names_thing(name: str) -> bool:
    """Whether running text is the name of a data set or challenge, and not a word about one."""
    return is_proper(name) and says_kind(name)


def is_title(name: str) -> bool:
    """Whether a link's text is a title, set apart from a mere mention of somebody or something."""
    return not is_label(name) and (len(name.split()) >= _LONG_TITLE or says_kind(name))


def opening_title(content: str, finds: Sequence[Find]) -> str | None:
    """The thing a paragraph opens with: a linked title, or a name and the link on its acronym."""
    links = list(finds)
    link = opening_link(content, links)
    if link is None:
        title = acronym_title(content, links)
        return title if title and head_of(content, links) is None else None
    name = cleaned(link.text)
    alone = len(name.split()) > 1 and not content[link.whole[1] :].strip(" .*_\n")
    return name if not is_label(name) and (alone or is_title(name)) else None


def acronym_title(content: str, finds: Sequence[Find]) -> str | None:
    """`Great Wind Archive [GWA](address)`: the name, if the letters of the link come from it."""
    link = next((find for find in finds if find.way is not Way.IMAGE), None)
    if link is None or not link.text or link.whole[0] > _MOST_BEFORE * _SHORT_NAME:
        return None
    before, name = plain(content[: link.whole[0]]).rstrip(" ("), cleaned(link.text)
    acronym = len(name.split()) == 1 and sum(map(str.isupper, name)) > 1
    if not acronym or len(name) > _SHORT_NAME or not 1 < len(before.split()) <= _MOST_BEFORE:
        return None
    letters = iter(before.lower())
    stems = all(letter in letters for letter in name.lower() if letter.isalpha())
    return cleaned(f"{before} {name}") if stems and before[:1].isupper() else None


def labels(name: str, thing: str) -> bool:
    """Whether a name only says what a link is to a thing: `Tide Atlas website`, in Tide Atlas."""
    place = name.lower().find(thing.lower())
    return place >= 0 and generic(name[:place] + name[place + len(thing) :])


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in nothing but case, blanks and signs."""
    bare = ("".join(filter(str.isalnum, name.lower())) for name in (one, other))
    return next(bare) == next(bare)


def is_order(name: str) -> bool:
    """Whether words ask for something to be done, as in a list of tasks."""
    return bool(_ORDER.match(name))


def words_of(name: str) -> list[str]:
    """All words of a name but the shortest, in small letters."""
    return _LONG_WORD.findall(name.lower())


def own_words(name: str) -> set[str]:
    """The words that set a name apart from others: neither small ones nor those of every name."""
    words = words_of(_NOUN.sub(" ", name))
    return {word for word in words if not _PART.fullmatch(word) and word != "data"}
