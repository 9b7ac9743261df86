from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
PURE = [
    "crawler.verdicts.rules",
    "crawler.memory.events",
    "crawler.lists.reader",
    "crawler.lists.source",
    "crawler.metadata.hosts",
]
HEAVY = {
    "scrapy",
    "twisted",
    "httpx",
    "sqlite3",
    "sqlite_utils",
    "aiohttp",
    "asyncio",
    "socket",
    "ssl",
    "requests",
}
STANDARD_LIBRARY_ONLY = PURE[:2]

LOADED = """
import importlib, sys
before = set(sys.modules)
importlib.import_module(sys.argv[1])
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


def loaded_by(module: str) -> set[str]:
    """The packages that come along with a module, in an interpreter of its own."""
    said = subprocess.run(
        [sys.executable, "-c", LOADED, module],
        capture_output=True,
        text=True,
        check=True,
        cwd=HOUSE,
        env={},  # so that nothing that watches this process is loaded into that one first
    )
    return set(said.stdout.split())


@pytest.mark.parametrize("module", PURE)
def test_a_pure_room_pulls_in_nothing_that_could_reach_out(module: str) -> None:
    assert not loaded_by(module) & HEAVY


@pytest.mark.parametrize("module", STANDARD_LIBRARY_ONLY)
def test_verdicts_and_memory_need_nothing_but_the_standard_library(module: str) -> None:
    assert loaded_by(module) - set(sys.stdlib_module_names) == {"crawler"}


def test_the_test_can_tell() -> None:
    assert {"sqlite3", "sqlite_utils"} <= loaded_by("crawler.store.database")
