"""Answers kept as they came, so that they can be read again without asking again.

A file of its own beside the database: what it holds can be lost without losing anything believed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Self

from crawler.metadata.found import Payload
from crawler.store.text import storable

_SCHEMA = """
CREATE TABLE IF NOT EXISTS contents (hash BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS payloads (
    link TEXT NOT NULL,
    of TEXT NOT NULL,
    address TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT,
    headers TEXT NOT NULL,
    hash BLOB NOT NULL REFERENCES contents (hash),
    PRIMARY KEY (link, of, address)
) STRICT;
"""
_AT_ONCE = 200


class Payloads:
    """The file; a context manager. What cannot be kept is left: the night is worth more."""

    def __init__(self, database: Path) -> None:
        there = database.resolve()
        self.path = there.with_name(f"{there.name}-pages")
        self._waiting: list[Payload] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        if self.path.exists():
            with suppress(sqlite3.Error), closing(sqlite3.connect(self.path)) as db, db:
                db.execute("DELETE FROM contents WHERE hash NOT IN (SELECT hash FROM payloads)")

    def keep(self, payload: Payload) -> None:
        """Keep an answer in place of the one before it."""
        self._waiting.append(payload)
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def __iter__(self) -> Iterator[Payload]:
        """Every answer that is kept, by link."""
        if not self.path.exists():
            return
        with closing(sqlite3.connect(self.path)) as db:
            for link, of, address, status, kind, headers, content in db.execute(
                "SELECT link, of, address, status, content_type, headers, content "
                "FROM payloads JOIN contents USING (hash) ORDER BY link"
            ):
                whole = zlib.decompress(content)
                said = tuple((name, value) for name, value in json.loads(headers))
                yield Payload(link, of, address, whole, kind, said, status)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.path)) as db, db:
            db.executescript(_SCHEMA)
            for payload in waiting:
                key = hashlib.sha256(payload.content).digest()
                db.execute(
                    "INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING",
                    [key, zlib.compress(payload.content)],
                )
                db.execute(
                    "INSERT OR REPLACE INTO payloads VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        storable(payload.link), payload.of, storable(payload.address),
                        payload.status, payload.content_type and storable(payload.content_type),
                        json.dumps(payload.headers), key,
                    ],
                )  # fmt: skip
