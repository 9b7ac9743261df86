"""Languages from codes and names."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.languages import language


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        pytest.param("en", "en", id="a code"),
        pytest.param("EN", "en", id="a code in capitals"),
        pytest.param("eng", "en", id="a longer code"),
        pytest.param("ger", "de", id="a librarian's code"),
        pytest.param("en_US", "en-US", id="with its country"),
        pytest.param("en-us", "en-US", id="with its country in lower case"),
        pytest.param("zh-hans-cn", "zh-Hans-CN", id="with its script"),
        pytest.param("es-419", "es-419", id="with its continent"),
        pytest.param("English", "en", id="a name"),
        pytest.param("Deutsch", "de", id="its own name"),
        pytest.param("English (US)", "en", id="a name with an aside"),
        pytest.param("Spanish; Castilian", "es", id="two names of one"),
        pytest.param("Gaelic, Scottish", "gd", id="a name turned round"),
        pytest.param(["xx", "fr"], "fr", id="the first that is one"),
        pytest.param({"@type": "Language", "name": "English"}, "en", id="an object"),
        pytest.param("http://id.loc.gov/vocabulary/iso639-1/en", "en", id="an address"),
        pytest.param("http://publications.europa.eu/resource/authority/language/ENG", "en",
                     id="an authority's address"),
        pytest.param("und", None, id="undetermined is none"),
        pytest.param("mul", None, id="many are none"),
        pytest.param("xx", None, id="an unknown code is none"),
        pytest.param("Pythonesque", None, id="an unknown name is none"),
        pytest.param(7, None, id="a number is none"),
    ],
)  # fmt: skip
def test_a_language_is_read(raw: Any, tag: str | None) -> None:
    assert language(raw) == tag
