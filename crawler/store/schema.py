"""The schema, as a set of migrations: each is applied with its record in one transaction."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x4C56_4954
"""Stands in the file's header, so that a linkvitals database can be told from any other."""

MIGRATIONS = Migrations("linkvitals")


@MIGRATIONS()
def m001_tables(db: Database) -> None:
    """Every table, index and search index of the first version."""
    _run(db, "tables.sql")


@MIGRATIONS()
def m002_views(db: Database) -> None:
    """The views for people."""
    _run(db, "views.sql")


@MIGRATIONS()
def m003_twins(db: Database) -> None:
    """Which entries are the same data set."""
    _run(db, "twins.sql")


@MIGRATIONS()
def m004_memory(db: Database) -> None:
    """What beliefs over many nights rest on; mutes."""
    _run(db, "memory.sql")


@MIGRATIONS()
def m005_fields(db: Database) -> None:
    """Fields that are missed before they are removed."""
    _run(db, "fields.sql")


def is_newer(db: Database) -> bool:
    """Whether a later version has changed this database in a way that this one does not know."""
    known = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
    return any(applied.name not in known for applied in MIGRATIONS.applied(db))


def _run(db: Database, name: str) -> None:
    """Run a file statement by statement: `executescript` would commit what is still open."""
    statement = ""
    for line in files(__package__).joinpath("sql", name).read_text("utf-8").splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
