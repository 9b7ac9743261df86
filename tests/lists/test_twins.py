"""Entries that are one data set, and the reason for thinking so."""

from __future__ import annotations

import pytest

from crawler.lists.reader import read
from crawler.lists.twins import Twins, twins

HEAD = "# S\n\n## Water\n\n- [Moon Map](https://moon.example.org/m)\n"


def _two(first: str, second: str) -> tuple[Twins, ...]:
    return twins([read(f"{HEAD}- {first}\n"), read(f"{HEAD.replace('oon', 'ist')}- {second}\n")])


@pytest.mark.parametrize(
    ("first", "second", "reason", "value"),
    [
        (
            "[Tide](https://doi.org/10.5061/DRYAD.x1)",
            "[Flood](https://datadryad.org/dataset/doi:10.5061/dryad.x1)",
            "doi",
            "10.5061/dryad.x1",
        ),
        (
            "[Tide](https://a.example.org/?id=phs000821)",
            "[Flood](https://b.example.org/studies/phs000821)",
            "accession",
            "phs000821",
        ),
        (
            "[Tide](https://tide.example.org)",
            "[Flood](https://TIDE.example.org/#x)",
            "address",
            "https://tide.example.org/",
        ),
        (
            "[Tide](http://www.tide.example.org/a/)",
            "[Flood](https://tide.example.org/a)",
            "probably-same-address",
            "tide.example.org/a",
        ),
        (
            "[Great Tide Atlas](https://a.example.org)",
            "[great tide-atlas dataset](https://b.example.org)",
            "name",
            "greattideatlas",
        ),
    ],
)
def test_the_same_data_set_is_known_again(first: str, second: str, reason: str, value: str) -> None:
    assert _two(first, second) == (Twins(reason, value, ((0, 1), (1, 1))),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[Tide](https://a.example.org)", "[Tide](https://b.example.org)"),
        ("[Tide](https://a.example.org/x)", "[Flood](https://a.example.org/X)"),
        ("**Aa**: paper: https://arxiv.org/abs/1", "**Bb**: paper: https://arxiv.org/abs/1"),
        ("[Dataset 1](https://a.example.org)", "[dataset 1](https://b.example.org)"),
    ],
    ids=["a common word", "another case of the path", "the same paper", "only words for data"],
)
def test_what_only_looks_alike_is_two(first: str, second: str) -> None:
    assert _two(first, second) == ()
