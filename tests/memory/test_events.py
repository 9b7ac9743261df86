from __future__ import annotations

import pytest

from crawler.memory.events import SEVERITY, Kind, events
from crawler.memory.state import Memory, State
from crawler.verdicts.verdict import Reason

from .stories import BEGIN, nights

BETWEEN = {
    "dies": ("down http-404", "dead http-404", ["dead down>dead"]),
    "dies at once": ("suspect http-410", "dead http-410", ["dead suspect>dead"]),
    "goes down": ("suspect http-5xx", "down http-5xx", ["down suspect>down"]),
    "is suspected: nothing is said": ("alive http-200", "suspect http-5xx", []),
    "was suspected: nothing is said": ("suspect http-5xx", "alive http-200", []),
    "comes back": ("down http-5xx", "alive http-200", ["recovered down>alive"]),
    "comes back from the dead": ("dead http-410", "alive file", ["recovered dead>alive"]),
    "comes back elsewhere: both are said": (
        "down http-5xx",
        "alive permanent-redirect",
        ["recovered down>alive", "moved failing>moved"],
    ),
    "moves": ("alive http-200", "alive permanent-redirect", ["moved ok>moved"]),
    "moves back: nothing is said": ("alive permanent-redirect", "alive http-200", []),
    "moves in another way: nothing is said": ("alive slash", "alive https-upgrade", []),
    "gets a door": ("alive http-200", "alive http-401", ["restricted ok>restricted"]),
    "gets insecure": ("alive http-200", "alive tls-expired", ["insecure ok>insecure"]),
    "gets blocked": ("alive http-200", "alive http-403", ["blocked ok>blocked"]),
    "is blocked while down": ("down http-404", "down http-403", ["blocked gone>blocked"]),
    "ails otherwise: nothing is said": ("down http-404", "down http-5xx", []),
    "is the same": ("alive http-200", "alive http-200", []),
    "can be verified at last: nothing is said": ("unverified http-403", "alive http-200", []),
}


def memory(text: str) -> Memory:
    state, reason = text.split()
    return Memory(BEGIN, State(state), reason=Reason(reason))


@pytest.mark.parametrize(("before", "after", "told"), BETWEEN.values(), ids=BETWEEN)
def test_a_link(before: str, after: str, told: list[str]) -> None:
    came = events(memory(before), memory(after))
    assert [f"{event.kind} {event.before}>{event.after}" for event in came] == told


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_a_first_look_has_nothing_to_differ_from(reason: Reason) -> None:
    assert events(Memory(BEGIN), Memory(BEGIN, State.ALIVE, reason=reason)) == ()
    assert events(Memory(BEGIN), Memory(BEGIN)) == ()


def test_every_kind_matters_somehow() -> None:
    assert set(SEVERITY) == set(Kind)
    (event,) = events(memory("down http-404"), memory("dead http-404"))
    assert event.severity == "critical"


def test_a_death_is_told_in_two_steps_and_no_more() -> None:
    story = "0d http-200 .\n" + "".join(f"{day}d http-404 .\n" for day in range(1, 30))
    told = [event.kind for _, *memories in nights(story) for event in events(*memories)]
    assert told == [Kind.DOWN, Kind.DEAD]
