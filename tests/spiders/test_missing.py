"""Servers that answer 200 for what they do not have, and servers that only seem to.

Each row is a site: what it shows for the link, what it shows for anything else beside it, the name
the list gives the link, and whether the link is there. Nothing that lives may be called gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.spiders import look as look_module
from crawler.spiders.look import Looker
from crawler.spiders.probe import random_letters
from crawler.verdicts.evidence import Fault
from crawler.verdicts.rules import judge
from crawler.verdicts.second import needs_sibling
from crawler.verdicts.verdict import Verdict
from tests.spiders.test_look import Asked, Says, Web, answer, to

HOST = "https://birds.example.org"
URL = f"{HOST}/sets/sparrow-atlas"
MENU = "<nav><a href=/>Home</a> <a href=/data>Data</a> <a href=/people>People</a></nav>"
LONG = "<aside>" + "We count birds, ring birds and write about birds, every day. " * 60 + "</aside>"
LOST = (
    "<h1>Því miður</h1><p>Síðan sem leitað var að fannst ekki á vefnum. Hún kann að hafa verið"
    " færð eða henni eytt. Vinsamlegast notaðu leitina.</p>"
)
DATA = (
    "<h1>Sparrow Atlas</h1><p>Where sparrows breed, in 4,200 squares that were walked at dawn by"
    " 1,900 people over eleven springs.</p><p><a href=/atlas.csv>atlas.csv</a></p>"
)


@pytest.fixture(autouse=True)
def probing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way: whether to probe, the probe, and what is made of it."""
    monkeypatch.setattr(look_module, "needs_sibling", needs_sibling)


def page(body: str, title: str = "Institute of Birds") -> Answer:
    """A page as a server sends it."""
    return answer(200, f"<!doctype html><title>{title}</title><body>{body}".encode())


def fixed(body: str, title: str = "Institute of Birds") -> Callable[[str, int], Says]:
    """The same for everybody."""
    return lambda _path, _number: page(body, title)


def varied(body: str, title: str = "Institute of Birds") -> Callable[[str, int], Says]:
    """What holds `PATH`, `NAME` or `N` has the path asked for, its end, and a new number."""

    def shown(path: str, number: int) -> Says:
        marks = {"PATH": path, "NAME": path.rpartition("/")[2], "N7": str(7919 * number)}
        said, entitled = body, title
        for mark, value in marks.items():
            said, entitled = said.replace(mark, value), entitled.replace(mark, value)
        return page(said, entitled)

    return shown


LISTS = ("rivers", "owls", "ferns", "clouds", "tides", "mosses", "bridges", "kites", "comets")


def by_lot(body: str, *, more: int = 4) -> Callable[[str, int], Says]:
    """Other data sets are recommended, each time others."""

    def shown(_path: str, number: int) -> Says:
        lot = [LISTS[(number * 4 + place) % len(LISTS)] for place in range(more)]
        items = "".join(f"<li><a href=/sets/{one}>The atlas of {one}</a></li>" for one in lot)
        return page(f"{MENU}{body}<h2>Related data sets</h2><ul>{items}</ul>")

    return shown


class Site(NamedTuple):
    """What a site says for the link, and for what is not there beside it."""

    there: Callable[[str, int], Says]
    missing: Callable[[str, int], Says]
    link: str = URL
    name: str = "Sparrow Atlas"


def everywhere(
    shown: Callable[[str, int], Says], link: str = URL, name: str = "Sparrow Atlas"
) -> Site:
    """A site that says one thing whatever is asked."""
    return Site(shown, shown, link, name)


def says(what: Says) -> Callable[[str, int], Says]:
    return lambda _path, _number: what


