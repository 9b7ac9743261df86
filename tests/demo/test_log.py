"""How mannerly were the clients?"""

from __future__ import annotations

from math import inf

import pytest

from crawler.demo.log import least_spacing, most_at_once
from crawler.demo.steps import Asked

Story = list[tuple[str, float, float | None]]


def told(story: Story) -> tuple[list[Asked], dict[int, float]]:
    log = [Asked(at, host, "GET", "/", {}, number=n) for n, (host, at, _) in enumerate(story)]
    return log, {n: end for n, (_, _, end) in enumerate(story) if end is not None}


@pytest.mark.parametrize(
    ("story", "for_a", "for_all"),
    [
        pytest.param([], 0, 0, id="nothing asked"),
        pytest.param([("a", 1, 2), ("a", 2, 3)], 1, 1, id="one after the other, without a gap"),
        pytest.param([("a", 1, 3), ("a", 2, 4)], 2, 2, id="two overlap"),
        pytest.param([("a", 1, 4), ("b", 2, 3), ("a", 5, 6)], 1, 2, id="two hosts"),
        pytest.param([("a", 1, None), ("a", 9, 10)], 2, 2, id="one was never answered"),
    ],
)
def test_the_most_requests_at_once(story: Story, for_a: int, for_all: int) -> None:
    log, ended = told(story)
    assert most_at_once(log, ended, "a") == for_a
    assert most_at_once(log, ended) == for_all


@pytest.mark.parametrize(
    ("story", "spacing"),
    [
        pytest.param([("a", 1, 2)], inf, id="a single request"),
        pytest.param([("a", 1, 2), ("b", 1.5, 2), ("a", 3, 4), ("a", 4, 5)], 1, id="the least"),
    ],
)
def test_the_least_spacing(story: Story, spacing: float) -> None:
    assert least_spacing(told(story)[0], "a") == spacing
