"""Facts out of normal forms."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.export.facts import Creator, Facts, Relation, facts_of
from crawler.metadata.fields import Field, Tier

CASES: dict[str, tuple[str, str, Any]] = {
    "a text is itself": ("title", " Rivers ", "Rivers"),
    "blanks are nothing": ("title", "  ", None),
    "a year is a date": ("date_published", "2014", "2014"),
    "a month is a date": ("date_published", "2014-09", "2014-09"),
    "a day is a date": ("date_published", "2014-09-25", "2014-09-25"),
    "a moment is a date": ("date_modified", "2014-09-25T01:02:03Z", "2014-09-25T01:02:03Z"),
    "a period is no date": ("date_modified", "R/P1W", None),
    "the 13th month is no date": ("date_modified", "2014-13", None),
    "30 February is no date": ("date_modified", "2014-02-30", None),
    "year 0 is no date": ("date_modified", "0000", None),
    "bytes are a number": ("size_bytes", "1200", 1200),
    "nothing is a number, too": ("size_bytes", "0", 0),
    "a unit is no number": ("size_bytes", "12 KB", None),
    "less than nothing is no number": ("file_count", "-1", None),
    "words are an array": ("keywords", '["a", " b ", "a", "", 5]', ("a", "b")),
    "a language alone": ("language", "en", ("en",)),
    "an array that is none": ("keywords", '["a"', ('["a"',)),
    "depths are survived": ("keywords", "[" * 100_000, ("[" * 100_000,)),
    "a tier": ("access_tier", "metadata-only", Tier.METADATA_ONLY),
    "an unknown tier is not known": ("access_tier", "unknown", None),
    "a tier that is none": ("access_tier", "ajar", None),
    "a name alone": ("creators", '["Ada Brook"]', (Creator("Ada Brook"),)),
    "a name in parts": (
        "creators", '[{"family": "Brook", "given": "Ada"}]',
        (Creator("Ada Brook", "Brook", "Ada"),),
    ),
    "nobody": ("creators", '[{"orcid": "x"}, {"name": ""}, null, 5]', ()),
    "a relation": (
        "related", '[{"relation": "Cites", "id": "PMC1", "scheme": "pmcid"}, {"id": "x"}]',
        (Relation("Cites", "PMC1", "pmcid"), Relation("References", "x")),
    ),
    "a relation to nothing": ("related", '[{"relation": "IsPartOf"}, "x"]', ()),
}  # fmt: skip


@pytest.mark.parametrize(("field", "value", "fact"), CASES.values(), ids=CASES)
def test_a_fact(field: str, value: str, fact: object) -> None:
    assert getattr(facts_of({field: value}), field) == fact


def test_there_is_a_fact_for_every_field_and_no_other() -> None:
    assert set(Facts.__slots__) == set(Field)
    assert facts_of({"unheard of": "x"}) == facts_of({}) == Facts()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("name"), inner),
)


@given(st.sampled_from(list(Field)), st.text() | JSON.map(json.dumps))
def test_no_value_breaks_it(field: Field, value: str) -> None:
    assert isinstance(facts_of({field: value}), Facts)


@pytest.mark.parametrize(
    ("kind", "is_person"), [(None, True), ("person", True), ("Organization", False)]
)
def test_who_is_a_person(kind: str | None, is_person: bool) -> None:
    assert Creator("x", type=kind).is_person is is_person
