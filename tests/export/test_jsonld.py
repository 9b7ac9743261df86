"""JSON-LD that may stand anywhere: in a file, on a terminal, in a script of a page."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.export.jsonld import document, known, write_document

HARD = "</script><script>&\x7f\x9b\u2028\u202e\ud800\U000e0041 湖 👩"


def whole(shelves: list[tuple[str, dict[str, object]]], encoding: str = "utf-8") -> bytes:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    write_document({"@type": "X", "name": HARD}, shelves, "dataset", out)
    out.flush()
    return raw.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "ascii", "latin-1"])
def test_characters_come_back_whatever_the_stream_takes(encoding: str) -> None:
    raw = whole([("dataset", {"a": HARD})], encoding)
    told = json.loads(raw.decode(encoding))
    assert (told["name"], told["dataset"]) == (HARD, [{"a": HARD}])
    assert not set("<>&\x7f\x9b\u2028\u202e\U000e0041") & set(raw.decode(encoding))
    assert ("湖".encode() in raw) == encoding.lower().startswith("utf")


@pytest.mark.parametrize(
    ("shelves", "told"),
    [
        ([], {"dataset": []}),
        (["dataset"], {"dataset": [0]}),
        (["dataset", "dataset", "rest"], {"dataset": [0, 1], "rest": [2]}),
        (["rest"], {"rest": [0], "dataset": []}),
    ],
    ids=["nothing", "one", "two shelves", "no data set"],
)
def test_shelves(shelves: list[str], told: dict[str, list[int]]) -> None:
    document = json.loads(whole([(name, {"n": at}) for at, name in enumerate(shelves)]))
    found = {name: [one["n"] for one in document[name]] for name in document if name in told}
    assert found == told
    assert list(document)[:2] == ["@type", "name"]


@given(st.dictionaries(st.text(), st.text()))
def test_a_document_says_what_it_was_given(node: dict[str, str]) -> None:
    assert json.loads(document(node)) == node


def test_what_is_unknown_is_left_out_but_no_and_nought_are_known() -> None:
    told = known(a=None, b=[], c={}, d="", e=False, f=0, g=0.0, h=())
    assert told == {"e": False, "f": 0, "g": 0.0}
