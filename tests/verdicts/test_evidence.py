from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given

from crawler.verdicts.evidence import (
    CERTIFICATE_FAULTS,
    OFFLINE_FAULTS,
    Evidence,
    Fault,
    Hop,
    Record,
    Sibling,
    Sign,
    SignKind,
    Standing,
)

from .strategies import evidence_of_a_night

URL = "https://atlas.example.org/"


@given(evidence_of_a_night)
@example(
    Evidence("\ud800", headers=(("etag", "\udfff"),), title="\ud83d", hops=(Hop("\udc00", 1),))
)
@example(Evidence("", detail="", title="", headers=(("", ""),)))
def test_json_and_back_is_the_same_evidence(seen: Evidence) -> None:
    assert Evidence.from_json(seen.to_json()) == seen
    assert Evidence.from_json(json.loads(json.dumps(seen.to_json()))) == seen


def test_json_is_what_a_person_wants_to_read() -> None:
    seen = Evidence(
        URL,
        hops=(Hop(URL, 301, "/a"), Hop(URL + "a", 200)),
        certificate_fault=Fault.TLS_EXPIRED,
        status=200,
        headers=(("etag", '"1"'), ("server", "nginx")),
    )
    assert json.loads(json.dumps(seen.to_json())) == {
        "url": URL,
        "hops": [
            {"url": URL, "status": 301, "location": "/a"},
            {"url": URL + "a", "status": 200, "location": None},
        ],
        "certificate_fault": "tls-expired",
        "status": 200,
        "content_bytes": 0,
        "headers": {"etag": '"1"', "server": "nginx"},
        "tries": 1,
    }


def test_json_tells_signs_and_siblings_too() -> None:
    wall = Sign(SignKind.WALL, "anubis", "not a bot")
    seen = Evidence(URL, signs=(wall,), sibling=Sibling(URL + "x", 404), expected=("Atlas",))
    night = Evidence(URL, hops=(Hop(URL, 200, "/a", "meta-refresh"),), earlier=(seen,))
    assert json.loads(json.dumps(night.to_json())) == {
        "url": URL,
        "hops": [{"url": URL, "status": 200, "location": "/a", "via": "meta-refresh"}],
        "content_bytes": 0,
        "tries": 1,
        "earlier": [
            {
                "url": URL,
                "content_bytes": 0,
                "tries": 1,
                "signs": [{"kind": "wall", "name": "anubis", "quote": "not a bot"}],
                "sibling": {"url": URL + "x", "status": 404},
                "expected": ["Atlas"],
            }
        ],
    }
    assert seen.sign(SignKind.WALL) is wall
    assert seen.sign(SignKind.GEO) is None


def test_json_tells_what_a_source_said() -> None:
    said = Record("Zenodo", "https://zenodo.org/api/records/42", Standing.WITHDRAWN, "deleted")
    plain = json.loads(json.dumps(Evidence(URL, record=said).to_json()))
    assert plain["record"] == {
        "source": "Zenodo",
        "address": "https://zenodo.org/api/records/42",
        "standing": "withdrawn",
        "quote": "deleted",
    }


def test_what_another_version_kept_besides_is_passed_over() -> None:
    plain = Evidence(URL, status=200).to_json() | {"rule": "answers", "unheard_of": [1]}
    assert Evidence.from_json(plain) == Evidence(URL, status=200)


@pytest.mark.parametrize(
    "plain",
    [{}, {"url": URL, "fault": "bored"}, {"url": URL, "hops": [{"url": URL}]}],
    ids=["no address", "a fault nobody knows", "a hop without a status"],
)
def test_what_is_no_evidence_is_refused(plain: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Evidence.from_json(plain)


def test_the_first_of_equal_headers_counts() -> None:
    seen = Evidence(URL, headers=(("etag", "1"), ("date", "now"), ("etag", "2")))
    assert seen.headers == (("etag", "1"), ("date", "now"))
    assert seen.header("etag") == "1"
    assert seen.header("server") is None


@pytest.mark.parametrize(
    ("hops", "ends"),
    [((), URL), ((Hop(URL, 200),), URL), ((Hop(URL, 302), Hop("http://b.example/", 200)), "http://b.example/")],
    ids=["at the link without an answer", "at the link without a redirect", "at the last hop"],
)  # fmt: skip
def test_where_a_look_ends(hops: tuple[Hop, ...], ends: str) -> None:
    assert Evidence(URL, hops).final_url == ends


def test_no_certificate_fault_is_taken_for_being_offline() -> None:
    assert not CERTIFICATE_FAULTS & OFFLINE_FAULTS
    assert all(fault.value.startswith("tls-") for fault in CERTIFICATE_FAULTS)
