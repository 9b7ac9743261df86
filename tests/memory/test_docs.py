"""docs/memory.md says what the rules of memory say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.memory import doubt, due, history, incidents, patience, state
from crawler.memory.events import SEVERITY, WARNINGS, Kind
from crawler.memory.patience import Patience, patience_with
from crawler.memory.state import State
from crawler.night import SAME_NIGHT
from crawler.verdicts.verdict import BAD, Reason
from crawler.words import count

PAGE = Path(__file__).parents[2] / "docs" / "memory.md"
MARK = "<!-- memory: written by the tests, see CONTRIBUTING -->\n"
NO_NUMBERS = {"304", "404", "3"}
"""Statuses and an exit code: the only figures that may stand above the mark."""


def lasts(span: timedelta) -> str:
    hours = round(span / timedelta(hours=1))
    return count(hours, "hour") if hours % 24 or hours < 72 else count(hours // 24, "day")


def percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def kills(rule: Patience) -> str:
    """The reasons that this patience is had with."""
    reasons = [reason for reason in Reason if reason.verdict in BAD]
    return " ".join(f"`{one.value}`" for one in reasons if patience_with(one) == rule)


PATIENCE = {
    "`down`": (patience.DOWN, "any bad reason"),
    "told that it is in other hands": (
        patience.ALARM,
        " ".join(f"`{reason.value}`" for reason in Reason if reason in patience.TAKEN),
    ),
    **{
        f"`dead`, {word}": (rule, kills(rule))
        for word, rule in {
            "soonest": patience.DEAD_STRONG,
            "later": patience.DEAD_MEDIUM,
            "last": patience.DEAD_WEAK,
        }.items()
    },
}

FIGURES = {
    "So much of a row must be bad": percent(patience.MOSTLY_BAD),
    "Looks closer together are one night": lasts(state.APART),
    "An interrupted night is gone on with for": lasts(SAME_NIGHT),
    "`unverified` after so long without a good night": lasts(history.MEMORY),
    "A row is looked for so far back": f"{lasts(history.MEMORY)}, or {history.FEWEST} nights",
    "Changes between good and bad in that time that make a link flap": str(history.FLIPS),
    "Coming back to what was left makes it flap within": lasts(history.SOON_BACK),
    "Links of one host failing alike that make an incident": (
        f"{incidents.MANY}, or half of the host"
    ),
    "So long an incident's bad nights do not count": lasts(incidents.PATIENT),
    "Void: of the hosts that were well, more fail than": (
        f"{percent(doubt.TOO_MANY)}, and at least {doubt.FEW}"
    ),
    "Void: the servers' clocks differ by": lasts(doubt.WRONG_CLOCK),
    "Void nights in a row, after which what is seen is believed": str(doubt.MOST_IN_A_ROW),
    "The dead are looked at every": lasts(due.DEAD_EVERY),
    "The end of a certificate is told of before it by": " and ".join(map(lasts, WARNINGS)),
}


def written() -> Iterable[str]:
    """Everything below the mark."""
    yield "\n## Patience\n\n| belief | bad nights | over | reasons |\n|---|---|---|---|\n"
    for belief, (rule, reasons) in PATIENCE.items():
        yield f"| {belief} | {rule.nights} | {lasts(rule.span)} | {reasons} |\n"
    yield "\n## Figures\n\n| what | how much |\n|---|---|\n"
    yield from (f"| {what} | {figure} |\n" for what, figure in FIGURES.items())
    yield "\n## Events, and how much they matter\n\n| severity | events |\n|---|---|\n"
    for severity in dict.fromkeys(SEVERITY.values()):
        kinds = " ".join(f"`{kind.value}`" for kind in Kind if SEVERITY[kind] is severity)
        yield f"| {severity.value} | {kinds} |\n"


def test_the_rules_of_memory_stand_in_the_document() -> None:
    head, mark, said = PAGE.read_text("utf-8").partition(MARK)
    if os.environ.get("RENEW_SNAPSHOTS"):
        PAGE.write_text(head + MARK + "".join(written()), "utf-8")
        return
    assert mark
    assert said == "".join(written()), "renew with RENEW_SNAPSHOTS=1"


def test_what_is_written_by_hand_states_no_figures() -> None:
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    assert set(re.findall(r"\d+", head)) <= NO_NUMBERS


@pytest.mark.parametrize("one", State)
def test_every_state_is_explained(one: State) -> None:
    assert f"`{one.value}`" in PAGE.read_text("utf-8").partition(MARK)[0]


def test_every_bad_reason_has_its_patience() -> None:
    told = " ".join(reasons for belief, (_, reasons) in PATIENCE.items() if "dead" in belief)
    assert sorted(told.split()) == sorted(f"`{r.value}`" for r in Reason if r.verdict in BAD)


def test_the_architecture_leads_there() -> None:
    assert "](memory.md)" in (PAGE.parent / "architecture.md").read_text("utf-8")
