"""A small catalogue, and snapshots: `RENEW_SNAPSHOTS=1 pytest tests/export` writes them anew."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.export import croissant, dcat, schema_org, table
from crawler.export.item import Catalogue
from crawler.store.catalogue import read_catalogue
from tests.export.sample import a_database

_FOLDER = Path(__file__).with_name("snapshots")
FACES: dict[str, Callable[[Catalogue, io.StringIO], None]] = {
    "croissant": croissant.write,
    "dcat": dcat.write,
    "schema.org": schema_org.write,
    "csv": table.write_csv,
    "jsonl": table.write_jsonl,
}
WrittenAs = Callable[[Database, str], str]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """The small database."""
    made = a_database(tmp_path / "vitals.db")
    yield made
    made.close()


@pytest.fixture
def written() -> WrittenAs:
    """Write all of a database's catalogue in a format."""

    def write(db: Database, form: str) -> str:
        out = io.StringIO()
        FACES[form](read_catalogue(db), out)
        return out.getvalue()

    return write


@pytest.fixture
def assert_like_snapshot() -> Callable[[str, str], None]:
    """Compare a text with the snapshot of that name, exactly; or write it, when asked to."""

    def compare(name: str, text: str) -> None:
        file = _FOLDER / name
        if os.environ.get("RENEW_SNAPSHOTS"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode()

    return compare
