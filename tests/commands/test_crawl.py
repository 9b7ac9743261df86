"""A whole night through the command line, against servers on loopback."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.answers import cut, file, hang, page, redirect, reset_at_once, status
from crawler.demo.host import Certificate, host
from crawler.exits import Exit
from tests.conftest import Linkvitals, PlayWeb, through

WriteList = Callable[..., Path]

HOSTS = {
    "fine.example.org": host(
        {
            "/": page("River Atlas", description="Rivers of the world."),
            "/data.zip": file(10**9, "application/zip"),
            "/half": cut(page("Half a page"), after=20),
            "/none": status(204),
            "/for-now": redirect(302, "/"),
            "/old": redirect(301, "/new"),
            "/new": page("New"),
            "/slash": redirect(301, "/slash/"),
            "/slash/": page("Slash"),
            "/a": redirect(301, "/b"),
            "/b": redirect(302, "/a"),
            "/away": redirect(301, "http://169.254.169.254/latest/"),
            "/login": status(401),
            "/pay": status(402),
            "/wall": status(403),
            "/slow-down": status(429),
            "/law": status(451),
            "/robot": status(999),
            "/missing": status(404),
            "/removed": status(410),
            "/broken": status(500),
            "/back-soon": status(503, headers={"Retry-After": "3600"}),
            "/hang": hang,
            "/reset": reset_at_once,
        },
        robots="User-agent: *\nDisallow: /private",
    ),
    "tls.example.org": host({"/": page("New")}, http=True),
    "expired.example.org": host({"/": page("Old")}, certificate=Certificate.EXPIRED),
    "other-name.example.org": host({"/": page("Old")}, certificate=Certificate.WRONG_NAME),
    "untrusted.example.org": host({"/": page("Old")}, certificate=Certificate.SELF_SIGNED),
    "nobody.example.org": host(refuses=True),
}

VERDICTS = {
    "https://fine.example.org/": ("ok", "http-200"),
    "https://fine.example.org/data.zip": ("ok", "file"),
    "https://fine.example.org/half": ("ok", "http-200"),
    "https://fine.example.org/none": ("failing", "empty-page"),
    "https://fine.example.org/for-now": ("ok", "temporary-redirect"),
    "https://fine.example.org/old": ("moved", "permanent-redirect"),
    "https://fine.example.org/slash": ("moved", "slash"),
    "https://fine.example.org/a": ("failing", "redirect-loop"),
    "https://fine.example.org/away": ("failing", "redirect-broken"),
    "https://fine.example.org/login": ("restricted", "http-401"),
    "https://fine.example.org/pay": ("restricted", "http-402"),
    "https://fine.example.org/wall": ("blocked", "http-403"),
    "https://fine.example.org/slow-down": ("blocked", "rate-limited"),
    "https://fine.example.org/law": ("blocked", "legal"),
    "https://fine.example.org/robot": ("blocked", "http-999"),
    "https://fine.example.org/private": ("blocked", "robots"),
    "https://fine.example.org/missing": ("gone", "http-404"),
    "https://fine.example.org/removed": ("gone", "http-410"),
    "https://fine.example.org/broken": ("failing", "http-5xx"),
    "https://fine.example.org/back-soon": ("failing", "maintenance"),
    "https://fine.example.org/hang": ("failing", "read-timeout"),
    "https://fine.example.org/reset": ("failing", "reset"),
    "https://expired.example.org/": ("insecure", "tls-expired"),
    "https://other-name.example.org/": ("insecure", "tls-name"),
    "https://untrusted.example.org/": ("insecure", "tls-untrusted"),
    "https://nobody.example.org/": ("failing", "refused"),
    "http://127.0.0.1:9/": ("invalid", "private-address"),
    "ftp://ftp.example.org/data": ("invalid", "scheme"),
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database after one night on these hosts."""
    folder = tmp_path_factory.mktemp("crawled")
    database = folder / "vitals.db"
    listed = folder / "list.md"
    listed.write_text("# A list\n\n" + "".join(f"- [{url[-9:]}]({url})\n" for url in VERDICTS))
    with pytest.MonkeyPatch.context() as patch:
        from crawler.cli import run
        from crawler.demo.web import MiniatureWeb

        with MiniatureWeb(HOSTS) as web:
            patch.setenv("SSL_CERT_FILE", str(web.ca_file))
            options = through(web)
            options[options.index("--timeout") + 1] = "0.5"
            assert run(["crawl", str(listed), "--db", str(database), *options]) == Exit.DONE
    return database


def row(database: Path, url: str) -> dict[str, Any]:
    with sqlite3.connect(database) as db:
        db.row_factory = sqlite3.Row
        found = db.execute("SELECT * FROM links WHERE url = ?", [url]).fetchone()
    db.close()
    assert found, f"{url} is not in the database"
    return dict(found)


@pytest.mark.parametrize(("url", "expected"), VERDICTS.items(), ids=VERDICTS)
def test_a_server_gets_its_verdict(crawled: Path, url: str, expected: tuple[str, str]) -> None:
    link = row(crawled, url)
    assert (link["verdict"], link["reason"]) == expected


