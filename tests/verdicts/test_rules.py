from __future__ import annotations

import pytest
from hypothesis import given

from crawler.verdicts.evidence import Evidence, Fault, Hop
from crawler.verdicts.rules import RULES, judge
from crawler.verdicts.verdict import Reason, Verdict

from .strategies import evidence

URL = "http://atlas.example.org/set"


def page(status: int = 200, *, way: tuple[Hop, ...] = (), **seen: object) -> Evidence:
    """Evidence of an HTML page with something on it."""
    fields = {"content_type": "text/html", "content_bytes": 900} | seen
    hops = (*way, Hop(URL if not way else "https://there.example.org/", status))
    return Evidence(URL, hops=hops, status=status, **fields)  # type: ignore[arg-type]


def to(status: int, target: str) -> Evidence:
    """Evidence of one redirect to a page."""
    return Evidence(
        URL,
        hops=(Hop(URL, status, target), Hop(target, 200)),
        status=200,
        content_type="text/html",
        content_bytes=900,
    )


EXAMPLES: dict[Reason, tuple[str, Evidence]] = {
    **{
        Reason(fault.value): ("no-answer", Evidence(URL, fault=fault))
        for fault in Fault
        if not fault.value.startswith("tls-") or fault is Fault.TLS_HANDSHAKE
    },
    **{
        Reason(fault.value): ("bad-certificate", page(certificate_fault=fault))
        for fault in Fault
        if fault.value.startswith("tls-") and fault is not Fault.TLS_HANDSHAKE
    },
    Reason.HTTP_401: ("says-status", page(401)),
    Reason.HTTP_402: ("says-status", page(402)),
    Reason.HTTP_403: ("says-status", page(403)),
    Reason.HTTP_404: ("says-status", page(404)),
    Reason.HTTP_410: ("says-status", page(410)),
    Reason.RATE_LIMITED: ("says-status", page(429)),
    Reason.LEGAL: ("says-status", page(451)),
    Reason.HTTP_999: ("says-status", page(999)),
    Reason.MAINTENANCE: ("will-be-back", page(503, headers=(("retry-after", "3600"),))),
    Reason.HTTP_5XX: ("refuses", page(503)),
    Reason.HTTP_4XX: ("refuses", page(418)),
    Reason.REDIRECT_BROKEN: ("leads-nowhere", page(302)),
    Reason.ODD_STATUS: ("makes-no-sense", page(304)),
    Reason.EMPTY_PAGE: ("is-empty", page(content_bytes=0)),
    Reason.PERMANENT_REDIRECT: ("has-moved", to(301, "https://there.example.org/set")),
    Reason.HTTPS_UPGRADE: ("has-moved", to(308, "https://atlas.example.org/set")),
    Reason.SLASH: ("has-moved", to(301, "http://atlas.example.org/set/")),
    Reason.TEMPORARY_REDIRECT: ("is-elsewhere-for-now", to(302, "https://there.example.org/")),
    Reason.FILE: ("is-file", page(content_type="application/zip")),
    Reason.HTTP_200: ("answers", page()),
}
NOT_FROM_A_LOOK = {Reason.VOID_NIGHT}
"""Said of a whole night, never of one look."""


ALSO = [(Reason.READ_TIMEOUT, "falls-silent", page(content_bytes=0, cut=True))]
"""Further ways to a reason that has its example above."""


def test_there_is_an_example_of_every_reason() -> None:
    assert set(EXAMPLES) == set(Reason) - NOT_FROM_A_LOOK


@pytest.mark.parametrize(
    ("reason", "rule", "seen"),
    [*((reason, *example) for reason, example in EXAMPLES.items()), *ALSO],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)  # fmt: skip
def test_a_look_is_judged(reason: Reason, rule: str, seen: Evidence) -> None:
    judged = judge(seen)
    assert (judged.reason, judged.rule) == (reason, rule)


def test_no_rule_is_dead_behind_an_earlier_one() -> None:
    examples = {rule for rule, _ in EXAMPLES.values()} | {rule for _, rule, _ in ALSO}
    assert examples == {rule.name for rule in RULES}
    assert len({rule.name for rule in RULES}) == len(RULES)


