"""What is told of a data set's metadata from night to night, and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.memory.events import SEVERITY, Kind
from crawler.metadata.changes import changes
from crawler.metadata.fields import Field
from crawler.metadata.known import Known, Value

NOW = datetime(2026, 3, 1, 3, tzinfo=UTC)
F = Field


def known(*said: str, extractor: int = 1) -> Known:
    """`json-ld license MIT`: who says what of which field."""
    found = {}
    for line in said:
        source, field, value = line.split(" ", 2)
        found[Field(field), source] = Value(value, value, NOW, NOW, extractor=extractor)
    return found


BASE = "json-ld title Rivers"
CASES = {
    "a first sight": ([], ["json-ld license MIT"], []),
    "nothing": ([BASE], [BASE], []),
    "a licence that is known at last": (
        [BASE],
        [BASE, "json-ld license MIT"],
        ["major license-known None>MIT"],
    ),
    "a freer licence": (
        [BASE, "json-ld license CC-BY-NC-4.0"],
        [BASE, "json-ld license CC-BY-4.0"],
        ["major license-changed CC-BY-NC-4.0>CC-BY-4.0"],
    ),
    "a stricter licence": (
        [BASE, "json-ld license CC-BY-4.0"],
        [BASE, "json-ld license CC-BY-NC-ND-4.0"],
        ["critical license-tightened CC-BY-4.0>CC-BY-NC-ND-4.0"],
    ),
    "own terms, which nobody can compare": (
        [BASE, "json-ld license CC-BY-4.0"],
        [BASE, "json-ld license LicenseRef-other"],
        ["major license-changed CC-BY-4.0>LicenseRef-other"],
    ),
    "a licence that is gone": (
        [BASE, "json-ld license MIT"],
        [BASE],
        ["critical license-removed MIT>None"],
    ),
    "a licence that another source still says": (
        [BASE, "json-ld license MIT", "label license MIT"],
        [BASE, "label license MIT"],
        [],
    ),
    "a source that speaks in place of another": (
        [BASE, "api:zenodo license MIT"],
        [BASE, "json-ld license CC0-1.0"],
        [],
    ),
    "a source that joins in and is believed": (
        [BASE, "json-ld license MIT"],
        [BASE, "json-ld license MIT", "api:zenodo license CC0-1.0"],
        [],
    ),
    "a door that closes": (
        ["json-ld access_tier open"],
        ["json-ld access_tier application"],
        ["critical access-tightened open>application"],
    ),
    "a door that opens": (
        ["json-ld access_tier closed"],
        ["json-ld access_tier open"],
        ["major access-loosened closed>open"],
    ),
    "a door nobody knows of any more": (
        ["json-ld access_tier closed"],
        ["json-ld access_tier unknown"],
        [],
    ),
    "a version, the same one written otherwise": (
        ["json-ld version 1.0"],
        ["json-ld version v1"],
        [],
    ),
    "a new version": (
        ["json-ld version 1.0"],
        ["json-ld version 2"],
        ["major version-changed 1.0>2"],
    ),
    "a size that trembles": (["json-ld size_bytes 1000"], ["json-ld size_bytes 1009"], []),
    "a size that grew": (
        ["json-ld size_bytes 1000"],
        ["json-ld size_bytes 1011"],
        ["major size-changed 1000>1011"],
    ),
    "a repository's size, which always trembles": (
        ["api:github size_bytes 1000"],
        ["api:github size_bytes 1050"],
        [],
    ),
    "a file more": (
        ["json-ld file_count 9"],
        ["json-ld file_count 10"],
        ["major files-changed 9>10"],
    ),
    "a title in another case": ([BASE], ["json-ld title RIVERS"], []),
    "another title": (
        [BASE],
        ["json-ld title Rivers and lakes"],
        ["major title-changed Rivers>Rivers and lakes"],
    ),
    "a description, retouched": (
        ["json-ld description one two three four five six seven eight nine ten eleven"],
        ["json-ld description one two three four five six seven eight nine ten twelve"],
        [],
    ),
    "a date that moves with a version": (
        ["json-ld version 1", "json-ld date_modified 2026-01-01"],
        ["json-ld version 2", "json-ld date_modified 2026-02-01"],
        ["major version-changed 1>2"],
    ),
    "a date alone": (
        ["json-ld date_modified 2026-01-01"],
        ["json-ld date_modified 2026-02-01"],
        ["minor modified 2026-01-01>2026-02-01"],
    ),
    "a date that goes back": (
        ["json-ld date_modified 2026-02-01"],
        ["json-ld date_modified 2026-01-01"],
        [],
    ),
    "a date of more precision": (
        ["json-ld date_modified 2026"],
        ["json-ld date_modified 2026-02-01"],
        [],
    ),
    "a data set that is withdrawn": (
        ["json-ld lifecycle active"],
        ["json-ld lifecycle withdrawn"],
        ["critical withdrawn active>withdrawn"],
    ),
    "one that is superseded": (
        ["json-ld lifecycle active"],
        ["json-ld lifecycle superseded"],
        ["major superseded active>superseded"],
    ),
    "one that is active again": (
        ["json-ld lifecycle archived"],
        ["json-ld lifecycle active"],
        [],
    ),
    "what nobody needs to hear of": (
        ["json-ld language en", "json-ld formats []"],
        ["json-ld language de", 'json-ld formats ["text/csv"]'],
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "told"), CASES.values(), ids=CASES)
def test_what_is_told(before: list[str], after: list[str], told: list[str]) -> None:
    came = changes(known(*before), known(*after))
    lines = [f"{event.severity} {event.kind} {event.before}>{event.after}" for event in came]
    assert lines == told


def test_another_way_of_reading_makes_a_new_beginning() -> None:
    before = known("json-ld license MIT", extractor=1)
    after = known("json-ld license CC0-1.0", extractor=2)
    assert changes(before, after) == []


def test_every_kind_matters_somehow() -> None:
    assert set(SEVERITY) == set(Kind)


values = st.sampled_from(["MIT", "CC0-1.0", "CC-BY-NC-4.0"])
sources = st.sampled_from(["api:zenodo", "json-ld", "label"])


@given(st.dictionaries(sources, values))
def test_nothing_is_told_where_nothing_changed(said: dict[str, str]) -> None:
    now = {(F.LICENSE, source): Value(value, value, NOW, NOW) for source, value in said.items()}
    later = {key: replace(value, last_seen=NOW.replace(year=2027)) for key, value in now.items()}
    assert changes(now, later) == []