GONE: dict[str, Site] = {
    "a neutral title and a language nobody speaks": everywhere(fixed(MENU + LOST)),
    "the path is repeated": everywhere(varied(LOST + "<p>You asked for PATH.</p>")),
    "the address is repeated": everywhere(varied(LOST + f"<p>{HOST}PATH was not seen</p>")),
    "the path is repeated in the title too": everywhere(varied(LOST, "Search: NAME - Birds")),
    "a short path is repeated": everywhere(
        varied(LOST + "<p>You asked for PATH.</p>"), f"{HOST}/sets/12"),
    "a form to search, filled in": everywhere(varied(
        LOST + "<form><label>Search for <input name=q value=NAME></label><button>Go</button></form>"
        "<p>0 results for NAME</p>")),
    "a number of the request": everywhere(varied(LOST + "<p>Request 8c31-N7-ab</p>")),
    "a time, a counter and a date": everywhere(
        varied(LOST + "<footer>12:N7 | Visitor N7 | 2026-11-20T12:N7Z | since 1998</footer>")),
    "a nonce in its script": everywhere(varied(LOST + "<script nonce=xN7>a('N7 PATH')</script>")),
    "other data sets by lot": everywhere(by_lot(LOST)),
    "advertisements by lot": everywhere(
        lambda _, number: page(f"{LOST}<a href=/ad>{LISTS[number % 9]} for sale</a>")),
    "a language without spaces": everywhere(varied(
        "<h1>非常抱歉</h1><p>我们没有您要的这个数据集，请检查地址或返回首页重新搜索。编号N7</p>")),
    "Thai": everywhere(varied("<h1>ขออภัย</h1><p>ไม่พบชุดข้อมูลที่คุณต้องการ กรุณาตรวจสอบที่อยู่</p>")),
    "the front page under any address": everywhere(
        varied(MENU + LONG + "<p>News of today, N7 visitors</p>")),
    "the front page under any address, with other news": everywhere(by_lot(LONG)),
    "an unknown id in a query": everywhere(
        varied("<h1>Bird Archive</h1><p>No study with this accession exists. Please check it.</p>"),
        f"{HOST}/record?id=5028"),
    "an unknown id in a query, repeated": everywhere(
        lambda path, _: page(f"<h1>Bird Archive</h1><p>We know no study {path.partition('=')[2]}"
                             " here, please check it.</p>"), f"{HOST}/record.php?id=5028&lang=en"),
    "an unknown accession in a query": everywhere(
        varied("<p>There is nothing under this accession in our catalogue of birds.</p>"),
        f"{HOST}/cgi-bin/study.cgi?study_id=phs000179"),
    "half the name in the title of the site": everywhere(fixed(MENU + LOST, "Sparrow Society")),
    "a title in German, its siblings are 404": Site(
        fixed(MENU + LOST, "Seite nicht gefunden – Institut"), says(answer(404))),
}  # fmt: skip

