"""The spider on a real night: second looks, and lists read from addresses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.clock import FixedClock
from crawler.demo.answers import (
    close_at_once,
    cut,
    hang,
    in_turn,
    page,
    redirect,
    reset_at_once,
    status,
    text,
)
from crawler.demo.host import Certificate, Hosts, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from crawler.errors import UsageProblem
from crawler.lists.source import ReadList
from crawler.night import Result, run_night
from crawler.settings import CrawlSettings
from crawler.store.database import open_for_reading
from crawler.store.reader import Reader
from crawler.verdicts.verdict import Verdict
from crawler.watched import find
from tests.conftest import PlayWeb

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


class Notes:
    """A watcher that remembers."""

    def __init__(self) -> None:
        self.lists: Sequence[ReadList] = ()
        self.verdicts: list[Verdict] = []
        self.waited: list[tuple[float, int]] = []

    def lists_read(self, lists: Sequence[ReadList]) -> None:
        self.lists = lists

    def begins(self, links: int, done: int) -> None:
        assert 0 <= done <= links

    def looked(self, verdict: Verdict) -> None:
        self.verdicts.append(verdict)

    def waits(self, seconds: float, links: int) -> None:
        self.waited.append((seconds, links))


class Ran:
    """A night that was run, and what the database says of it."""

    def __init__(self, result: Result, notes: Notes, reader: Reader) -> None:
        self.result = result
        self.notes = notes
        self.reader = reader

    def evidence(self, url: str) -> dict[str, Any]:
        link = self.reader.link(url)
        assert link is not None
        seen = self.reader.observations(link.id)[0]
        return {"verdict": seen.verdict, "reason": seen.reason, **seen.evidence}


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(web: MiniatureWeb, *lists: str, strict: bool = True, **settings: Any) -> Ran:
        notes, database = Notes(), tmp_path / "vitals.db"
        quick = {"timeout": 0.5, "delay": 0.0, "second_look": 0.0, "robots": False}
        result = run_night(
            find(lists),
            CrawlSettings(**{**quick, "connect_to": web.connect_to, **settings}),
            database=database,
            clock=FixedClock(NOW),
            watcher=notes,
            strict=strict,
        )
        return Ran(result, notes, Reader(open_for_reading(database)))

    return call


def atlas(**paths: Answer) -> Hosts:
    return {"atlas.example.org": host({f"/{name}": says for name, says in paths.items()})}


URL = "https://atlas.example.org/"


@pytest.mark.parametrize(
    ("says", "verdict", "tries", "asked"),
    [
        pytest.param(page("Fine"), "ok", 1, 1, id="what is fine is asked once"),
        pytest.param(
            in_turn(status(500), page("Fine")), "ok", 2, 2, id="500 and then a page is ok"
        ),
        pytest.param(
            in_turn(status(404), page("Fine")), "ok", 2, 2, id="404 and then a page is ok"
        ),
        pytest.param(status(404), "gone", 2, 2, id="gone is what is gone twice"),
        pytest.param(status(500), "failing", 2, 2, id="failing is what fails twice"),
        pytest.param(in_turn(hang, page("Fine")), "ok", 2, 2, id="a silence and then a page is ok"),
        pytest.param(status(403), "blocked", 1, 2, id="a refusal is met with other headers"),
        pytest.param(
            in_turn(status(406), page("Fine")), "ok", 1, 2, id="other headers are better liked"
        ),
        pytest.param(in_turn(status(500), status(403)), "blocked", 2, 2, id="500 and then a wall"),
        pytest.param(
            in_turn(reset_at_once, page("Fine")),
            "ok",
            2,
            2,
            id="a reset is looked at again at once",
        ),
        pytest.param(
            in_turn(close_at_once, page("Fine")), "ok", 2, 2, id="so is a connection that is closed"
        ),
        pytest.param(
            in_turn(reset_at_once, reset_at_once, page("Fine")),
            "ok",
            3,
            3,
            id="two resets and then a page is ok at the second look",
        ),
        pytest.param(reset_at_once, "failing", 3, 3, id="failing is what is reset thrice"),
    ],
)
def test_a_night_asks_again_before_it_says_failing_or_gone(
    says: Answer,
    verdict: str,
    tries: int,
    asked: int,
    run: Run,
    play_web: PlayWeb,
    write_list: Callable[..., Path],
) -> None:
    web = play_web(atlas(a=says))
    night = run(web, str(write_list(URL + "a")))
    seen = night.evidence(URL + "a")
    assert (seen["verdict"], seen["tries"]) == (verdict, tries)
    assert len(web.log) == asked
    assert night.notes.verdicts == [verdict]


def test_a_reset_that_was_looked_at_at_once_needs_no_second_look(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    web = play_web(atlas(a=in_turn(reset_at_once, page("Fine")), b=status(404), c=status(500)))
    night = run(web, str(write_list(*(URL + name for name in "abc"))))
    assert night.notes.waited == [(0.0, 2)]


def test_the_second_look_is_another_clients_and_the_first_is_kept(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    web = play_web(atlas(a=in_turn(status(500), page("A")), b=in_turn(status(404), page("B"))))
    night = run(web, str(write_list(URL + "a", URL + "b")))
    for name, before in (("a", 500), ("b", 404)):
        seen = night.evidence(URL + name)
        assert (seen["client"], seen["status"]) == ("httpx", 200)
        assert [one["status"] for one in seen["earlier"]] == [before]
    by_connection = {asked.connection for asked in web.log}
    assert len(by_connection) == 3, "one is kept for the first looks, the others are fresh"
    assert web.log[-1].headers["accept-language"] != web.log[0].headers["accept-language"]


def test_a_silent_host_is_left_alone_and_asked_again_later(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    once = in_turn(hang, page("Back"))
    web = play_web(atlas(a=once, b=once, c=page("Fine"), d=status(404)))
    night = run(web, str(write_list(*(URL + name for name in "abcd"))), timeout=0.3)
    assert [asked.path for asked in web.log] == ["/a", "/b", "/a", "/b", "/c", "/d", "/d"]
    assert sorted(night.notes.verdicts) == ["gone", "ok", "ok", "ok"]
    assert [night.evidence(URL + name)["tries"] for name in "abcd"] == [2, 2, 1, 2]


def test_a_host_that_stays_silent_costs_four_requests_and_blames_no_other_link(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    web = play_web({"atlas.example.org": host({"*": hang})})
    night = run(web, str(write_list(*(URL + name for name in "abcd"))), timeout=0.3)
    assert len(web.log) == 4
    assert sorted(night.notes.verdicts) == ["failing", "failing", "skipped", "skipped"]
    assert [night.evidence(URL + name)["reason"] for name in "ab"] == ["read-timeout"] * 2


def test_a_silent_host_to_which_others_redirect_costs_them_two_requests_a_look(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    away = redirect(302, "https://silent.example.org/")
    web = play_web(
        {"atlas.example.org": host({"*": away}), "silent.example.org": host({"*": hang})}
    )
    night = run(web, str(write_list(*(URL + name for name in "abcdef"))), timeout=0.3)
    assert [asked.host for asked in web.log].count("silent.example.org") == 4
    assert sorted(night.notes.verdicts) == ["failing"] * 2 + ["skipped"] * 4


def test_nothing_secret_is_said_past_a_bad_certificate(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    says = page("Old", headers={"Set-Cookie": "session=secret"})
    web = play_web({"atlas.example.org": host({"*": says}, certificate=Certificate.EXPIRED)})
    urls = ["https://me:secret@atlas.example.org/a", URL + "b"]
    night = run(web, str(write_list(*urls)))
    assert night.evidence(URL + "b")["verdict"] == "insecure"
    assert [asked.path for asked in web.log] == ["/a", "/b"]
    for asked in web.log:
        assert "secret" not in str(asked.headers)
        assert asked.headers.keys().isdisjoint({"cookie", "authorization", "referer"})


LIST = f"# Säle\n\n- [Äpfel]({URL}fine)\n"
FINE = {"atlas.example.org": host({"/fine": page("Fine")})}


def lists(**paths: Answer) -> Hosts:
    return FINE | {"lists.example.org": host({f"/{name}": says for name, says in paths.items()})}


ADDRESS = "https://lists.example.org/"


@pytest.mark.parametrize(
    "says",
    [
        pytest.param({"list.md": text(LIST)}, id="as it stands there"),
        pytest.param({"list.md": text(LIST, "text/markdown")}, id="without a charset"),
        pytest.param(
            {"list.md": text(LIST.encode("latin-1"), "text/plain; Charset=ISO-8859-1; x=y")},
            id="in the charset that the header says",
        ),
        pytest.param(
            {"list.md": text(LIST.encode("utf-16"), 'text/plain; charset="utf-16"')}, id="in UTF-16"
        ),
        pytest.param({"list.md": text(LIST, "text/plain; charset=nonsense")}, id="in no charset"),
        pytest.param(
            {"list.md": redirect(302, "/b"), "b": redirect(301, f"{ADDRESS}c"), "c": text(LIST)},
            id="at the end of redirects",
        ),
    ],
)
def test_a_list_is_read_from_an_address(
    says: dict[str, Answer], run: Run, play_web: PlayWeb
) -> None:
    web = play_web(lists(**says))
    night = run(web, f"{ADDRESS}list.md")
    assert night.result.counts == {"ok": 1}
    link = night.reader.link(f"{URL}fine")
    assert link is not None
    assert link.places[0].location == f"{ADDRESS}list.md"
    assert link.places[0].entry == "Äpfel"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("https://github.com/o/r/blob/main/docs/list.md", "/o/r/main/docs/list.md"),
        ("https://github.com/o/r/raw/v1/list.md", "/o/r/v1/list.md"),
        ("https://github.com/o/r", "/o/r/HEAD/README.md"),
    ],
)
def test_a_list_on_github_is_read_as_markdown(
    given: str, path: str, run: Run, play_web: PlayWeb
) -> None:
    raw = host({path: text(LIST)})
    web = play_web(FINE | {"raw.githubusercontent.com": raw, "github.com": host()})
    assert run(web, given).result.counts == {"ok": 1}
    assert [asked.host for asked in web.log] == ["raw.githubusercontent.com", "atlas.example.org"]


UNREADABLE: dict[str, tuple[Hosts, str]] = {
    "404": (lists(), "404"),
    "a page without links": (lists(**{"list.md": text("# Nothing\n")}), "no links"),
    "a list that breaks off": (lists(**{"list.md": cut(text(LIST * 50), 200)}), "breaks off"),
    "a list that never comes": (lists(**{"list.md": hang}), "no answer within"),
    "binary data": (lists(**{"list.md": text(b"\x89PNG\r\n", "image/png")}), "PNG"),
    "a circle": (lists(**{"list.md": redirect(302, "/list.md")}), "redirects"),
    "a redirect to nowhere": (lists(**{"list.md": redirect(302, "ftp://a/b")}), "ftp"),
    "a redirect inside": (lists(**{"list.md": redirect(302, "http://10.0.0.1/")}), "10.0.0.1"),
    "nobody": (FINE | {"lists.example.org": host(refuses=True)}, "refused"),
    "a bad certificate": (
        FINE | {"lists.example.org": host(certificate=Certificate.EXPIRED)},
        "expired",
    ),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_list_that_cannot_be_read_says_why_in_a_line(
    case: str, run: Run, play_web: PlayWeb
) -> None:
    hosts, why = UNREADABLE[case]
    with pytest.raises(UsageProblem) as told:
        run(play_web(hosts), f"{ADDRESS}list.md")
    message = str(told.value)
    assert message.startswith(f"{ADDRESS}list.md: ")
    assert why in message.lower() or why in message
    assert "\n" not in message


def test_of_several_lists_one_that_cannot_be_read_is_noted_and_the_others_are_crawled(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    web = play_web(lists())
    night = run(web, str(write_list(URL + "fine")), f"{ADDRESS}gone.md", strict=False)
    assert night.result.counts == {"ok": 1}
    assert [read.error for read in night.notes.lists] == [None, "cannot be read: it answers 404"]
    assert [row.error for row in night.reader.lists()] == [None, "cannot be read: it answers 404"]


def test_what_goes_wrong_inside_a_night_comes_out_as_it_is(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UsageProblem("the disk is full")

    monkeypatch.setattr(Notes, "looked", full)
    web = play_web(atlas(a=page("A"), b=page("B")))
    with pytest.raises(UsageProblem, match="the disk is full"):
        run(web, str(write_list(URL + "a", URL + "b")))
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
