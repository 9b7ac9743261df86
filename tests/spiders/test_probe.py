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
from crawler.verdicts.second import needs_sibling
from tests.spiders import test_look as looks
from tests.spiders.test_look import PAGE, URL, Asked, Says, Web, answer, look, looker, to

SIBLING = f"https://atlas.example.org/{looks.LETTERS}"
LOST = b"<title>Not here</title><h1>Not here</h1><p>Try the start page, or search the whole site."
HOME = "https://atlas.example.org/"


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
        ("https://a.example/view?12345", "https://a.example/view?333"),
        ("https://a.example/view?ds17", "https://a.example/view?qqq"),
        ("https://a.example/17/?set=rivers", "https://a.example/17/?set=qqq"),
        ("https://a.example/sets/17?usp=sharing", "https://a.example/sets/qqq"),
        ("https://a.example/view?rivers", "https://a.example/qqq"),
        ("https://a.example/view?id=", "https://a.example/qqq"),
        ("https://a.example/?lang=en", "https://a.example/qqq"),
        ("https://a.example?id=17", "https://a.example?id=333"),
        ("https://a.example//", "https://a.example/qqq"),
        ("https://a.example/17", "https://a.example/qqq"),
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
    found = sibling(Web(lambda asked: answer(200, LOST) if asked.url == HOME else to("/")))
    assert found == Sibling(SIBLING, 200, HOME, 1, 1.0, same_title=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (b"<title>Lost 12", b"<title>Lost 7", True),
        (b"<title>Rivers - Lost", f"<title>{looks.LETTERS} - Lost".encode(), True),
        (b"<title>Rivers - Lost", b"<title>Oaks - Lost", False),
        (b"<p>", b"<p>", True),
        (b"<p>", b"<title>Lost", False),
    ],
)
def test_titles_are_the_same_but_for_numbers_and_echoes(
    one: bytes, other: bytes, same: bool
) -> None:
    found = sibling(Web({URL: answer(200, one), SIBLING: answer(200, other)}))
    assert found is not None
    assert found.same_title is same
    assert found.title_echoes is (looks.LETTERS.encode() in other)


def test_only_what_is_wholly_alike_is_said_to_be() -> None:
    many = b"<p>" + b" ".join(b"word" for _ in range(9000))
    found = sibling(Web({URL: answer(200, many + b" more"), SIBLING: answer(200, many)}))
    assert found is not None
    assert found.likeness == 0.999


def listed(*others: str, told: str = "Not here. Try the start page, or search.") -> Says:
    """A page that recommends others, in a list that is as long as all else."""
    links = "".join(f"<li><a href=/{other}>All about {other}</a>" for other in others)
    return answer(200, f"<title>Birds</title><p>{told}</p>{links}".encode())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param(listed("owls", "rivers"), listed("ferns", "kites"), True, id="others"),
        pytest.param(listed("owls", "rivers"), listed("ferns"), False, id="one more"),
        pytest.param(
            listed("owls", told="Sparrows. Try the start page, or search."), listed("ferns"),
            False, id="and a word"),
        pytest.param(
            listed("owls", *"abcdefghijkl"), listed("ferns", *"nopqrstuvwxy"), True,
            id="a long list"),
        pytest.param(
            listed("owls", told="Try the start page."), listed("kites", told="Try the start page."),
            False, id="hardly anything but links"),
    ],
)  # fmt: skip
def test_links_by_lot_are_passed_over(one: Says, other: Says, alike: bool) -> None:
    found = sibling(Web({URL: one, SIBLING: other}))
    assert found is not None
    assert (found.likeness == 1) is alike


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


def test_fifty_links_side_by_side_cost_one_probe() -> None:
    web = Web(lambda _: answer(200, PAGE))
    one = looker(web, robots=False)
    urls = [f"https://atlas.example.org/sets/{n}?tab={n}" for n in range(50)]
    ids = [f"https://atlas.example.org/set.php?lang=en&id={n}" for n in range(50)]

    async def night() -> list[Evidence]:
        return [*await asyncio.gather(*map(one.look, urls + ids))]

    assert all(seen.sibling for seen in asyncio.run(night()))
    assert len(web.urls) == 50 + 1 + 50 + 1


def test_a_probe_that_failed_is_not_made_again() -> None:
    def says(asked: Asked) -> Says:
        return NoAnswer(Fault.RESET, "no") if "qwert" in asked.url else answer(200, PAGE)

    web = Web(says)
    one = looker(web, robots=False)

    async def night() -> list[Evidence]:
        return [await one.look(url) for url in (URL, URL + "2")]

    assert [seen.sibling for seen in asyncio.run(night())] == [None, None]
    assert len(web.urls) == 3


@pytest.mark.parametrize(("title", "asked"), [("River Atlas", 1), ("Rivers", 2)])
def test_a_page_that_is_known_costs_no_probe(
    monkeypatch: pytest.MonkeyPatch, title: str, asked: int
) -> None:
    monkeypatch.setattr(look_module, "needs_sibling", needs_sibling)
    web = Web(lambda _: answer(200, PAGE))
    one = looker(web, robots=False, expected=lambda _: (title,))
    asyncio.run(one.look(URL))
    assert len(web.urls) == asked


def test_what_an_error_says_is_compared_with_nothing() -> None:
    found = sibling(Web({URL: answer(200, LOST), SIBLING: answer(400, LOST)}))
    assert found is not None
    assert (found.status, found.likeness) == (400, None)
