"""Which source is believed of a field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.metadata.choice import TRUST, chosen
from crawler.metadata.fields import Field, Tier

F = Field
CASES: dict[str, tuple[Field, dict[str, str], str]] = {
    "an interface for programs beats the page": (
        F.LICENSE,
        {"json-ld": "MIT", "api:zenodo": "CC0-1.0"},
        "api:zenodo",
    ),
    "a register beats the page": (F.LICENSE, {"json-ld": "MIT", "datacite": "CC0-1.0"}, "datacite"),
    "but not with its title, which it may have recased": (
        F.TITLE,
        {"datacite": "Pspm-Sc4B: Scr", "json-ld": "PsPM-SC4B: SCR"},
        "json-ld",
    ),
    "nor beats it what a page says for citing": (
        F.TITLE,
        {"datacite": "Rivers Of The World", "citation": "Rivers of the world"},
        "citation",
    ),
    "a preview is cut short": (F.DESCRIPTION, {"opengraph": "Riv…", "label": "Rivers."}, "label"),
    "a page knows its own DOI": (
        F.DOI,
        {"signposting": "10.1/a.2", "api:zenodo": "10.1/a"},
        "signposting",
    ),
    "markup beats what is only seen": (F.VERSION, {"label": "2", "microdata": "3"}, "microdata"),
    "the list's own words come last": (F.SIZE_BYTES, {"list": "1", "label": "2"}, "label"),
    "of two alike the first by name": (F.TITLE, {"api:b": "B", "api:a": "A"}, "api:a"),
    "a source nobody knows comes after all others": (F.TITLE, {"rumour": "B", "list": "A"}, "list"),
    "the strictest tier of two pages": (
        F.ACCESS_TIER,
        {"json-ld": Tier.OPEN, "label": Tier.CREDENTIALED},
        "label",
    ),
    "unless the interface says otherwise": (
        F.ACCESS_TIER,
        {"api:zenodo": Tier.OPEN, "label": Tier.CLOSED},
        "api:zenodo",
    ),
    "not to know is no tier": (
        F.ACCESS_TIER,
        {"api:zenodo": Tier.UNKNOWN, "label": Tier.OPEN},
        "label",
    ),
}


@pytest.mark.parametrize(("field", "values", "source"), CASES.values(), ids=CASES)
def test_who_is_believed(field: Field, values: dict[str, str], source: str) -> None:
    assert chosen({field: values}) == {field: source}


def test_the_sentence_on_access_is_that_of_the_tier() -> None:
    known = {
        F.ACCESS_TIER: {"json-ld": Tier.OPEN.value, "label": Tier.CLOSED.value},
        F.ACCESS_EVIDENCE: {"json-ld": "free for all", "label": "closed"},
    }
    assert chosen(known)[F.ACCESS_EVIDENCE] == "label"


tiers = st.sampled_from([tier.value for tier in Tier])


@given(
    st.sampled_from(Field),
    st.dictionaries(st.sampled_from(TRUST) | st.text(max_size=9), tiers, min_size=1),
)
def test_somebody_who_speaks_is_believed(field: Field, values: dict[str, str]) -> None:
    assert chosen({field: values})[field] in values
