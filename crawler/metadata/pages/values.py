"""Whether what stands beside a label is what the label promises, and which part of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from crawler.metadata.fields import Field
from crawler.metadata.pages.identifiers import doi_in, speaks_of_access
from crawler.metadata.pages.lines import Line

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\d{{4}}(?:[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?)?"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+\d{{4}}"
    rf"|{_MONTH},?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_VERSION = re.compile(
    r"v?\.?\s?\d{1,8}(?:[.\-_]\w{1,12}){0,5}(?:\s?(?:alpha|beta|rc)\d*)?", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?:~|≈|about |approx(?:\.|imately) )?\d[\d.,]*\s*(?:[kmgtp]i?b|bytes?|[kmgt]bytes)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(\d[\d,.' ]{0,12})(?:\s*files?)?\b", re.IGNORECASE)
_LICENCE = re.compile(
    r"\bcc\b|cc[- ]?0|creative ?commons|\blicen[sc]|public domain"
    r"|\bgpl|\bgnu\b|\bmit\b|\bapache\b|\bbsd\b"
    r"|\bod(?:c|bl)\b|\bpddl\b|data use agreement"
    r"|open data commons|open government|custom|data sharing",
    re.IGNORECASE,
)
_FORMAT = re.compile(r"[\w.+*/ -]{1,40}")
_NAMELIKE = re.compile(r"[^\W\d_]{2,}")
_AFTER_NAME = re.compile(r"(?<=[^\W\d_])\d+(?:,\d+)*\b|[*†‡§¹²³⁴-⁹]")

Value = str | int | dict[str, str] | list[str] | None


def found_date(text: str) -> str | None:
    """The date a text begins with.

    >>> found_date("May 3, 2019 by the editors"), found_date("in Nature, 2019")
    ('May 3, 2019', None)
    """
    match = _DATE.match(_WEEKDAY.sub("", text))
    return match[0] if match and re.search(r"(?:1[89]|20)\d\d", match[0]) else None


def _doi(line: Line) -> Value:
    said = (doi_in(text) for text in (line.text, *(anchor.href for anchor in line.anchors)))
    return next(filter(None, said), None)


def _licence(line: Line) -> Value:
    """A licence by its name, with its address if it is linked."""
    href = next((anchor.href for anchor in line.anchors), "")
    known = _LICENCE.search(line.text) or _LICENCE.search(href)
    if not known or len(line.text) > 200 or speaks_of_access(line.text):
        return None
    name = line.text.rstrip(". ")
    return {"name": name, "url": href} if href.startswith("http") else name


def _version(line: Line) -> Value:
    text = line.text.split(" (")[0].split(" - ")[0].split(", ")[0].rstrip(". ")
    whole = _VERSION.fullmatch(text)
    return text if whole and not re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d.*", text) else None


def _date(line: Line) -> Value:
    return found_date(line.text)


def _size(line: Line) -> Value:
    match = _SIZE.match(line.text)
    return match[0] if match else None


def _count(line: Line) -> Value:
    match = _COUNT.fullmatch(line.text.rstrip("."))
    digits = re.sub(r"\D", "", match[1]) if match else ""
    return int(digits) if digits else None


def _keywords(line: Line) -> Value:
    """The words of anchors where each keyword is one, else the text with its separators."""
    words = [anchor.words for anchor in line.anchors if anchor.words]
    if len(words) > 1:
        return words
    return line.text.lstrip("; ") if 1 < len(line.text) <= 1000 else None


def _people(line: Line) -> Value:
    """Names, from anchors or between semicolons, "and" or commas that part whole names."""
    words = [anchor.words for anchor in line.anchors if _NAMELIKE.search(anchor.words)]
    if len(words) > 1:
        return words
    text = _AFTER_NAME.sub("", line.text).strip("; .")
    if not _NAMELIKE.search(text) or len(text) > 1500 or ": " in text:
        return None
    if ";" in text:
        return [name.strip() for name in text.split(";")]
    names = [name.strip() for name in re.split(r",\s+(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+", text)]
    return names if len(names) > 1 and all(" " in name for name in names) else text


def _name(line: Line) -> Value:
    return line.text if 1 < len(line.text) <= 120 and _NAMELIKE.search(line.text) else None


def _language(line: Line) -> Value:
    return (
        line.text
        if re.fullmatch(r"[^\W\d_]{2,20}(?:[ ,;/-]+[^\W\d_]{2,20}){0,3}", line.text)
        else None
    )


def _formats(line: Line) -> Value:
    said = [one.strip() for one in re.split(r"[,;]", line.text) if one.strip()]
    return said if said and len(said) <= 30 and all(map(_FORMAT.fullmatch, said)) else None


def _prose(line: Line) -> Value:
    """Sentences; a short line is another heading or a button."""
    return line.text if len(line.text) >= 60 else None


def _title(line: Line) -> Value:
    return line.text if 3 <= len(line.text) <= 300 else None


READERS: dict[Field, Callable[[Line], Value]] = {
    Field.CONCEPT_DOI: _doi,
    Field.DOI: _doi,
    Field.LICENSE: _licence,
    Field.VERSION: _version,
    Field.DATE_PUBLISHED: _date,
    Field.DATE_MODIFIED: _date,
    Field.DATE_CREATED: _date,
    Field.EMBARGO_UNTIL: _date,
    Field.SIZE_BYTES: _size,
    Field.FILE_COUNT: _count,
    Field.CREATORS: _people,
    Field.PUBLISHER: _name,
    Field.KEYWORDS: _keywords,
    Field.LANGUAGE: _language,
    Field.FORMATS: _formats,
    Field.DESCRIPTION: _prose,
    Field.TITLE: _title,
}
"""What may stand beside a label, a field."""
