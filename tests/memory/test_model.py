"""The memory that grows night by night believes what the plain rules say of all the looks."""

from __future__ import annotations

from hypothesis import given

from crawler.memory.state import Memory, Tonight

from .histories import histories, lived, many
from .plain import Belief, believe


@many
@given(histories())
def test_what_is_remembered_is_what_the_plain_rules_say(looks: list[Tonight]) -> None:
    assert [_belief(night.after) for night in lived(looks)] == list(believe(looks))


def _belief(memory: Memory) -> Belief:
    failing = memory.failing
    return Belief(
        memory.state.value,
        memory.since,
        memory.last_ok,
        failing.since if failing else None,
        failing.nights if failing else 0,
    )
