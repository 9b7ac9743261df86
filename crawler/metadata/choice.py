"""Choice: which source is believed of each field, where several speak."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.metadata.fields import Field, Tier

OF_PAGE = (
    "json-ld",
    "signposting",
    "microdata",
    "rdfa",
    "citation",
    "dc",
    "opengraph",
    "html",
    "label",
)
"""Kinds of sources that stand on a page, the most trusted first."""

TRUST = ("api", "datacite", "crossref", *OF_PAGE, "list")
"""Kinds of sources, the most trusted first."""

_ITS_OWN_WORDS = ("api", "json-ld", "signposting", "microdata", "rdfa", "citation", "dc")
_EXCEPTIONS: Mapping[Field, tuple[str, ...]] = {
    # registers write titles in their own case
    Field.TITLE: (*_ITS_OWN_WORDS, "datacite", "crossref", "opengraph", "html"),
    # what is written for previews is cut short
    Field.DESCRIPTION: (*_ITS_OWN_WORDS, "datacite", "crossref", "html", "label", "opengraph"),
    # a page that names its own DOI knows it
    Field.DOI: ("signposting", "api", "datacite", "crossref", "json-ld", "citation"),
}

Values = Mapping[str, str]
"""What each source says of one field, in normal form."""


def chosen(known: Mapping[Field, Values]) -> dict[Field, str]:
    """The source that is believed of each field; the sentence on access is the tier's own."""
    found = {field: _best(field, values) for field, values in known.items() if values}
    evidence, tier = known.get(Field.ACCESS_EVIDENCE), found.get(Field.ACCESS_TIER)
    if evidence and tier and tier in evidence:
        found[Field.ACCESS_EVIDENCE] = tier
    return found


def _best(field: Field, values: Values) -> str:
    if field is Field.ACCESS_TIER:
        return _strictest(values)
    return min(values, key=lambda source: (_rank(field, source), source))


def _strictest(values: Values) -> str:
    """An interface made for programs knows; of pages the strictest word counts."""
    tiers = list(Tier)
    told = {source: tier for source, tier in values.items() if tier != Tier.UNKNOWN} or values
    return min(
        told,
        key=lambda source: (_kind(source) != "api", -tiers.index(Tier(told[source])), source),
    )


def _rank(field: Field, source: str) -> int:
    order = _EXCEPTIONS.get(field, TRUST)
    kind = _kind(source)
    if kind in order:
        return order.index(kind)
    return len(order) + (TRUST.index(kind) if kind in TRUST else len(TRUST))


def _kind(source: str) -> str:
    """`api` for `api:zenodo`."""
    return source.partition(":")[0]
