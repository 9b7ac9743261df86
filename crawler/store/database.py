"""Opening the database: made if missing, upgraded if old, refused in one line if it is not ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from crawler.errors import UsageProblem
from crawler.store.schema import APPLICATION_ID, MIGRATIONS, is_newer

_BUSY_SECONDS = 30.0
_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100
_APPLICATION_ID_AT = slice(68, 72)


def open_for_writing(path: Path) -> Database:
    """The database at this path, of this version's schema; made with its folder if missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageProblem(f"{path.parent}: cannot make this folder: {error.strerror}") from error
    is_new = not _is_ours(path)
    with _opened(path, "rwc") as db:
        if is_new:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        _upgrade(db)
    return db


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """Change something in the database at this path, which must be there."""
    _must_be_ours(path)
    db = open_for_writing(path)
    try:
        yield db
    except sqlite3.DatabaseError as error:
        raise _problem(path, error) from error
    finally:
        db.close()


def open_for_reading(path: Path) -> Database:
    """The database at this path, read only; it must be there and of this version's schema."""
    _must_be_ours(path)
    # Whoever could write also tidies up behind the last writer when done; nobody writes.
    tidy = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with _opened(path, "rw" if tidy else "ro") as db:
        db.execute("PRAGMA query_only = ON")
        if MIGRATIONS.pending(db):
            raise UsageProblem(
                f"{path}: this database is of an older version; "
                "run `linkvitals crawl` to upgrade it"
            )
    return db


def _must_be_ours(path: Path) -> None:
    if not _is_ours(path):
        raise UsageProblem(f"{path}: there is no database here; run `linkvitals crawl` first")


def _is_ours(path: Path) -> bool:
    """True for a database of ours, False for nothing yet; anything else is refused.

    Read from the file's header, because opening a database may already change it.
    """
    try:
        if path.exists() and not path.is_file():
            raise UsageProblem(f"{path}: this is not a file; name the database's file with --db")
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be read: {error.strerror}") from error
    if header and not header.startswith(_MAGIC):
        raise UsageProblem(f"{path}: this is not an SQLite database; choose another file with --db")
    if header and int.from_bytes(header[_APPLICATION_ID_AT], "big") != APPLICATION_ID:
        raise UsageProblem(
            f"{path}: this SQLite database was not made by linkvitals; "
            "choose another file with --db"
        )
    return bool(header)


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[Database]:
    """A connection on which all went well; it is closed when something did not."""
    connection = None
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)
        db = Database(connection)
        if is_newer(db):
            raise UsageProblem(
                f"{path}: this database was written by a newer linkvitals; "
                "upgrade linkvitals to use it"
            )
        yield db
    except BaseException as error:
        if connection:
            connection.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise _problem(path, error) from error
        raise


def _upgrade(db: Database) -> None:
    """Apply what is missing, all of it or nothing; also the proof that this file can be written."""
    db.execute("BEGIN IMMEDIATE")
    MIGRATIONS.apply(db)
    db.commit()


def _problem(path: Path, error: sqlite3.DatabaseError) -> UsageProblem:
    message = str(error)
    if "malformed" in message:
        return UsageProblem(f"{path}: this database is damaged; restore a copy of it")
    if "locked" in message:
        return UsageProblem(f"{path}: another program is writing to this database; try again later")
    return UsageProblem(f"{path}: the database cannot be used: {message}")
