"""Related works by relation, scheme and id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.metadata.normal.related import identified, related, same_related


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        pytest.param("https://doi.org/10.5281/ZENODO.1", ("doi", "10.5281/zenodo.1"), id="a DOI"),
        pytest.param("10.48550/arXiv.2101.00001", ("arxiv", "2101.00001"), id="arXiv's own DOI"),
        pytest.param("https://arxiv.org/pdf/2101.00001v3.pdf", ("arxiv", "2101.00001"), id="a PDF"),
        pytest.param("arXiv:math.GT/0309136", ("arxiv", "math.gt/0309136"), id="an old name"),
        pytest.param("https://pubmed.ncbi.nlm.nih.gov/123456/", ("pmid", "123456"), id="PubMed"),
        pytest.param("pmc123456", ("pmcid", "PMC123456"), id="PubMed Central"),
        pytest.param("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/", ("pmcid", "PMC123456"),
                     id="PubMed Central's page"),
        pytest.param("hdl:11234/1-5502", ("handle", "11234/1-5502"), id="a handle"),
        pytest.param("https://A.example/x/?utm_source=y&id=1#top", ("url", "https://a.example/x?id=1"),
                     id="a page without what tracks"),
        pytest.param("Smith et al. 2019", None, id="a sentence is none"),
        pytest.param("javascript:alert(1)", None, id="a script is none"),
        pytest.param("https://[::1", None, id="half an address is none"),
        pytest.param("123456", None, id="a number alone is none"),
    ],
)  # fmt: skip
def test_a_work_is_identified(raw: Any, known: tuple[str, str] | None) -> None:
    assert identified(raw) == known


def test_a_scheme_says_what_a_number_is() -> None:
    assert identified("123456", "PMID") == ("pmid", "123456")
    assert identified("2101.00001v2", "arXiv") == ("arxiv", "2101.00001")


@pytest.mark.parametrize(
    ("relation", "word"),
    [
        ("isNewVersionOf", "IsNewVersionOf"),
        ("is_obsoleted_by", "IsObsoletedBy"),
        ("http://purl.org/dc/terms/isReplacedBy", "IsObsoletedBy"),
        ("isBasedOn", "IsDerivedFrom"),
        ("sameAs", "IsIdenticalTo"),
        ("is-supplement-to", "IsSupplementTo"),
        ("unheard of", "References"),
        (None, "References"),
    ],
)
def test_a_relation_has_one_word(relation: str | None, word: str) -> None:
    value = related([{"relation": relation, "id": "10.1000/x"}])
    assert json.loads(value or "") == [{"relation": word, "scheme": "doi", "id": "10.1000/x"}]


def test_works_are_sorted_each_once() -> None:
    one = related(
        [{"relation": "Cites", "id": "10.1000/b"}, {"relation": "cites", "id": "10.1000/a"}]
    )
    other = related([{"relation": "Cites", "id": name} for name in ("10.1000/A", "10.1000/B") * 2])
    assert one == other
    assert related(["nothing here"]) is None


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        pytest.param("http://a.example/x/", "https://www.a.example/x", True, id="one page"),
        pytest.param("https://a.example/x", "https://a.example/y", False, id="two pages"),
        pytest.param("10.1000/X", "doi:10.1000/x", True, id="one DOI"),
    ],
)
def test_works_compare(one: str, other: str, answer: bool) -> None:
    assert same_related(related([one]) or "", related([other]) or "") is answer
