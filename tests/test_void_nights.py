"""Void nights, from the command to the reports: it is us who are ill, so nothing is believed."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.answers import nights, page, redirect, status
from crawler.demo.host import Host, Hosts, host
from crawler.demo.names import played
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from crawler.exits import Exit
from crawler.night import run_night
from crawler.progress import watcher_for
from crawler.settings import CrawlSettings
from crawler.watched import find
from tests.conftest import Left, Linkvitals, PlayWeb, through

BEGIN = datetime(2026, 11, 1, 3, tzinfo=UTC)
PATH = "/sets/rivers"
TEN = 10


class Life:
    """Nights with one database, one after another."""

    def __init__(
        self, web: MiniatureWeb, database: Path, listed: Path, linkvitals: Linkvitals
    ) -> None:
        self.web = web
        self.database = database
        self.listed = listed
        self.linkvitals = linkvitals

    def night(self, number: int, *options: object, hour: int = 3) -> Left:
        """Crawl on such a night."""
        self.web.night = number
        at = (BEGIN + timedelta(days=number - 1)).replace(hour=hour).isoformat()
        given = ["--db", self.database, "--at", at, *options, *through(self.web)]
        return self.linkvitals("crawl", self.listed, *given)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as db:
            return db.execute(sql).fetchall()

    def believed(self) -> list[tuple[Any, ...]]:
        """All that is believed, but for the nights themselves."""
        tables = ("links", "observations", "events", "fields", "mentions", "hosts", "lists")
        return [row for table in tables for row in self.rows(f"SELECT * FROM {table}")]


Live = Callable[..., Life]


@pytest.fixture
def live(
    tmp_path: Path, play_web: PlayWeb, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> Live:
    """One link on each host of a web."""

    def call(hosts: Hosts, path: str = PATH) -> Life:
        listed = write_list(
            *(f"http://{name}{path}" for name in hosts if "h" in name.split(".")[0])
        )
        return Life(play_web(hosts), tmp_path / "vitals.db", listed, linkvitals)

    return call


def well(number: int) -> Host:
    return host({PATH: page(f"The rivers of {number}"), "/": page(f"Front of {number}")})


def hosts_of(number: int, later: Host | None = None, falling: int = TEN) -> dict[str, Any]:
    """So many hosts that are well on the first night; some are otherwise from then on."""
    return {
        f"h{n}.example.org": (well(n), later) if later and n < falling else well(n)
        for n in range(number)
    }


REFUSES = host(refuses=True)


@pytest.mark.parametrize(
    "later",
    [REFUSES, host(resets=True), host({"*": status(502)}, robots=status(404))],
    ids=["nobody is there", "all is dropped", "a proxy says so"],
)
def test_more_than_a_third_of_the_hosts_falling_silent_is_our_own_trouble(
    later: Host, live: Live
) -> None:
    life = live(hosts_of(TEN, later, falling=4))
    assert life.night(1).code == Exit.DONE
    before = life.believed()
    why = "4 of 10 hosts that were well last night seem to fail at once"
    for number in (2, 3, 4):
        left = life.night(number)
        assert left.code == Exit.VOID_NIGHT
        *_, said = left.err.splitlines()
        assert said == f"linkvitals: {why}. The night is void and nothing of it is believed."
        assert life.believed() == before
    assert (
        life.rows("SELECT outcome, why, counts FROM nights WHERE id > 1")
        == [("void", why, "{}")] * 3
    )
    assert not life.database.with_name("vitals.db-night").exists()
    shown = life.linkvitals("status", "--db", life.database).out
    assert f"void, nothing seen then is believed: {why}" in " ".join(shown.split())
    for form in ("markdown", "html"):
        told = life.linkvitals("report", "--db", life.database, "--format", form).out
        assert f"Tonight is void: {why}, so nothing is believed." in told

    left = life.night(5)
    assert left.code == Exit.DONE, "what is seen on a fourth night must be so"
    assert life.rows("SELECT state, count(*) FROM links GROUP BY state ORDER BY state") == [
        ("alive", 6),
        ("suspect", 4),
    ]


def test_a_void_night_that_is_tried_again_and_again_is_one(live: Live) -> None:
    life = live(hosts_of(TEN, REFUSES, falling=4))
    life.night(1)
    assert [life.night(2, hour=hour).code for hour in range(3, 8)] == [Exit.VOID_NIGHT] * 5


def test_after_a_void_night_all_goes_on_as_if_it_had_not_been(live: Live) -> None:
    answers = {PATH: nights(page("Rivers"), status(502), page("Rivers"))}
    life = live({f"h{n}.example.org": host(answers, robots=status(404)) for n in range(TEN)})
    assert [life.night(number).code for number in (1, 2, 3)] == [0, Exit.VOID_NIGHT, 0]
    assert life.rows("SELECT state, failures FROM links") == [("alive", 0)] * TEN
    assert life.rows("SELECT looks FROM observations") == [(2,)] * TEN
    assert life.rows("SELECT * FROM events") == []


BELIEVED: dict[str, tuple[Hosts, int]] = {
    "three of ten hosts fall silent": (hosts_of(TEN, REFUSES, falling=3), 3),
    "two of two hosts fall silent": (hosts_of(2, REFUSES), 2),
    "every page is 404": (hosts_of(TEN, host({})), TEN),
    "every page is 410": (hosts_of(TEN, host({"*": status(410)})), TEN),
    "half answer 404, three are silent": (
        {
            f"h{n}.example.org": (well(n), REFUSES if n < 3 else host({}) if n < 8 else well(n))
            for n in range(TEN)
        },
        8,
    ),
}


@pytest.mark.parametrize(("hosts", "suspects"), BELIEVED.values(), ids=BELIEVED)
def test_a_night_is_believed_on_which(hosts: Hosts, suspects: int, live: Live) -> None:
    life = live({**hosts, "canary.example.org": well(0)})
    life.night(1)
    left = life.night(2, "--canary", "http://canary.example.org/")
    assert left.code == Exit.DONE, left.err
    assert life.rows("SELECT count(*) FROM links WHERE state = 'suspect'") == [(suspects,)]


PORTAL = "portal.hotel.example"
FORM = "<form><p>Room number <input name=room></p><p>Surname <input name=name></p></form>"
TERMS = "".join(f"<p>Rule {n}: whoever is a guest keeps quiet after {n}.</p>" for n in range(24))
WELCOME = page("Welcome to the hotel", body=FORM, conditional=False)
SAME = "every host shows the same page, as a network does that wants a login"
FELL = "10 of 10 hosts that were well last night seem to fail at once"
CAPTIVE: dict[str, tuple[Answer, str]] = {
    "leads everybody to its page": (redirect(302, f"http://{PORTAL}/welcome?from=there"), SAME),
    "shows everybody its page": (WELCOME, SAME),
    "shows everybody a long page": (page("Welcome to the hotel", body=TERMS), SAME),
    "asks everybody to log in": (
        page("Log in", body='<form><input type="password" name="p"></form>', conditional=False),
        SAME,
    ),
    "says that it wants a login": (status(511, body="<title>Log in</title><form></form>"), FELL),
}
THERE = {PORTAL: host({"*": WELCOME})}


def captured(hosts: int, answer: Answer) -> Hosts:
    return {**hosts_of(hosts, host({"*": answer}), falling=hosts), **THERE}


@pytest.mark.parametrize("path", ["/", PATH], ids=["front pages", "deep links"])
@pytest.mark.parametrize(("answer", "why"), CAPTIVE.values(), ids=CAPTIVE)
def test_nothing_is_believed_behind_a_network_that(
    answer: Answer, why: str, path: str, live: Live
) -> None:
    life = live(captured(TEN, answer), path)
    assert life.night(1).code == Exit.DONE
    before = life.believed()
    left = life.night(2)
    assert left.code == Exit.VOID_NIGHT, life.rows("SELECT reason FROM links")
    assert [line for line in left.err.splitlines() if "void" in line] == [
        f"linkvitals: {why}. The night is void and nothing of it is believed."
    ]
    assert life.believed() == before
    assert life.rows("SELECT outcome FROM nights") == [("complete",), ("void",)]


FIRST: dict[str, Answer] = {
    "all fail": status(502),
    "all lead to one page": redirect(302, f"http://{PORTAL}/welcome"),
    "all show one page": WELCOME,
}


@pytest.mark.parametrize("answer", FIRST.values(), ids=FIRST)
def test_the_first_night_is_never_doubted(answer: Answer, live: Live) -> None:
    hosts = {f"h{n}.example.org": host({"*": answer}, robots=status(404)) for n in range(TEN)}
    life = live({**hosts, **THERE})
    assert [life.night(number).code for number in (1, 2)] == [Exit.DONE] * 2


def test_new_links_are_no_reason_to_doubt(live: Live) -> None:
    hosts = {f"h{n}.example.org": host({"*": status(502)}, robots=status(404)) for n in range(TEN)}
    life = live({**hosts, "x0.example.org": well(0)})
    everything = life.listed.read_text()
    life.listed.write_text(f"# A list\n\n- [One](http://x0.example.org{PATH})\n")
    assert life.night(1).code == Exit.DONE
    life.listed.write_text(everything)
    assert life.night(2).code == Exit.DONE


def test_some_hosts_that_now_show_one_page_while_others_are_unchanged_are_believed(
    live: Live,
) -> None:
    life = live(hosts_of(20, host({"*": WELCOME}), falling=6))
    assert [life.night(number).code for number in (1, 2)] == [Exit.DONE] * 2
    assert life.rows("SELECT count(*) FROM links WHERE title LIKE 'Welcome%'") == [(6,)]


class WallClock:
    """What the machine takes for the time, however wrong."""

    is_real = True

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


YEAR = timedelta(days=365)
CLOCKS: dict[str, tuple[timedelta, str | None, str | None]] = {
    "a year ahead": (YEAR, "right", "off by 364 days"),
    "a year behind": (-YEAR, "right", "off by 366 days"),
    "a day on, as it should be": (timedelta(days=1), "right", None),
    "a year has really gone by": (YEAR, "a year on", None),
    "nobody says what time it is": (YEAR, None, None),
    "they say what is no time": (YEAR, "Fri, 20 Nov 99999999999999999999 00:00:00 GMT", None),
}


def dated(text: str | None) -> Host:
    return host({"*": page("Rivers", headers={"Date": text}, conditional=False)})


def said(text: str | None) -> str | None:
    moments = {"right": BEGIN + timedelta(days=1), "a year on": BEGIN + YEAR}
    return format_datetime(moments[text], usegmt=True) if text in moments else text


@pytest.mark.parametrize(("later", "servers", "why"), CLOCKS.values(), ids=CLOCKS)
def test_a_clock_that_jumps_is_held_against_the_servers(
    later: timedelta,
    servers: str | None,
    why: str | None,
    live: Live,
) -> None:
    first, second = dated(format_datetime(BEGIN, usegmt=True)), dated(said(servers))
    life = live({f"h{n}.example.org": (first, second) for n in range(4)})

    def night(number: int, now: datetime) -> str | None:
        life.web.night = number
        settings = CrawlSettings(
            delay=0.0, second_look=0.0, timeout=2.0, connect_to=life.web.connect_to, robots=False
        )
        with watcher_for(False) as watcher:
            return run_night(
                find((str(life.listed),)),
                settings,
                database=life.database,
                clock=WallClock(now),
                watcher=watcher,
            ).void

    assert night(1, BEGIN) is None
    before = life.believed()
    void = night(2, BEGIN + later)
    if why is None:
        assert void is None
        return
    assert why in str(void)
    assert life.believed() == before
    assert life.rows("SELECT outcome, why FROM nights WHERE id = 2") == [("void", void)]
    assert night(3, BEGIN + timedelta(days=1)) is None, "it has been set right"
    assert life.rows("SELECT last_checked FROM links")[0] == ("2026-11-02T03:00:00Z",)


def test_a_clock_that_was_set_on_purpose_is_not_doubted(live: Live) -> None:
    now = format_datetime(BEGIN, usegmt=True)
    life = live({f"h{n}.example.org": dated(now) for n in range(4)})
    assert [life.night(number).code for number in (1, 400, 2)] == [Exit.DONE] * 3


CANARY = "http://canary.example.org/"
UNKNOWN = {f"h{n}.example.org": socket.EAI_AGAIN for n in range(TEN)}


def offline(life: Life, canary: str, *options: str) -> Left:
    """Crawl where no name server answers, so that only the canary may be reached."""
    way = next(way for way in life.web.connect_to if "canary" in way or way.startswith(":80:"))
    led = ["--connect-to", f"canary.example.org:80:{':'.join(way.split(':')[-2:])}"]
    quick = ["--delay", "0", "--second-look", "0", "--no-progress"]
    with played(UNKNOWN):
        return life.linkvitals(
            "crawl", life.listed, "--db", life.database, "--canary", canary, *options, *led, *quick
        )


@pytest.mark.parametrize(
    ("canary", "outcome"),
    [(well(0), "complete"), (REFUSES, "void"), (host({}), "complete")],
    ids=["one that answers", "one that is silent", "one that answers 404"],
)
def test_a_canary_of_ones_own_decides_whether_we_are_offline(
    canary: Host, outcome: str, live: Live
) -> None:
    life = live({**hosts_of(TEN), "canary.example.org": canary})
    left = offline(life, CANARY)
    assert left.code == (Exit.VOID_NIGHT if outcome == "void" else Exit.DONE)
    assert life.rows("SELECT outcome FROM nights") == [(outcome,)]
    assert ("this machine seems to be offline" in left.err) is (outcome == "void")
    if outcome == "void":
        assert life.believed() == []
        assert "offline" in life.linkvitals("status", "--db", life.database).out


@pytest.mark.parametrize("allowed", [True, False])
def test_a_canary_on_this_machine_must_be_allowed(allowed: bool, live: Live) -> None:
    life = live({**hosts_of(TEN), "127.0.0.1": well(0)})
    port = next(way for way in life.web.connect_to if way.startswith(":80:")).rpartition(":")[2]
    options = ["--allow-network", "127.0.0.0/8"] if allowed else []
    left = offline(life, f"http://127.0.0.1:{port}/", *options)
    assert left.code == (Exit.DONE if allowed else Exit.VOID_NIGHT)


@pytest.mark.parametrize("wrong", ["canary", "ftp://canary.example.org/", "http://", ""])
def test_a_canary_that_cannot_be_asked_is_wrong_use(
    wrong: str, tmp_path: Path, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> None:
    listed = write_list("http://h0.example.org/")
    left = linkvitals("crawl", listed, "--db", tmp_path / "v.db", "--canary", wrong)
    assert (left.code, left.err.count("\n")) == (Exit.WRONG_USE, 1)
    assert "canary" in left.err
