"""The story of a link, of every state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from crawler.checked import Checked
from crawler.memory.state import State
from crawler.store.database import open_for_reading
from crawler.store.reader import Reader
from crawler.story import print_checked, print_link
from crawler.styles import STATE_STYLES, VERDICT_STYLES
from crawler.verdicts.evidence import Evidence, Fault, Hop, Sibling, Sign, SignKind
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import Verdict
from tests.vitals import HOST, NIGHTS, links, make_vitals, page


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "vitals.db"


@pytest.fixture
def reader(database: Path) -> Reader:
    return Reader(open_for_reading(make_vitals(database)))


def told(reader: Reader, url: str, capsys: pytest.CaptureFixture[str]) -> str:
    link = reader.link(url)
    assert link is not None
    print_link(link, reader)
    return capsys.readouterr().out


STORIES = {
    "alive": """\
https://atlas.example.org/alive
  state        alive since 2026-11-01 03:00 UTC
  verdict      ok: http-200
  meaning      The page answers.
  advice       Nothing to do.
  title        Atlas
  description  Rivers of the world.
  last good    2026-11-09 03:00 UTC
  first seen   2026-11-01 03:00 UTC
  certificate  valid until 2027-01-01 00:00 UTC
  stands in    lists/atlases.md:3:21  The alive atlas

The last nights
  .........
  . well
  well 100.0 % since 2026-11-01

What was seen, newest first
  2026-11-01 03:00 UTC to 2026-11-09 03:00 UTC, 9 looks: ok, http-200 (HTTP 200)

The look of 2026-11-01 03:00 UTC in detail
  decided by   answers: Nothing is wrong with it.
  requests     200 https://atlas.example.org/alive
  certificate  valid until 2027-01-01 00:00 UTC
  answered     in 12 ms by 192.0.2.1
  type         text/html
  tries        1
""",
    "down": """\
https://atlas.example.org/down
  state        down since 2026-11-08 03:00 UTC
  verdict      failing: http-5xx
  meaning      The server says that it is broken.
""",
    "moved": """\
https://atlas.example.org/moved
  state        alive since 2026-11-01 03:00 UTC
  verdict      moved: permanent-redirect
  meaning      The server says that this address has changed for good.
  advice       Write the new address into the list.
  new address  https://atlas.example.org/new
  last good    2026-11-09 03:00 UTC
""",
    "new": """\
https://atlas.example.org/new
  state       new
  last good   never seen alive by us
  first seen  2026-11-01 03:00 UTC
  stands in   lists/atlases.md:8:19  The new atlas
""",
}


@pytest.mark.parametrize("path", STORIES)
def test_the_story_of_a_link_begins(
    path: str, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    story = told(reader, HOST + path, capsys)
    assert story.startswith(STORIES[path])
    assert path != "alive" or story == STORIES[path]


@pytest.mark.parametrize("path", links())
def test_every_state_has_a_story(
    path: str, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    story = told(reader, HOST + path, capsys)
    link = reader.link(HOST + path)
    assert link is not None
    assert story.splitlines()[1].split()[:2] == ["state", link.state]
    assert "None" not in story
    assert ("failing " in story) == (link.failures > 0) or link.verdict == "failing"


def test_the_story_of_a_failing_link_says_since_when_and_what_was_before(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    story = told(reader, HOST + "down", capsys)
    assert "  failing      4 nights since 2026-11-06 03:00 UTC\n" in story
    assert "  last good    2026-11-05 03:00 UTC\n" in story
    assert (
        "  2026-11-06 03:00 UTC to 2026-11-09 03:00 UTC, 4 looks: failing, http-5xx (HTTP 500)\n"
        "  2026-11-01 03:00 UTC to 2026-11-05 03:00 UTC, 5 looks: ok, http-200 (HTTP 200)\n"
    ) in story


def test_a_link_that_no_list_has_any_more_says_so(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_vitals(database)
    make_vitals(database, {"alive": [page("alive")] * NIGHTS})
    assert "  stands in    no list any more\n" not in told(
        Reader(open_for_reading(database)), HOST + "alive", capsys
    )
    assert "  stands in    no list any more\n" in told(
        Reader(open_for_reading(database)), HOST + "moved", capsys
    )


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\r\n[red]:skull: \ud83d"


def test_whatever_an_address_says_comes_out_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    url = f"https://evil.example.org/{HOSTILE}"
    seen = Evidence(
        url,
        hops=(Hop(url, 301, HOSTILE, HOSTILE), Hop(HOSTILE, 200)),
        detail=HOSTILE,
        certificate_fault=Fault.TLS_EXPIRED,
        status=200,
        content_type=HOSTILE,
        content_bytes=9,
        headers=((HOSTILE, HOSTILE),),
        title=HOSTILE,
        signs=(Sign(SignKind.TERMS, HOSTILE, HOSTILE),),
        sibling=Sibling(HOSTILE, 200, HOSTILE, 1, 0.5),
        address=HOSTILE,
        milliseconds=1,
        client=HOSTILE,
        earlier=(Evidence(url, fault=Fault.RESET, detail=HOSTILE, client=HOSTILE),),
    )
    print_checked([Checked(url, seen, judge(seen))])
    said = capsys.readouterr().out
    assert said.count("[red]:skull:") > 9, "words in brackets are words"
    for line in said.split("\n"):
        assert line.isprintable(), line


def test_a_verdict_is_coloured_where_somebody_sees_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    seen = Evidence(HOST, hops=(Hop(HOST, 410),), status=410, content_bytes=1)
    print_checked([Checked(HOST, seen, judge(seen))])
    assert "\x1b[1;31mgone: http-410\x1b[0m" in capsys.readouterr().out


def test_every_state_and_every_verdict_has_its_colour() -> None:
    assert set(STATE_STYLES) == set(State)
    assert set(VERDICT_STYLES) == set(Verdict)


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("2026-11-09T02:59:59Z", "ran out 2026-11-09 02:59 UTC"),
        ("2026-11-10T00:00:00Z", "valid until 2026-11-10 00:00 UTC"),
    ],
)
def test_a_certificate_has_run_out_when_it_had_at_the_last_look(
    expires: str, said: str, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = replace(page("alive"), certificate_expires=expires)
    reader = Reader(open_for_reading(make_vitals(database, {"alive": [seen] * NIGHTS})))
    assert f"  certificate  {said}\n" in told(reader, HOST + "alive", capsys)
