"""Conditional GET: a page that is known is asked only whether it has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from crawler.demo.answers import header, in_turn, json, nights, page, redirect, status, when
from crawler.demo.host import Certificate, Host, Hosts, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from tests.conftest import Linkvitals, PlayWeb, through

HOST = "atlas.example.org"
URL = f"http://{HOST}/rivers"
DAY = "Thu, 19 Nov 2026 03:00:00 GMT"
ETAG = "if-none-match"
SINCE = "if-modified-since"
Asked = Mapping[str, str]

LINK = "SELECT state, verdict, reason, http_status, title, uptime_30d FROM links"
AS_EVER = ("alive", "ok", "http-200", 200, "Rivers", 100.0)


class Lived(NamedTuple):
    """Some nights that were lived through."""

    web: MiniatureWeb
    database: Path

    def asked(self, night: int, path: str = "/rivers") -> list[Asked]:
        """What each request for this path was asked with that night."""
        return [
            {name: asked.headers[name] for name in (ETAG, SINCE) if name in asked.headers}
            for asked in self.web.log
            if asked.night == night and asked.path == path
        ]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as db:
            return db.execute(sql).fetchall()


Live = Callable[..., Lived]


@pytest.fixture
def live_web(
    tmp_path: Path, play_web: PlayWeb, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> Live:
    """Crawl one link of a web for some nights."""

    def call(hosts: Hosts, url: str = URL, nights: int = 2) -> Lived:
        lived = Lived(play_web(hosts), tmp_path / "vitals.db")
        listed = write_list(url)
        for night in range(1, nights + 1):
            lived.web.night = night
            at = f"2026-11-{night:02}T03:00Z"
            options = ["--db", lived.database, "--at", at, *through(lived.web)]
            left = linkvitals("crawl", listed, *options)
            assert left.code == 0, left.err
        return lived

    return call


@pytest.fixture
def live(live_web: Live) -> Live:
    """Crawl one page for some nights."""

    def call(answer: Answer, nights: int = 2) -> Lived:
        return live_web({HOST: host({"/rivers": answer})}, nights=nights)

    return call


def known(answer: Answer, *names: str) -> Answer:
    """Such an answer to whoever asks with these headers, and with no others."""
    return when(
        lambda asked: {ETAG, SINCE} & asked.headers.keys() == set(names), answer, page("Lakes")
    )


KNOWN_BY: dict[str, tuple[Mapping[str, str | None], Asked]] = {
    "its ETag": ({"ETag": '"a"'}, {ETAG: '"a"'}),
    "a weak ETag": ({"ETag": 'W/"a"'}, {ETAG: 'W/"a"'}),
    "an ETag without quotes": ({"ETag": "a"}, {ETAG: "a"}),
    "an ETag in another script": ({"ETag": '"ä日"'}, {ETAG: "Ã¤æ\x97¥".join('""')}),
    "its day": ({"ETag": None, "Last-Modified": DAY}, {SINCE: DAY}),
    "both": ({"ETag": '"a"', "Last-Modified": DAY}, {ETAG: '"a"', SINCE: DAY}),
}


@pytest.mark.parametrize(("headers", "asked"), KNOWN_BY.values(), ids=KNOWN_BY)
def test_an_unchanged_page_keeps_everything_known(
    headers: Mapping[str, str | None], asked: Asked, live: Live
) -> None:
    fine = page("Rivers", description="All of them.", headers=headers, conditional=False)
    lived = live(nights(fine, known(status(304), *asked)), nights=3)
    assert [lived.asked(night) for night in (1, 2, 3)] == [[{}], [asked], [asked]]
    assert lived.rows(LINK) == [AS_EVER]
    checked = lived.rows("SELECT date(last_checked), date(last_ok) FROM links")
    assert checked == [("2026-11-03", "2026-11-03")]
    assert lived.rows("SELECT reason, http_status, looks, nights FROM observations") == [
        ("http-200", 200, 3, 3)
    ]
    assert lived.rows("SELECT field, value FROM fields ORDER BY field") == [
        ("description", "All of them."),
        ("language", "en"),
        ("title", "Rivers"),
    ]
    assert lived.rows("SELECT * FROM events") == []
    assert lived.rows("SELECT counts FROM nights") == [('{"ok": 1}',)] * 3


def test_a_page_that_has_changed_is_read_and_known_by_its_new_etag(live: Live) -> None:
    before, after = page("Rivers"), page("Rivers and lakes", description="More.")
    lived = live(nights(before, after), nights=3)
    (first,), (second,) = lived.asked(2), lived.asked(3)
    assert first.keys() == second.keys() == {ETAG}
    assert first != second
    assert lived.rows("SELECT title, etag FROM links") == [("Rivers and lakes", second[ETAG])]
    assert lived.rows("SELECT value FROM fields WHERE field = 'description'") == [("More.",)]


def test_a_page_that_gives_no_etag_any_more_is_asked_plainly(live: Live) -> None:
    lived = live(nights(page("Rivers"), page("Rivers", headers={"ETag": None})), nights=3)
    assert lived.asked(3) == [{}]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(status(304), id="from the first night on"),
        pytest.param(
            nights(page("Rivers", headers={"ETag": None}, conditional=False), status(304)),
            id="after a night on which it was well",
        ),
    ],
)
def test_who_says_unchanged_to_everybody_shows_nothing(answer: Answer, live: Live) -> None:
    lived = live(answer)
    assert [*filter(None, lived.asked(2))] == []
    assert lived.rows("SELECT state, verdict, reason, http_status FROM links") == [
        ("suspect", "failing", "empty-page", 304)
    ]


@pytest.mark.parametrize("code", [400, 403, 412, 500])
def test_a_server_that_chokes_on_the_question_is_asked_without_it(code: int, live: Live) -> None:
    lived = live(when(header("If-None-Match"), status(code), page("Rivers")))
    (asked, *again) = lived.asked(2)
    assert asked.keys() == {ETAG}
    assert again == [{}]
    assert lived.rows(LINK) == [AS_EVER]
    assert lived.rows("SELECT looks FROM observations") == [(2,)]


def test_the_second_look_asks_for_the_whole_page(live: Live) -> None:
    lived = live(nights(page("Rivers"), in_turn(status(500), page("Rivers"))))
    assert [asked.keys() for asked in lived.asked(2)] == [{ETAG}, set()]
    assert lived.rows(LINK) == [AS_EVER]


FINE = page("Rivers", headers={"Last-Modified": DAY})
THERE = {"/there": FINE}
PLAIN: dict[str, tuple[int, Host]] = {
    "leads elsewhere for now": (2, host({"/rivers": redirect(302, "/there"), **THERE})),
    "has moved": (2, host({"/rivers": redirect(301, "/there"), **THERE})),
    "led elsewhere last night": (
        2,
        host({"/rivers": nights(redirect(302, "/there"), FINE), **THERE}),
    ),
    "was gone last night": (3, host({"/rivers": nights(FINE, status(404), FINE)})),
    "failed last night": (3, host({"/rivers": nights(FINE, status(503), FINE)})),
    "was refused last night": (3, host({"/rivers": nights(FINE, status(403), FINE)})),
    "was behind a door last night": (3, host({"/rivers": nights(FINE, status(401), FINE)})),
}


@pytest.mark.parametrize(("last", "played"), PLAIN.values(), ids=PLAIN)
def test_asked_plainly_is_a_link_that(last: int, played: Host, live_web: Live) -> None:
    lived = live_web({HOST: played}, nights=last)
    assert lived.asked(last)
    assert not any(lived.asked(last) + lived.asked(last, "/there"))


def test_asked_plainly_is_a_link_behind_a_bad_certificate(live_web: Live) -> None:
    expired = host({"/rivers": FINE}, certificate=Certificate.EXPIRED)
    lived = live_web({HOST: expired}, URL.replace("http:", "https:"))
    assert lived.asked(2) == [{}]
    assert lived.rows("SELECT verdict, last_modified FROM links") == [("insecure", DAY)]


def test_nobody_asks_past_a_certificate_that_went_bad_for_changes(
    live_web: Live,
) -> None:
    bad = host({"/rivers": FINE}, certificate=Certificate.EXPIRED)
    lived = live_web({HOST: (host({"/rivers": FINE}), bad)}, URL.replace("http:", "https:"))
    assert lived.asked(2) == [{}]
    assert lived.rows("SELECT verdict, title FROM links") == [("insecure", "Rivers")]


def test_what_a_register_vouches_for_is_asked_plainly(live_web: Live) -> None:
    walled = status(403, headers={"ETag": '"the wall itself"'})
    here = "http://github.com/birds/atlas"
    record = {"full_name": "birds/atlas", "private": False, "html_url": here}
    lived = live_web(
        {
            "github.com": host({"/birds/atlas": walled}),
            "api.github.com": host({"/repos/birds/atlas": json(record)}),
        },
        here,
    )
    assert lived.rows("SELECT reason, etag FROM links") == [("vouched", '"the wall itself"')]
    assert lived.asked(2, "/birds/atlas")
    assert not any(lived.asked(2, "/birds/atlas"))
