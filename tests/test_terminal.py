"""What people read in the terminal of all links, and of hostile pages."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from crawler.lists.source import ReadList, Source, SourceKind
from crawler.store.database import open_for_reading, open_for_writing
from crawler.store.nights import Outcome, begin_night, end_night
from crawler.store.reader import Reader
from crawler.terminal import link_row, print_health
from crawler.verdicts.evidence import Evidence, Fault, Hop
from tests.test_story import told
from tests.vitals import FIRST, HOST, NIGHTS, make_vitals, moved, page


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "vitals.db"


@pytest.fixture
def reader(database: Path) -> Reader:
    return Reader(open_for_reading(make_vitals(database)))


HEALTH = """\
Night 9 of 2026-11-09 03:00 UTC: complete

list     links  alive  suspect  down  dead  unverified
atlases      8      3        1     1     1           1

8 links, worst first

dead        https://atlas.example.org/dead
            http-410 since 2026-11-02, 7 days, in lists/atlases.md:6

down        https://atlas.example.org/down
            http-5xx since 2026-11-06, 3 days, in lists/atlases.md:5

suspect     https://atlas.example.org/suspect
            http-404 since 2026-11-09, in lists/atlases.md:4

blocked     https://atlas.example.org/unverified
            robots, in lists/atlases.md:7

new         https://atlas.example.org/new
            not looked at yet, in lists/atlases.md:8

ok          https://atlas.example.org/alive
            http-200, in lists/atlases.md:3

insecure    https://atlas.example.org/insecure
            tls-expired, in lists/atlases.md:10

moved       https://atlas.example.org/moved
            → https://atlas.example.org/new
            permanent-redirect, in lists/atlases.md:9
"""


def test_the_health_of_the_lists_worst_first(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    print_health(reader, reader.links())
    assert capsys.readouterr().out == HEALTH


def test_nothing_to_do_is_said(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    print_health(reader, [])
    assert capsys.readouterr().out.endswith("\n\nNothing needs doing.\n")


def test_before_the_first_night_the_next_step_is_named(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_for_writing(database).close()
    print_health(Reader(open_for_reading(database)), [])
    assert capsys.readouterr().out == "No night yet. Run `linkvitals crawl`.\n"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.COMPLETE, "complete"),
        (Outcome.VOID, "void, nothing seen then is believed"),
        (Outcome.INTERRUPTED, "interrupted"),
        (None, "not over yet"),
    ],
)
def test_how_the_last_night_went(
    outcome: Outcome | None, words: str, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = open_for_writing(make_vitals(database))
    now = FIRST + timedelta(days=NIGHTS)
    number = begin_night(db, now, {})
    if outcome:
        end_night(db, number, outcome, lists=[], looks=[], now=now)
    db.close()
    print_health(Reader(open_for_reading(database)), [])
    first = capsys.readouterr().out.splitlines()[0]
    assert first == f"Night 10 of 2026-11-10 03:00 UTC: {words}"


def test_a_list_that_could_not_be_read_says_why(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = open_for_writing(make_vitals(database))
    gone = ReadList(Source("gone", "gone.md", SourceKind.FILE), error="cannot be read: \x1b[2J")
    number = begin_night(db, FIRST + timedelta(days=NIGHTS), {})
    now = FIRST + timedelta(days=NIGHTS)
    end_night(db, number, Outcome.COMPLETE, lists=[gone], looks=[], now=now)
    db.close()
    print_health(Reader(open_for_reading(database)), [])
    assert "gone: cannot be read:  [2J\n" in capsys.readouterr().out


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\r\n[red]:skull: \ud83d"


def test_hostile_pages_come_out_harmless(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = Evidence(
        HOST + "evil",
        hops=(Hop(HOST + "evil", 301, HOSTILE), Hop(f"{HOST}{HOSTILE}", 200)),
        detail=HOSTILE,
        certificate_fault=Fault.TLS_EXPIRED,
        status=200,
        content_type=HOSTILE,
        content_bytes=9,
        title=HOSTILE,
        description=HOSTILE,
        address=HOSTILE,
    )
    text = f"# A\n\n- [\x1b[31mEvil \u202e]({HOST}evil)\n- [b]({HOST}\x1b[31m)\n"
    make_vitals(database, {"evil": [evil] * NIGHTS}, text)
    reader = Reader(open_for_reading(database))
    print_health(reader, reader.links())
    said = capsys.readouterr().out + told(reader, HOST + "evil", capsys)
    for line in said.split("\n"):
        assert line.isprintable(), line
    assert "[red]:skull:" in said, "words in brackets are words"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colours_and_no_colours_if_it_wants_none(
    reader: Reader, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    print_health(reader, reader.links())
    coloured = capsys.readouterr().out
    assert "\x1b[1;31mdead" in coloured
    assert "\x1b[1mhttps://atlas.example.org/dead\x1b[0m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    print_health(reader, reader.links())
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.usefixtures("terminal")
def test_on_a_narrow_terminal_words_wrap_and_addresses_stay_whole(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    far = "far/" * 20
    title = "A title of many words that does not fit into one line of this terminal"
    watched = {far: [page(far, title=title)] * NIGHTS, "moved": [moved("moved")] * NIGHTS}
    reader = Reader(open_for_reading(make_vitals(database, watched)))
    story = told(reader, HOST + far, capsys)
    assert story.startswith(f"{HOST}{far}\n")
    assert f"200\n               {HOST}{far}\n" in story or f" {HOST}{far}\n" in story
    assert (
        "  title        A title of many words that does not fit into\n               one line"
        in story
    )
    print_health(reader, reader.links())
    assert f"ok          {HOST}{far}\n" in capsys.readouterr().out


def test_a_link_as_a_row_for_programs(reader: Reader) -> None:
    link = reader.link(HOST + "down")
    assert link is not None
    assert link_row(link) == {
        "state": "down",
        "verdict": "failing",
        "reason": "http-5xx",
        "url": HOST + "down",
        "places": ["lists/atlases.md:5"],
        "since": "2026-11-08T03:00:00Z",
        "last_ok": "2026-11-05T03:00:00Z",
        "failing_since": "2026-11-06T03:00:00Z",
        "failures": 4,
        "suggested_url": None,
        "title": "Atlas",
        "muted_until": None,
        "muted_why": None,
    }
