from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.metadata.fields import Field, Tier
from crawler.metadata.hosts.doors import known_from

GAP = "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000007.v1.p1"

# fmt: off
TOLD = {
    "https://www.kaggle.com/c/birdsong-seizures": Tier.CHALLENGE,
    "https://www.kaggle.com/competitions/birdsong-seizures/data?select=a.zip": Tier.CHALLENGE,
    "https://heronseg.grand-challenge.org/": Tier.CHALLENGE,
    "https://heronseg.grand-challenge.org/Data/#get": Tier.CHALLENGE,
    GAP: Tier.APPLICATION,
    "https://ega-archive.org/studies/EGAS00001000001": Tier.APPLICATION,
    "http://adni.loni.usc.edu/data-samples/access-data/": Tier.APPLICATION,
    "https://www.ukbiobank.ac.uk/enable-your-research": Tier.APPLICATION,
    "https://search.vivli.org/studyDetails/1": Tier.APPLICATION,
}
NOT_TOLD = [
    "", "http://[x", "https://www.kaggle.com/datasets/birds/atlas", "https://www.kaggle.com/c/",
    "https://grand-challenge.org/challenges/", "https://www.grand-challenge.org/",
    "https://ega-archive.org/", "https://www.ncbi.nlm.nih.gov/gap/", "https://loni.usc.edu/",
    "https://evil.example/https://www.kaggle.com/c/birds", "https://kaggle.com.example/c/birds",
    "https://notukbiobank.ac.uk/",
]
# fmt: on


@pytest.mark.parametrize(("link", "tier"), TOLD.items())
def test_some_addresses_tell_who_gets_in(link: str, tier: Tier) -> None:
    said = known_from(link)
    assert [one.field for one in said] == [Field.ACCESS_TIER, Field.ACCESS_EVIDENCE]
    assert said[0].raw == tier
    assert {one.source for one in said} == {"label"}


@pytest.mark.parametrize("link", NOT_TOLD)
def test_all_others_do_not(link: str) -> None:
    assert known_from(link) == []


@given(st.text())
def test_any_text_can_be_an_address(text: str) -> None:
    known_from(text)
