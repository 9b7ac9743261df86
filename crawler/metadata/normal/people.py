"""Creators: people as family and given name, organisations as they call themselves.

Written by hand: name parsers take "Family, Given" for one person but know no organisations, and
most of a record's creators come with their comma already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.metadata.normal.orcids import ORCID, orcid
from crawler.metadata.normal.text import as_json, listed, one_line, scalar, words

_MOST = 500
_LONGEST = 300
_LONGEST_TEXT = 20_000

_PARTICLES = frozenset(
    ("van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "della", "delle", "di", "da",
     "das", "do", "dos", "du", "la", "le", "las", "los", "ten", "ter", "te", "bin", "ibn", "al",
     "el", "af", "av", "st.", "san", "y")
)  # fmt: skip
_TITLES = frozenset(("dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms."))
_DEGREES = frozenset(
    ("phd", "ph.d", "ph.d.", "md", "m.d.", "m.d", "msc", "m.sc.", "mph", "mba", "bsc", "frcp",
     "frcs", "dphil", "md-phd", "dr", "dr.", "esq", "rn")
)  # fmt: skip
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))

_ORGANISED = re.compile(
    r"\b(?:universit\w*|institut\w*|consortium|team|group|cent(?:er|re)s?|collaborati\w+|"
    r"laborator\w+|lab|hospitals?|foundation|network|projects?|initiative|department|society|"
    r"study|investigators|committee|inc|ltd|llc|gmbh|corp|corporation|company|agency|ministry|"
    r"survey|council|library|museum|association|program(?:me)?|organi[sz]ers?|organi[sz]ation|school|"
    r"college|faculty|clinic|services?|commission|office|authority|biobank|world bank|"
    r"umc|nhs|klinik\w*|h[oô]pita\w+|ospedale|ziekenhuis|krankenhaus|zentrum|centr[eo]s?|fundaci\w+|"
    r"fondation|fondazione|stiftung|gesellschaft|[eé]cole|escuela|minist[eè]r\w+|"
    r"data(?:base)?|archive|repository|federation|alliance|partnership|registry|academy|for|the|of)\b|[0-9/]",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
_OTHERS = re.compile(r"[,;&]?\s*(?:\band\s+)?(?:\bet\.?\s+al\b\.?|\band\s+others\b)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AND = re.compile(r",?\s(?:and|&)\s", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?\s?){1,4}")
_SHORT = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody who made a data set; an organisation, and who has one name, has no given name."""

    name: str
    given: str | None = None
    orcid: str | None = None
    is_organisation: bool = False

    def as_plain(self) -> dict[str, str]:
        """The creator as the value keeps it."""
        if self.is_organisation:
            return {"name": self.name, "type": "organization"}
        known = {"family": self.name, "given": self.given, "orcid": self.orcid}
        return {key: value for key, value in known.items() if value}


def creators(raw: Any) -> str | None:
    """The creators as a JSON array, in their order, each once.

    >>> creators("Staib, Matthias; UK Biobank; et al.")
    '[{"family": "Staib", "given": "Matthias"}, {"name": "UK Biobank", "type": "organization"}]'
    """
    seen: dict[tuple[str, str], Creator] = {}
    for item in listed(raw):
        for creator in _of_item(item):
            key = (creator.name.casefold(), (creator.given or "").casefold())
            if key not in seen or (creator.orcid and not seen[key].orcid):
                seen[key] = creator
        if len(seen) >= _MOST:
            break
    return as_json([creator.as_plain() for creator in [*seen.values()][:_MOST]])


def same_creators(one: str, other: str) -> bool:
    """Whether two values name the same creators: in any order, a given name whole or as initials.

    >>> same_creators(creators("Doe, J.; Roe, Max") or "", creators("Max Roe; Jane Doe") or "")
    True
    """
    ours, theirs = _compared(one), _compared(other)
    return len(ours) == len(theirs) and all(
        a[0] == b[0] and _fits(a[1], b[1]) for a, b in zip(ours, theirs, strict=True)
    )


def _of_item(item: Any) -> Iterator[Creator]:
    if isinstance(item, Mapping):
        yield from _of_object(item)
    elif text := scalar(item):
        yield from _of_text(text)


def _of_object(item: Mapping[str, Any]) -> Iterator[Creator]:
    """What an API or JSON-LD says piece by piece."""
    family = _piece(item, "family", "familyName", "family_name", "lastName")
    given = _piece(item, "given", "givenName", "given_name", "firstName")
    name = _piece(item, "name", "full_name", "creatorName", "literal")
    kind = (_piece(item, "type", "@type", "nameType") or "").lower()
    known = next(
        (found for key in ("orcid", "@id", "identifier", "url") if (found := orcid(item.get(key)))),
        None,
    )
    if kind.rpartition("/")[2].startswith("organi") and (name or family):
        yield Creator(name or family or "", is_organisation=True)
    elif family:
        yield Creator(family, given, known)
    elif name:
        people = list(_of_text(name))
        yield from [_with(person, known) for person in people] if len(people) == 1 else people
    elif given:
        yield Creator(given, None, known)


