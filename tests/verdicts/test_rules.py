from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from crawler.verdicts.evidence import Evidence, Fault, Hop, Record, Sign, SignKind, Standing
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


def signed(kind: SignKind, status: int = 200, name: str = "any", **seen: Any) -> Evidence:
    """Evidence of a page with a sign."""
    return page(status, signs=(Sign(kind, name, "not found"),), **seen)


def zipped(**seen: Any) -> Evidence:
    """Evidence of a page at the address of an archive."""
    url = "https://atlas.example.org/get/red_sparrows.zip"
    return replace(page(**seen), url=url, hops=(Hop(url, 200),))


def recorded(standing: Standing, status: int, address: str = URL, **seen: Any) -> Evidence:
    """Evidence of a page that leaves doubt, and what its source says."""
    return page(status, record=Record("Atlas", address, standing, "so it is"), **seen)


DOI = "https://doi.org/10.5555/none"


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
    Reason.VOUCHED: ("is-on-record", recorded(Standing.THERE, 403)),
    Reason.HTTP_401: ("says-status", page(401)),
    Reason.HTTP_402: ("says-status", page(402)),
    Reason.HTTP_403: ("says-status", page(403)),
    Reason.HTTP_404: ("says-missing", page(404)),
    Reason.HTTP_410: ("says-missing", page(410)),
    Reason.RATE_LIMITED: ("says-status", page(429)),
    Reason.LEGAL: ("is-withheld", page(451)),
    Reason.HTTP_999: ("says-status", page(999)),
    Reason.MAINTENANCE: ("will-be-back", page(503, headers=(("retry-after", "3600"),))),
    Reason.HTTP_5XX: ("refuses", page(503)),
    Reason.HTTP_4XX: ("refuses", page(418)),
    Reason.REDIRECT_BROKEN: ("leads-nowhere", page(302)),
    Reason.ODD_STATUS: ("makes-no-sense", page(600)),
    Reason.TYPE_MISMATCH: ("is-other-type", zipped(title="Institute of Birds")),
    Reason.EMPTY_PAGE: ("is-empty", page(content_bytes=0)),
    Reason.PERMANENT_REDIRECT: ("has-moved", to(301, "https://there.example.org/set")),
    Reason.HTTPS_UPGRADE: ("has-moved", to(308, "https://atlas.example.org/set")),
    Reason.SLASH: ("has-moved", to(301, "http://atlas.example.org/set/")),
    Reason.TEMPORARY_REDIRECT: ("is-elsewhere-for-now", to(302, "https://there.example.org/")),
    Reason.FILE: ("is-file", page(content_type="application/zip")),
    Reason.HTTP_200: ("answers", page()),
    Reason.NOT_MODIFIED: ("is-unchanged", page(304, conditional=True)),
    Reason.META_REFRESH: (
        "has-moved",
        page(way=(Hop(URL, 200, "https://there.example.org/", "meta-refresh"),)),
    ),
    Reason.LOGIN_REDIRECT: ("is-sent-to-login", to(302, "https://a.example/login?next=%2Fset")),
    Reason.LOGIN_PAGE: ("is-login", signed(SignKind.LOGIN)),
    Reason.BOT_WALL: ("meets-wall", signed(SignKind.WALL)),
    Reason.GEO: ("is-abroad", signed(SignKind.GEO)),
    Reason.SHELL_ONLY: ("is-shell", signed(SignKind.SHELL)),
    Reason.DOI_UNKNOWN: (
        "is-no-doi",
        Evidence(DOI, hops=(Hop("https://doi.org/api/handles/10.5555/none", 404),), status=404),
    ),
    Reason.SOFT_404: ("is-missing", signed(SignKind.NOT_FOUND)),
    Reason.REDIRECT_HOME: ("is-missing", to(302, "https://www.atlas.example.org/index.html")),
    Reason.PARKED: ("is-parked", signed(SignKind.PARKED)),
    Reason.USURPED: (
        "is-usurped",
        signed(SignKind.USURPED, title="Casino", expected=("Sparrow Atlas",)),
    ),
    Reason.SUSPENDED: ("is-suspended", signed(SignKind.SUSPENDED)),
    Reason.SERVER_DEFAULT_PAGE: ("is-server-default", signed(SignKind.SERVER_DEFAULT)),
}
NOT_FROM_A_LOOK = {Reason.VOID_NIGHT, Reason.EXCLUDED, Reason.BUDGET}
"""Said without a look."""


