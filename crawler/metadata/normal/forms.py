"""Which field has which normal form, and when two values of a field are the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from crawler.metadata.fields import Field
from crawler.metadata.normal.access import access_tier
from crawler.metadata.normal.dates import agree, iso_date
from crawler.metadata.normal.dois import concept_doi, doi
from crawler.metadata.normal.formats import formats
from crawler.metadata.normal.keywords import keywords
from crawler.metadata.normal.languages import language
from crawler.metadata.normal.licences import license_id
from crawler.metadata.normal.lifecycle import lifecycle
from crawler.metadata.normal.people import creators, same_creators
from crawler.metadata.normal.publishers import publisher
from crawler.metadata.normal.related import related, same_related
from crawler.metadata.normal.sizes import file_count, size_bytes
from crawler.metadata.normal.text import one_line, paragraphs, words
from crawler.metadata.normal.versions import same_version, version

_QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_HEADED = re.compile(r"\A(?:(?:abstract|description|summary):?\n\n)+", re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def _line(raw: Any) -> str | None:
    return one_line(words(raw) or "")


def _description(raw: Any) -> str | None:
    """The paragraphs, without a heading that says what they are."""
    text = paragraphs(words(raw) or "") or ""
    return paragraphs(_HEADED.sub("", text))


def _tier(raw: Any) -> str | None:
    tier = access_tier(raw)
    return tier.value if tier else None


_FORMS: dict[Field, Callable[[Any], str | None]] = {
    Field.TITLE: _line,
    Field.DESCRIPTION: _description,
    Field.CREATORS: creators,
    Field.PUBLISHER: publisher,
    Field.DOI: doi,
    Field.CONCEPT_DOI: concept_doi,
    Field.VERSION: version,
    Field.LICENSE: license_id,
    Field.ACCESS_TIER: _tier,
    Field.ACCESS_EVIDENCE: _line,
    Field.EMBARGO_UNTIL: iso_date,
    Field.SIZE_BYTES: size_bytes,
    Field.FILE_COUNT: file_count,
    Field.FORMATS: formats,
    Field.DATE_PUBLISHED: iso_date,
    Field.DATE_MODIFIED: iso_date,
    Field.DATE_CREATED: iso_date,
    Field.KEYWORDS: keywords,
    Field.LANGUAGE: language,
    Field.RELATED: related,
    Field.LIFECYCLE: lifecycle,
}


def normal_form(field: Field, raw: Any) -> str | None:
    """What a raw value comes to: text, a list as a JSON array, None where it says nothing.

    >>> normal_form(Field.DATE_PUBLISHED, "Aug. 9, 2012"), normal_form(Field.VERSION, "v1.0")
    ('2012-08-09', '1.0')
    """
    return _FORMS[field](raw)


def same(field: Field, one: str, other: str) -> bool:
    """Whether two values in normal form are equal by the field's own rules.

    >>> same(Field.VERSION, "1.0", "1"), same(Field.DATE_CREATED, "2014", "2014-09-25")
    (True, True)
    """
    if one == other:
        return True
    comparing = _COMPARING.get(field)
    return comparing(one, other) if comparing else False


def _read_alike(one: str, other: str) -> bool:
    """Text that differs in case, white space, or the shape of quotes and dashes reads alike."""
    return _reading(one) == _reading(other)


def _reading(text: str) -> str:
    shaped = text.translate(_QUOTES).translate(_DASHES).replace("...", "…").casefold()
    return re.sub(r"\s+", " ", shaped).strip(" .")


_COMPARING: dict[Field, Callable[[str, str], bool]] = {
    Field.TITLE: _read_alike,
    Field.DESCRIPTION: _read_alike,
    Field.PUBLISHER: _read_alike,
    Field.ACCESS_EVIDENCE: _read_alike,
    Field.CREATORS: same_creators,
    Field.VERSION: same_version,
    Field.EMBARGO_UNTIL: agree,
    Field.DATE_PUBLISHED: agree,
    Field.DATE_MODIFIED: agree,
    Field.DATE_CREATED: agree,
    Field.RELATED: same_related,
}
