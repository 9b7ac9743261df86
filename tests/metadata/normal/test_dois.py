"""DOIs come to one spelling; versions are told from all versions where the pattern says so."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.dois import concept_doi, doi, naming

SICI = "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("10.5281/ZENODO.42", "10.5281/zenodo.42", id="in lower case"),
        pytest.param("doi:10.5281/zenodo.42", "10.5281/zenodo.42", id="without its scheme"),
        pytest.param("DOI: 10.5281/zenodo.42.", "10.5281/zenodo.42", id="without the full stop"),
        pytest.param("https://dx.doi.org/10.1000/x", "10.1000/x", id="without its resolver"),
        pytest.param("http://www.doi.org/10.1000/x/", "10.1000/x", id="without the last slash"),
        pytest.param("https://doi.org/10.5061%2Fdryad.abc", "10.5061/dryad.abc", id="unescaped"),
        pytest.param(
            "https://doi.org/10.5061%252Fdryad.a", "10.5061/dryad.a", id="twice unescaped"
        ),
        pytest.param(
            "https://datadryad.org/dataset/doi%3A10.5061%2Fdryad.abc?x=1",
            "10.5061/dryad.abc",
            id="out of an address",
        ),
        pytest.param(
            "https://d.example/dataset.xhtml?persistentId=doi:10.7910/DVN/ABC&version=1.0",
            "10.7910/dvn/abc",
            id="out of a query",
        ),
        pytest.param(
            "https://www.frontiersin.org/articles/10.3389/fnins.2019.00001/full",
            "10.3389/fnins.2019.00001",
            id="without the publisher's page",
        ),
        pytest.param(
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf",
            "10.1101/2020.01.01.123456",
            id="without the preprint's file",
        ),
        pytest.param("(see 10.1000/x)", "10.1000/x", id="without the bracket around it"),
        pytest.param("10.1016/S0140-6736(05)1", "10.1016/s0140-6736(05)1", id="with its brackets"),
        pytest.param("10.1016/s0140(05)", "10.1016/s0140(05)", id="with its last bracket"),
        pytest.param(SICI.upper(), SICI, id="with all that old ones have"),
        pytest.param("10.1000.10/123", "10.1000.10/123", id="with a register within a register"),
        pytest.param({"@value": "10.1000/x"}, "10.1000/x", id="out of an object"),
        pytest.param("10.1000/", None, id="without a name none"),
        pytest.param("10.1/x", None, id="of no register none"),
        pytest.param("110.1000/x", None, id="within a number none"),
        pytest.param("https://zenodo.org/records/42", None, id="an address alone is none"),
        pytest.param(10.5281, None, id="a number is none"),
        pytest.param("10.1000/...", None, id="marks are no name"),
    ],
)
def test_a_doi_is_read(raw: Any, name: str | None) -> None:
    assert doi(raw) == name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("10.6084/m9.figshare.42.v3", ("10.6084/m9.figshare.42", "3"), id="figshare"),
        pytest.param("10.25384/sage.42.v1", ("10.25384/sage.42", "1"), id="a portal of figshare"),
        pytest.param("10.17632/abc123xyz.2", ("10.17632/abc123xyz", "2"), id="Mendeley Data"),
        pytest.param("10.17632/abc123xyz", None, id="Mendeley Data without a version"),
        pytest.param("10.5281/zenodo.42", None, id="Zenodo, whose numbers do not tell"),
        pytest.param("10.13026/c2f305", None, id="PhysioNet, whose names do not tell"),
        pytest.param("10.12688/f1000research.7678.1", None, id="a paper with a number"),
    ],
)
def test_a_pattern_tells_the_version(name: str, told: tuple[str, str] | None) -> None:
    assert naming(name) == told


def test_the_doi_of_all_versions_names_none() -> None:
    assert concept_doi("https://doi.org/10.17632/ABC.2") == "10.17632/abc"
    assert concept_doi("10.5281/zenodo.41") == "10.5281/zenodo.41"
    assert concept_doi("none") is None
