"""Versions are kept as written and compared by what they come to."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.versions import same_version, version

SHA = "0123abcd" * 5


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param("1.0", "1.0", id="as written"),
        pytest.param(1, "1", id="a number"),
        pytest.param("v1.0.0", "1.0.0", id="without its v"),
        pytest.param("Version 1", "1", id="without its word"),
        pytest.param("Version: v2", "2", id="without both"),
        pytest.param("rev. 3", "3", id="without a shorter word"),
        pytest.param("v", None, id="a v alone is none"),
        pytest.param("vivid", "vivid", id="a name that begins with v stays"),
        pytest.param("latest", None, id="the latest is none"),
        pytest.param(SHA.upper(), SHA, id="a sha in lower case"),
        pytest.param("2019-04-10", "2019-04-10", id="a day"),
        pytest.param("1.0-beta", "1.0-beta", id="with what follows"),
        pytest.param("--", None, id="marks are none"),
        pytest.param(False, None, id="a truth is none"),
    ],
)
def test_a_version_is_kept(raw: Any, value: str | None) -> None:
    assert version(raw) == value


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        pytest.param("1", "1.0", True, id="1 is 1.0"),
        pytest.param("1.0.0", "v1", True, id="1.0.0 is v1"),
        pytest.param("Version 1", "1", True, id="Version 1 is 1"),
        pytest.param("01", "1", True, id="a nought before says nothing"),
        pytest.param("1.0-beta", "1-Beta", True, id="a beta of 1.0 is one of 1"),
        pytest.param("1.0rc1", "1.0-rc.1", True, id="marks say nothing"),
        pytest.param("1.1", "1.10", False, id="1.1 is not 1.10"),
        pytest.param("1.0.1", "1.1", False, id="a nought within counts"),
        pytest.param("10", "1", False, id="10 is not 1"),
        pytest.param("1.0", "1.0-beta", False, id="1.0 is not its beta"),
        pytest.param("20190410", "2019-04-10", True, id="a day is a day"),
        pytest.param("10 April 2019", "2019.04.10", True, id="a day by name is a day"),
        pytest.param("2019-04-10", "2019-04-11", False, id="the next day is not"),
        pytest.param(SHA[:8], SHA, True, id="a short sha is its long one"),
        pytest.param("fff0000", SHA, False, id="another short sha is not"),
    ],
)
def test_versions_compare(one: str, other: str, answer: bool) -> None:
    assert same_version(one, other) is answer
    assert same_version(other, one) is answer
