"""Single addresses through the command line, against servers on loopback."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import Any

import pytest

from crawler.commands.check import COLUMNS
from crawler.demo.answers import hang, in_turn, page, redirect, status
from crawler.demo.host import Certificate, host
from crawler.demo.web import MiniatureWeb
from crawler.exits import Exit
from crawler.settings import CANARIES
from tests.conftest import Linkvitals, PlayWeb, through

HOSTS = {
    "fine.example.org": host(
        {
            "/": page("River Atlas"),
            "/old": redirect(301, "/new"),
            "/new": page("New"),
            "/missing": status(404),
            "/stumbles": in_turn(status(500), page("Up again")),
            "/private/set": page("Kept from robots"),
        },
        robots="User-agent: *\nDisallow: /private/",
    ),
    "expired.example.org": host({"/": page("Old")}, certificate=Certificate.EXPIRED),
}
FINE = "https://fine.example.org/"


@pytest.fixture
def web(play_web: PlayWeb) -> MiniatureWeb:
    return play_web(HOSTS)


def rows(left: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in left.out.splitlines()]


@pytest.mark.parametrize(
    ("url", "verdict", "reason", "rule", "tries"),
    [
        (FINE, "ok", "http-200", "answers", 1),
        (f"{FINE}old", "moved", "permanent-redirect", "has-moved", 1),
        (f"{FINE}missing", "gone", "http-404", "says-missing", 2),
        (f"{FINE}stumbles", "ok", "http-200", "answers", 2),
        (f"{FINE}private/set", "blocked", "robots", "no-answer", 1),
        ("https://expired.example.org/", "insecure", "tls-expired", "bad-certificate", 1),
        ("http://127.0.0.1:9/", "invalid", "private-address", "no-answer", 1),
        ("ftp://fine.example.org/", "invalid", "scheme", "no-answer", 1),
        ("no address at all", "invalid", "scheme", "no-answer", 1),
        ("https://", "invalid", "bad-url", "no-answer", 1),
        ("", "invalid", "scheme", "no-answer", 1),
    ],
)
def test_an_address_gets_the_verdict_of_a_night(
    url: str,
    verdict: str,
    reason: str,
    rule: str,
    tries: int,
    web: MiniatureWeb,
    linkvitals: Linkvitals,
) -> None:
    left = linkvitals("check", url, "--format", "jsonl", *through(web))
    assert left.code == Exit.DONE, left.err
    (row,) = rows(left)
    told = (row["url"], row["verdict"], row["reason"], row["rule"], row["tries"])
    assert told == (url, verdict, reason, rule, tries)


def test_the_story_of_an_address(web: MiniatureWeb, linkvitals: Linkvitals) -> None:
    left = linkvitals("check", f"{FINE}old", "foo", *through(web))
    assert left.err == "2 links to look at\n"
    lines = left.out.splitlines()
    assert lines[:9] == [
        f"{FINE}old",
        "  verdict      moved: permanent-redirect",
        "  meaning      The server says that this address has changed for good.",
        "  advice       Write the new address into the list.",
        f"  new address  {FINE}new",
        "  title        New",
        "  decided by   has-moved: There is an address to recommend.",
        lines[7],
        f"  requests     301 {FINE}old → /new" + lines[8].partition("/new")[2],
    ]
    assert lines[7].startswith(f"  sibling      {FINE}")
    assert lines[lines.index("") + 1 :] == [
        "foo",
        "  verdict     invalid: scheme",
        "  meaning     Only http and https can be asked.",
        "  advice      Correct the address in the list.",
        "  decided by  no-answer: Nothing came: the fault is the reason.",
        "  fault       scheme: the scheme is missing",
        "  tries       1",
    ]


def test_each_is_told_once_in_the_order_given_and_each_link_asked_once(
    web: MiniatureWeb, linkvitals: Linkvitals
) -> None:
    given = ["foo", FINE, f"{FINE}missing", "HTTPS://Fine.example.org:443/#part", FINE, "foo"]
    left = linkvitals("check", *given, "--no-robots", "--format", "jsonl", *through(web))
    assert [row["url"] for row in rows(left)] == given[:4]
    assert [asked.path for asked in web.log] == ["/", "/missing", "/missing"]


def test_addresses_may_come_from_standard_input(
    web: MiniatureWeb, linkvitals: Linkvitals, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"\ufeff{FINE}\r\n\n  {FINE}missing  \nb".encode() + b"\xfcro\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(said)))
    left = linkvitals("check", "-", f"{FINE}new", "--format", "jsonl", *through(web))
    told = [row["url"] for row in rows(left)]
    assert told == [FINE, f"{FINE}missing", "b\udcfcro", f"{FINE}new"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "linkvitals: Missing argument 'URL...'. See `linkvitals check --help`.\n"),
        (("-",), "linkvitals: standard input holds no address; give one a line\n"),
        (("--timeout", "0", FINE), "linkvitals: timeout = 0.0 is out of range: "),
        (("--fail-on", "down", FINE), "linkvitals: --fail-on: 'down' is not a verdict; known are "),
    ],
    ids=["no address", "nothing on standard input", "a bad setting", "a state"],
)
def test_wrong_use_is_said_in_one_line(
    arguments: tuple[str, ...],
    said: str,
    linkvitals: Linkvitals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b" \n\n")))
    left = linkvitals("check", *arguments)
    assert (left.code, left.out) == (Exit.WRONG_USE, "")
    assert left.err.startswith(said)
    assert left.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [("gone", Exit.FOUND), ("failing,ok", Exit.FOUND), ("failing", Exit.DONE), ("", Exit.DONE)],
)
def test_fail_on_leaves_with_one_and_tells_all_the_same(
    words: str, code: Exit, web: MiniatureWeb, linkvitals: Linkvitals
) -> None:
    left = linkvitals("check", FINE, f"{FINE}missing", "--fail-on", words, *through(web))
    assert left.code == code
    assert "gone: http-404" in left.out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_programs_get_rows_and_nothing_else(
    form: str, web: MiniatureWeb, linkvitals: Linkvitals
) -> None:
    left = linkvitals("check", FINE, f"{FINE}old", "--format", form, *through(web))
    match form:
        case "json":
            told = json.loads(left.out)
        case "jsonl":
            told = rows(left)
        case "csv":
            told = list(csv.DictReader(io.StringIO(left.out)))
            assert tuple(told[0]) == COLUMNS
        case _:
            head, _, *lines = left.out.splitlines()
            assert head == f"| {' | '.join(COLUMNS)} |"
            assert len(lines) == 2
            return
    assert [row["url"] for row in told] == [FINE, f"{FINE}old"]
    assert [row["suggested_url"] or None for row in told] == [None, f"{FINE}new"]


def test_the_evidence_is_that_of_the_database(web: MiniatureWeb, linkvitals: Linkvitals) -> None:
    left = linkvitals("check", f"{FINE}missing", "--format", "json", *through(web))
    (row,) = json.loads(left.out)
    evidence = row["evidence"]
    assert evidence["rule"] == "says-missing"
    assert [hop["status"] for hop in evidence["hops"]] == [404]
    assert evidence["client"] == "httpx"
    assert [look["status"] for look in evidence["earlier"]] == [404]


def test_nothing_is_left_behind(
    web: MiniatureWeb, linkvitals: Linkvitals, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    linkvitals("check", FINE, *through(web))
    assert list(tmp_path.iterdir()) == []


def test_offline_nothing_is_told_and_nothing_believed(linkvitals: Linkvitals) -> None:
    nowhere = [f"{url.split('/')[2]}:443:127.0.0.1:1" for url in CANARIES]
    ways = [part for way in nowhere for part in ("--connect-to", way)]
    # A host that resolves to nothing while the canaries are refused: that is us.
    left = linkvitals(
        "check", "http://nobody.invalid/", "--timeout", "1", "--second-look", "0", *ways
    )
    assert (left.code, left.out) == (Exit.VOID_NIGHT, "")
    assert left.err.splitlines()[-1].startswith("linkvitals: this machine seems to be offline: ")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_who_has_waited_long_enough_can_leave(how: signal.Signals, play_web: PlayWeb) -> None:
    web = play_web({"slow.example.org": host({"*": hang})})
    with subprocess.Popen(
        [sys.executable, "-m", "crawler", "check", "http://slow.example.org/", *through(web),
         "--timeout", "60"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ,
    ) as process:  # fmt: skip
        try:
            deadline = time.monotonic() + 30
            while not web.log and process.poll() is None:
                assert time.monotonic() < deadline
                time.sleep(0.005)
            process.send_signal(how)
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (process.returncode, out) == (Exit.INTERRUPTED, "")
    assert err.splitlines()[-1] == "linkvitals: interrupted"
