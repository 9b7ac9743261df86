"""Bad input gets one clear line and exit code 2, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.demo.answers import status
from crawler.demo.host import host
from crawler.exits import Exit
from tests.conftest import Left, Linkvitals, PlayWeb, through

Prepare = Callable[[Path], list[str]]


def missing_file(folder: Path) -> list[str]:
    return ["crawl", str(folder / "nowhere.md")]


def folder_without_lists(folder: Path) -> list[str]:
    (folder / "empty").mkdir()
    return ["crawl", str(folder / "empty")]


def glob_without_match(folder: Path) -> list[str]:
    return ["crawl", str(folder / "*.md")]


def binary_file(folder: Path) -> list[str]:
    path = folder / "picture.md"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    return ["crawl", str(path)]


def list_without_links(folder: Path) -> list[str]:
    path = folder / "empty.md"
    path.write_text("# Nothing here\n")
    return ["crawl", str(path)]


def empty_file(folder: Path) -> list[str]:
    path = folder / "empty.md"
    path.touch()
    return ["crawl", str(path)]


def misspelt_name(folder: Path) -> list[str]:
    return ["crawl", "medical-dta"]


def database_that_is_none(folder: Path) -> list[str]:
    path = folder / "notes.db"
    path.write_text("These are my notes, and they must not be lost. " * 20)
    return ["crawl", a_list(folder), "--db", str(path)]


def foreign_database(folder: Path) -> list[str]:
    path = folder / "foreign.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    return ["crawl", a_list(folder), "--db", str(path)]


def unwritable_database(folder: Path) -> list[str]:
    (folder / "file").touch()
    return ["crawl", a_list(folder), "--db", str(folder / "file" / "vitals.db")]


def database_that_is_a_folder(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--db", str(folder)]


def unknown_key(folder: Path) -> list[str]:
    path = folder / "linkvitals.toml"
    path.write_text("timout = 5\n")
    return ["--config", str(path), "crawl", a_list(folder)]


def broken_config(folder: Path) -> list[str]:
    path = folder / "linkvitals.toml"
    path.write_text("timeout = \n")
    return ["--config", str(path), "crawl", a_list(folder)]


def missing_config(folder: Path) -> list[str]:
    return ["--config", str(folder / "no.toml"), "crawl", a_list(folder)]


def unknown_option(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--dealy", "3"]


def option_out_of_range(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--timeout", "-1"]


def option_of_wrong_kind(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--per-host", "many"]


def bad_connect_to(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--connect-to", "example.org"]


def bad_network(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--allow-network", "everything"]


def bad_word_to_fail_on(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--fail-on", "broken"]


def bad_moment(folder: Path) -> list[str]:
    return ["crawl", a_list(folder), "--at", "yesterday"]


def unknown_command(folder: Path) -> list[str]:
    return ["crwl"]


def status_without_database(folder: Path) -> list[str]:
    return ["status", "--db", str(folder / "none.db")]


def report_without_database(folder: Path) -> list[str]:
    return ["report", "--db", str(folder / "none.db")]


def show_without_database(folder: Path) -> list[str]:
    return ["show", "https://atlas.example.org/", "--db", str(folder / "none.db")]


def a_list(folder: Path) -> str:
    path = folder / "list.md"
    path.write_text("[Atlas](https://atlas.example.org/)\n")
    return str(path)


CASES: dict[Prepare, tuple[str, str]] = {
    missing_file: ("nowhere.md", "no such file"),
    folder_without_lists: ("empty", "no lists in this folder"),
    glob_without_match: ("*.md", "no file fits this pattern"),
    binary_file: ("picture.md", "a PNG image, not a Markdown list"),
    list_without_links: ("empty.md", "no links found"),
    empty_file: ("empty.md", "no links found"),
    misspelt_name: ("medical-dta", "did you mean the list 'medical-data'"),
    database_that_is_none: ("notes.db", "not an SQLite database"),
    foreign_database: ("foreign.db", "not made by linkvitals"),
    unwritable_database: ("file", "cannot"),
    database_that_is_a_folder: ("db", "directory"),
    unknown_key: ("linkvitals.toml", "did you mean 'timeout'"),
    broken_config: ("linkvitals.toml", "not valid TOML"),
    missing_config: ("no.toml", "No such file"),
    unknown_option: ("--dealy", "--delay"),
    option_out_of_range: ("timeout", "out of range"),
    option_of_wrong_kind: ("--per-host", "not a valid"),
    bad_connect_to: ("connect-to", "HOST:PORT:HOST:PORT"),
    bad_network: ("allow-network", "127.0.0.0/8"),
    bad_word_to_fail_on: ("--fail-on", "gone"),
    bad_moment: ("--at", "2026-11-20T03:00Z"),
    unknown_command: ("crwl", "crawl"),
    status_without_database: ("none.db", "run `linkvitals crawl` first"),
    report_without_database: ("none.db", "run `linkvitals crawl` first"),
    show_without_database: ("none.db", "run `linkvitals crawl` first"),
}


@pytest.mark.parametrize(
    ("prepare", "what", "hint"),
    [(prepare, *said) for prepare, said in CASES.items()],
    ids=[prepare.__name__.replace("_", " ") for prepare in CASES],
)
def test_bad_input_gets_one_line(
    prepare: Prepare, what: str, hint: str, tmp_path: Path, linkvitals: Linkvitals
) -> None:
    arguments = prepare(tmp_path)
    before = snapshot(tmp_path)
    left = linkvitals(*arguments)
    assert_one_line(left)
    assert what in left.err
    assert hint in left.err
    assert before.items() <= snapshot(tmp_path).items(), "what was there is still there, unchanged"


def test_a_list_that_answers_404_gets_one_line(
    tmp_path: Path, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web({"lists.example.org": host({"/list.md": status(404)})})
    url = "https://lists.example.org/list.md"
    left = linkvitals("crawl", url, "--db", tmp_path / "vitals.db", *through(web))
    assert_one_line(left)
    assert url in left.err
    assert "404" in left.err


def test_a_list_that_is_not_utf8_is_read_all_the_same(
    tmp_path: Path, linkvitals: Linkvitals
) -> None:
    path = tmp_path / "latin.md"
    path.write_bytes("[Säle für Äpfel](https://atlas.example.org/)\n".encode("latin-1"))
    left = linkvitals("links", path, "--format", "jsonl")
    assert left.code == Exit.DONE
    assert "Säle für Äpfel" in left.out


def test_show_of_an_unknown_link_names_those_like_it(
    tmp_path: Path,
    play_web: PlayWeb,
    write_list: Callable[..., Path],
    linkvitals: Linkvitals,
) -> None:
    web = play_web({"atlas.example.org": host({"/rivers": status(404)})})
    database = tmp_path / "vitals.db"
    linkvitals(
        "crawl", write_list("https://atlas.example.org/rivers"), "--db", database, *through(web)
    )
    left = linkvitals("show", "atlas.example.org", "--db", database)
    assert_one_line(left)
    assert "https://atlas.example.org/rivers" in left.err


def assert_one_line(left: Left) -> None:
    assert left.code == Exit.WRONG_USE, left
    assert left.out == ""
    assert left.err.startswith("linkvitals: ")
    assert left.err.count("\n") == 1, left.err
    assert "Traceback" not in left.err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
