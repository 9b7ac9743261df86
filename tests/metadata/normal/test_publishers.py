"""One name a host."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.publishers import publisher


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("ZENODO", "Zenodo", id="in another case"),
        pytest.param("zenodo.org", "Zenodo", id="by its address"),
        pytest.param("https://www.kaggle.com", "Kaggle", id="by its whole address"),
        pytest.param("Dryad Digital Repository", "Dryad", id="by its old name"),
        pytest.param({"@type": "Organization", "name": "PhysioNet"}, "PhysioNet", id="an object"),
        pytest.param("MIT  Press", "MIT Press", id="any other as it calls itself"),
        pytest.param("(:unav)", None, id="nobody"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_a_publisher_is_read(raw: Any, name: str | None) -> None:
    assert publisher(raw) == name
