"""Labels that a visitor reads: "DOI:", "License", "Version 2", "Published: May 3, 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urljoin

from crawler.metadata.fields import Field
from crawler.metadata.pages.identifiers import doi_in
from crawler.metadata.pages.lines import Line
from crawler.metadata.pages.saying import Pair
from crawler.metadata.pages.values import READERS, found_date

_LONGEST_LABEL = 45
_BRACKETS = re.compile(r"\s*\([^)]*\)")

_WORDS: dict[Field, str] = {
    Field.CONCEPT_DOI: (
        "concept doi|doi (latest version)|latest version doi|doi (all versions)|core doi"
        "|all versions|cite all versions?|cite all versions"
    ),
    Field.DOI: (
        "doi|dataset doi|data doi|data citation doi|persistent identifier|persistent id"
        "|dataset persistent id|digital object identifier|identifier|version doi"
        "|collection doi|data doi link"
    ),
    Field.LICENSE: (
        "license|licence|license type|licenses|licences|data license|data licence"
        "|dataset license|usage license|usage licence|license/data use agreement"
        "|license / data use agreement|terms of use|rights|copyright license"
        "|data usage license|available under|licensed under|license agreement"
        "|data use license|usage rights|rights statement|rights and licensing"
        "|licence agreement"
    ),
    Field.VERSION: (
        "version|current version|dataset version|release|data version|version number"
        "|release version|version name|latest release"
    ),
    Field.DATE_PUBLISHED: (
        "published|publication date|date published|published on|release date|released"
        "|date released|date of release|posted|posted date|issued|date issued|date available"
        "|first published|publication year|year of publication|date of publication|public on"
        "|published online|donated|public|available online|date donated|first released"
        "|released on|date published online|dataset publication date|available since"
        "|date made available|year published|online since|first online|publication_date"
    ),
    Field.DATE_MODIFIED: (
        "last updated|updated|last modified|modified|date modified|last update date"
        "|last update|date updated|update date|data last updated|last updated on|updated on"
        "|date last updated|dataset updated|last modified date|last revised"
    ),
    Field.DATE_CREATED: (
        "created|date created|creation date|submission date|created on|date of creation"
        "|uploaded|uploaded on|date deposited|deposit date"
    ),
    Field.SIZE_BYTES: (
        "size|total size|total uncompressed size|uncompressed size|download size|dataset size"
        "|data size|total file size|size of downloaded dataset files|total dataset size"
        "|storage size|file size|archive size|size on disk|full size"
        "|overall size|size of the data"
    ),
    Field.FILE_COUNT: "files|number of files|file count|# files|no. of files|total files|num files",
    Field.CREATORS: (
        "authors|author|creators|creator|author(s)|creator(s)|contributors|contributor(s)"
        "|dataset authors|data authors|principal investigators|dataset creators|data creators"
        "|investigators"
    ),
    Field.PUBLISHER: "publisher|published by|data publisher",
    Field.KEYWORDS: (
        "keywords|keyword|key words|keywords and subjects|tags|subject keywords|author keywords"
    ),
    Field.LANGUAGE: "language|languages|language of the data|dataset language",
    Field.FORMATS: (
        "format|formats|file format|file formats|file types|file type|data format|data formats"
    ),
    Field.EMBARGO_UNTIL: (
        "embargo period|embargo date|embargo end date|embargoed until|under embargo until"
        "|embargo until|embargo ends|end of embargo|embargo expires"
    ),
    Field.DESCRIPTION: (
        "abstract|summary|description|dataset description|about this dataset|overview"
        "|dataset information"
    ),
    Field.TITLE: "dataset title|dataset name|title|data set title",
}
_LABELS = {label: field for field, words in _WORDS.items() for label in words.split("|")}
_ALONE = frozenset({Field.VERSION, Field.DATE_PUBLISHED, Field.DATE_MODIFIED, Field.DATE_CREATED})
"""Fields that are also told in one breath without a colon: "Version 2 | Published May 3, 2019"."""

_BREATHS = re.compile(r"\s+[·•]\s+|\s*\|\s*|(?<=\d)[.;:,]\s+(?=[A-Z])")
_SPACE = re.compile(r"\s+(?=[vV]?\d|[A-Z][a-z]{2}\w* \d|on )")
_FILES = re.compile(
    r"(?:files|download(?: all| full dataset| dataset| all files)?)\s*[(·:-]\s*"
    r"(?:[\d,]+ files?\s*[,·]\s*)?([\d.,]+\s*[kmgtp]i?b)\s*\)?",
    re.IGNORECASE,
)
_EVERY_VERSION = re.compile(r"\b(?:cite|represents) all versions\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_OF_FILES = re.compile(r"(?:\d[\d,]* (?:to|-|–) \d[\d,]* of )?(\d[\d,]*) files?\b", re.IGNORECASE)


def pairs(lines: list[Line], url: str) -> Iterator[Pair]:
    """Every label whose value is of the kind that the label promises, in the page's order."""
    for line, after in pairwise([*lines, Line("")]):
        if "all versions" in line.text and _EVERY_VERSION.search(line.text[:400]):
            yield Field.CONCEPT_DOI, doi_in(line.text)
        yield from _labelled(line, after, url)
        if len(line.text) <= 200 and _NUMBER.search(line.text):
            yield from _in_one_breath(line.text)


def labelled_title(lines: list[Line]) -> str | None:
    """What a page calls "Title" itself."""
    for line, after in pairwise(lines):
        if _bare(line.text) in ("title", "dataset title", "dataset name"):
            return after.text
    return None


def _labelled(line: Line, after: Line, url: str) -> Iterator[Pair]:
    """A label and its value in one line, or each in one of its own."""
    label, colon, value = line.text.partition(":")
    if len(label) > _LONGEST_LABEL:
        return
    field = _LABELS.get(_bare(label))
    if field is None and "(" in label:
        field = _LABELS.get(_bare(_BRACKETS.sub("", label)))
    if field is None:
        return
    said = Line(value.strip(), line.anchors) if colon and value.strip() else after
    yield field, READERS[field](_absolute(said, url))


def _bare(label: str) -> str:
    return label.strip().lower().rstrip("?.: ")


def _absolute(line: Line, url: str) -> Line:
    """A line whose addresses are whole."""
    whole = []
    for anchor in line.anchors[:100]:
        try:
            whole.append(type(anchor)(anchor.words, urljoin(url, anchor.href)))
        except ValueError:
            continue
    return Line(line.text, tuple(whole))


def _in_one_breath(text: str) -> Iterator[Pair]:
    """What stands side by side in one line, and sizes and counts in the words of file lists."""
    for piece in _BREATHS.split(text):
        parts = _SPACE.split(piece.strip(), maxsplit=1)
        field = _LABELS.get(_bare(parts[0])) if len(parts) == 2 else None
        if field in _ALONE:
            value = parts[1].removeprefix("on ")
            yield field, READERS[field](Line(value if _is_all(field, value) else ""))
    if len(text) <= 60 and (sized := _FILES.fullmatch(text)):
        yield Field.SIZE_BYTES, sized[1]
    if len(text) <= 60 and (counted := _OF_FILES.fullmatch(text)):
        yield Field.FILE_COUNT, counted[1].replace(",", "")


def _is_all(field: Field, value: str) -> bool:
    """Whether nothing but the value follows the label, so that it is no sentence."""
    return field is Field.VERSION or found_date(value) == value.rstrip(". ")
