from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports import html, markdown
from tests.reports.attacks import ADDRESSES, TEXTS, report_with_address, report_with_text
from tests.reports.sample import FULL

REPORTS = {
    **{f"text: {name}": report_with_text(text) for name, text in TEXTS.items()},
    **{f"address: {name}": report_with_address(url) for name, url in ADDRESSES.items()},
}
every_attack = pytest.mark.parametrize("name", REPORTS)


@cache
def _html(name: str) -> str:
    return html.render(REPORTS[name])


@cache
def _markdown(name: str) -> str:
    return markdown.render(REPORTS[name])


_STEERS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def _page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "lxml")


HARMLESS = _page(html.render(FULL)).find_all(True)
KNOWN_TAGS = {tag.name for tag in HARMLESS}
KNOWN_ATTRIBUTES = {name for tag in HARMLESS for name in tag.attrs}


def test_html_of_an_ordinary_night_has_no_script_and_no_handler() -> None:
    assert not KNOWN_TAGS & {"script", "iframe", "object", "embed", "base", "form", "img"}
    assert not any(name.startswith("on") or name in ("style", "src") for name in KNOWN_ATTRIBUTES)


@every_attack
def test_html_has_no_tag_and_no_attribute_that_an_ordinary_night_has_not(name: str) -> None:
    tags = _page(_html(name)).find_all(True)
    assert {tag.name for tag in tags} <= KNOWN_TAGS
    assert {name for tag in tags for name in tag.attrs} <= KNOWN_ATTRIBUTES


@every_attack
def test_html_links_lead_to_the_web_or_into_the_page(name: str) -> None:
    page = _page(_html(name))
    for anchor in page.find_all("a"):
        href = str(anchor["href"])
        assert href.startswith(("#", "https://", "http://"))
        assert "evil.example" not in (urlsplit(href).hostname or "")
    assert [icon["href"] for icon in page.find_all("link")] == ["data:,"]


@every_attack
def test_no_face_has_characters_that_steer(name: str) -> None:
    assert not _STEERS.search(_html(name))
    assert not _STEERS.search(_markdown(name))


def _flat(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _parsed(text: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return list(_flat(parser.parse(text)))


@every_attack
def test_markdown_has_no_raw_html_no_image_and_no_emphasis_of_others(name: str) -> None:
    kinds = {token.type for token in _parsed(_markdown(name))}
    assert not kinds & {"html_block", "html_inline", "image", "s_open", "em_open", "fence", "hr"}


@every_attack
def test_markdown_links_lead_to_the_web_and_show_where(name: str) -> None:
    tokens = _parsed(_markdown(name))
    links = [token for token in tokens if token.type == "link_open"]
    assert {token.markup for token in links} <= {"autolink"}
    for token in links:
        href = str(token.attrGet("href"))
        assert href.startswith(("https://", "http://"))
        assert "evil.example" not in (urlsplit(href).hostname or "")


def _headings(tokens: list[Token]) -> list[str]:
    return [
        re.sub(r"\W*[\d,]*\W*$", "", tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


@every_attack
def test_markdown_keeps_its_headings_and_the_shape_of_its_tables(name: str) -> None:
    tokens = _parsed(_markdown(name))
    assert set(_headings(tokens)[1:]) <= set(_headings(_parsed(markdown.render(FULL))))
    rows: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        if token.type in ("td_open", "th_open"):
            rows[-1] += 1
    tables = sum(token.type == "table_open" for token in tokens)
    assert tables == 3
    assert rows[:2] in ([5, 5], [6, 6])
    assert set(rows[2:]) == {3}


@every_attack
def test_markdown_tells_its_tables_rows_one_by_one(name: str) -> None:
    report, text = REPORTS[name], _markdown(name)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 3 + 2 + len(report.lists) + 2 + 7


def _without_code(text: str) -> str:
    """GitHub looks for neither names nor addresses in code."""
    return re.sub(r"(`+).*?\1", "", text)


@pytest.mark.parametrize("ping", ["@octocat", "#1", "GH-12"])
def test_markdown_pings_nobody(ping: str) -> None:
    assert ping not in _without_code(markdown.render(REPORTS["text: a person and an issue"]))


@pytest.mark.parametrize("bare", ["https://evil", "www.evil"])
def test_markdown_lets_github_link_nothing_by_itself(bare: str) -> None:
    assert bare not in _without_code(markdown.render(REPORTS["text: an autolink"]))


@every_attack
def test_markdown_fits_into_an_issue(name: str) -> None:
    assert len(_markdown(name)) <= 65_536
