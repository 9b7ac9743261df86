"""The journal of a night that is not over: looks are safe here the moment they are made.

A file beside the database, one JSON line a look. It is also the lock that keeps two crawls from
one database: the operating system lets go of it when its holder dies, however it dies. When the
night is over its looks go into the database in one transaction, and the file is removed.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self, TypeVar

from crawler.clock import from_text, to_text
from crawler.errors import UsageProblem
from crawler.metadata.fields import Field
from crawler.metadata.found import Description, Found
from crawler.verdicts.evidence import Evidence

_Kind = TypeVar("_Kind")


class Look(NamedTuple):
    """One look at a link: which, when, what was seen, and what was said of the data set."""

    url: str
    at: datetime
    seen: Evidence
    described: tuple[Description, ...] = ()


class Unfinished(NamedTuple):
    """A night that was interrupted: which, when it began, and the looks made until then."""

    night: int
    started: datetime
    looks: tuple[Look, ...]


class Journal:
    """The looks of tonight, held open and locked; use as a context manager."""

    def __init__(self, database: Path) -> None:
        there = database.resolve()
        self._path = there.with_name(there.name + "-night")
        self._database = database

    def __enter__(self) -> Self:
        """Take the lock, or say who has it."""
        try:
            self._file = self._locked()
        except BlockingIOError as error:
            raise UsageProblem(
                f"{self._database}: another crawl is writing to this database; "
                "wait until it is done"
            ) from error
        except OSError as error:
            raise self._problem(error) from error
        return self

    def _locked(self) -> BinaryIO:
        """The file, locked; opened again if its last holder removed it between our two steps."""
        while True:
            file = self._path.open("a+b")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.path.samestat(os.fstat(file.fileno()), self._path.stat()):
                    return file
            except FileNotFoundError:
                pass
            except BaseException:
                file.close()
                raise
            file.close()

    def __exit__(self, *_: object) -> None:
        """Let go of the lock; what was written stays."""
        with suppress(OSError):  # a disk that is full was told of when it was written to
            self._file.close()

    def unfinished(self) -> Unfinished | None:
        """The night an earlier run left behind, if there is one.

        What a kill or a power cut has left unreadable at the end is taken off the file.
        """
        self._file.seek(0)
        begun, whole = _read_as(_begun, self._file.readline()), 0
        looks: list[Look] = []
        if begun:
            whole = self._file.tell()
            for line in self._file:
                look = _read_as(_look, line)
                if look is None:
                    break
                looks.append(look)
                whole += len(line)
        self._file.truncate(whole)
        return begun and begun._replace(looks=tuple(looks))

    def begin(self, night: int, started: datetime) -> None:
        """Begin a new night."""
        try:
            self._file.truncate(0)
        except OSError as error:
            raise self._problem(error) from error
        self._write({"night": night, "started": to_text(started)})

    def keep(self, look: Look) -> None:
        """Write a look down."""
        line: dict[str, object] = {"url": look.url, "at": to_text(look.at)}
        line["seen"] = look.seen.to_json()
        if look.described:
            line["described"] = {one.of: one.found for one in look.described}
        self._write(line)

    def end(self) -> None:
        """The night is in the database: the journal is no longer needed."""
        self._path.unlink(missing_ok=True)

    def _write(self, value: dict[str, object]) -> None:
        try:
            self._file.write(json.dumps(value).encode() + b"\n")
            self._file.flush()
        except OSError as error:
            raise self._problem(error) from error

    def _problem(self, error: OSError) -> UsageProblem:
        return UsageProblem(f"{self._path}: cannot be written: {error.strerror}")


def _begun(plain: dict[str, Any]) -> Unfinished:
    return Unfinished(plain["night"], from_text(plain["started"]), ())


def _look(plain: dict[str, Any]) -> Look:
    described = tuple(
        Description(of, tuple(Found(source, Field(field), *said) for source, field, *said in found))
        for of, found in plain.get("described", {}).items()
    )
    seen = Evidence.from_json(plain["seen"])
    return Look(plain["url"], from_text(plain["at"]), seen, described)


def _read_as(kind: Callable[[dict[str, Any]], _Kind], line: bytes) -> _Kind | None:
    """What a line says; None if it was cut, or written by a version that put things otherwise."""
    if not line.endswith(b"\n"):
        return None
    try:
        return kind(json.loads(line))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
