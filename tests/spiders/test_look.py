"""One look, told by a handler function where a network would be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.net.exchange import Answer, Appetite
from crawler.net.faults import NoAnswer
from crawler.net.wire import Head, Headers
from crawler.spiders.chain import MOST_HOPS
from crawler.spiders.look import LONGEST_VALUE, Looker
from crawler.verdicts.evidence import CERTIFICATE_FAULTS, Evidence, Fault, Hop
from crawler.verdicts.redirects import REDIRECTS

URL = "https://atlas.example.org/rivers"
LETTERS = "qwertzuiopasdfghjklyxcvbn"
PAGE = b"<title>River Atlas</title><meta name=description content='Rivers of the world.'>"


class Asked(NamedTuple):
    """One call of the handler."""

    url: str
    appetite: Appetite
    verify: bool
    other: Headers = ()


def answer(
    status: int = 200, content: bytes = b"", headers: Mapping[str, str] | None = None
) -> Answer:
    given = {"content-type": "text/html"} | dict(headers or {})
    return Answer(
        head=Head((1, 1), status, tuple(given.items())),
        content=content,
        complete=True,
        address="192.0.2.1",
        certificate_expires="2027-01-01T00:00:00Z",
        milliseconds=12,
        reusable=True,
    )


def to(location: str, status: int = 302) -> Answer:
    return answer(status, headers={"location": location})


Says = Answer | NoAnswer


class Web:
    """Addresses and what they say; no address, no page. Knows what was asked."""

    def __init__(self, pages: Mapping[str, Says] | Callable[[Asked], Says]) -> None:
        self._pages = pages
        self.asked: list[Asked] = []

    def __call__(
        self, url: str, appetite: Appetite, *, verify: bool, other: Headers = ()
    ) -> Awaitable[Answer]:
        asked = Asked(url, appetite, verify, other)
        self.asked.append(asked)
        return self._answer(asked)

    async def _answer(self, asked: Asked) -> Answer:
        pages = self._pages
        says = pages(asked) if callable(pages) else pages.get(asked.url, answer(404))
        if isinstance(says, NoAnswer):
            raise says
        return says

    @property
    def urls(self) -> list[str]:
        return [asked.url for asked in self.asked]


def looker(web: Web, **settings: Any) -> Looker:
    return Looker(web, letters=lambda: LETTERS, **settings)


def look(web: Web, url: str = URL, *, robots: bool = False, pages: bool = True) -> Evidence:
    return asyncio.run(looker(web, robots=robots, read_pages=pages).look(url))


def test_a_page_is_asked_once_and_all_that_was_seen_is_kept() -> None:
    headers = {"etag": '"a"', "server": "s", "set-cookie": "secret=1", "x-powered-by": "p"}
    web = Web({URL: answer(200, PAGE, headers)})
    assert look(web) == Evidence(
        url=URL,
        hops=(Hop(URL, 200),),
        status=200,
        content_type="text/html",
        content_bytes=len(PAGE),
        headers=(("content-type", "text/html"), ("etag", '"a"'), ("server", "s")),
        title="River Atlas",
        description="Rivers of the world.",
        address="192.0.2.1",
        certificate_expires="2027-01-01T00:00:00Z",
        milliseconds=12,
    )
    assert web.asked == [Asked(URL, Appetite(), verify=True)]


def test_the_pages_are_not_read_if_nobody_wants_to_know() -> None:
    seen = look(Web({URL: answer(200, PAGE)}), pages=False)
    assert (seen.title, seen.description, seen.content_bytes) == (None, None, len(PAGE))


def test_headers_without_end_are_not_kept_whole() -> None:
    endless = "x" * 100_000
    seen = look(
        Web({URL: answer(200, PAGE, {"etag": endless, "content-type": f"text/html;{endless}"})})
    )
    assert len(seen.header("etag") or "") == LONGEST_VALUE
    assert len(seen.content_type or "") == LONGEST_VALUE
    assert seen.title == "River Atlas"


@pytest.mark.parametrize("status", sorted(REDIRECTS))
@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://new.example.org/a", "https://new.example.org/a"),
        ("/lakes", "https://atlas.example.org/lakes"),
        ("lakes?x=1", "https://atlas.example.org/lakes?x=1"),
        ("?page=2", "https://atlas.example.org/rivers?page=2"),
        ("//new.example.org/a", "https://new.example.org/a"),
        ("http://atlas.example.org/rivers", "http://atlas.example.org/rivers"),
        ("HTTPS://NEW.example.org:443", "https://new.example.org/"),
        (" /spaced out ", "https://atlas.example.org/spaced%20out"),
        ("/a#part", "https://atlas.example.org/a"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
    ],
)
def test_a_redirect_is_followed_as_browsers_do(status: int, location: str, target: str) -> None:
    seen = look(Web({URL: to(location, status), target: answer(200, PAGE)}))
    assert seen.hops == (Hop(URL, status, location), Hop(target, 200))
    assert seen.final_url == target
    assert (seen.status, seen.title) == (200, "River Atlas")


@pytest.mark.parametrize("status", [200, 201, 300, 305, 404, 503])
def test_a_location_without_a_redirect_is_not_followed(status: int) -> None:
    web = Web({URL: to("https://new.example.org/", status)})
    assert look(web).status == status
    assert web.urls == [URL]


@pytest.mark.parametrize("headers", [{}, {"location": ""}])
def test_a_redirect_to_nowhere_is_the_answer_it_is(headers: dict[str, str]) -> None:
    seen = look(Web({URL: answer(301, headers=headers)}))
    assert (seen.status, seen.fault, len(seen.hops)) == (301, None, 1)


def chain(length: int) -> dict[str, Answer]:
    steps = [URL, *(f"https://atlas.example.org/{n}" for n in range(1, length + 1))]
    return {step: to(steps[n + 1]) for n, step in enumerate(steps[:-1])} | {
        steps[-1]: answer(200, PAGE)
    }


def test_ten_redirects_are_followed_and_not_one_more() -> None:
    assert look(Web(chain(MOST_HOPS))).status == 200
    web = Web(chain(MOST_HOPS + 1))
    seen = look(web)
    assert (seen.fault, seen.status) == (Fault.REDIRECT_LOOP, None)
    assert len(seen.hops) == len(web.asked) == MOST_HOPS + 1


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param({URL: to(URL)}, id="to itself"),
        pytest.param({URL: to("#top")}, id="to a part of itself"),
        pytest.param({URL: to("HTTPS://ATLAS.example.org:443/rivers")}, id="to another spelling"),
        pytest.param(
            {URL: to("/a"), "https://atlas.example.org/a": to("/rivers")}, id="there and back"
        ),
    ],
)
def test_a_circle_is_told_at_once(pages: dict[str, Says]) -> None:
    web = Web(pages)
    seen = look(web)
    assert seen.fault is Fault.REDIRECT_LOOP
    assert URL in (seen.detail or "")
    assert len(web.asked) == len(pages)


@pytest.mark.parametrize(
    "location",
    [
        "ftp://files.example.org/a",
        "mailto:keeper@example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://exa mple.org/",
        "https://atlas.example.org:99999/",
        "https://atlas.example.org:0/",
        "/" + "x" * 20_000,
    ],
)
def test_a_redirect_that_cannot_be_followed_is_broken(location: str) -> None:
    web = Web({URL: to(location)})
    seen = look(web)
    assert seen.fault is Fault.REDIRECT_BROKEN
    assert seen.hops == (Hop(URL, 302, location),)
    assert len(web.asked) == 1


@pytest.mark.parametrize("fault", [Fault.PRIVATE_ADDRESS, Fault.SCHEME, Fault.BAD_URL])
def test_a_redirect_to_what_may_not_be_asked_is_the_redirects_fault(fault: Fault) -> None:
    inside = "http://169.254.169.254/latest/"
    refused = NoAnswer(fault, "169.254.169.254 is private")
    seen = look(Web({URL: to(inside), inside: refused}))
    assert (seen.fault, seen.detail) == (Fault.REDIRECT_BROKEN, "169.254.169.254 is private")
    assert look(Web({inside: refused}), inside).fault is fault, "nobody redirected there"


@pytest.mark.parametrize("fault", sorted(set(Fault) - CERTIFICATE_FAULTS))
def test_any_failure_without_an_answer_is_kept_as_it_was(fault: Fault) -> None:
    seen = look(Web({URL: NoAnswer(fault, "so it was")}))
    assert seen == Evidence(URL, fault=fault, detail="so it was")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mailto:keeper@example.org", Fault.SCHEME),
        ("ftp://files.example.org/a", Fault.SCHEME),
        ("https://", Fault.BAD_URL),
        ("https://exa mple.org/", Fault.BAD_URL),
        ("", Fault.SCHEME),
    ],
)
def test_what_is_no_address_is_not_asked(url: str, fault: Fault) -> None:
    web = Web({})
    seen = look(web, url, robots=True)
    assert (seen.url, seen.fault, web.asked) == (url, fault, [])


@pytest.mark.parametrize("fault", sorted(CERTIFICATE_FAULTS))
def test_past_a_bad_certificate_is_looked_once(fault: Fault) -> None:
    web = Web(lambda asked: NoAnswer(fault, "expired") if asked.verify else answer(200, PAGE))
    seen = look(web)
    assert [asked.verify for asked in web.asked] == [True, False]
    assert (seen.fault, seen.certificate_fault, seen.detail) == (None, fault, "expired")
    assert (seen.status, seen.title) == (200, "River Atlas")


def test_each_hop_is_looked_past_its_own_certificate_and_verified_first() -> None:
    bad = NoAnswer(Fault.TLS_EXPIRED, "expired")
    there = "https://new.example.org/"

    def says(asked: Asked) -> Says:
        if asked.verify:
            return bad
        return to(there) if asked.url == URL else answer(200, PAGE)

    web = Web(says)
    assert look(web).status == 200
    assert [(asked.url, asked.verify) for asked in web.asked] == [
        (URL, True), (URL, False), (there, True), (there, False),
    ]  # fmt: skip


def test_what_fails_behind_a_bad_certificate_is_told_with_it() -> None:
    expired, silent = NoAnswer(Fault.TLS_EXPIRED, "expired"), NoAnswer(Fault.READ_TIMEOUT, "silent")
    seen = look(Web(lambda asked: expired if asked.verify else silent))
    assert (seen.fault, seen.certificate_fault, seen.detail) == (
        Fault.READ_TIMEOUT,
        Fault.TLS_EXPIRED,
        "silent",
    )


ROBOTS = "https://atlas.example.org/robots.txt"
NOBODY = answer(200, b"User-agent: *\nDisallow: /", {"content-type": "text/plain"})


def test_robots_are_asked_first_and_only_once_a_host() -> None:
    web = Web({URL: answer(200, PAGE)})
    both = looker(web)

    async def twice() -> None:
        await both.look(URL)
        await both.look(URL)

    asyncio.run(twice())
    assert web.urls == [ROBOTS, URL, URL]


def test_robots_that_say_no_are_obeyed() -> None:
    web = Web({ROBOTS: NOBODY, URL: answer(200, PAGE)})
    seen = look(web, robots=True)
    assert (seen.fault, web.urls) == (Fault.ROBOTS, [ROBOTS])
    assert ROBOTS in (seen.detail or "")
    assert look(web, robots=False).status == 200


def test_robots_are_obeyed_on_every_host_of_a_chain() -> None:
    there = "https://new.example.org/a"
    web = Web({URL: to(there), "https://new.example.org/robots.txt": NOBODY, there: answer(200)})
    seen = look(web, robots=True)
    assert (seen.fault, seen.hops) == (Fault.ROBOTS, (Hop(URL, 302, there),))
    assert there not in web.urls


def test_robots_behind_a_bad_certificate_are_obeyed_and_leave_no_trace_of_it() -> None:
    bad = NoAnswer(Fault.TLS_EXPIRED, "expired")
    web = Web(lambda asked: bad if asked.verify else NOBODY)
    seen = look(web, robots=True)
    assert (seen.fault, seen.certificate_fault) == (Fault.ROBOTS, None)
    assert [asked.verify for asked in web.asked] == [True, False]


def test_a_host_that_is_not_there_is_told_without_asking_for_the_page() -> None:
    web = Web(lambda _: NoAnswer(Fault.CONNECT_TIMEOUT, "no connection"))
    seen = look(web, robots=True)
    assert (seen.fault, web.urls) == (Fault.CONNECT_TIMEOUT, [ROBOTS])


WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            URL,
            "/",
            "//",
            "?",
            "#",
            "..",
            "https://[::1]/",
            "http://127.0.0.1/",
            "https://\udcff/",
            "\\\\host\\share",
            "https://user:secret@atlas.example.org/a",
            "data:text/html,a",
            "%zz",
        ]
    ),
)
KINDS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.sampled_from(
        [
            "text/html",
            "text/html; charset=utf-16",
            "TEXT/HTML;charset=rot13",
            "text/html;charset=idna",
            "application/pdf",
            "text/html; charset=\udcff",
        ]
    ),
)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.sampled_from(
        [
            PAGE,
            b"<title>",
            b"<meta name=description>",
            b"\xff\xfe<\x00t\x00",
            b"<![CDATA[",
            b"<title>\xed\xa0\x80</title>",
            b"<!DOCTYPE",
            b"<html><head></head" * 50,
        ]
    ),
)
ANSWERS = st.builds(
    lambda status, content, kind, location: Answer(
        head=Head(
            (1, 1),
            status,
            tuple(
                (name, value)
                for name, value in (("content-type", kind), ("location", location))
                if value is not None
            ),
        ),
        content=content,
        complete=False,
        address="192.0.2.1",
        certificate_expires=None,
        milliseconds=0,
        reusable=False,
    ),
    st.one_of(st.sampled_from(sorted(REDIRECTS)), st.integers(100, 999)),
    CONTENTS,
    KINDS,
    st.one_of(st.none(), WORDS),
)
SAYS: st.SearchStrategy[Says] = st.one_of(
    ANSWERS, st.builds(NoAnswer, st.sampled_from(Fault), st.text(max_size=9))
)


@settings(deadline=None)
@given(st.data(), st.one_of(st.just(URL), WORDS), st.booleans())
def test_whatever_a_server_does_a_look_ends_with_evidence(
    data: st.DataObject, url: str, robots: bool
) -> None:
    web = Web(lambda _: data.draw(SAYS))
    seen = look(web, url, robots=robots)
    assert seen.url == url
    assert (seen.fault is None) == (seen.status is not None)
    assert len(seen.hops) <= MOST_HOPS + 1
    assert Evidence.from_json(seen.to_json()) == seen
    assert len(web.asked) <= (MOST_HOPS + 1) * 2 * 8, "a hop is asked twice at most, robots as well"
