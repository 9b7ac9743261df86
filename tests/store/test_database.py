from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.errors import UsageProblem
from crawler.store import database
from crawler.store.database import open_for_reading, open_for_writing, writing
from crawler.store.schema import APPLICATION_ID, MIGRATIONS

from .build import ATLAS, a_list, a_mention, night, rows, saw

Open = Callable[[Path], Database]

both_ways = pytest.mark.parametrize("open_it", [open_for_reading, open_for_writing])


def refusal(open_it: Open, path: Path) -> str:
    """The one line that says why this is not opened."""
    with pytest.raises(UsageProblem) as refused:
        open_it(path)
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_a_missing_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "vitals.db"
    open_for_writing(path).close()
    with open_for_reading(path) as db:
        assert rows(db, "PRAGMA application_id") == [(APPLICATION_ID,)]
        assert rows(db, "PRAGMA journal_mode") == [("wal",)]
    assert [left.name for left in path.parent.iterdir() if "db-" not in left.name] == ["vitals.db"]


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with open_for_writing(path) as db:
        assert "links" in db.table_names()


def test_keys_are_enforced(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO events (night, kind, severity) VALUES (7, 'dead', 'critical')")


def test_opening_again_changes_nothing(path: Path) -> None:
    with open_for_writing(path) as db:
        night(db, 0, saw(ATLAS), lists=[a_list(a_mention(ATLAS))])
    before = path.read_bytes()
    open_for_writing(path).close()
    open_for_reading(path).close()
    assert path.read_bytes() == before


def test_an_older_database_is_upgraded_by_writing_and_refused_by_reading(path: Path) -> None:
    with Database(path) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        MIGRATIONS.apply(db, stop_before="m002_views")
        with db.atomic():
            db.execute("INSERT INTO links (url, first_seen) VALUES ('https://a.example/', '2026')")
    assert "older version" in refusal(open_for_reading, path)
    with open_for_writing(path) as db:
        assert rows(db, "SELECT url FROM links") == [("https://a.example/",)]
        assert rows(db, "SELECT count(*) FROM dead_links") == [(0,)]


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    with Database(path) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        MIGRATIONS.apply(db, stop_before="m002_views")
        db.execute("CREATE VIEW fix_me AS SELECT 1")
        before = db.schema
    assert "fix_me already exists" in refusal(open_for_writing, path)
    with Database(path) as db:
        assert db.schema == before


@both_ways
def test_a_newer_database_is_refused(path: Path, open_it: Open) -> None:
    with open_for_writing(path) as db, db.atomic():
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('linkvitals', 'm999_wonders', '2099-01-01')"
        )
    before = path.read_bytes()
    assert "newer linkvitals; upgrade linkvitals" in refusal(open_it, path)
    assert path.read_bytes() == before


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()


def foreign_without_tables(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 3")
    db.close()


def foreign_left_in_the_middle(path: Path) -> None:
    """A program died and left its log behind, which whoever opens the database would write in."""
    elsewhere = path.with_name("elsewhere.db")
    db = sqlite3.connect(elsewhere)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE recipes (name TEXT)")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("INSERT INTO recipes VALUES ('soup')")
    db.commit()
    for ending in ("", "-wal"):
        left = elsewhere.with_name(elsewhere.name + ending)
        path.with_name(path.name + ending).write_bytes(left.read_bytes())
    db.close()
    elsewhere.unlink()


NOT_OURS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a foreign database": (foreign, "not made by linkvitals"),
    "a foreign database without a table": (foreign_without_tables, "not made by linkvitals"),
    "a foreign database in use": (foreign_left_in_the_middle, "not made by linkvitals"),
    "notes": (lambda path: path.write_text("My notes. " * 200), "not an SQLite database"),
    "one letter": (lambda path: path.write_text("x"), "not an SQLite database"),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), "not an SQLite database"),
    "a folder": (lambda path: path.mkdir(), "not a file"),
}


@both_ways
@pytest.mark.parametrize(("make", "reason"), NOT_OURS.values(), ids=NOT_OURS)
def test_what_is_not_ours_is_refused_and_left_alone(
    path: Path, make: Callable[[Path], object], reason: str, open_it: Open
) -> None:
    make(path)
    before = fingerprints(path.parent)
    line = refusal(open_it, path)
    assert str(path) in line
    assert reason in line
    assert fingerprints(path.parent) == before


def fingerprints(folder: Path) -> dict[str, str]:
    """What lies in a folder, down to the byte."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


@pytest.mark.parametrize("where", ["none.db", "no/such/folder/none.db"])
def test_there_is_nothing_to_read(tmp_path: Path, where: str) -> None:
    assert "there is no database here; run `linkvitals crawl`" in refusal(
        open_for_reading, tmp_path / where
    )
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_nothing_to_read(path: Path) -> None:
    path.touch()
    assert "no database here" in refusal(open_for_reading, path)


UNWRITABLE = {
    "below a file": ("file/vitals.db", "cannot make this folder"),
    "below a file's folder": ("file/deep/vitals.db", "cannot make this folder"),
    "a name that is too long": (f"{'x' * 300}.db", "File name too long"),
}


@pytest.mark.parametrize(("where", "reason"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_an_unwritable_place_is_refused(tmp_path: Path, where: str, reason: str) -> None:
    (tmp_path / "file").touch()
    assert reason in refusal(open_for_writing, tmp_path / where)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder closed even to root")
def test_a_folder_where_nothing_can_be_made_is_refused() -> None:
    path = Path("/proc/self/vitals.db")
    assert "unable to open database file" in refusal(open_for_writing, path)
    assert "cannot make this folder" in refusal(open_for_writing, Path("/proc/self/new/vitals.db"))


def test_a_damaged_database_says_so(path: Path) -> None:
    open_for_writing(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    assert "damaged; restore a copy" in refusal(open_for_writing, path)
    assert "damaged; restore a copy" in refusal(open_for_reading, path)


def test_a_database_that_somebody_writes_to_says_so(
    db: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.01)
    db.execute("BEGIN IMMEDIATE")
    assert "another program is writing" in refusal(open_for_writing, path)
    db.rollback()


def test_something_is_changed_only_where_there_is_a_database(path: Path) -> None:
    with pytest.raises(UsageProblem, match="there is no database here"), writing(path):
        pass
    assert not path.exists()
    open_for_writing(path).close()
    with writing(path) as db, db.atomic():
        db.execute("INSERT INTO hosts (name) VALUES ('atlas.example.org')")
    with open_for_reading(path) as reader:
        assert rows(reader, "SELECT name FROM hosts") == [("atlas.example.org",)]


def test_reading_goes_on_while_somebody_writes(db: Database, path: Path) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO hosts (name) VALUES ('atlas.example.org')")
    with open_for_reading(path) as reader:
        assert rows(reader, "SELECT * FROM hosts") == []
    db.rollback()


def test_a_reader_cannot_write(db: Database, path: Path) -> None:
    with (
        open_for_reading(path) as reader,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        reader.execute("INSERT INTO hosts (name) VALUES ('a')")


@pytest.mark.parametrize("name", ["a?b#c%20.db", "Überwachung 監視.db", "caf\udce9.db"], ids=ascii)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    open_for_writing(tmp_path / name).close()
    open_for_reading(tmp_path / name).close()
    assert (tmp_path / name).is_file()


def test_a_change_that_another_program_bars_says_so(
    db: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(path: Path) -> Database:
        with writing(path) as other:
            db.execute("BEGIN IMMEDIATE")
            other.execute("DELETE FROM hosts")
        return other

    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.01)
    assert "another program is writing" in refusal(change, path)
    db.rollback()
