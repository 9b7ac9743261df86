"""The sibling probe: where it asks, how often, and what it makes of the answer."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.net.faults import NoAnswer
from crawler.spiders import look as look_module
from crawler.spiders.probe import LETTERS, random_letters, sibling_of
from crawler.verdicts.evidence import Evidence, Fault, Sibling
from tests.spiders import test_look as looks
from tests.spiders.test_look import PAGE, URL, Asked, Says, Web, answer, look, looker, to

SIBLING = f"https://atlas.example.org/{looks.LETTERS}"
LOST = b"<title>Not here</title><h1>Not here</h1><p>Try the start page, or search the whole site."


@pytest.fixture(autouse=True)
def always_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a look needs a probe is decided elsewhere."""
    monkeypatch.setattr(look_module, "needs_sibling", lambda seen: seen.status is not None)


def sibling(web: Web) -> Sibling | None:
    return look(web).sibling


@pytest.mark.parametrize(
    ("url", "there"),
    [
        ("https://a.example/sets/rivers.html", "https://a.example/sets/qqq"),
        ("https://a.example/sets/rivers/", "https://a.example/sets/qqq"),
        ("https://a.example/rivers", "https://a.example/qqq"),
        ("https://a.example/", "https://a.example/qqq"),
        ("https://a.example/%7Ea/b%2Fc", "https://a.example/%7Ea/qqq"),
        ("https://a.example/view?id=17", "https://a.example/view?id=333"),
        ("https://a.example/view?id=17&lang=en", "https://a.example/view?id=333&lang=en"),
        ("https://a.example/view?set=rivers", "https://a.example/view?set=qqq"),
        ("https://a.example/view?rivers", "https://a.example/view?qqq"),
        ("https://a.example/view?id=", "https://a.example/view?qqq"),
        ("https://a.example:8443/?p=1", "https://a.example:8443/?p=333"),
    ],
)
def test_a_page_that_cannot_be_stands_beside(url: str, there: str) -> None:
    assert sibling_of(url, "qqq") == there


@given(st.text(alphabet="ab/?&;=.%1", max_size=30))
def test_the_sibling_is_on_the_same_host_and_another_page(rest: str) -> None:
    url = f"https://a.example/{rest}"
    there = sibling_of(url, looks.LETTERS)
    assert urlsplit(there).netloc == "a.example"
    assert there != url


def test_random_letters_are_many_and_never_twice_the_same() -> None:
    one, other = random_letters(), random_letters()
    assert len(one) == len(other) == LETTERS
    assert one != other
    assert one.isascii()
    assert one.isalpha()


def test_a_server_that_says_404_has_nothing_to_compare() -> None:
    assert sibling(Web({URL: answer(200, PAGE)})) == Sibling(SIBLING, 404, SIBLING)


def test_a_server_that_shows_the_same_page_for_all_is_found_out() -> None:
    found = sibling(Web(lambda _: answer(200, LOST)))
    assert found == Sibling(SIBLING, 200, SIBLING, 0, 1.0, same_title=True)


def test_a_server_that_shows_another_page_is_not() -> None:
    shown = "<title>Rivers</title>Four thousand rivers, with their length, basin and mouth."
    found = sibling(Web({URL: answer(200, shown.encode()), SIBLING: answer(200, LOST)}))
    assert found is not None
    assert found.likeness is not None
    assert found.likeness < 0.2
    assert not found.same_title


def test_where_the_probe_is_led_is_told() -> None:
    home = "https://atlas.example.org/"
    web = Web(lambda asked: answer(200, PAGE) if asked.url == home else to("/"))
    found = sibling(web)
    assert found == Sibling(SIBLING, 200, home, 1, 1.0, same_title=True)


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.READ_TIMEOUT, Fault.HOST_SILENT])
def test_a_probe_that_fails_proves_nothing(fault: Fault) -> None:
    def says(asked: Asked) -> Says:
        return answer(200, PAGE) if asked.url == URL else NoAnswer(fault, "no")

    seen = look(Web(says))
    assert (seen.sibling, seen.status) == (None, 200)


def test_robots_hold_for_the_probe() -> None:
    rules = f"User-agent: *\nDisallow: /{looks.LETTERS}".encode()
    web = Web({URL: answer(200, PAGE), looks.ROBOTS: answer(200, rules)})
    assert look(web, robots=True).sibling is None
    assert SIBLING not in web.urls


def test_a_directory_is_probed_once_a_night_with_the_same_headers() -> None:
    web = Web(lambda _: answer(200, PAGE))
    one = looker(web, robots=False)

    async def night() -> list[Evidence]:
        urls = [URL, URL + "2", "https://atlas.example.org/sets/a", URL + "?id=1", URL + "?id=2"]
        return [*await asyncio.gather(*map(one.look, urls))]

    seen = asyncio.run(night())
    assert all(one.sibling for one in seen)
    assert [url for url in web.urls if looks.LETTERS in url] == [
        SIBLING,
        f"https://atlas.example.org/sets/{looks.LETTERS}",
    ]
    assert len(web.urls) == 5 + 3
    assert {asked.other for asked in web.asked} == {()}
