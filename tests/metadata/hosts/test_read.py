from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.metadata.hosts import ADAPTERS, Adapter
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Record

from .cases import BY_SOURCE, CASES, Case, all_cases

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
words = sorted(
    {
        word
        for cases in CASES.values()
        for case in cases
        if isinstance(case.content, dict)
        for word in case.content
    }
)
telling: st.SearchStrategy[dict[str, object]] = st.dictionaries(
    st.sampled_from(words), values | st.sampled_from([[], {}, [{}]])
)
"""JSON with the words that adapters look for, and anything behind them."""

statuses = st.sampled_from([200, 204, 301, 401, 403, 404, 410, 412, 429, 500, 999])


@pytest.mark.parametrize(
    ("source", "case"),
    [*all_cases()],
    ids=lambda part: part.what if isinstance(part, Case) else part,
)
def test_what_a_source_says_is_read(source: str, case: Case) -> None:
    adapter = BY_SOURCE[source]
    told = case.told(adapter)
    said = None
    if case.standing:
        said = Record(source, told.address, case.standing, case.quote, case.moved_to)
    assert adapter.read(told) == said


def test_every_adapter_has_cases() -> None:
    assert set(CASES) == {adapter.source for adapter in ADAPTERS}


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: adapter.source)
@given(
    address=st.text(max_size=30),
    status=statuses,
    content=st.binary(max_size=60)
    | values.map(lambda value: json.dumps(value).encode())
    | telling.map(lambda value: json.dumps(value).encode()),
)
def test_whatever_comes_is_read_or_tells_nothing(
    adapter: Adapter, address: str, status: int, content: bytes
) -> None:
    record = adapter.read(Told(address, status, content))
    if record:
        assert (record.source, record.address) == (adapter.source, address)
        assert len(record.quote) <= 160
        assert status in (200, 401, 403, 404, 410, 412)


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: adapter.source)
@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_source_in_trouble_tells_nothing_whatever_it_sends(adapter: Adapter, status: int) -> None:
    for case in CASES[adapter.source]:
        assert adapter.read(case._replace(status=status).told(adapter)) is None
