"""The shared attacks against the faces that programs read, each read by a parser of its kind."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
from lxml import etree

from reports.csv import COLUMNS
from reports.faces import FACES
from tests.reports.attacks import ADDRESSES, TEXTS, report_with_address, report_with_text
from tests.reports.sample import FULL

REPORTS = {
    **{f"text: {name}": report_with_text(text) for name, text in TEXTS.items()},
    **{f"address: {name}": report_with_address(url) for name, url in ADDRESSES.items()},
}
PROGRAMS = ("json", "csv", "atom", "junit", "sarif", "github", "badge", "badge-json")
every_attack = pytest.mark.parametrize("name", REPORTS)
_STEERS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def _told(face: str, name: str) -> str:
    return FACES[face](REPORTS[name])


def _xml(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    return etree.fromstring(text.encode(), parser)


@pytest.mark.parametrize("face", PROGRAMS)
@every_attack
def test_no_face_has_characters_that_steer(face: str, name: str) -> None:
    text = _told(face, name)
    assert not _STEERS.search(text)
    assert text.encode().decode() == text


@pytest.mark.parametrize("face", ["atom", "junit", "badge"])
@every_attack
def test_xml_has_no_element_and_no_attribute_that_an_ordinary_night_has_not(
    face: str, name: str
) -> None:
    usual, found = _xml(FACES[face](FULL)), _xml(_told(face, name))
    assert {node.tag for node in found.iter()} <= {node.tag for node in usual.iter()}
    assert _attributes(found) <= _attributes(usual)
    assert found.getroottree().docinfo.internalDTD is None


def _attributes(top: etree._Element) -> set[str]:
    return {str(key) for node in top.iter() for key in node.attrib}


@every_attack
def test_a_feed_links_to_the_web_alone(name: str) -> None:
    for link in _xml(_told("atom", name)).iter("{http://www.w3.org/2005/Atom}link"):
        assert str(link.get("href")).startswith(("https://", "http://"))


@every_attack
def test_a_table_keeps_its_shape_and_has_no_formula(name: str) -> None:
    rows = list(csv.reader(StringIO(_told("csv", name)), strict=True))
    assert len(rows) == 1 + len(REPORTS[name].links)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    for cell in (cell for row in rows for cell in row if len(cell) > 1):
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r"))


@pytest.mark.parametrize("face", ["json", "sarif", "badge-json"])
@every_attack
def test_json_may_stand_in_a_script_of_a_page(face: str, name: str) -> None:
    text = _told(face, name)
    json.loads(text)
    assert not set("<>&\u2028\u2029") & set(text)


@pytest.mark.parametrize("name", TEXTS)
def test_json_gives_texts_back_as_they_were(name: str) -> None:
    texts = json.loads(_told("json", f"text: {name}"))
    whole = re.sub("[\ud800-\udfff]", "\ufffd", TEXTS[name])
    assert texts["links"][0]["title"] == texts["lists"][0]["name"] == whole


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


@every_attack
def test_sarif_says_nothing_that_cannot_be_seen(name: str) -> None:
    log = json.loads(_told("sarif", name))
    assert not any(_STEERS.search(text) or "\n" in text for text in _strings(log))
    for result in log["runs"][0]["results"]:
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", uri)
        assert not uri.startswith(("javascript:", "data:", "file:"))


_COMMAND = re.compile(
    r"::(?:notice|error|warning) "
    r"(?:(?:file|line|col|endColumn|title)=(?:[^,:%]|%(?:25|2C|3A))*,?)+::[^\r\n]*"
)


@every_attack
def test_every_line_for_github_is_one_whole_command(name: str) -> None:
    lines = _told("github", name).split("\n")
    assert lines.pop() == ""
    places = sum(len(link.places) for link in REPORTS[name].links if link.needs_doing)
    assert len(lines) <= 1 + places
    assert all(_COMMAND.fullmatch(line) for line in lines)
    for line in lines:
        properties = line.split(" ", 1)[1].split("::")[0].split(",")
        names = [one.partition("=")[0] for one in properties]
        assert len(names) == len(set(names))


@every_attack
def test_percent_signs_for_github_are_escapes_of_ours(name: str) -> None:
    message = "".join(line.split("::", 2)[2] for line in _told("github", name).splitlines())
    assert re.findall("%(?!25)", message) == []
