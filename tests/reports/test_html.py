from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from reports import html
from reports.model import Report
from tests.reports.sample import DEAD, FULL, NIGHTS_OF_ALL_KINDS, RECOVERED, report_of

every_night = pytest.mark.parametrize("report", NIGHTS_OF_ALL_KINDS.values(),
                                      ids=NIGHTS_OF_ALL_KINDS.keys())  # fmt: skip


def _page(report: Report) -> BeautifulSoup:
    return BeautifulSoup(html.render(report), "lxml")


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    text = html.render(FULL)
    found = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert found
    allowed = b64encode(sha256(found[1].encode()).digest()).decode()
    page = BeautifulSoup(text, "lxml")
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})
    assert policy
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_policy_stands_before_what_it_governs() -> None:
    text = html.render(FULL)
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<body>")


@every_night
def test_every_anchor_is_there_once(report: Report) -> None:
    page = _page(report)
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    inside = {str(a["href"])[1:] for a in page.find_all("a") if str(a["href"]).startswith("#")}
    assert inside <= set(ids)


@every_night
def test_every_link_can_be_reached_by_its_number(report: Report) -> None:
    ids = {str(tag["id"]) for tag in _page(report).find_all(id=True)}
    assert {f"l-{link.id}" for link in report.links} <= ids


@every_night
def test_headings_go_down_step_by_step(report: Report) -> None:
    levels = [int(tag.name[1]) for tag in _page(report).find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@every_night
def test_marks_and_bars_are_silent_and_their_words_are_not(report: Report) -> None:
    page = _page(report)
    for mark in page.find_all(["svg", "span"], class_=["mark", "bar"]):
        assert mark["aria-hidden"] == "true"
    for section in page.find_all("section"):
        assert section.get("aria-label") or page.find(id=str(section["aria-labelledby"]))


def test_a_section_that_is_too_long_is_cut_with_its_number() -> None:
    many = [replace(DEAD, id=number) for number in range(1, 504)]
    page = _page(report_of(*many))
    assert len(page.select("#dead .item")) == 500
    assert "And 3 links more" in page.select("#dead .more")[0].get_text()
    assert page.select("tr#l-503")


def test_a_long_quiet_section_is_folded_and_one_to_act_on_is_not() -> None:
    page = _page(report_of(*(replace(link, id=number + place * 20)
                             for place, link in enumerate([DEAD, FULL.blocked[0]])
                             for number in range(20))))  # fmt: skip
    assert page.select("#blocked details .item")
    assert page.select("#dead .item")
    assert not page.select("#dead details")


@pytest.mark.parametrize(
    ("numbers", "widths"),
    [
        ([], []),
        ([("alive", 5), ("down", 0)], [1000.0]),
        ([("alive", 1), ("down", 1)], [498.5, 498.5]),
    ],
    ids=["nothing", "one state fills the bar", "halves share it, less the gap"],
)
def test_a_bar_is_shared_in_proportion(numbers: list[tuple[str, int]], widths: list[float]) -> None:
    assert [part.width for part in html.segments(numbers)] == widths


def test_a_bar_shows_what_is_rare_and_stays_within_itself() -> None:
    parts = list(html.segments([("alive", 100_000), ("down", 1), ("dead", 1)]))
    assert all(part.width >= 8 for part in parts)
    assert parts[-1].x + parts[-1].width <= 1000.1


def test_ten_thousand_links_fit_into_six_megabytes() -> None:
    address = "https://data{0}.example.org/sets/{1}/download/index.html"
    many = (
        replace(RECOVERED, id=number, url=address.format(number % 700, number))
        for number in range(10_000)
    )
    assert len(html.render(report_of(*many)).encode()) < 6_000_000
