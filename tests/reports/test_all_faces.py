"""What all ten faces have in common: the same numbers, the same bytes, and quiet on muted links."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from crawler.commands.report import ENDINGS, FORMATS
from reports.faces import FACES
from reports.model import STATES
from tests.reports.sample import (
    BLOCKED,
    CHANGES,
    DEAD,
    DOWN,
    MOVED,
    NIGHTS_OF_ALL_KINDS,
    RECOVERED,
    report_of,
)  # fmt: skip

SNAPSHOTS = {
    "json": "json", "csv": "csv", "atom": "atom", "junit": "junit.xml", "sarif": "sarif",
    "github": "github.txt", "badge": "svg", "badge-json": "badge.json",
}  # fmt: skip
every_night = pytest.mark.parametrize("name", NIGHTS_OF_ALL_KINDS)
every_face = pytest.mark.parametrize("face", FACES)


@pytest.mark.parametrize("face", SNAPSHOTS)
@every_night
def test_a_face_looks_as_it_did(
    face: str, name: str, assert_like_snapshot: Callable[[str, str], None]
) -> None:
    assert_like_snapshot(f"{name}.{SNAPSHOTS[face]}", FACES[face](NIGHTS_OF_ALL_KINDS[name]))


def test_the_command_offers_every_face_and_no_other() -> None:
    assert tuple(FACES) == FORMATS
    assert set(ENDINGS.values()) <= set(FORMATS)


Counts = Mapping[str, int]


def _in_line(text: str) -> Counts:
    """Read the one line of numbers back, wherever it stands."""
    found = re.search(r"([\d,]+) links?: ([\d,]+) needs? doing; ([^.]*)\.", text)
    assert found, text
    states = re.findall(r"(\d[\d,]*) (\w+)", found[3])
    told = {"links": found[1], "needs_doing": found[2], **{word: n for n, word in states}}
    return {name: int(number.replace(",", "")) for name, number in told.items()}


def _in_page(text: str, states: Counts) -> Counts:
    links = re.search(r"· ([\d,]+) links?\b", text)
    doing = re.search(r"([\d,]+) of [\d,]+ links? needs? attention", text)
    assert links
    told = {"links": int(links[1]), "needs_doing": int(doing[1]) if doing else 0}
    return told | {state: states.get(state, 0) for state in STATES}


def _in_html(text: str) -> Counts:
    page = BeautifulSoup(text, "lxml")
    words = re.sub(r"\s+", " ", page.get_text(" "))
    found = re.findall(r"[●◐▲✖◇○] (\w+) ([\d,]+)\b", words)
    states: dict[str, int] = {}
    for state, number in found:
        states.setdefault(state, int(number))
    return _in_page(words, states)


def _in_markdown(text: str) -> Counts:
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    states = {cell.split()[-1]: int(n) for cell, n in zip(rows[0], rows[2], strict=True)}
    return _in_page(text, states)


def _in_csv(text: str) -> Counts:
    rows = list(csv.DictReader(StringIO(text)))
    states = Counter(row["state"] for row in rows)
    doing = sum(row["needs_doing"] == "yes" for row in rows)
    return {"links": len(rows), "needs_doing": doing, **{name: states[name] for name in STATES}}


def _in_junit(text: str) -> Counts:
    top = etree.fromstring(text.encode())
    told = Counter[str]()
    for number in top.iter("property"):
        told[str(number.get("name"))] += int(str(number.get("value")))
    assert int(str(top.get("tests"))) == len(list(top.iter("testcase")))
    names = ("needs_doing", *STATES)
    return {"links": int(str(top.get("tests"))), **{name: told[name] for name in names}}


def _in_sarif(text: str) -> Counts:
    (run,) = json.loads(text)["runs"]
    told: dict[str, int] = run["properties"]
    assert told.pop("left_out") == 0
    assert len({result["properties"]["link"] for result in run["results"]}) == told["needs_doing"]
    return told


def _in_atom(text: str) -> Counts:
    feed = etree.fromstring(text.encode())
    return _in_line(str(feed.findtext("{http://www.w3.org/2005/Atom}subtitle")))


def _in_json(text: str) -> Counts:
    told: Counts = json.loads(text)["counts"]
    return told


READ_BACK: Mapping[str, Callable[[str], Counts]] = {
    "html": _in_html,
    "markdown": _in_markdown,
    "json": _in_json,
    "csv": _in_csv,
    "atom": _in_atom,
    "junit": _in_junit,
    "sarif": _in_sarif,
    "github": _in_line,
    "badge": _in_line,
}


@pytest.mark.parametrize("face", READ_BACK)
@every_night
def test_every_face_tells_the_same_numbers(face: str, name: str) -> None:
    report = NIGHTS_OF_ALL_KINDS[name]
    assert READ_BACK[face](FACES[face](report)) == report.counts


def test_a_badge_has_room_for_three_of_them() -> None:
    counts = NIGHTS_OF_ALL_KINDS["everything"].counts
    verified = counts["links"] - counts["unverified"] - counts["new"]
    told = f"{counts['alive']} of {verified} alive, {counts['needs_doing']} to do"
    for face in ("badge", "badge-json"):
        assert told in FACES[face](NIGHTS_OF_ALL_KINDS["everything"])


@every_face
@every_night
def test_the_same_report_gives_the_same_bytes(face: str, name: str) -> None:
    report = NIGHTS_OF_ALL_KINDS[name]
    assert FACES[face](report) == FACES[face](report)


UNTIL = {"muted_until": "2027-01-01T00:00:00Z", "muted_why": "known"}
MUTED = report_of(
    RECOVERED,
    *(replace(link, title="Hush", **UNTIL) for link in (DEAD, DOWN, MOVED)),  # type: ignore[arg-type]
    dead=(), down=(), moved=(),
)  # fmt: skip


@pytest.mark.parametrize("face", ["github", "sarif", "badge", "badge-json", "atom"])
def test_a_muted_link_is_not_shouted(face: str) -> None:
    told = FACES[face](MUTED)
    assert MUTED.counts["dead"] == 1
    for shout in ("Hush", "River Atlas", "::error", "::warning", '"error"'):
        assert shout not in told


def test_a_muted_link_is_a_case_that_was_skipped() -> None:
    top = etree.fromstring(FACES["junit"](MUTED).encode())
    assert (top.get("failures"), top.get("skipped")) == ("0", "3")
    assert {skip.get("message") for skip in top.iter("skipped")} == {
        "muted until 1 Jan 2027: known"
    }


@pytest.mark.parametrize("face", ["json", "csv"])
def test_tables_have_muted_links_and_say_that_nothing_needs_doing(face: str) -> None:
    told = READ_BACK[face](FACES[face](MUTED))
    assert (told["links"], told["dead"], told["needs_doing"]) == (4, 1, 0)


def test_the_other_links_of_this_sample_would_be_shouted() -> None:
    assert "::error" in FACES["github"](report_of(BLOCKED, DEAD, changes=CHANGES))
