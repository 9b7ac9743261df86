"""Search: all words, wherever they stand; no word is syntax."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.store.search import search
from tests.export.sample import a_database
from tests.reports.attacks import TEXTS


@pytest.fixture(scope="module")
def vitals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    db = a_database(Path(tmp_path_factory.mktemp("search")) / "sample.db")
    yield db
    db.close()


CASES: dict[str, tuple[list[str], list[str]]] = {
    "a name": (["Lakes"], ["Lakes"]),
    "in any case": (["lAKES"], ["Lakes"]),
    "the beginning of a word": (["lak"], ["Lakes"]),
    "the middle of a name": (["meless"], ["Nameless sea"]),
    "a part of a Chinese name": (["河流"], ["湖泊与河流"]),
    "a section": (["fresh"], ["Rivers"]),
    "an address": (["tides.zip"], ["Tides"]),
    "a description": (["discharge"], ["Rivers"]),
    "words in different places": (["fresh", "discharge", "rivers"], ["Rivers"]),
    "words in one argument": (["fresh discharge"], ["Rivers"]),
    "every word is needed": (["lakes", "rivers"], []),
    "a link of no entry": (["help"], ["here"]),
    "a name before an address": (["gauge"], ["gauge"]),
    "a sign among words is no word": (["lakes", "-", "*"], ["Lakes"]),
    "signs alone": (['"', "*", "-"], []),
    "a word of the index's language": (["NOT"], []),
    "two words of the index's language": (["lakes OR rivers"], []),
    "a column's name": (["name:lakes"], []),
    "a group": (["(lakes)"], ["Lakes"]),
    "a sign that stands for any text": (["l%s"], []),
    "a sign that stands for any character": (["l_kes"], []),
    "a key of what is stored": (["orcid"], []),
}


@pytest.mark.parametrize(("words", "names"), CASES.values(), ids=CASES)
def test_what_is_found(words: list[str], names: list[str], vitals: Database) -> None:
    assert [found.name for found in search(vitals, words, 10)] == names


def test_the_name_itself_comes_before_what_only_has_it_in_it(vitals: Database) -> None:
    found = search(vitals, ["rivers"], 10)
    assert found[0].name == "Rivers"
    assert len(search(vitals, ["atlas"], 3)) == 3


def test_what_left_the_lists_is_not_found(tmp_path: Path) -> None:
    db = a_database(tmp_path / "sample.db")
    db.execute("UPDATE entries SET present = 0 WHERE name = 'Lakes'")
    db.execute("UPDATE mentions SET present = 0 WHERE entry IS NULL")
    assert search(db, ["lakes"], 10) == []
    assert search(db, ["help"], 10) == []
    db.close()


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_words(name: str, vitals: Database) -> None:
    search(vitals, [TEXTS[name][:2000]], 10)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_no_word_breaks_it(vitals: Database, words: list[str]) -> None:
    assert isinstance(search(vitals, words, 5), list)
