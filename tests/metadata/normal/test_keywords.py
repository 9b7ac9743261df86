"""Keywords are a set."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.metadata.normal.keywords import keywords


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param("MRI, Brain", ["brain", "mri"], id="commas part them, sorted, in lower case"),
        pytest.param("a;b\nc|d", ["a", "b", "c", "d"], id="so do other marks"),
        pytest.param(["MRI", "mri "], ["mri"], id="each once"),
        pytest.param(["a, b", "c"], ["a", "b", "c"], id="commas within a list"),
        pytest.param(
            ["Gait", "Medicine, Health and Life Sciences"],
            ["gait", "medicine, health and life sciences"],
            id="a subject of a scheme is one",
        ),
        pytest.param("gait, hip and knee", ["gait", "hip and knee"], id="a text is no subject"),
        pytest.param('["hip, knee and leg"]', ["hip, knee and leg"], id="its own form again"),
        pytest.param([{"name": "MRI"}, {"subject": "CT"}], ["ct", "mri"], id="objects by name"),
        pytest.param("x-ray; Data set; Keywords", ["x-ray"], id="words that say nothing are out"),
        pytest.param("#covid-19.", ["covid-19"], id="without marks around"),
        pytest.param(
            "heart &amp; lung", ["heart & lung"], id="an entity's semicolon parts nothing"
        ),
        pytest.param("<p>a, b</p>", ["a", "b"], id="without markup"),
        pytest.param("y" * 101 + ", ok", ["ok"], id="no sentences"),
        pytest.param("..., --", [], id="marks are none"),
        pytest.param([], [], id="an empty list is none"),
        pytest.param(None, [], id="nothing is none"),
    ],
)
def test_keywords_are_read(raw: Any, words: list[str]) -> None:
    assert json.loads(keywords(raw) or "[]") == words


def test_keywords_are_capped() -> None:
    assert len(json.loads(keywords([f"k{number}" for number in range(900)]) or "")) == 200
