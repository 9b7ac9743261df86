"""Chains that need more than a header: cookies, signposts, and servers that dislike ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.net.manners import OTHER_HEADERS
from crawler.spiders.chain import MOST_HOPS
from crawler.verdicts.evidence import Fault, Hop
from tests.spiders.test_look import PAGE, URL, Asked, Says, Web, answer, look, to

THERE = "https://atlas.example.org/lakes"


def cookie(asked: Asked) -> str:
    return dict(asked.other).get("Cookie", "")


def sets(says: Answer, *cookies: str) -> Answer:
    said = tuple(("set-cookie", f"{one}; Path=/") for one in cookies)
    head = says.head
    return answer_with(says, (*head.headers, *said))


def answer_with(says: Answer, headers: tuple[tuple[str, str], ...]) -> Answer:
    return replace(says, head=replace(says.head, headers=headers))


def test_a_circle_that_a_cookie_ends_is_followed() -> None:
    web = Web(lambda asked: answer(200, PAGE) if cookie(asked) else sets(to(URL), "seen=1"))
    seen = look(web)
    assert (seen.status, seen.fault, seen.title) == (200, None, "River Atlas")
    assert [cookie(asked) for asked in web.asked] == ["", "seen=1"]
    assert seen.hops == (Hop(URL, 302, URL), Hop(URL, 200))


def test_a_consent_page_leads_back() -> None:
    def says(asked: Asked) -> Says:
        if asked.url == THERE:
            return sets(to(URL), "consent=yes")
        return answer(200, PAGE) if "consent" in cookie(asked) else to(THERE)

    assert look(Web(says)).status == 200


def test_a_circle_with_the_same_cookie_each_time_is_one() -> None:
    web = Web(lambda _: sets(to(URL), "seen=1"))
    assert look(web).fault is Fault.REDIRECT_LOOP
    assert len(web.asked) == 2


def test_a_circle_with_a_new_cookie_each_time_ends_too() -> None:
    count = iter(range(99))
    web = Web(lambda _: sets(to(URL), f"seen={next(count)}"))
    assert look(web).fault is Fault.REDIRECT_LOOP
    assert len(web.asked) == MOST_HOPS + 1


def test_cookies_are_not_told_to_others_nor_kept_for_the_next_look() -> None:
    other = "https://other.example.org/"
    web = Web({URL: sets(to(other), "secret=1"), other: answer(200, PAGE)})
    look(web)
    look(web)
    assert {cookie(asked) for asked in web.asked} == {""}


def test_a_cookie_is_not_said_past_a_bad_certificate() -> None:
    bad = NoAnswer(Fault.TLS_EXPIRED, "expired")

    def says(asked: Asked) -> Says:
        if asked.url == THERE:
            return bad if asked.verify else answer(200, PAGE)
        return sets(to(THERE), "secret=1")

    web = Web(says)
    assert look(web).status == 200
    assert [cookie(asked) for asked in web.asked] == ["", "secret=1", ""]


REFRESH = b"<meta http-equiv=refresh content='0;url=/lakes'>Moved."
SCRIPT = b"<script>location.replace('/lakes')</script>"


@pytest.mark.parametrize(
    ("stub", "via"), [(REFRESH, "meta-refresh"), (SCRIPT, "script")], ids=["refresh", "script"]
)
def test_a_signpost_is_followed_as_a_hop(stub: bytes, via: str) -> None:
    seen = look(Web({URL: answer(200, stub), THERE: answer(200, PAGE)}))
    assert seen.hops == (Hop(URL, 200, "/lakes", via), Hop(THERE, 200))
    assert (seen.final_url, seen.title) == (THERE, "River Atlas")


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_a_signpost_on_a_page_that_fails_is_not_followed(status: int) -> None:
    web = Web({URL: answer(status, REFRESH), THERE: answer(200, PAGE)})
    assert look(web).status == status
    assert web.urls == [URL]


@pytest.mark.parametrize(
    "target", [URL, "javascript:history.back()", "mailto:a@example.org", "https://"]
)
def test_a_signpost_to_nowhere_else_is_the_page(target: str) -> None:
    stub = f"<meta http-equiv=refresh content='0;url={target}'>Moved.".encode()
    seen = look(Web({URL: answer(200, stub)}))
    assert (seen.status, seen.fault) == (200, None)


def test_a_page_that_sets_a_cookie_and_loads_itself_again_is_seen_as_it_is_then() -> None:
    stub = f"<meta http-equiv=refresh content='0;url={URL}'>".encode()
    web = Web(
        lambda asked: answer(200, PAGE) if cookie(asked) else sets(answer(200, stub), "seen=1")
    )
    assert look(web).title == "River Atlas"


def test_signposts_in_a_circle_are_one() -> None:
    back = b"<meta http-equiv=refresh content='0;url=/rivers'>"
    seen = look(Web({URL: answer(200, REFRESH), THERE: answer(200, back)}))
    assert seen.fault is Fault.REDIRECT_LOOP


@pytest.mark.parametrize("status", [304, 400, 403, 405, 406, 415, 416])
def test_a_server_that_may_dislike_our_headers_is_asked_once_with_others(status: int) -> None:
    web = Web(lambda asked: answer(200, PAGE) if asked.other else answer(status))
    seen = look(web)
    assert (seen.status, seen.hops) == (200, (Hop(URL, 200),))
    assert seen.detail == f"{status} until asked with other headers"
    assert [asked.other for asked in web.asked] == [(), OTHER_HEADERS]


@pytest.mark.parametrize("status", [401, 402, 404, 410, 429, 451, 500, 503, 999])
def test_what_no_header_changes_is_not_asked_again(status: int) -> None:
    web = Web({URL: answer(status)})
    assert look(web).status == status
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    "then", [answer(403), answer(400), NoAnswer(Fault.RESET, "reset")], ids=["403", "400", "reset"]
)
def test_a_server_that_likes_neither_is_judged_by_its_first_word(then: Says) -> None:
    web = Web(lambda asked: then if asked.other else answer(403))
    seen = look(web)
    assert (seen.status, seen.fault, seen.detail) == (403, None, None)
    assert len(web.asked) == 2


def test_other_headers_are_kept_for_the_rest_of_the_chain() -> None:
    web = Web(
        lambda asked: (
            answer(406) if not asked.other else to(THERE) if asked.url == URL else answer(200, PAGE)
        )
    )
    assert look(web).status == 200
    assert len(web.asked) == 3