ALSO = [
    (Reason.VOUCHED, "is-on-record", recorded(Standing.ARCHIVED, 429)),
    (Reason.LOGIN_PAGE, "is-on-record", recorded(Standing.RESTRICTED, 200)),
    (Reason.HTTP_410, "is-on-record", recorded(Standing.WITHDRAWN, 403)),
    (Reason.HTTP_404, "is-on-record", recorded(Standing.UNKNOWN, 403)),
    (
        Reason.DOI_UNKNOWN,
        "is-on-record",
        recorded(Standing.UNKNOWN, 403, "https://doi.org/api/handles/10.5555/none"),
    ),
    (
        Reason.PERMANENT_REDIRECT,
        "is-on-record",
        page(429, record=Record("Atlas", URL, Standing.THERE, "so it is", "https://b.example/")),
    ),
    (
        Reason.LOGIN_PAGE,
        "is-known-door",
        Evidence("https://physionet.org/files/sparrow/1.0.0/", status=403),
    ),
    (Reason.READ_TIMEOUT, "falls-silent", page(content_bytes=0, cut=True)),
    (Reason.LOGIN_PAGE, "opens-to-some", signed(SignKind.TERMS, 403)),
    (Reason.LOGIN_PAGE, "opens-to-some", signed(SignKind.LOGIN, 403)),
    (Reason.EMPTY_PAGE, "is-unchanged", page(304, content_bytes=0)),
    (Reason.BOT_WALL, "is-picky", page(406)),
    (Reason.BOT_WALL, "is-picky", page(415)),
    (Reason.MAINTENANCE, "is-mended", signed(SignKind.MAINTENANCE)),
    (Reason.MAINTENANCE, "is-mended", signed(SignKind.MAINTENANCE, 500)),
    (Reason.DNS_FAILURE, "is-mended", signed(SignKind.MAINTENANCE, 530, "origin-dns")),
    (Reason.HTTP_5XX, "is-mended", signed(SignKind.MAINTENANCE, 200, "server-error")),
    (Reason.HTTP_5XX, "has-crashed", to(302, "http://a.example/oops.aspx?aspxerrorpath=/set")),
    (Reason.BOT_WALL, "meets-wall", to(302, "https://unblock.example.org/set")),
    (Reason.BOT_WALL, "meets-wall", to(302, "https://a.example/captcha?u=set")),
    (Reason.PARKED, "is-parked", to(302, "http://ww17.atlas.example.org/set")),
    (Reason.PARKED, "is-parked", to(302, "http://ww1.atlas.example.org/")),
    (Reason.PARKED, "is-parked", to(302, "https://www.hugedomains.com/profile.cfm?d=atlas")),
    (
        Reason.LOGIN_REDIRECT,
        "is-sent-to-login",
        to(302, "https://accounts.google.com/ServiceLogin"),
    ),
    (Reason.LOGIN_REDIRECT, "is-sent-to-login", to(302, "https://idp.a.example/idp/profile/SAML2")),
    (Reason.LOGIN_REDIRECT, "is-sent-to-login", to(302, "https://sso.a.example/?service=x")),
    (Reason.SOFT_404, "is-missing", to(302, "http://atlas.example.org/404.htm")),
    (Reason.SOFT_404, "is-missing", to(302, "http://atlas.example.org/errors/pagenotfound")),
    (
        Reason.DOI_UNKNOWN,
        "is-no-doi",
        Evidence(DOI, hops=(Hop(DOI, 404),), status=404, title="Error: DOI Not Found"),
    ),
]
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
    "a wall fakes 404": (signed(SignKind.WALL, 404), Reason.BOT_WALL),
    "a wall fakes 503": (signed(SignKind.WALL, 503), Reason.BOT_WALL),
    "a wall fakes 405": (signed(SignKind.WALL, 405), Reason.BOT_WALL),
    "a wall fakes nothing": (signed(SignKind.WALL, content_bytes=0), Reason.BOT_WALL),
    "a wall fakes too many requests": (signed(SignKind.WALL, 429), Reason.BOT_WALL),
    "a country's wall is a country's": (
        page(403, signs=(Sign(SignKind.WALL, "", ""), Sign(SignKind.GEO, "", ""))),
        Reason.GEO,
    ),
    "the law stands above countries": (signed(SignKind.GEO, 451), Reason.LEGAL),
    "a parked domain with a bad certificate is parked": (
        signed(SignKind.PARKED, certificate_fault=Fault.TLS_NAME),
        Reason.PARKED,
    ),
    "a parked domain that says 404 is parked": (signed(SignKind.PARKED, 404), Reason.PARKED),
    "a hoster's 404 is 404": (signed(SignKind.SUSPENDED, 404), Reason.HTTP_404),
    "a hoster's 403 is its word": (signed(SignKind.SUSPENDED, 403), Reason.SUSPENDED),
    "a login asked for by 401 is 401": (signed(SignKind.LOGIN, 401), Reason.HTTP_401),
    "terms are no door where the page came": (signed(SignKind.TERMS), Reason.HTTP_200),
    "a bare 404 of the resolver proves nothing": (
        Evidence(DOI, hops=(Hop(DOI, 404),), status=404, title="404"),
        Reason.HTTP_404,
    ),
    "a resolver's 404 without a title proves nothing": (
        Evidence(DOI, hops=(Hop(DOI, 404),), status=404),
        Reason.HTTP_404,
    ),
    "another host's register is not the DOIs'": (
        Evidence(URL, hops=(Hop("https://hdl.example/api/handles/10.1/x", 404),), status=404),
        Reason.HTTP_404,
    ),
    "a DOI that answers is there": (
        Evidence(
            DOI, hops=(Hop("https://doi.org/api/handles/1", 200),), status=200, content_bytes=9
        ),
        Reason.HTTP_200,
    ),
    "an old spelling of the resolver": (
        Evidence(DOI, hops=(Hop("http://dx.doi.org/1", 404),), status=404, title="DOI Not Found"),
        Reason.DOI_UNKNOWN,
    ),
    "a resolver with www": (
        Evidence(DOI, hops=(Hop("http://www.doi.org/1", 404),), status=404, title="DOI Not Found"),
        Reason.DOI_UNKNOWN,
    ),
    "a page that has changed since is a page": (page(conditional=True), Reason.HTTP_200),
    "a link to a wall's host is what it is": (
        Evidence(
            "https://captcha.example/",
            hops=(Hop("https://captcha.example/", 200),),
            status=200,
            content_bytes=9,
        ),
        Reason.HTTP_200,
    ),
    "a link to a crash is what it is": (
        Evidence(
            "http://a.example/?aspxerrorpath=/",
            hops=(Hop("http://a.example/?aspxerrorpath=/", 200),),
            status=200,
            content_bytes=9,
        ),
        Reason.HTTP_200,
    ),
    "a link to a shop of domains is what it is": (
        Evidence(
            "http://sedo.com/a", hops=(Hop("http://sedo.com/a", 200),), status=200, content_bytes=9
        ),
        Reason.HTTP_200,
    ),
    "a login at an address of any name": (
        signed(SignKind.LOGIN, way=(Hop(URL, 302),)),
        Reason.LOGIN_REDIRECT,
    ),
    "a page cut with content in it is a page": (page(cut=True), Reason.HTTP_200),
    "a size in words is no size": (
        page(content_type="image/png", content_bytes=0, headers=(("content-length", "many"),)),
        Reason.EMPTY_PAGE,
    ),
    "a front page refreshed to another site has moved": (
        Evidence(
            "http://a.example/",
            hops=(Hop("http://a.example/", 200, "", "meta-refresh"), Hop("http://b.example/", 200)),
            status=200,
            content_bytes=9,
        ),
        Reason.META_REFRESH,
    ),
    "a page refreshed on its own site has moved": (
        Evidence(
            URL,
            hops=(Hop(URL, 200, "/new", "meta-refresh"), Hop(URL + "/new", 200)),
            status=200,
            content_bytes=9,
        ),
        Reason.META_REFRESH,
    ),
    "499 is a refusal of the request": (page(499), Reason.HTTP_4XX),
    "500 is a failure of the server": (page(500), Reason.HTTP_5XX),
    "599 is one too": (page(599), Reason.HTTP_5XX),
    "400 is no success": (page(400), Reason.HTTP_4XX),
    "500 with the whole page is 500": (page(500, title="Sparrow Atlas"), Reason.HTTP_5XX),
    "a link to a login is what it is": (
        Evidence(
            "https://a.example/login",
            hops=(Hop("https://a.example/login", 302), Hop("https://a.example/login/", 200)),
            status=200,
            content_bytes=9,
        ),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a login behind a bad certificate is a login": (
        signed(SignKind.LOGIN, certificate_fault=Fault.TLS_EXPIRED),
        Reason.LOGIN_PAGE,
    ),
    "a word in a path is no door": (
        to(302, "https://a.example/logins/x"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a host called accounts is no door": (
        to(302, "https://accounts.a.example/of/sparrows"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a document about errors is a document": (
        to(302, "http://a.example/error-handling.html"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "ww2 is a host like others": (
        to(302, "http://ww2.atlas.example.org/set"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "ww1 is one too, with the path kept": (
        to(302, "http://ww1.atlas.example.org/set"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "another host's ww17 is its own": (
        to(302, "http://ww17.b.example/"),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a front page refreshed to its own site stays": (
        Evidence(
            "http://a.example/",
            hops=(
                Hop("http://a.example/", 200, "/en/", "meta-refresh"),
                Hop("http://a.example/en/", 200),
            ),
            status=200,
            content_bytes=9,
        ),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a page about the file is a page": (
        zipped(title="Download red_sparrows.zip"),
        Reason.HTTP_200,
    ),
    "a page about what the file was for is a page": (
        zipped(title="Birds of towns", expected=("Town birds",)),
        Reason.HTTP_200,
    ),
    "a page without a title may be no page": (zipped(), Reason.HTTP_200),
    "a file under a title is a file": (
        zipped(title="Institute of Birds", content_type="application/zip"),
        Reason.FILE,
    ),
    "a page of no file is a page": (page(title="Institute of Birds"), Reason.HTTP_200),
    "a refresh after a while leads on for tonight": (
        page(way=(Hop(URL, 200, "https://there.example.org/", "late-refresh"),)),
        Reason.TEMPORARY_REDIRECT,
    ),
    "a script leads on for tonight": (
        page(way=(Hop(URL, 200, "https://there.example.org/", "script"),)),
        Reason.TEMPORARY_REDIRECT,
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