ALIVE: dict[str, Site] = {
    "a short record in a large template": Site(
        fixed(MENU + LONG + "<p>Sparrows</p>"), fixed(MENU + LONG + "<p>Unknown</p>")),
    "one word more in a large template": Site(
        fixed(MENU + LONG + "<p>Sparrows</p>"), fixed(MENU + LONG)),
    "one word in a large template, which repeats the path": Site(
        varied(MENU + LONG + "<p>PATH: Spatzen</p>"), varied(MENU + LONG + "<p>PATH: void</p>")),
    "a record of numbers in a large template": Site(
        fixed(MENU + LONG + "<p>Pairs: 311 412 19 77</p>"),
        fixed(MENU + LONG + "<p>Pairs: 0 1 2 3</p>")),
    "a record with more numbers than none": Site(
        fixed(MENU + LONG + "<p>Pairs: 311</p>"), fixed(MENU + LONG + "<p>Pairs:</p>")),
    "a record that is only links": Site(
        fixed(MENU + LONG + "<a href=/a>squares</a>"), fixed(MENU + LONG)),
    "a record among others by lot": Site(by_lot(DATA), by_lot(LOST)),
    "a record with fewer others by lot": Site(by_lot(LOST, more=3), by_lot(LOST)),
    "a record with a title of its own": Site(
        fixed(MENU + LONG, "Sparrows"), fixed(MENU + LONG, "Institute of Birds")),
    "its siblings are 404": Site(fixed(MENU + LOST), says(answer(404))),
    "its siblings are 410": Site(fixed(MENU + LOST), says(answer(410))),
    "its siblings are not for us": Site(fixed(MENU + LOST), says(answer(403, b"no"))),
    "its siblings are for those who log in": Site(fixed(MENU + LOST), says(answer(401, b"no"))),
    "its siblings lead to a login": Site(
        fixed(MENU + LOST), lambda path, _: page(LOST) if path == "/login" else to("/login")),
    "its siblings break the server": Site(fixed(MENU + LOST), says(answer(500, LOST.encode()))),
    "its siblings are too many requests": Site(fixed(MENU + LOST), says(answer(429, b"slow"))),
    "its siblings are away for a while": Site(fixed(MENU + LOST), says(answer(503, b"later"))),
    "its siblings never answer": Site(
        fixed(MENU + LOST), says(NoAnswer(Fault.READ_TIMEOUT, "no"))),
    "its siblings meet a wall that is 200": Site(fixed(MENU + LOST), fixed(
        '<script src="/cdn-cgi/challenge-platform/h/b"></script>', "Just a moment...")),
    "the site ignores the end of its paths": everywhere(
        fixed(MENU + DATA, "Sparrow Atlas | Institute of Birds"), f"{HOST}/sets/9/sparrow-atlas"),
    "everybody is asked to agree first": Site(
        lambda path, _: page(LOST) if path == "/disclaimer" else to("/disclaimer"),
        lambda path, _: page(LOST) if path == "/disclaimer" else to("/disclaimer")),
    "everybody is asked to agree first, in place": everywhere(fixed(LOST, "Terms of use")),
    "a folder shared with a mark": Site(
        fixed(MENU + LOST), says(answer(404)), f"{HOST}/folders/1a2b3c?usp=sharing"),
    "a list of files, sorted": Site(
        fixed(MENU + LOST), says(answer(404)), f"{HOST}/pub/birds/?C=M;O=A"),
    "a front page in a language": everywhere(fixed(MENU + LOST), f"{HOST}/?lang=en"),
    "a front page with a mark of who sent us": everywhere(
        fixed(MENU + LOST), f"{HOST}/index.php?utm_source=list&utm_id=7"),
    "a front page": everywhere(fixed(MENU + LOST), f"{HOST}/"),
    "a record by its id": Site(
        varied(MENU + DATA), fixed(MENU + LOST), f"{HOST}/view?set=rivers&id=17"),
    "hardly a word, and a script of unknown make": everywhere(
        fixed('<div id="atlas-viewer"></div><p>Loading the map…</p>')),
    "the record of number 404": Site(
        fixed(MENU + DATA, "404 | Institute of Birds"), fixed(MENU + LOST), f"{HOST}/sets/404"),
    "a record whose heading is about pages": Site(
        fixed("<h1>Page not found</h1>" + DATA, "Messages of servers"), says(answer(404))),
}  # fmt: skip


def verdict_of(site: Site) -> Verdict:
    """What one look at the link says."""
    count = 0

    def shown(asked: Asked) -> Says:
        nonlocal count
        count += 1
        parts = urlsplit(asked.url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return (site.there if asked.url == site.link else site.missing)(path, count)

    looker = Looker(
        Web(shown), letters=random_letters, expected=lambda _: (site.name,), robots=False
    )
    return judge(asyncio.run(looker.look(site.link))).reason.verdict


@pytest.mark.parametrize("site", GONE.values(), ids=GONE)
def test_a_page_that_is_not_there_is_found_out(site: Site) -> None:
    assert verdict_of(site) is Verdict.GONE


@pytest.mark.parametrize("site", ALIVE.values(), ids=ALIVE)
def test_no_page_that_lives_is_called_gone(site: Site) -> None:
    assert verdict_of(site) is Verdict.OK


@pytest.mark.parametrize("name", ["Sets/Sparrow-Atlas", "SETS/SPARROW-ATLAS"])
def test_a_server_that_knows_no_case(name: str) -> None:
    kind = everywhere(lambda path, _: page(LOST + f"<p>{path.lower()}</p>"), f"{HOST}/{name}")
    assert verdict_of(kind) is Verdict.GONE
    moved = Site(
        lambda path, _: to(path.lower()),
        lambda path, _: page(DATA) if path == path.lower() and "atlas" in path else answer(404),
        f"{HOST}/{name}",
    )
    assert verdict_of(moved) is Verdict.OK
