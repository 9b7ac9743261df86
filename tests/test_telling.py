"""What a look saw, in words."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.telling import what_it_means, what_was_seen
from crawler.verdicts.evidence import Evidence, Fault, Hop, Sibling, Sign, SignKind
from crawler.verdicts.rules import RULES
from crawler.verdicts.verdict import Reason

URL = "https://atlas.example.org/sets/rivers"
MISSING = "https://atlas.example.org/sets/qwertz"


def told(name: str, seen: Evidence, **more: Any) -> Any:
    return what_was_seen(seen.to_json() | more)[name]


CASES = {
    "a redirect shows where it leads": (
        "requests",
        Evidence(URL, hops=(Hop(URL, 301, "/new"), Hop("https://atlas.example.org/new", 200))),
        [f"301 {URL} → /new", "200 https://atlas.example.org/new"],
    ),
    "a page that is a signpost is told from a header": (
        "requests",
        Evidence(URL, hops=(Hop(URL, 200, "/new", "meta-refresh"),)),
        [f"200 {URL} → /new, by meta-refresh"],
    ),
    "a sign with the words it is in": (
        "sign",
        Evidence(URL, signs=(Sign(SignKind.WALL, "cloudflare", "Just a moment..."),)),
        ['wall, cloudflare: "Just a moment..."'],
    ),
    "a sibling that is refused": (
        "sibling",
        Evidence(URL, sibling=Sibling(MISSING, 404)),
        f"{MISSING}, which cannot exist, answers 404",
    ),
    "a sibling that looks the same": (
        "sibling",
        Evidence(URL, sibling=Sibling(MISSING, 200, likeness=0.984, same_title=True)),
        f"{MISSING}, which cannot exist, answers 200, 98% like this page and with its title",
    ),
    "a sibling that is nothing like it": (
        "sibling",
        Evidence(URL, sibling=Sibling(MISSING, 200, likeness=0.0)),
        f"{MISSING}, which cannot exist, answers 200, 0% like this page",
    ),
    "a sibling that is led elsewhere": (
        "sibling",
        Evidence(URL, sibling=Sibling(MISSING, 200, "https://atlas.example.org/", 1)),
        f"{MISSING}, which cannot exist, leads to https://atlas.example.org/ and answers 200",
    ),
    "no sibling": ("sibling", Evidence(URL), None),
    "a fault with how it failed": (
        "fault",
        Evidence(URL, fault=Fault.READ_TIMEOUT, detail="no answer within 20 s"),
        "read-timeout: no answer within 20 s",
    ),
    "what was odd though nothing failed": (
        "fault",
        Evidence(URL, detail="403 until asked with other headers"),
        "403 until asked with other headers",
    ),
    "what a certificate lacks is no fault of the page": (
        "fault",
        Evidence(URL, certificate_fault=Fault.TLS_EXPIRED, detail="certificate has expired"),
        None,
    ),
    "a certificate that has run out": (
        "certificate",
        Evidence(
            URL,
            certificate_fault=Fault.TLS_EXPIRED,
            detail="certificate has expired",
            certificate_expires="2020-01-01T00:00:00Z",
        ),
        "tls-expired: certificate has expired; ran out 2020-01-01 00:00 UTC",
    ),
    "a certificate that is bad otherwise": (
        "certificate",
        Evidence(URL, certificate_fault=Fault.TLS_NAME, certificate_expires="2027-01-01T00:00:00Z"),
        "tls-name; valid until 2027-01-01 00:00 UTC",
    ),
    "a bad certificate with a failure behind it": (
        "certificate",
        Evidence(
            URL, fault=Fault.RESET, detail="it hung up", certificate_fault=Fault.TLS_UNTRUSTED
        ),
        "tls-untrusted",
    ),
    "no certificate": ("certificate", Evidence(URL), None),
    "who answered, and how fast": (
        "answered",
        Evidence(URL, milliseconds=0, address="192.0.2.1"),
        "in 0 ms by 192.0.2.1",
    ),
    "who answered, by a proxy": ("answered", Evidence(URL, milliseconds=9), "in 9 ms"),
    "headers, without the type that is told anyway": (
        "headers",
        Evidence(URL, headers=(("content-type", "text/html"), ("retry-after", "3600"))),
        ["retry-after: 3600"],
    ),
    "one try": ("tries", Evidence(URL), ["1"]),
    "no try": ("tries", Evidence(URL, tries=0), ["none: it was not asked"]),
    "two tries, ours first, whichever counts": (
        "tries",
        Evidence(
            URL,
            hops=(Hop(URL, 404),),
            tries=2,
            earlier=(Evidence(URL, fault=Fault.RESET, detail="it hung up", client="httpx"),),
        ),
        ["2", f"vitals: 404 {URL}; this one counts", "httpx: reset: it hung up"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_seen_is_told(case: str) -> None:
    name, seen, words = CASES[case]
    assert told(name, seen) == words


def test_every_hop_tells_its_time_where_it_is_known() -> None:
    hop = {"url": URL, "status": 200, "milliseconds": 12}
    assert told("requests", Evidence(URL), hops=[hop]) == [f"200 {URL}, 12 ms"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, 'Dryad says withdrawn: "gone" (https://api.example.org/1)'),
        (
            {"moved_to": "https://new.example.org/"},
            (
                'Dryad says withdrawn: "gone", now at https://new.example.org/ '
                "(https://api.example.org/1)"
            ),
        ),
    ],
    ids=["a source that would know", "a source that knows where it went"],
)
def test_what_a_source_says_is_told(more: dict[str, str], words: str) -> None:
    api = "https://api.example.org/1"
    record = {"source": "Dryad", "address": api, "standing": "withdrawn", "quote": "gone", **more}
    assert told("record", Evidence(URL), record=record) == words


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_rule_is_told_with_its_sentence(rule: str) -> None:
    said = told("decided by", Evidence(URL), rule=rule)
    assert said.startswith(f"{rule}: ")
    assert said.endswith(".")


def test_a_rule_of_another_version_is_told_by_its_name() -> None:
    assert told("decided by", Evidence(URL), rule="of-yore") == "of-yore"


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_every_reason_has_a_meaning_and_an_advice(reason: Reason) -> None:
    means = what_it_means(reason.verdict, reason.value, None)
    assert means["verdict"] == f"{reason.verdict}: {reason.value}"
    assert means["meaning"] == reason.cause.meaning
    assert means["advice"] == reason.cause.advice
