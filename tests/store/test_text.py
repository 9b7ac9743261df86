from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.store.text import storable, storable_json

anything = st.text(st.characters() | st.characters(categories=["Cs"]))


@given(anything)
@example("caf\udce9.md")
@example("\ud83d\ude00")
def test_any_text_comes_back_as_it_was_stored(text: str) -> None:
    with Database(memory=True) as db:
        (stored,) = db.execute("SELECT ?", [storable(text)]).fetchone()
    assert stored == storable(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_sound_text_is_left_alone(text: str) -> None:
    assert storable(text) == text


@given(st.dictionaries(anything, anything | st.integers() | st.none()))
def test_any_json_is_valid_and_readable_everywhere(value: dict[str, object]) -> None:
    with Database(memory=True) as db:
        stored, valid = db.execute("SELECT ?1, json_valid(?1)", [storable_json(value)]).fetchone()
    assert valid
    json.dumps(json.loads(stored), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("odd", "stored"),
    [("caf\udce9.md", "caf\\udce9.md"), ("caf\udce8.md", "caf\\udce8.md"), ("データ", "データ")],
    ids=["a file name that is no UTF-8", "another such name stays another", "sound text"],
)
def test_odd_text(odd: str, stored: str) -> None:
    assert storable(odd) == stored


def test_json_is_kept_readable() -> None:
    assert storable_json({"title": "データ \ud800"}) == '{"title": "データ ?"}'
