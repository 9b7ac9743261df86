from __future__ import annotations

from dataclasses import replace

from reports import markdown
from tests.reports.sample import DEAD, FULL, LISTS, MOVED, report_of


def test_what_does_not_fit_is_left_out_whole_and_counted() -> None:
    long = "https://example.org/" + "a" * 1900
    many = [replace(DEAD, id=number, url=f"{long}{number}") for number in range(80)]
    text = markdown.render(report_of(*many, MOVED))
    shown = text.count("HTTP 404. The server does not know this address.")
    assert len(text) <= markdown.BUDGET
    assert 0 < shown < 80
    assert f"\n{80 - shown} more: see the HTML report.\n" in text
    assert "## → Moved (1)\n" in text


def test_a_thousand_lists_are_not_told_one_by_one() -> None:
    text = markdown.render(report_of(lists=LISTS[:1] * 1000))
    assert text.count("| earth |") == 50
    assert "\n950 lists more: see the HTML report.\n" in text


def test_an_ordinary_report_leaves_nothing_out() -> None:
    assert "see the HTML report" not in markdown.render(FULL)
