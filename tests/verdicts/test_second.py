from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from crawler.verdicts.evidence import Evidence, Fault, Hop, Sign, SignKind
from crawler.verdicts.rules import judge
from crawler.verdicts.second import combine, needs_sibling
from crawler.verdicts.verdict import Reason

from .strategies import evidence
from .test_rules import EXAMPLES

URL = "https://a.example/sets/9"


def page(url: str = URL, *signs: Sign, **seen: object) -> Evidence:
    """A page that came well."""
    fields = {"status": 200, "content_type": "text/html", "content_bytes": 9} | seen
    return Evidence(url, signs=signs, **fields)  # type: ignore[arg-type]


def sign(kind: SignKind) -> Sign:
    """Any sign of this kind."""
    return Sign(kind, "", "")


KNOWN: dict[str, Any] = {"title": "Sparrows", "expected": ("Atlas", "Sparrows")}
WORTH = {
    "a new page": page(),
    "the last of the good statuses": page(status=299),
    "a page that has changed": page(title="Sparrows 2", expected=("Sparrows",)),
    "a page without a type": page(content_type=None),
    "a page that says that it is missing": page(URL, sign(SignKind.NOT_FOUND), **KNOWN),
    "a shell": page(URL, sign(SignKind.SHELL), **KNOWN),
    "a known page at the front": page(
        hops=(Hop(URL, 302), Hop("https://a.example/", 200)), **KNOWN
    ),
    "a name in a query": page("https://a.example/?id=9"),
    "a page that advertises": page(URL, sign(SignKind.USURPED)),
}
NOT_WORTH = {
    "nothing": Evidence(URL, fault=Fault.RESET, status=200, content_bytes=9),
    "an error": page(status=404),
    "a page before all answers": page(status=199),
    "a redirect with a page": page(status=300),
    "an empty page": page(content_bytes=0),
    "a front page": page("https://a.example/"),
    "a front page in a language": page("https://a.example/?lang=en&utm_id=9"),
    "a known page that advertises": page(URL, sign(SignKind.USURPED), **KNOWN),
    "a file's name": page(URL + ".zip", **KNOWN),
    "another place": page(hops=(Hop(URL, 302), Hop("https://a.example/x", 200)), **KNOWN),
    "a file": page(content_type="application/zip"),
    "a wall": page(URL, sign(SignKind.WALL)),
    "a parked domain": page(URL, sign(SignKind.PARKED)),
    "a login": page(URL, sign(SignKind.LOGIN)),
    "the page it always was": page(**KNOWN),
    "a slash more": page(hops=(Hop(URL, 301), Hop("https://www.a.example/sets/9/", 200)), **KNOWN),
}


@pytest.mark.parametrize("seen", WORTH.values(), ids=WORTH)
def test_a_sibling_is_worth_a_request(seen: Evidence) -> None:
    assert needs_sibling(seen)


@pytest.mark.parametrize("seen", NOT_WORTH.values(), ids=NOT_WORTH)
def test_a_sibling_is_not_worth_a_request(seen: Evidence) -> None:
    assert not needs_sibling(seen)


def status(code: int) -> Evidence:
    """A page with this status."""
    return page(status=code)


def fault(what: Fault) -> Evidence:
    """No answer."""
    return Evidence(URL, fault=what)


