"""A link's last nights, drawn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.clock import to_text
from crawler.store.reader import NightRow, ObservationRow
from crawler.strip import NIGHTS, strip

BEGIN = datetime(2026, 3, 1, 3, tzinfo=UTC)
REASONS = {".": ("ok", "http-200"), "x": ("failing", "http-5xx"), "?": ("blocked", "http-403")}


def lived(life: str) -> tuple[list[ObservationRow], list[NightRow]]:
    """The rows of a life, a character a night: `v` is a void night, a blank a look not made."""
    nights: list[NightRow] = []
    seen: list[ObservationRow] = []
    for number, mark in enumerate(life):
        start = BEGIN + timedelta(days=number)
        at, end = to_text(start + timedelta(minutes=5)), to_text(start + timedelta(hours=1))
        outcome = "void" if mark == "v" else "complete"
        nights.insert(0, NightRow(number, to_text(start), end, outcome, {}, "1"))
        if mark not in REASONS:
            continue
        first = at
        if seen and seen[0].reason == REASONS[mark][1]:
            first = seen.pop(0).first_at
        seen.insert(0, ObservationRow(*REASONS[mark], None, first, at, 1, {}))
    return seen, nights


LIVES: dict[str, tuple[str, list[str]]] = {
    "always well": (".....", [".....", ". well", "well 100.0 % since 2026-03-01"]),
    "down for one of four days": (
        ".x...",
        [".x...", ". well  x failing", "well 75.0 % since 2026-03-01"],
    ),
    "a wall counts neither way": (
        "..??.",
        ["..??.", ". well  ? unclear", "well 100.0 % since 2026-03-01"],
    ),
    "a void night, and nights before and after it was known": (
        "  .v.  ",
        ["--.-.--", ". well  - not looked at", "well 100.0 % since 2026-03-03"],
    ),
    "one look tells no uptime": (".", [".", ". well"]),
    "only walls tell none either": ("???", ["???", "? unclear"]),
    "more than a month": (
        "x" * 10 + "." * 30,
        [
            "x" * 10 + "." * 30,
            ". well  x failing",
            "well 96.7 % of the last 30 days, 74.4 % since 2026-03-01",
        ],
    ),
    "more than a year: only its last nights are drawn": (
        "x" * 101 + "." * 300,
        [
            "." * NIGHTS,
            ". well",
            (
                "well 100.0 % of the last 30 days, 81.9 % of the last 365 days, "
                "74.8 % since 2026-03-01"
            ),
        ],
    ),
    "weekly looks hold until the next": (
        "x      x",
        ["xxxxxxxx", "x failing", "well 0.0 % since 2026-03-01"],
    ),
    "never looked at": ("   ", []),
}


@pytest.mark.parametrize(("life", "lines"), LIVES.values(), ids=LIVES)
def test_a_life_is_drawn(life: str, lines: list[str]) -> None:
    assert strip(*lived(life)).splitlines() == lines


def test_a_night_that_is_not_over_has_shown_nothing() -> None:
    seen, nights = lived("..")
    begun = NightRow(9, to_text(BEGIN + timedelta(days=2)), None, "interrupted", {}, "1")
    assert strip(seen, [begun, *nights]).startswith("..-\n")


def test_of_two_runs_in_one_night_the_later_is_drawn() -> None:
    seen, nights = lived(".")
    later = to_text(BEGIN + timedelta(minutes=40))
    worse = ObservationRow(*REASONS["x"], None, later, later, 1, {})
    assert strip([worse, *seen], nights).startswith("x\n")


def test_without_a_night_there_is_nothing_to_draw() -> None:
    assert strip([], []) == ""