def test_what_a_page_says_of_itself_is_kept(crawled: Path) -> None:
    link = row(crawled, "https://fine.example.org/")
    assert link["title"] == "River Atlas"
    with sqlite3.connect(crawled) as db:
        fields = dict(
            db.execute("SELECT field, value FROM fields WHERE link = ?", [link["id"]]).fetchall()
        )
    db.close()
    told = {"title": "River Atlas", "description": "Rivers of the world.", "language": "en"}
    assert fields == told


def test_the_new_address_of_a_moved_link_is_suggested(crawled: Path) -> None:
    assert row(crawled, "https://fine.example.org/old")["suggested_url"] == (
        "https://fine.example.org/new"
    )
    assert row(crawled, "https://fine.example.org/for-now")["suggested_url"] is None


def test_a_first_bad_night_is_silent(crawled: Path) -> None:
    link = row(crawled, "https://fine.example.org/missing")
    assert (link["state"], link["failures"]) == ("suspect", 1)
    with sqlite3.connect(crawled) as db:
        assert db.execute("SELECT count(*) FROM events").fetchone() == (0,)
    db.close()


def test_the_page_behind_a_bad_certificate_is_read_but_known_to_be(crawled: Path) -> None:
    link = row(crawled, "https://expired.example.org/")
    assert link["title"] == "Old"
    assert link["certificate_expires"] < link["last_checked"]


def test_the_night_is_counted(crawled: Path) -> None:
    with sqlite3.connect(crawled) as db:
        (outcome, counts), = db.execute("SELECT outcome, counts FROM nights")  # fmt: skip
    db.close()
    assert outcome == "complete"
    assert sum(json.loads(counts).values()) == len(VERDICTS)


@pytest.mark.parametrize(
    ("words", "code"),
    [("gone", Exit.FOUND), ("suspect,dead", Exit.FOUND), ("dead", Exit.DONE), ("", Exit.DONE)],
)
def test_fail_on_leaves_with_one(
    words: str,
    code: Exit,
    tmp_path: Path,
    play_web: PlayWeb,
    linkvitals: Linkvitals,
    write_list: WriteList,
) -> None:
    web = play_web(HOSTS)
    listed = write_list("https://fine.example.org/", "https://fine.example.org/missing")
    left = linkvitals("crawl", listed, "--db", tmp_path / "v.db", "--fail-on", words, *through(web))
    assert left.code == code


def test_every_host_is_asked_in_our_name_and_one_request_at_a_time(
    tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals, write_list: WriteList
) -> None:
    web = play_web({"fine.example.org": host({f"/{n}": page("Fine") for n in range(5)})})
    listed = write_list(*(f"http://fine.example.org/{n}" for n in range(5)))
    options = through(web)
    options[options.index("--delay") + 1] = "0.1"
    linkvitals("crawl", listed, "--db", tmp_path / "v.db", "--contact", "me@here.example", *options)
    first, *others = [asked.path for asked in web.log]
    assert first == "/robots.txt"
    assert [path for path in others if path[1:].isdigit()] == [f"/{n}" for n in range(5)]
    assert len(others) == 5 + 1, "one probe tells what a missing page of this folder looks like"
    assert {asked.headers["user-agent"] for asked in web.log} == {"Vitals/0.1.0 (+me@here.example)"}
    assert web.most_at_once() == 1
    assert web.least_spacing("fine.example.org") >= 0.1 * 0.7 - 0.01


def test_no_robots_asks_for_nothing_but_the_links(
    tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals, write_list: WriteList
) -> None:
    web = play_web(
        {"fine.example.org": host({"/": page("Fine")}, robots="User-agent: *\nDisallow: /")}
    )
    listed = write_list("http://fine.example.org/")
    linkvitals("crawl", listed, "--db", tmp_path / "v.db", "--no-robots", *through(web))
    assert [asked.path for asked in web.log] == ["/"]


def test_the_same_link_is_asked_once_however_often_it_is_mentioned(
    tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals, write_list: WriteList
) -> None:
    web = play_web({"fine.example.org": host({"/": page("Fine")})})
    listed = write_list(
        "http://fine.example.org/", "HTTP://Fine.example.org:80", "http://fine.example.org/#top"
    )
    database = tmp_path / "v.db"
    linkvitals("crawl", listed, "--db", database, "--no-robots", *through(web))
    assert len(web.log) == 1
    with sqlite3.connect(database) as db:
        assert db.execute("SELECT count(*) FROM links").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM mentions").fetchone() == (3,)
    db.close()


def test_a_list_may_come_from_standard_input_or_from_the_web(
    tmp_path: Path,
    play_web: PlayWeb,
    linkvitals: Linkvitals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import io
    import sys
    from types import SimpleNamespace

    from crawler.demo.answers import text

    web = play_web(
        {
            "fine.example.org": host({"/": page("Fine"), "/sub/set": page("Set")}),
            "lists.example.org": host({"/sub/list.md": text("[Set](set)\n", "text/markdown")}),
            "moved.example.org": host(
                {"*": redirect(301, "https://lists.example.org/sub/list.md")}
            ),
        }
    )
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"<https://fine.example.org/>"))
    )
    database = tmp_path / "v.db"
    address = "https://moved.example.org/list.md"
    left = linkvitals("crawl", "-", address, "--db", database, *through(web))
    assert left.code == Exit.DONE, left.err
    with sqlite3.connect(database) as db:
        links = db.execute("SELECT url, verdict FROM links ORDER BY url").fetchall()
    db.close()
    assert ("https://fine.example.org/", "ok") in links
    assert len(links) == 2
