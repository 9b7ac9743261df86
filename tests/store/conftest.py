from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.store.database import open_for_writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "vitals.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """A database without a row."""
    with open_for_writing(path) as made:
        yield made