def _with(person: Creator, known: str | None) -> Creator:
    return person if person.is_organisation else Creator(person.name, person.given, known)


def _piece(item: Mapping[str, Any], *keys: str) -> str | None:
    return next((text for key in keys if (text := _line(words(item.get(key))))), None)


def _line(text: str | None) -> str | None:
    return one_line(text, _LONGEST) if text else None


def _of_text(text: str) -> Iterator[Creator]:
    """One name or many: semicolons part names, and so does " and " unless the whole is one body."""
    line = one_line(text[:_LONGEST_TEXT], _LONGEST_TEXT) or ""
    for part in _OTHERS.sub(";", line).split(";"):
        if _is_organisation(part) and "," not in part:
            yield from _named(part)
            continue
        *pieces, last = _AND.split(part)
        for piece in [*pieces, last]:
            for name in _parted(piece, bool(pieces) and "," not in last):
                yield from _named(name)


def _parted(text: str, natural: bool) -> list[str]:
    """The names in a text with commas: one comma stands within a name, more part several.

    In a list that ends "and Given Family" (natural) one comma parts two such names as well.
    """
    parts = [part for part in (piece.strip() for piece in text.split(",")) if part]
    parts = [part for part in parts if part.lower() not in _DEGREES]
    if natural and all(" " in part for part in parts):
        return parts
    if len(parts) > 1 and parts[-1].lower() in _SUFFIXES:
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    if len(parts) < 3:
        return [", ".join(parts)]
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) % 2 == 0 and all(" " not in family or _starts(given) for family, given in pairs):
        return [f"{family}, {given}" for family, given in pairs]
    return parts


def _starts(given: str) -> bool:
    return _INITIALS.fullmatch(given[:12]) is not None


def _named(text: str) -> Iterator[Creator]:
    if _is_organisation(text):
        name = _line(text.strip(" ,"))
        if name and any(letter.isalpha() for letter in name):
            yield Creator(name, is_organisation=True)
        return
    known = orcid(text)
    family, given = (_line(part) for part in _split(_ASIDE.sub(" ", text[:_LONGEST])))
    if family and any(letter.isalpha() for letter in family):
        yield Creator(family, given, known)


def _is_organisation(text: str) -> bool:
    name = ORCID.sub("", _ASIDE.sub(" ", text[:_LONGEST])).strip(" ,")
    family, comma, given = name.partition(", ")
    if comma and not _ORGANISED.search(given) and " " not in family:
        return False
    return bool(_ORGANISED.search(name)) or (name.isupper() and name.isalpha() and len(name) > 2)


def _split(name: str) -> tuple[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return (family, given) if family else (given, "")
    parts = [part for part in name.split() if part.lower() not in _TITLES]
    while len(parts) > 1 and parts[-1].lower() in _DEGREES:
        parts.pop()
    if len(parts) < 2:
        return " ".join(parts), ""
    initials = [
        part for part in parts[1:] if _SHORT.fullmatch(part) and part.lower() not in _SUFFIXES
    ]
    if initials and parts[-len(initials) :] == initials and not name.isupper():
        return " ".join(parts[: -len(initials)]), " ".join(initials)
    if _CAPITALS.fullmatch(parts[0]) and parts[0].isupper() and not parts[-1].isupper():
        return parts[0], " ".join(parts[1:])
    return _at_family(parts)


def _at_family(parts: list[str]) -> tuple[str, str]:
    """The family name is the last word, with the particles before it and the suffix behind it."""
    start = len(parts) - (2 if parts[-1].lower() in _SUFFIXES and len(parts) > 2 else 1)
    while start > 1 and parts[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(parts[start:]), " ".join(parts[:start])


def _compared(value: str) -> list[tuple[str, str]]:
    """Family and given names without case and dots, in the order of the alphabet."""
    people = (item for item in listed(value) if isinstance(item, Mapping))
    names = (
        (_folded(item.get("family") or item.get("name")), _folded(item.get("given")))
        for item in people
    )
    return sorted(names, key=lambda name: (name[0], name[1][:1], name[1]))


def _folded(text: Any) -> str:
    return " ".join((scalar(text) or "").casefold().replace(".", " ").replace("-", " ").split())


def _fits(one: str, other: str) -> bool:
    """Whether two given names may be one: the same, or one the initials of the other."""
    short, long = sorted((one, other), key=len)
    firsts = "".join(part[0] for part in long.split())
    letters = short.replace(" ", "")
    return one == other or (bool(letters) and firsts.startswith(letters))
