"""What all faces have in common: they say the same, and always say it the same."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from reports import html, links, markdown, sections, sentences
from reports.model import Report
from tests.reports.sample import FULL, NIGHTS_OF_ALL_KINDS

FACES: dict[str, tuple[str, Callable[[Report], str]]] = {
    "html": ("html", html.render),
    "markdown": ("md", markdown.render),
}
every_face = pytest.mark.parametrize("face", FACES)
every_night = pytest.mark.parametrize("name", NIGHTS_OF_ALL_KINDS)


def _words(face: str, report: Report) -> str:
    """What a reader reads, without marks and spacing."""
    text = FACES[face][1](report)
    if face == "markdown":
        text = MarkdownIt("commonmark").enable("table").render(text)
    page = BeautifulSoup(text, "lxml")
    for unread in page.find_all(["style", "title"]):
        unread.decompose()
    return re.sub(r"\s+", " ", page.get_text(" ").replace("\u2060", ""))


@every_face
@every_night
def test_a_report_looks_as_it_did(
    face: str, name: str, assert_like_snapshot: Callable[[str, str], None]
) -> None:
    suffix, render = FACES[face]
    assert_like_snapshot(f"{name}.{suffix}", render(NIGHTS_OF_ALL_KINDS[name]))


@every_face
@every_night
def test_every_face_says_the_same_sentences(face: str, name: str) -> None:
    report = NIGHTS_OF_ALL_KINDS[name]
    told = _words(face, report)
    assert sentences.headline(report) in told
    assert sentences.night_line(report) in told
    assert all(note in told for note in sentences.notes(report))
    assert all(sentences.night_told(night) in told for night in report.nights[:7])
    assert all(sentences.alive_of(row) in told for row in report.lists)


@every_face
@every_night
def test_every_face_counts_alike(face: str, name: str) -> None:
    report = NIGHTS_OF_ALL_KINDS[name]
    bare = re.sub(r"[^\w ]+", " ", _words(face, report))
    told = re.sub(r" +", " ", bare)
    for section in sections.to_do(report) + sections.to_know(report):
        assert f"{section.title} {len(section.links)} " in told
    assert f"What changed {len(report.changes)} " in told
    for number in report.states.values():
        assert f" {number} " in told


@every_face
def test_every_face_tells_of_each_link_what_there_is_to_tell(face: str) -> None:
    told = _words(face, FULL)
    for section in sections.to_do(FULL) + sections.to_know(FULL):
        for link in section.links:
            assert links.evidence(link) in told
            assert links.advice(link) in told
            assert links.places(link)[0][0] in told
            assert all(fact in told for fact in links.facts(link, FULL))


@every_face
def test_every_face_gives_the_new_address_whole(face: str) -> None:
    assert "https://tides.example.org/data/2026?format=csv&lang=en" in _words(face, FULL)


@every_face
def test_the_order_is_what_to_do_then_what_changed_then_what_to_know(face: str) -> None:
    titles = ["Dead", "Down", "Invalid", "Moved", "Certificates", "What changed",
              "Certificates that end soon", "Doors", "Cannot tell", "Watched quietly", "Lists",
              "Nights"]  # fmt: skip
    text = FACES[face][1](FULL)
    found = re.findall(r"(?:<h2[^>]*>|^## )\W*([A-Za-z ]+?) (?:<span|\()", text, re.MULTILINE)
    assert [title for title in found if title in titles] == titles
