"""Saved answers of hosts: what is read in them, whatever else they say and whatever is broken."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.metadata.fields import Field, Said
from crawler.metadata.hosts import (
    ADAPTERS,
    HOSTS,
    PAGES,
    on_page,
    question_about,
    question_about_fields,
)
from crawler.metadata.hosts.told import Told
from crawler.metadata.normal.forms import normal_form

from .cases import BY_SOURCE

ANSWERS = Path(__file__).parent / "answers"
PAGE = (Path(__file__).parents[3] / "docs" / "hosts.md").read_text("utf-8")
EXPECTED: dict[str, dict[str, str]] = tomllib.loads((ANSWERS / "expected.toml").read_text("utf-8"))
FIELDS = {field.value for field in Field}
JSON = {
    name: json.loads((ANSWERS / name).read_bytes()) for name in EXPECTED if name.endswith(".json")
}

# fmt: off
PASSING = {
    "downloads", "downloadCount", "downloadsAllTime", "likes", "voteCount", "viewCount", "watchers",
    "stargazers_count", "watchers_count", "subscribers_count", "forks", "forks_count", "etag",
    "open_issues", "open_issues_count", "updated_at", "usabilityRating", "usabilityRatingNullable",
    "thumbnailImageUrlNullable", "kernelCount", "logo", "pmcrefcount", "subjects", "spaces",
    "trendingScore", "network_count", "hasUnmetAccessRequirement",
}
# fmt: on
"""What moves all the time and says nothing of the data."""


def told(name: str, content: bytes | None = None) -> Told:
    """A saved answer, at the address where it was asked for."""
    whole = (ANSWERS / name).read_bytes() if content is None else content
    return Told(EXPECTED[name]["asked"], 200, whole)


def fields_of(name: str, content: bytes | None = None) -> list[Said]:
    """What a host says in an answer, or what it reads on a page of its own."""
    if name.endswith(".html"):
        return on_page(told(name, content))
    return BY_SOURCE[EXPECTED[name]["host"]].fields(told(name, content))


def normal(said: list[Said]) -> dict[str, str]:
    forms = {one.field.value: normal_form(one.field, one.raw) for one in said}
    return {field: form for field, form in forms.items() if form is not None}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_field_of_an_answer_is_read(name: str) -> None:
    expected = EXPECTED[name]
    said = fields_of(name)
    assert {one.source for one in said} == {expected[key] for key in expected if key == "source"}
    assert normal(said) == {field: expected[field] for field in expected if field in FIELDS}
    assert len(said) == len({one.field for one in said})


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_left_open_is_asked_next(name: str) -> None:
    assert BY_SOURCE[EXPECTED[name]["host"]].more(told(name)) == EXPECTED[name].get("more")


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("status", [202, 401, 404, 429, 500])
def test_an_answer_in_trouble_says_nothing(name: str, status: int) -> None:
    adapter = BY_SOURCE[EXPECTED[name]["host"]]
    answer = told(name)
    troubled = Told(answer.address, status, answer.content)
    assert adapter.fields(troubled) + on_page(troubled) == []


@pytest.mark.parametrize("name", JSON)
def test_what_moves_all_the_time_is_not_read(name: str) -> None:
    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: "x" if key in PASSING else moved(value[key]) for key in value}
        return [moved(item) for item in value] if isinstance(value, list) else value

    assert fields_of(name, json.dumps(moved(JSON[name])).encode()) == fields_of(name)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """A saved answer in which one piece is something else, or is missing."""
    name = draw(st.sampled_from(sorted(JSON)))
    whole = json.loads(json.dumps(JSON[name]))
    place: Any = whole
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        if not (isinstance(place[key], (dict, list)) and place[key]) or draw(st.booleans()):
            break
        place = place[key]
    if draw(st.booleans()):
        place[key] = draw(values)
    else:
        del place[key]
    return name, json.dumps(whole).encode()


@given(broken())
def test_an_answer_with_another_piece_is_read_all_the_same(answer: tuple[str, bytes]) -> None:
    name, content = answer
    adapter = BY_SOURCE[EXPECTED[name]["host"]]
    for one in adapter.fields(told(name, content)):
        json.dumps(one.raw)
        normal_form(one.field, one.raw)
    following = adapter.more(told(name, content))
    assert following is None or following.startswith("https://")


@pytest.mark.parametrize("adapter", HOSTS + PAGES, ids=lambda adapter: adapter.source)
@given(
    address=st.sampled_from(sorted({row["asked"] for row in EXPECTED.values()})) | st.text(),
    content=st.binary(max_size=60)
    | values.map(lambda value: json.dumps(value).encode())
    | st.sampled_from(sorted(EXPECTED)).map(lambda name: (ANSWERS / name).read_bytes()),
)
@example("", b"[" * 100_000)
@example("", b"1" * 10_000)
@example("", b"<feed>" * 10_000)
def test_whatever_comes_says_something_or_nothing(
    adapter: Any, address: str, content: bytes
) -> None:
    answer = Told(address, 200, content)
    for one in adapter.fields(answer) + on_page(answer):
        assert one.raw not in (None, "", [], {})
    adapter.more(answer)


def test_an_answer_that_blows_itself_up_says_nothing() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bird"><!ENTITY c "' + b"&b;" * 9 + b'">]>'
    entity = (ANSWERS / "arxiv.xml").read_bytes().replace(b"<?xml version", bomb + b"<?xml version")
    inner = (ANSWERS / "arxiv.xml").read_bytes().partition(b"?>\n")[2]
    assert fields_of("arxiv.xml", entity) == []
    said = normal(fields_of("arxiv.xml", bomb + inner.replace(b"Wings &amp; Bones", b"W &c; B")))
    assert "bird" not in said["title"]


# ---- the documentation


def test_the_documentation_says_what_is_read() -> None:
    rows = re.findall(r"^\| ([^|`]+) \| ([a-z_, ]+) \|$", PAGE, re.MULTILINE)
    written = {source: set(fields.split(", ")) for source, fields in rows}
    read: dict[str, set[str]] = {}
    for row in EXPECTED.values():
        read.setdefault(row["host"], set()).update(FIELDS & set(row))
    assert {source: written.get(source) for source in read} == read


# ---- what stands behind a page

PAGE_LINKS = {
    "https://heronlab.github.io/": "https://api.github.com/repos/heronlab/heronlab.github.io?pages",
    "https://heronlab.github.io/data.html#get":
        "https://api.github.com/repos/heronlab/heronlab.github.io?pages",
    "https://Heronlab.github.io/lung-atlas/a/b.html":
        "https://api.github.com/repos/heronlab/lung-atlas?pages",
    "https://heronseg.grand-challenge.org/Data/":
        "https://grand-challenge.org/api/v1/challenges/heronseg/?page",
}  # fmt: skip


@pytest.mark.parametrize(("link", "address"), PAGE_LINKS.items())
def test_what_is_behind_a_page_is_asked_for_its_fields_alone(link: str, address: str) -> None:
    asked = question_about_fields(link)
    assert asked
    assert asked.address == address
    assert question_about(link) is None


def test_pages_say_what_is_true_of_their_repository_and_less_loudly() -> None:
    said = BY_SOURCE["GitHub Pages"].fields(told("github.json"))
    assert {one.source for one in said} == {"label:github"}
    assert normal(said)["license"] == "CC-BY-4.0"
    assert not {"title", "size_bytes", "access_tier"} & set(normal(said))


def test_a_repository_without_pages_says_nothing_of_any() -> None:
    assert BY_SOURCE["GitHub Pages"].fields(told("github-archived.json")) == []


# ---- what a page of a host says


def test_the_sentence_counts_where_the_badge_says_something_else() -> None:
    page = (ANSWERS / "physionet-credentialed.html").read_bytes()
    assert b">Restricted Access<" in page
    assert fields_of("physionet-credentialed.html") == fields_of(
        "physionet-credentialed.html", page.replace(b"Restricted Access", b"Open Access")
    )


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.endswith(".html")))
def test_only_a_page_of_the_host_itself_is_read_so(name: str) -> None:
    assert (
        on_page(Told("https://evil.example/content/birdsong-icu/", 200, told(name).content)) == []
    )


# ---- what is sent along


def test_who_gets_at_an_entity_is_asked_by_sending_its_name() -> None:
    asked = question_about_fields("https://www.synapse.org/Synapse:syn4501")
    assert asked
    assert asked.body is None
    following = asked.following(told("synapse.json"))
    assert following
    assert json.loads(following.body or b"") == {
        "objectId": "syn4501",
        "restrictableObjectType": "ENTITY",
    }


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("https://openneuro.org/datasets/ds004242", 'dataset(id:"ds004242"){'),
        ("https://openneuro.org/datasets/ds004242/versions/1.0.0", 'tag:"1.0.0"){'),
        ("https://doi.org/10.18112/openneuro.ds004242.v1.0.0", 'tag:"1.0.0"){'),
    ],
)
def test_a_data_set_is_asked_for_in_a_question_that_is_closed(link: str, asked: str) -> None:
    question = question_about_fields(link)
    assert question
    query = json.loads(question.body or b"")["query"]
    assert asked in query
    assert query.count("{") == query.count("}")


def test_strangers_get_the_croissant_where_the_record_is_not_for_them() -> None:
    asked = question_about_fields("https://www.kaggle.com/datasets/owlwatch/owl-photographs")
    assert asked
    following = asked.following(Told(asked.address, 401, b"{}"))
    assert following
    assert following.address == EXPECTED["kaggle-croissant.json"]["asked"]


def test_no_other_source_needs_anything_sent_along() -> None:
    sending = {
        adapter.source
        for adapter in ADAPTERS
        for row in EXPECTED.values()
        if adapter.body(row["asked"])
    }
    assert sending <= {"OpenNeuro", "Synapse"}
