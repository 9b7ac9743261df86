"""How much a licence lets people do."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crawler.metadata.licences import restriction

FREEST_FIRST = (
    ("CC0-1.0", "CC-PDM-1.0", "PDDL-1.0", "LicenseRef-US-Government-Works"),
    ("CC-BY-4.0", "MIT", "Apache-2.0", "ODC-By-1.0", "LicenseRef-CC-BY-unversioned"),
    ("CC-BY-SA-4.0", "ODbL-1.0", "GPL-3.0-only"),
    ("CC-BY-NC-4.0",),
    ("CC-BY-NC-SA-4.0", "CC-BY-ND-4.0"),
    ("CC-BY-NC-ND-4.0",),
)


@pytest.mark.parametrize(("freer", "stricter"), list(pairwise(FREEST_FIRST)))
def test_each_lets_people_do_more_than_the_next(
    freer: tuple[str, ...], stricter: tuple[str, ...]
) -> None:
    ranks = [restriction(name) for name in freer], [restriction(name) for name in stricter]
    assert len(set(ranks[0])) == len(set(ranks[1])) == 1
    assert (ranks[0][0] or 0) < (ranks[1][0] or 0)


@pytest.mark.parametrize("name", ["LicenseRef-other", "LicenseRef-PhysioNet-Credentialed-1.5.0"])
def test_own_terms_cannot_be_compared(name: str) -> None:
    assert restriction(name) is None
