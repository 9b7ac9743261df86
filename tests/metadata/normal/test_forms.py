"""What holds for every normal form, whatever anybody says."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.metadata.fields import Field, Lifecycle, Tier
from crawler.metadata.normal.forms import normal_form, same

LISTS = (Field.CREATORS, Field.FORMATS, Field.KEYWORDS, Field.RELATED)
FIELDS = [pytest.param(field, id=field) for field in Field]

SAYINGS = (
    "v 1.0 2014 -09 -25 / T10:00 Z Aug. 9, GB KiB 12,5 files ; , and et al. Doe Jane van PhD WHO "
    "University 0000-0002-1825-0097 doi: 10.1000/ x.v3 ) %2F https:// a.example ? & &amp; amp; "
    '&lt; <p> </p> < > <b [ ] " CC-BY-4.0 open csv .nii .gz text/ en -US Version English none'
)
WORDS = SAYINGS.split()
SAID = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*WORDS, " ", "\n", "\u00ad", "\u0301", "İ"]), max_size=8).map(
        "".join
    ),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
)
KEYS = "name given family orcid type @type @id @value value unit id url relation scheme"
NAMES = st.sampled_from(KEYS.split())
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), SAID),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(NAMES, SAID), inner, max_size=4)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("field", FIELDS)
@given(raw=ANYTHING)
def test_a_value_is_its_own_normal_form(field: Field, raw: Any) -> None:
    value = normal_form(field, raw)
    if value is not None:
        assert value == value.strip() != ""
        assert normal_form(field, value) == value
        assert same(field, value, value)


@pytest.mark.parametrize("field", [pytest.param(field, id=field) for field in LISTS])
@given(raw=ANYTHING)
def test_a_list_is_a_json_array(field: Field, raw: Any) -> None:
    value = normal_form(field, raw)
    assert value is None or json.loads(value)


@pytest.mark.parametrize("field", FIELDS)
@given(one=SAID, other=SAID)
def test_being_the_same_goes_both_ways(field: Field, one: str, other: str) -> None:
    ours, theirs = normal_form(field, one), normal_form(field, other)
    if ours and theirs:
        assert same(field, ours, theirs) is same(field, theirs, ours)


@given(one=st.text(), other=st.text(), field=st.sampled_from(Field))
def test_comparing_never_fails(field: Field, one: str, other: str) -> None:
    same(field, one, other)


ENDLESS = [
    "<", "<!--", "<a ", "<script>", "&amp;", "&#38;", "&", " ", "\n", "\n ", "a ", "a", "1", "1,",
    "1.", "1 ", "9-", ",", ";", " and ", "(", "[", "[1,", "{", ")", "%25", "10.1000/", "10.1000/x)",
    "Doe, ", "Jane Doe, ", "et al ", "https://", "a.", "a/", "v", "version ", "0", ".0", "cc-",
    "newer version of ",
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_endless_is_read_in_no_time(field: Field) -> None:
    slow = {}
    for piece in ENDLESS:
        begun = time.thread_time()
        normal_form(field, piece * (1_000_000 // len(piece)))
        slow[piece] = time.thread_time() - begun
    assert max(slow.values()) < 1.0, slow


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_says_nothing(field: Field) -> None:
    nothing: list[Any] = [None, "", " ", [], {}, True, [None], float("nan")]
    for raw in nothing:
        assert normal_form(field, raw) is None


def test_every_tier_and_state_of_life_is_its_own_normal_form() -> None:
    assert [normal_form(Field.ACCESS_TIER, tier) for tier in Tier if tier != Tier.UNKNOWN] == [
        tier for tier in Tier if tier != Tier.UNKNOWN
    ]
    assert [normal_form(Field.LIFECYCLE, state) for state in Lifecycle] == [*Lifecycle]


@pytest.mark.parametrize(
    ("field", "one", "other", "answer"),
    [
        pytest.param(Field.TITLE, "Pspm-Sc4B: Scr", "PsPM-SC4B: SCR", True, id="case of titles"),
        pytest.param(Field.TITLE, "The “heart” – x", 'The "heart" - x', True, id="shape of quotes"),
        pytest.param(Field.TITLE, "Heart", "Lung", False, id="words of titles"),
        pytest.param(Field.DESCRIPTION, "a b\n\nc", "A b c", True, id="paragraphs"),
        pytest.param(Field.DESCRIPTION, "a b c d", "a b c e", False, id="no likeness here"),
        pytest.param(Field.DATE_MODIFIED, "2014", "2014-09-25", True, id="precision of dates"),
        pytest.param(Field.VERSION, "1", "1.0.0", True, id="forms of versions"),
        pytest.param(Field.DOI, "10.1000/x", "10.1000/y", False, id="two DOIs"),
        pytest.param(Field.SIZE_BYTES, "1000", "1001", False, id="a byte is a byte"),
        pytest.param(Field.LICENSE, "CC-BY-4.0", "CC-BY-3.0", False, id="versions of licences"),
        pytest.param(Field.CREATORS, '[{"family": "Doe", "given": "J."}]',
                     '[{"family": "doe", "given": "Jane"}]', True, id="initials"),
    ],
)  # fmt: skip
def test_values_are_the_same(field: Field, one: str, other: str, answer: bool) -> None:
    assert same(field, one, other) is answer


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(
            "<jats:title>Abstract</jats:title><jats:p>Knees.</jats:p>", "Knees.", id="as Crossref"
        ),
        pytest.param("Summary:\n\nKnees.", "Knees.", id="with a colon"),
        pytest.param("Abstract\n\nDescription\n\nnone", None, id="and nothing else"),
        pytest.param("Abstract art.\n\nKnees.", "Abstract art.\n\nKnees.", id="not a sentence"),
    ],
)
def test_a_description_has_no_heading_that_calls_it_so(raw: str, text: str | None) -> None:
    assert normal_form(Field.DESCRIPTION, raw) == text
