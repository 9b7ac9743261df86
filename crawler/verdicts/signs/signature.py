"""A signature: what a product or a kind of page looks like, whoever uses it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from crawler.verdicts.evidence import Sign, SignKind

_MOST_MARKUP = 128 * 1024
"""Pages of the kinds that have a signature are short, and say what they are at once."""

_LONGEST_PART = 200
_MOST_HEADINGS = 3
_LONGEST_QUOTE = 160
_LITTLE = 1500

_BETWEEN = re.compile(
    r"\s+[-–—|·•»«/:]{1,2}\s+|[|｜]|\s[-–—]{1,2}$|(?<=[\u3040-\u9fff])[-_–—:：](?=\S)"
)
_A_FILE = re.compile(
    r"<a\b[^<>]{0,200}?\bhref\s*=\s*[\"']?[^\"'\s>]{1,300}\.(?:zip|tgz|gz|bz2|xz|7z|rar|tar|zst|nii"
    r"|dcm|nrrd|mh[ad]|[ct]sv|xlsx?|parquet|h5|hdf5|mat|np[yz]|nc|rdf|ttl|sav|dta|fast[aq]|vcf|bam"
    r"|edf)[\"'\s>?]",
    re.IGNORECASE,
)
SENTENCE = r"(?:^|[.!?:。！] ?)[^.!?:。！\"“”„«]{0,100}?"
"""Up to the words that count, from where their sentence begins: what is quoted is not said."""

_CURLY = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "…": "."})


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer as signatures see it.

    `headers` are pairs with lower-case names; `text` is what a visitor reads, without scripts;
    `markup` the decoded beginning of the body; `headings` the first of them, in their order.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    text: str = ""
    markup: str = ""
    headings: tuple[str, ...] = ()
    description: str | None = None

    @property
    def says_little(self) -> bool:
        """Whether the page has hardly more to say than its title."""
        return len(self.text) <= _LITTLE

    @property
    def offers_files(self) -> bool:
        """Whether the page links to files of data: nobody's wall, lander or empty server does."""
        return _links_to_file(self.markup)

    @property
    def parts(self) -> list[str]:
        """What title and first headings say, part by part: a site's name stands apart.

        Only a page that says little, and offers nothing, says what it is in a heading further down.
        """
        most = _MOST_HEADINGS if self.says_little and not self.offers_files else 1
        said = [self.title or "", *self.headings[:most]]
        return [part for words in said for part in parts_of(words)]


@dataclass(frozen=True, slots=True)
class Signature:
    """All that is given has to be there; patterns know no case, except in the markup.

    `says` has to be the whole of a part of the title or of a heading, `entitled` of the title;
    `title`, `text`, `markup` and `url` are searched; `header` begins a line `name: value`; `most`
    limits the visible text; `unless` must not be in the markup.
    """

    name: str
    says: str | None = None
    entitled: str | None = None
    title: str | None = None
    text: str | None = None
    markup: str | None = None
    header: str | None = None
    url: str | None = None
    status: Collection[int] | None = None
    most: int | None = None
    unless: str | None = None

    def found_in(self, seen: Seen) -> str | None:
        """The words that gave it away, or None."""
        if self.status is not None and seen.status not in self.status:
            return None
        if self.most is not None and len(seen.text) > self.most:
            return None
        if seen.offers_files and self.header is None and self.url is None:
            return None
        if self.unless is not None and _in_markup(self.unless, seen):
            return None
        quotes = []
        for pattern, find in _FINDERS:
            wanted = getattr(self, pattern)
            if wanted is not None:
                quote = find(wanted, seen)
                if quote is None:
                    return None
                quotes.append(quote)
        return quotes[0][:_LONGEST_QUOTE]


@lru_cache(maxsize=4)
def _links_to_file(markup: str) -> bool:
    return _A_FILE.search(markup[:_MOST_MARKUP]) is not None


@lru_cache(maxsize=64)
def parts_of(words: str) -> tuple[str, ...]:
    """A title's parts, folded, without the marks at their ends.

    >>> parts_of("Page not found! | The Atlas")
    ('page not found', 'the atlas')
    """
    parts = _BETWEEN.split(words[: 4 * _LONGEST_PART])
    folded = (" ".join(part.translate(_CURLY).casefold().split()) for part in parts)
    return tuple(part.strip(" .!?:;¡¿()[]\"'。！？")[:_LONGEST_PART] for part in folded if part)


def first_sign(kind: SignKind, table: Iterable[Signature], seen: Seen) -> Sign | None:
    """The first signature of the table that is found."""
    for signature in table:
        quote = signature.found_in(seen)
        if quote is not None:
            return Sign(kind, signature.name, quote)
    return None


def _in_header(pattern: str, seen: Seen) -> str | None:
    lines = (f"{name.lower()}: {value[:1000]}" for name, value in seen.headers)
    return next((line for line in lines if re.match(pattern, line, re.IGNORECASE)), None)


def _in_parts(pattern: str, seen: Seen) -> str | None:
    return next((part for part in seen.parts if re.fullmatch(pattern, part)), None)


def _in_title_parts(pattern: str, seen: Seen) -> str | None:
    parts = parts_of(seen.title or "")
    return next((part for part in parts if re.fullmatch(pattern, part)), None)


def _search(pattern: str, words: str) -> str | None:
    found = re.search(pattern, words, re.IGNORECASE)
    return found[0] if found else None


def _in_markup(pattern: str, seen: Seen) -> str | None:
    found = re.search(pattern, seen.markup[:_MOST_MARKUP])
    return found[0] if found else None


_FINDERS = (
    ("header", _in_header),
    ("url", lambda pattern, seen: _search(pattern, seen.url)),
    ("title", lambda pattern, seen: _search(pattern, seen.title or "")),
    ("entitled", _in_title_parts),
    ("says", _in_parts),
    ("text", lambda pattern, seen: _search(pattern, seen.text.translate(_CURLY))),
    ("markup", _in_markup),
)
