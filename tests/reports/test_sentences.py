from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.memory.events import Kind
from crawler.memory.state import State
from reports import sections, sentences
from reports.model import STATES, Report
from tests.reports.sample import (
    BLOCKED,
    CHANGES,
    DEAD,
    EMPTY,
    FIRST,
    FULL,
    LISTS,
    MOVED,
    NEW,
    NIGHTS,
    QUIET,
    RECOVERED,
    VOID,
    report_of,
)


@pytest.mark.parametrize(
    ("report", "headline"),
    [
        (FULL, "6 of 27 links need attention: 2 dead, 2 down, 1 invalid and 1 moved."),
        (report_of(DEAD, RECOVERED), "1 of 2 links needs attention: 1 dead."),
        (QUIET, "Nothing needs doing."),
        (report_of(RECOVERED), "Nothing needs doing on the lists that could be read."),
        (EMPTY, "No links were found: there is nothing to watch."),
        (VOID, "Tonight is void: this machine seemed to be offline, so nothing is believed."),
    ],
    ids=["many", "one", "quiet", "quiet, but a list is lost", "no links is no good news", "void"],
)
def test_the_answer_is_one_sentence(report: Report, headline: str) -> None:
    assert sentences.headline(report) == headline


@pytest.mark.parametrize(
    ("report", "figures"),
    [
        (
            FULL,
            (
                "19 of 24 verified links are alive (79.1%); 2 could not be verified; "
                "1 not looked at yet."
            ),
        ),
        (report_of(RECOVERED), "1 of 1 verified link is alive."),
        (report_of(BLOCKED, NEW), "1 could not be verified; 1 not looked at yet."),
    ],
    ids=["all", "one link", "nothing verified"],
)
def test_figures_have_a_denominator(report: Report, figures: str) -> None:
    assert sentences.figures(report) == figures


CUT_OFF = report_of(MOVED, night=NIGHTS[4], nights=NIGHTS[4:], lists=())


@pytest.mark.parametrize(
    ("report", "note"),
    [
        (
            FULL,
            (
                "The night that began on 20 Nov 2026, 03:00 is not over; "
                "nothing of it is in this report."
            ),
        ),
        (FULL, "The list gone could not be read: HTTP 404"),
        (
            VOID,
            (
                "What follows is as of 16 Nov 2026, the last night that counted. 6 of 27 "
                "links need attention: 2 dead, 2 down, 1 invalid and 1 moved."
            ),
        ),
        (replace(VOID, nights=NIGHTS[3:4]), "No night has counted yet."),
        (CUT_OFF, "Tonight was interrupted: only the links looked at until then are new."),
        (
            FIRST,
            (
                "This is the first night: there is no history yet, and nothing is called down or "
                "dead on one night."
            ),
        ),
    ],
    ids=["not over", "a lost list", "void", "void from the start", "interrupted", "first"],
)
def test_what_must_be_known_first_is_told(report: Report, note: str) -> None:
    assert note in sentences.notes(report)


def test_an_ordinary_night_needs_no_note() -> None:
    assert sentences.notes(QUIET) == ()


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (QUIET, "Nothing changed tonight."),
        (FIRST, "Changes are told from the second night on."),
        (VOID, "A void night changes nothing."),
    ],
    ids=["quiet", "first", "void"],
)
def test_no_change_is_told_for_what_it_is(report: Report, told: str) -> None:
    assert sentences.no_changes(report) == told


@pytest.mark.parametrize(
    ("number", "told"),
    list(
        enumerate(
            [
                "is now dead; it was down",
                "is now down; it was suspect",
                "now stands behind a door",
                "moved",
                "now shows a certificate warning",
                "can no longer be verified by us",
                "came back; it was down",
                "licence: CC-BY-4.0 became nothing",
            ]
        )
    ),
)
def test_a_change_is_told_of_the_link(number: int, told: str) -> None:
    assert sentences.happened(CHANGES[number]) == told


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_event_is_told_in_words_and_has_a_mark(kind: Kind) -> None:
    change = replace(CHANGES[0], event=replace(CHANGES[0].event, kind=kind.value, before=None))
    assert kind.value in sections.MARKS
    assert "became" not in sentences.happened(change)


def test_every_state_is_counted_marked_and_explained() -> None:
    assert set(STATES) == set(State) == set(sections.MEANINGS)
    assert set(STATES) <= set(sections.MARKS)


def test_marks_of_states_differ_in_shape() -> None:
    assert len({sections.MARKS[state] for state in STATES}) == len(STATES)


@pytest.mark.parametrize(
    ("number", "outcome", "told"),
    [
        (0, "not over", "nothing of it counts yet; the next run goes on with it"),
        (1, "complete", "26 looks, 18 alive, 4 failing, 2 blocked, 1 invalid, 1 skipped"),
        (3, "void", "this machine seemed to be offline, so nothing seen that night is believed"),
        (4, "interrupted", "9 looks, 7 alive, 2 failing"),
    ],
    ids=["not over", "complete", "void", "interrupted"],
)
def test_a_night_says_plainly_what_came_of_it(number: int, outcome: str, told: str) -> None:
    assert sentences.outcome(NIGHTS[number]) == outcome
    assert sentences.night_told(NIGHTS[number]) == told


@pytest.mark.parametrize(
    ("number", "alive", "rest"),
    [
        (0, "1 of 3", "1 dead, 1 unverified"),
        (1, "0 of 0", "no links"),
        (2, "18 of 25 (72.0%)", "1 dead, 2 down, 1 suspect, 2 unverified"),
    ],
    ids=["too few for a percentage", "empty", "many"],
)
def test_a_list_is_as_healthy_as_it_is(number: int, alive: str, rest: str) -> None:
    assert sentences.alive_of(LISTS[number]) == alive
    assert sentences.rest_of(LISTS[number]) == rest


def test_a_certificate_that_ends_says_what_depends_on_it() -> None:
    assert sentences.ends(FULL.ending[0]) == "ends on 25 Nov 2026; 1 link depends on it"
