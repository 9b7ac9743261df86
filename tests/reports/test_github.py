from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.store.reader import Place
from reports.github import render
from tests.reports.sample import DEAD, FULL, MOVED, QUIET, report_of


def test_a_command_stands_at_its_line_and_column() -> None:
    assert (
        "::error file=lists/water.md,line=123,col=3,endColumn=13,title=dead link::River Atlas is "
        "dead. HTTP 404. The server does not know this address. Find where the data set lives now, "
        "or remove the link.\n"
    ) in render(FULL)


@pytest.mark.parametrize(("number", "rest"), [(10, ""), (11, "and 2 more"), (41, "and 32 more")])
def test_no_more_are_told_than_github_shows_and_the_last_says_how_many(
    number: int, rest: str
) -> None:
    places = tuple(replace(DEAD.places[0], line=line) for line in range(1, number + 1))
    lines = render(report_of(replace(DEAD, places=places))).splitlines()[1:]
    assert len(lines) == 10
    assert (rest or "River Atlas") in lines[-1]


def test_a_quiet_night_is_one_notice() -> None:
    (line,) = render(QUIET).splitlines()
    assert line.startswith("::notice title=linkvitals::Nothing needs doing.")


def test_a_list_from_the_web_is_no_file() -> None:
    place = Place("the web's", "https://lists.example.org/a.md", 7, 5, None, "x")
    told = render(report_of(replace(MOVED, places=(place,)))).splitlines()[1]
    assert told.startswith("::warning title=moved link at the web's%3A7::Coastal tides has moved")
