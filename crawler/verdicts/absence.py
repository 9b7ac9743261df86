"""Whether a page that came with status 200 is the link's own, or one for whatever is missing."""

from __future__ import annotations

import re

from crawler.routes import route_of
from crawler.verdicts.evidence import Evidence, Sibling, Sign, SignKind
from crawler.verdicts.places import place_of
from crawler.verdicts.redirects import lasting_address
from crawler.verdicts.signs.missing import NUMBER, WITHDRAWN
from crawler.verdicts.signs.shell import GATE, GUESSES
from crawler.verdicts.signs.signature import parts_of
from crawler.verdicts.signs.usurped import SURE
from crawler.verdicts.verdict import Reason

ALIKE = 1
"""A page that says a few words of its own, in whatever template, is there."""

ALIKE_FOR_A_SHELL = 0.95

_HARD = frozenset({400, 404, 410, 422})
"""With these a server says of an address that it has nothing there."""

_WORD = re.compile(r"[^\W_]{3,}")
_SAYS_LITTLE = frozenset(
    {
        "the", "and", "for", "with", "from", "data", "dataset", "datasets",
        "set", "home", "page", "welcome", "official", "site", "website", "web",
        "index", "online", "free", "http", "https", "com", "org", "net",
        "best", "here", "link", "click", "download",
    }
)  # fmt: skip
"""Words that any title may share with any name."""

_OF_A_DOOR = re.compile(
    r"\b(?:consent|disclaimer|terms|conditions|agreement|licen[cs]e|cookies?|privacy|accept"
    r"|before you (?:continue|proceed|enter|go on))\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FAILED = re.compile(r"\b(?:error|invalid|expired|failed|denied)\b", re.IGNORECASE)


def is_deep(seen: Evidence) -> bool:
    """Whether the link is for one page of a host, not for its front page."""
    return not place_of(seen.url).is_home


def is_page(seen: Evidence) -> bool:
    """Whether what came is a page to be read, not a file."""
    kind = (seen.content_type or "").lower()
    return not kind.strip() or "html" in kind


def is_known_missing(seen: Evidence) -> bool:
    """Whether its directory says plainly of what it does not have that it does not have it."""
    return seen.sibling is not None and seen.sibling.status in _HARD


def is_sent_home(seen: Evidence) -> bool:
    """Whether a deep link ends at the front page of its own host."""
    start, end = place_of(seen.url), place_of(seen.final_url)
    if len(seen.hops) < 2 or start.query or start.is_home or is_known_missing(seen):
        return False
    sibling = seen.sibling
    alone = sibling is not None and _answers(sibling) and not _ends_alike(seen, sibling)
    return start.site == end.site and end.is_home and not alone


def is_missing(seen: Evidence) -> bool:
    """A soft 404: by its address, its title, or its likeness to what cannot exist."""
    end = place_of(seen.final_url)
    if len(seen.hops) > 1 and end.is_error:
        return True
    if not (is_deep(seen) and is_page(seen)):
        return False
    return _says_missing(seen) or _is_no_file(seen) or _is_anything(seen)


def _says_missing(seen: Evidence) -> bool:
    sign = seen.sign(SignKind.NOT_FOUND)
    if sign is None or (sign.name == NUMBER and _is_asked_for(seen.url, sign)):
        return False
    return sign.name == WITHDRAWN or not is_known_missing(seen) or _says_it_alone(seen, sign)


def _is_asked_for(url: str, sign: Sign) -> bool:
    """Whether the number of the sign is one that the address names, not its host."""
    asked = url.partition("//")[2].partition("/")[2]
    return not set(_DIGITS.findall(sign.quote)).isdisjoint(_DIGITS.findall(asked))


def _says_it_alone(seen: Evidence, sign: Sign) -> bool:
    """A page taken away by hand, where all else that is missing is a plain 404."""
    return sign.name != NUMBER and sign.quote in parts_of(seen.title or "")


def _is_no_file(seen: Evidence) -> bool:
    """A file was promised, and a page came whose title speaks of an error, not of the file."""
    if not place_of(seen.url).promises_file or is_known_missing(seen) or _is_named(seen):
        return False
    return _FAILED.search(seen.title or "") is not None


def _is_anything(seen: Evidence) -> bool:
    """The same comes for an address that cannot exist, and nothing speaks for it."""
    sibling = seen.sibling
    if sibling is None or not _answers(sibling) or _has_left_for_good(seen):
        return False
    if _is_named(seen) or _is_door(seen):
        return False
    if sibling.redirects and len(seen.hops) > 1 and _ends_alike(seen, sibling):
        return True
    if sibling.redirects != max(len(seen.hops) - 1, 0) or not sibling.same_title:
        return False
    return (sibling.likeness or 0) >= ALIKE


def _is_named(seen: Evidence) -> bool:
    """Whether the title has every telling word of a name the link goes by: no error page has."""
    if seen.sibling and seen.sibling.title_echoes:
        return False
    said = _words(seen.title or "")
    return any(words and words <= said for words in map(_words, seen.expected))


def _is_door(seen: Evidence) -> bool:
    """Whether everybody is sent through here first: what is behind is not seen."""
    led = len(seen.hops) > 1 and place_of(seen.final_url).is_door
    return led or _OF_A_DOOR.search(seen.title or "") is not None


def is_shell_for_all(seen: Evidence) -> bool:
    """Whether a script has yet to fill the page, and nothing tells it from one that is missing."""
    sign = seen.sign(SignKind.SHELL)
    if sign is None or not is_page(seen) or seen.sign(SignKind.NOT_FOUND):
        return False
    if sign.name == GATE and _is_named(seen):
        return False
    if route_of(seen.url):
        return True
    if not is_deep(seen):
        return False
    sibling = seen.sibling
    if sibling is None or not _answers(sibling):
        return sign.name not in GUESSES and not is_known_missing(seen)
    return (sibling.likeness or 0) >= ALIKE_FOR_A_SHELL or _ends_alike(seen, sibling)


def is_taken_over(seen: Evidence) -> bool:
    """Whether the page advertises what nobody linked to it for."""
    sign = seen.sign(SignKind.USURPED)
    if sign is None or not seen.expected:
        return False
    expected = " ".join(seen.expected).casefold()
    if any(word.strip() in expected for word in sign.quote.casefold().split(",")):
        return False
    return sign.name == SURE or not is_as_expected(seen)


def is_as_expected(seen: Evidence) -> bool:
    """Whether the title shares a word with what the link was for."""
    expected = {word for name in seen.expected for word in _words(name)}
    return bool(expected & _words(seen.title or ""))


def missing_reason(seen: Evidence) -> Reason | None:
    """Why a page with status 200 is none, if it is none."""
    if is_sent_home(seen):
        return Reason.REDIRECT_HOME
    return Reason.SOFT_404 if is_missing(seen) else None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _SAYS_LITTLE


def _answers(sibling: Sibling) -> bool:
    return 200 <= (sibling.status or 0) < 300


def _ends_alike(seen: Evidence, sibling: Sibling) -> bool:
    return place_of(sibling.final_url or sibling.url) == place_of(seen.final_url)


def _has_left_for_good(seen: Evidence) -> bool:
    """A whole host that has moved to another sends everything there, and rightly."""
    new = lasting_address(seen.hops)
    return new is not None and place_of(new).site != place_of(seen.url).site
