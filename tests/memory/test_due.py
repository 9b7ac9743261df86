"""When to look again, and who comes first."""

from __future__ import annotations

import pytest

from crawler.memory.due import Known, due, is_due
from crawler.memory.state import State

from .stories import BEGIN, span


def known(
    url: str, ago: str | None = "1d", state: State = State.ALIVE, *, well: bool = False
) -> Known:
    checked = BEGIN - span(ago) if ago else None
    return Known(f"http://{url}", url.split("/")[0], state, checked, well)


@pytest.mark.parametrize("state", [state for state in State if state is not State.DEAD])
def test_all_but_the_dead_are_due_at_once(state: State) -> None:
    assert is_due(known("a", "0d", state), BEGIN)


DEAD = {
    "looked at yesterday": ("1d", False, False),
    "looked at seven days ago": ("7d", False, True),
    "a little less than seven days ago": ("6d23h30m", False, True),
    "yet a little less": ("6d23h29m", False, False),
    "never looked at": (None, False, True),
    "there last night": ("1d", True, True),
    "just looked at": ("0d", False, False),
    "looked at in the future: a clock went back": ("-1m", False, True),
}


@pytest.mark.parametrize(("ago", "well", "expected"), DEAD.values(), ids=DEAD)
def test_the_dead_are_due_weekly(ago: str | None, well: bool, expected: bool) -> None:
    assert is_due(known("a", ago, State.DEAD, well=well), BEGIN) is expected


def test_a_link_that_nothing_is_known_of_is_due() -> None:
    assert is_due(Known("http://a", "a", State.DEAD), BEGIN)
    assert Known("http://a", "a") == ("http://a", "a", State.NEW, None, False)


LINKS = [
    known("a/yesterday", "1d"),
    known("a/last-week", "7d"),
    known("a/new", None),
    known("b/two-days-ago", "2d"),
    known("b/dead", "3d", State.DEAD),
    known("b/new", None),
    known("a/yesterday-too", "1d"),
]
ALL = ["a/new", "b/new", "a/last-week", "b/two-days-ago", "a/yesterday", "a/yesterday-too"]
BUDGETS = {
    "no budget": (None, None, ALL),
    "three a night": (3, None, ALL[:3]),
    "nothing a night": (0, None, []),
    "one a host": (None, 1, ALL[:2]),
    "two a host": (None, 2, ALL[:4]),
    "three a night, two a host": (3, 2, ALL[:3]),
    "five a night, three a host": (5, 3, [*ALL[:5]]),
    "nothing a host": (None, 0, []),
    "what one host may not is left to another": (
        3,
        1,
        ["a/new", "b/new"],
    ),
}


SPENT = {
    "nothing yet": ([], ALL[:4]),
    "two of one host": (["b", "b"], ["a/new", "a/last-week"]),
    "of a host that has no more links": (["c"], ALL[:3]),
    "everything": (["a", "b", "c", "d"], []),
    "more than there is": (["a", "b", "c", "d", "e"], []),
}


@pytest.mark.parametrize(("spent", "expected"), SPENT.values(), ids=SPENT)
def test_what_an_interrupted_night_has_asked_is_spent(
    spent: list[str], expected: list[str]
) -> None:
    chosen = due(LINKS, BEGIN, budget=4, host_budget=2, spent=spent)
    assert chosen == [f"http://{url}" for url in expected]


@pytest.mark.parametrize(("budget", "host_budget", "expected"), BUDGETS.values(), ids=BUDGETS)
def test_the_most_overdue_come_first(
    budget: int | None, host_budget: int | None, expected: list[str]
) -> None:
    chosen = due(LINKS, BEGIN, budget=budget, host_budget=host_budget)
    assert chosen == [f"http://{url}" for url in expected]
