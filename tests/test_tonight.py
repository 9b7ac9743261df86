"""Tonight's agenda: who is due, --only, budgets, and who comes first."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.answers import hang, nights, page, status
from crawler.demo.host import Hosts, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from crawler.exits import Exit
from crawler.memory.state import State
from crawler.store.database import open_for_writing
from crawler.store.journal import Journal, Look
from crawler.store.nights import begin_night
from crawler.verdicts.evidence import Evidence, Hop
from tests.conftest import Left, Linkvitals, PlayWeb, through

BEGIN = datetime(2026, 11, 1, 3, tzinfo=UTC)

WELL = page("Well")
KINDS: dict[str, Answer] = {
    "alive": WELL,
    "suspect": nights(*[WELL] * 5, status(404)),
    "down": nights(WELL, status(503)),
    "dead": nights(WELL, status(410)),
    "hopeful": nights(WELL, *[status(410)] * 5, WELL),
    "unverified": status(403),
}
SEVENTH = 7


class Life:
    """Nights with one database, one after another."""

    def __init__(self, web: MiniatureWeb, database: Path, linkvitals: Linkvitals) -> None:
        self.web = web
        self.database = database
        self.linkvitals = linkvitals
        self._from = 0

    def night(self, number: int, listed: Path, *options: object, hour: int = 3) -> Left:
        """Crawl on such a night."""
        self.web.night, self._from = number, len(self.web.log)
        at = (BEGIN + timedelta(days=number - 1)).replace(hour=hour).isoformat()
        given = ["--db", self.database, "--at", at, "--no-robots", *options]
        return self.linkvitals("crawl", listed, *given, *through(self.web))

    @property
    def asked(self) -> set[str]:
        """The links of which at least one request came this night."""
        known = {url for (url,) in self.rows("SELECT url FROM links")}
        return {f"http://{one.host}{one.path}" for one in self.web.log[self._from :]} & known

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as db:
            return db.execute(sql).fetchall()


Live = Callable[[Hosts], Life]


@pytest.fixture
def live(tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals) -> Live:
    def call(hosts: Hosts) -> Life:
        return Life(play_web(hosts), tmp_path / "vitals.db", linkvitals)

    return call


def url(name: str) -> str:
    return f"http://{name}.example.org/set"


@pytest.fixture
def grown(live: Live, write_list: Callable[..., Path]) -> tuple[Life, Path]:
    """Six nights after which there is a link of every kind."""
    life = live({f"{name}.example.org": host({"/set": says}) for name, says in KINDS.items()})
    listed = write_list(*map(url, KINDS))
    for number in range(1, SEVENTH):
        assert life.night(number, listed).code == Exit.DONE
    states = dict(life.rows("SELECT url, state FROM links"))
    assert states == {url(name): name if name != "hopeful" else "dead" for name in KINDS}
    return life, listed


def urls(*names: str) -> set[str]:
    return set(map(url, names))


def test_the_dead_are_visited_weekly_and_every_night_while_there_is_hope(
    grown: tuple[Life, Path],
) -> None:
    life, listed = grown
    asked = []
    for number in range(SEVENTH, SEVENTH + 7):
        life.night(number, listed)
        asked.append(life.asked)
    every = urls("alive", "suspect", "down", "unverified")
    # Both died on the fifth night and are looked at again on the twelfth: then one is back.
    assert asked == [every] * 5 + [every | urls("dead", "hopeful"), every | urls("hopeful")]
    assert life.rows(f"SELECT state FROM links WHERE url = '{url('hopeful')}'") == [("alive",)]


ONLY: dict[str, tuple[Sequence[str], set[str]]] = {
    "suspect": (["suspect"], urls("suspect")),
    "suspect and down": (["suspect", "down"], urls("suspect", "down")),
    "dead, but not their turn": (["dead"], set()),
    "a state that no link is in": (["new"], set()),
}


@pytest.mark.parametrize(("states", "expected"), ONLY.values(), ids=ONLY)
def test_only_looks_at_the_links_in_a_state(
    states: Sequence[str], expected: set[str], grown: tuple[Life, Path]
) -> None:
    life, listed = grown
    before = dict(life.rows("SELECT url, last_checked FROM links"))
    options = [part for state in states for part in ("--only", state)]
    left = life.night(SEVENTH, listed, *options)
    assert left.code == Exit.DONE, left.err
    assert life.asked == expected
    after = dict(life.rows("SELECT url, last_checked FROM links"))
    assert {one for one in after if after[one] != before[one]} == expected
    assert life.rows("SELECT outcome FROM nights WHERE id = 7") == [("complete",)]
    assert life.rows("SELECT count(*) FROM mentions WHERE present = 1") == [(len(KINDS),)]


def test_a_state_that_is_none_is_wrong_use(
    tmp_path: Path, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> None:
    database = tmp_path / "v.db"
    left = linkvitals("crawl", write_list(url("alive")), "--db", database, "--only", "ill")
    assert left.code == Exit.WRONG_USE
    assert left.err == f"linkvitals: only = ill is no state; known are {', '.join(State)}\n"
    assert not database.exists()


@pytest.mark.parametrize("value", ['"ill"', '["suspect", "ill"]'])
def test_so_it_is_in_the_file_of_settings(
    value: str, tmp_path: Path, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> None:
    config = tmp_path / "linkvitals.toml"
    config.write_text(f"[crawl]\nonly = {value}\n")
    listed = write_list(url("alive"))
    left = linkvitals("--config", config, "crawl", listed, "--db", tmp_path / "v.db")
    assert (left.code, left.err.count("\n")) == (Exit.WRONG_USE, 1)
    assert "only = ill is no state" in left.err


@pytest.mark.parametrize("value", ['"suspect"', '["suspect"]'])
def test_the_file_of_settings_can_say_only(value: str, grown: tuple[Life, Path]) -> None:
    life, listed = grown
    config = life.database.with_name("linkvitals.toml")
    config.write_text(f"[crawl]\nonly = {value}\n")
    command = ["--config", config, "crawl", listed, "--db", life.database, "--no-robots"]
    asked_before = len(life.web.log)
    left = life.linkvitals(*command, "--at", "2026-11-07T03:00Z", *through(life.web))
    assert left.code == Exit.DONE, left.err
    assert {asked.host for asked in life.web.log[asked_before:]} == {"suspect.example.org"}


MANY: Hosts = {
    f"h{n}.example.org": host({f"/{m}": page(f"Set {n}-{m}") for m in range(6)}) for n in range(3)
}


@pytest.fixture
def many(live: Live, write_list: Callable[..., Path]) -> tuple[Life, Path]:
    """Eighteen links on three hosts."""
    return live(MANY), write_list(*(f"http://{name}/{m}" for name in MANY for m in range(6)))


def test_with_a_budget_every_link_gets_its_turn(many: tuple[Life, Path]) -> None:
    life, listed = many
    asked = []
    for number in range(1, 10):
        life.night(number, listed, "--budget", 4)
        asked.append(life.asked)
    assert [len(links) for links in asked] == [4] * 9
    for first in range(5):
        assert len(set().union(*asked[first : first + 5])) == 18, "five nights are one round"


def test_a_host_has_a_budget_of_its_own(many: tuple[Life, Path]) -> None:
    life, listed = many
    turns: Counter[str] = Counter()
    for number in range(1, 7):
        life.night(number, listed, "--host-budget", 2, "--budget", 5)
        assert len(life.asked) == 5
        assert max(Counter(link.split("/")[2] for link in life.asked).values()) == 2
        turns.update(life.asked)
    assert len(turns) == 18
    assert max(turns.values()) <= 2


def test_a_new_link_comes_first(many: tuple[Life, Path], write_list: Callable[..., Path]) -> None:
    life, listed = many
    life.night(1, listed)
    new = "http://h0.example.org/5?new"
    longer = listed.read_text() + f"- [New]({new})\n"
    listed.write_text(longer)
    life.night(2, listed, "--budget", 1)
    assert next(asked.target for asked in life.web.log if asked.night == 2) == "/5?new"


@pytest.mark.parametrize("value", [-1, 10**9 + 1])
@pytest.mark.parametrize("option", ["--budget", "--host-budget"])
def test_a_budget_out_of_range_is_wrong_use(
    option: str, value: int, tmp_path: Path, write_list: Callable[..., Path], linkvitals: Linkvitals
) -> None:
    listed = write_list(url("alive"))
    left = linkvitals("crawl", listed, "--db", tmp_path / "v.db", option, value)
    assert (left.code, left.err.count("\n")) == (Exit.WRONG_USE, 1)
    assert f"{option[2:]} = {value} is out of range" in left.err


def left_behind(database: Path, looked_at: Sequence[str], began: datetime) -> None:
    """The journal of a night that was killed after these links were looked at."""
    db = open_for_writing(database)
    with Journal(database) as journal:
        journal.begin(begin_night(db, began, {}), began)
        for link in looked_at:
            seen = Evidence(link, hops=(Hop(link, 200),), status=200, content_bytes=9)
            journal.keep(Look(link, began, seen))
    db.close()


@pytest.mark.parametrize("edited", [False, True], ids=["the same list", "a list with new links"])
def test_a_resumed_night_keeps_to_the_budget(
    edited: bool, many: tuple[Life, Path], write_list: Callable[..., Path]
) -> None:
    life, listed = many
    known = [f"http://{name}/{m}" for name in MANY for m in range(6)]
    looked_at = known[:3] + known[6:7]
    left_behind(life.database, looked_at, BEGIN)
    if edited:
        listed = write_list(*(f"{link}?new" for link in known), *known)
    left = life.night(1, listed, "--budget", 7, "--host-budget", 3, hour=4)
    assert left.code == Exit.DONE, left.err
    assert "7 links to look at, 4 of them already looked at" in left.err
    asked = [one for one in life.web.log if one.path in {f"/{m}" for m in range(6)}]
    assert Counter(one.host for one in asked) == {"h1.example.org": 2, "h2.example.org": 1}
    assert not {f"http://{one.host}{one.target}" for one in asked} & set(looked_at)
    assert life.rows("SELECT outcome FROM nights") == [("complete",)]
    assert life.rows("SELECT count(*) FROM links WHERE last_checked IS NOT NULL") == [(7,)]


def test_hosts_that_let_us_wait_the_last_time_begin_first(
    live: Live, write_list: Callable[..., Path]
) -> None:
    hosts: dict[str, Any] = {f"h{n}.example.org": host({"/": page("Set")}) for n in range(5)}
    hosts["many.example.org"] = host({f"/{n}": page("Set") for n in range(5)})
    hosts["slow.example.org"] = host({"/": nights(hang, page("Slow"))})
    life = live(hosts)
    listed = write_list(
        *(f"http://h{n}.example.org/" for n in range(5)),
        *(f"http://many.example.org/{n}" for n in range(5)),
        "http://slow.example.org/",
    )
    first = []
    for number in (1, 2, 3):
        life.night(number, listed, "--concurrency", 1)
        first.append(next(asked.host for asked in life.web.log if asked.night == number))
    assert first == ["many.example.org", "slow.example.org", "many.example.org"]
