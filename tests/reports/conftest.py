"""Snapshots of rendered reports: `RENEW_SNAPSHOTS=1 pytest tests/reports` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_FOLDER = Path(__file__).with_name("snapshots")


@pytest.fixture
def assert_like_snapshot() -> Callable[[str, str], None]:
    """Compare a text with the snapshot of that name, exactly; or write it, when asked to."""

    def compare(name: str, text: str) -> None:
        file = _FOLDER / name
        if os.environ.get("RENEW_SNAPSHOTS"):
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode()

    return compare