ORDER = {
    "no answer weighs more than a bad certificate": (
        Evidence(URL, fault=Fault.RESET, certificate_fault=Fault.TLS_NAME),
        Reason.RESET,
    ),
    "an error behind a bad certificate is an error": (
        page(404, certificate_fault=Fault.TLS_EXPIRED),
        Reason.HTTP_404,
    ),
    "a bad certificate weighs more than a move": (
        page(certificate_fault=Fault.TLS_NAME, way=(Hop(URL, 301),)),
        Reason.TLS_NAME,
    ),
    "a move to an error is an error": (page(404, way=(Hop(URL, 301),)), Reason.HTTP_404),
    "a move to nothing is nothing": (
        page(content_bytes=0, way=(Hop(URL, 301),)),
        Reason.EMPTY_PAGE,
    ),
    "a file that has moved has moved": (
        page(content_type="application/zip", way=(Hop(URL, 301),)),
        Reason.PERMANENT_REDIRECT,
    ),
    "404 with Retry-After is 404": (page(404, headers=(("retry-after", "1"),)), Reason.HTTP_404),
    "500 with Retry-After is no maintenance": (
        page(500, headers=(("retry-after", "1"),)),
        Reason.HTTP_5XX,
    ),
    "a page without a content type is a page": (page(content_type=None), Reason.HTTP_200),
    "XHTML is a page": (page(content_type="application/xhtml+xml"), Reason.HTTP_200),
    "no content is nothing": (page(204, content_bytes=0), Reason.EMPTY_PAGE),
    "part of a file is a file": (page(206, content_type="image/png"), Reason.FILE),
    "several choices are an answer": (page(300), Reason.HTTP_200),
    "a status below 200 is odd": (page(199), Reason.ODD_STATUS),
    "use proxy is odd": (page(305), Reason.ODD_STATUS),
    "a status above 599 is odd": (page(600), Reason.ODD_STATUS),
    "evidence of nothing is odd": (Evidence(URL), Reason.ODD_STATUS),
    "a file whose size is told need not be waited for": (
        page(content_type="application/zip", content_bytes=0, headers=(("content-length", "9"),)),
        Reason.FILE,
    ),
    "a file of no bytes is empty": (
        page(content_type="application/zip", content_bytes=0, headers=(("content-length", "00"),)),
        Reason.EMPTY_PAGE,
    ),
    "a page whose size is told has to come": (
        page(content_bytes=0, headers=(("content-length", "900"),)),
        Reason.EMPTY_PAGE,
    ),
    "an address spelled in another alphabet upgrades to https": (
        Evidence(
            "http://a.example/ü",
            hops=(Hop("http://a.example/%C3%BC", 301), Hop("https://a.example/%C3%BC", 200)),
            status=200,
            content_bytes=9,
        ),
        Reason.HTTPS_UPGRADE,
    ),
}


@pytest.mark.parametrize(("seen", "reason"), ORDER.values(), ids=ORDER)
def test_what_is_wrong_comes_before_where_it_is(seen: Evidence, reason: Reason) -> None:
    assert judge(seen).reason is reason


def test_of_all_statuses_only_those_of_success_are_ok() -> None:
    fine = [
        status for status in range(100, 1000) if judge(page(status)).reason.verdict is Verdict.OK
    ]
    assert fine == list(range(200, 301))


@given(evidence)
def test_any_evidence_gets_one_judgement(seen: Evidence) -> None:
    judged = judge(seen)
    assert judged.rule in {rule.name for rule in RULES}
    assert (judged.suggested_url is not None) == (judged.reason.verdict is Verdict.MOVED)


def test_a_move_recommends_where_the_permanent_redirects_lead() -> None:
    assert judge(to(301, "https://there.example.org/set")).suggested_url == (
        "https://there.example.org/set"
    )
    assert judge(to(302, "https://there.example.org/set")).suggested_url is None
