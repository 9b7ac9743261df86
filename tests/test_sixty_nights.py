"""Sixty nights of the real pipeline, with the miniature web and a clock that is passed in."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from crawler.cli import run
from crawler.demo.answers import close_at_once, nights, page, redirect, reset_at_once, status
from crawler.demo.host import Host, host
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb
from tests.conftest import through

NIGHTS = 60
BEGIN = datetime(2026, 3, 1, 3, tzinfo=UTC)

CHALLENGE = ("cf-mitigated", "challenge")
ANSWERS: dict[str, Answer] = {
    "+": page("The river set", description="Rivers."),
    "5": status(503),
    "4": status(404),
    "0": status(410),
    "x": close_at_once,
    "t": reset_at_once,
    "#": status(
        403, body="<title>Just a moment...</title>", headers=[("cf-mitigated", "challenge")]
    ),
    "m": redirect(301, "/moved"),
    "c": page("Slot Gacor 777 | Situs Judi Online Terpercaya", description="Bonus."),
    "g": page("Gardening for beginners", description="Roses."),
    "p": page("h.example.org is for sale | HugeDomains", description="Buy this domain."),
    "?": status(401),
}


class Told(NamedTuple):
    """What became of a link over the nights: its events, and how it stands at the end."""

    seen: str
    events: str
    state: str


LINKS = {
    "is down one night every week": Told("+6 (5 +6)*8", "22 flapping", "alive"),
    "is down five nights, then up": Told("+9 5*5 +", "12 down, 15 recovered", "alive"),
    "is down thirteen nights, then up": Told("+9 5*13 +", "12 down, 23 recovered", "alive"),
    "is down twenty nights, then up": Told("+9 5*20 +", "12 down, 24 dead, 32 recovered", "alive"),
    "is gone for good": Told("+9 4", "12 down, 17 dead", "dead"),
    "is removed for good": Told("+9 0", "12 down, 13 dead", "dead"),
    "is a wall in disguise": Told(
        "+9 (# t 4)*30", "10 blocked, 14 down, 40 unverified", "unverified"
    ),
    "is walled from the tenth night on": Told("+9 #", "10 blocked, 40 unverified", "unverified"),
    "is slow on Sundays": Told("+6 t +13 t +", "", "alive"),
    "fails one night": Told("+30 x +", "", "alive"),
    "moves": Told("+9 m", "10 moved", "alive"),
    "moves and moves back and moves": Told(
        "+9 m*2 +*2 m*2 +*2 m", "10 moved, 12 flapping", "alive"
    ),
    "closes its door": Told("+9 ?", "10 restricted", "alive"),
    "opens its door": Told("?*9 +", "10 opened", "alive"),
    "dies and a casino moves in": Told("+9 0*5 c", "12 down, 13 dead, 27 usurped", "dead"),
    "dies and a stranger moves in": Told("+9 0*5 g", "12 down, 13 dead, 20 stranger", "dead"),
    "dies and comes back": Told("+9 0*5 +", "12 down, 13 dead, 21 recovered", "alive"),
    "lapses and is parked": Told("+9 p", "11 usurped, 12 down, 17 dead", "dead"),
    "is never there": Told("4", "3 down, 8 dead", "dead"),
}


def host_of(number: int) -> str:
    return f"h{number}.example.org"


def every_night(pattern: str) -> list[Answer]:
    """`+9 5*5 +`: nine good nights, five of 503, and good ones from then on."""
    text = re.sub(r"\(([^)]*)\)\*(\d+)", lambda m: f"{m[1]} " * int(m[2]), pattern)
    found: list[str] = []
    for part in text.split():
        mark, times = part[0], part[1:].lstrip("*") or "1"
        found += [mark] * int(times)
    return [ANSWERS[mark] for mark in found]


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database after sixty nights."""
    folder = tmp_path_factory.mktemp("nights")
    database = folder / "vitals.db"
    hosts: dict[str, Host] = {
        host_of(number): host({"/set": nights(*every_night(told.seen)), "/moved": ANSWERS["+"]})
        for number, told in enumerate(LINKS.values())
    }
    hosts |= {f"well{n}.example.org": host({"/set": page(f"Well {n}")}) for n in range(40)}
    listed = folder / "list.md"
    listed.write_text(
        "# Sets\n" + "".join(f"- [The river set](http://{name}/set)\n" for name in hosts)
    )
    with pytest.MonkeyPatch.context() as patch, MiniatureWeb(hosts) as web:
        patch.setenv("SSL_CERT_FILE", str(web.ca_file))
        for night in range(NIGHTS):
            web.night = night + 1
            at = BEGIN + timedelta(days=night)
            command = [
                "crawl",
                str(listed),
                "--db",
                str(database),
                "--at",
                at.isoformat(),
            ]
            assert run([*command, *through(web)]) == 0
    return database


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that(name: str, lived: Path) -> None:
    told = LINKS[name]
    at = host_of(list(LINKS).index(name))
    events = rows(
        lived,
        "SELECT night, kind FROM events JOIN links ON links.id = events.link "
        f"WHERE links.host = '{at}' ORDER BY events.id",
    )
    assert ", ".join(f"{night} {kind}" for night, kind in events) == told.events
    assert rows(lived, f"SELECT state FROM links WHERE links.host = '{at}'") == [(told.state,)]


def test_links_that_are_always_well_are_never_told_of(lived: Path) -> None:
    of_the_well = "JOIN links ON links.id = link WHERE links.host LIKE 'well%'"
    assert rows(lived, f"SELECT count(*) FROM events {of_the_well}") == [(0,)]
    looks = rows(lived, f"SELECT looks, nights FROM observations {of_the_well}")
    assert set(looks) == {(NIGHTS, NIGHTS)}
    assert rows(lived, "SELECT count(*) FROM nights WHERE outcome = 'complete'") == [(NIGHTS,)]
