from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.spiders.likeness import likeness, words_of

LOST = "The page you are looking for is not here. Go back to the start, or search for something."
ATLAS = (
    "The river atlas lists four thousand rivers with their length, their basins and their mouths."
)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        pytest.param(LOST, LOST, 1, 1, id="the same"),
        pytest.param(LOST + " 8c31", LOST + " 77aa1", 0.85, 1, id="but for a number"),
        pytest.param(LOST, ATLAS, 0, 0.2, id="different pages"),
        pytest.param("页面不存在 请返回首页", "页面不存在 请返回首页 12", 0.95, 1, id="Chinese"),
        pytest.param("页面不存在 请返回首页", "河流数据集 四千条河流", 0, 0.2, id="other Chinese"),
        pytest.param("", "", 1, 1, id="nothing and nothing"),
        pytest.param("", LOST, 0, 0.1, id="nothing and something"),
    ],
)
def test_pages_are_alike(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(words_of(one), words_of(other)) <= most


def test_an_echo_of_the_address_makes_no_difference() -> None:
    one = words_of("Nothing at /sets/rivers-of-asia here", "/sets/rivers-of-asia")
    assert likeness(one, words_of("Nothing at /sets/qqq here", "/sets/qqq")) == 1


@given(st.text(), st.text())
def test_it_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    a, b = words_of(one), words_of(other)
    assert 0 <= likeness(a, b) == likeness(b, a) <= 1
    assert likeness(a, a) == 1