WALL = page(URL, sign(SignKind.WALL))
PAIRS: dict[str, tuple[Evidence, Evidence, Reason]] = {
    "alive beats gone": (status(404), page(), Reason.HTTP_200),
    "alive beats blocked": (WALL, page(), Reason.HTTP_200),
    "alive beats failing": (fault(Fault.RESET), page(), Reason.HTTP_200),
    "a page beats its door": (status(401), page(), Reason.HTTP_200),
    "a door beats a wall": (status(403), status(401), Reason.HTTP_401),
    "a wall beats 404": (status(404), WALL, Reason.BOT_WALL),
    "a wall beats a fault": (fault(Fault.RESET), WALL, Reason.BOT_WALL),
    "failing beats gone": (status(404), status(500), Reason.HTTP_5XX),
    "a 404 that is told beats a line that drops": (
        status(404),
        fault(Fault.RESET),
        Reason.HTTP_404,
    ),
    "a 404 that is told beats silence": (
        status(404),
        fault(Fault.CONNECT_TIMEOUT),
        Reason.HTTP_404,
    ),
    "a wall beats robots.txt by being second": (
        fault(Fault.ROBOTS),
        status(429),
        Reason.RATE_LIMITED,
    ),
    "robots.txt beats an error that is told": (
        fault(Fault.ROBOTS),
        status(500),
        Reason.ROBOTS,
    ),
    "a name that is found once is no NXDOMAIN": (
        fault(Fault.NXDOMAIN),
        fault(Fault.CONNECT_TIMEOUT),
        Reason.CONNECT_TIMEOUT,
    ),
    "both agree": (status(404), status(404), Reason.HTTP_404),
    "404 is weaker than 410": (status(410), status(404), Reason.HTTP_404),
    "a silence passes sooner than a refusal": (
        fault(Fault.REFUSED),
        fault(Fault.READ_TIMEOUT),
        Reason.READ_TIMEOUT,
    ),
    "an error that is told beats a line that drops": (
        status(500),
        fault(Fault.RESET),
        Reason.HTTP_5XX,
    ),
    "an answer that is no address is none": (
        fault(Fault.PRIVATE_ADDRESS),
        fault(Fault.RESET),
        Reason.RESET,
    ),
    "a look that was not made says nothing": (
        fault(Fault.CONNECT_TIMEOUT),
        fault(Fault.HOST_SILENT),
        Reason.CONNECT_TIMEOUT,
    ),
}


@pytest.mark.parametrize(("one", "other", "reason"), PAIRS.values(), ids=PAIRS)
def test_the_kinder_look_counts(one: Evidence, other: Evidence, reason: Reason) -> None:
    assert judge(combine(one, other)).reason is reason
    assert judge(combine(other, one)).reason is reason


SOONER = {
    "answers": "maintenance http-5xx empty-page redirect-broken http-4xx",
    "silences": "reset read-timeout connect-timeout not-http dns-failure unreachable refused"
    " tls-handshake redirect-loop",
    "losses": "soft-404 redirect-home http-404 http-410",
    "walls": "rate-limited http-403",
}


@pytest.mark.parametrize(
    ("sooner", "later"),
    [pair for reasons in SOONER.values() for pair in pairwise(map(Reason, reasons.split()))],
    ids=lambda reason: reason.value,
)
def test_of_two_equally_kind_what_passes_sooner_counts(sooner: Reason, later: Reason) -> None:
    (_, one), (_, other) = EXAMPLES[sooner], EXAMPLES[later]
    assert judge(combine(one, other)).reason is sooner
    assert judge(combine(other, one)).reason is sooner


def test_all_looks_of_a_night_are_kept() -> None:
    looks = [page(status=404, client=client) for client in ("one", "two", "three")]
    both = combine(looks[0], looks[1])
    assert (both.client, both.tries) == ("two", 2)
    assert both.earlier == (looks[0],)
    all_three = combine(both, looks[2])
    assert (all_three.client, all_three.tries) == ("three", 3)
    assert [seen.client for seen in all_three.earlier] == ["one", "two"]
    alive = combine(combine(page(client="well"), looks[0]), looks[1])
    assert (alive.client, alive.tries) == ("well", 3)
    assert [seen.client for seen in alive.earlier] == ["one", "two"]


@given(evidence, evidence)
def test_two_looks_are_never_harsher_than_either(one: Evidence, other: Evidence) -> None:
    both = combine(one, other)
    assert judge(both).reason in {judge(one).reason, judge(other).reason}
    assert both.tries == one.tries + other.tries
    assert Evidence.from_json(both.to_json()) == both
    assert needs_sibling(one) in {True, False}
