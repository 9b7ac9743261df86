"""What is installed is what was built, and it stands on its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CHECK = """
import crawler, reports, scheduler, sources
import crawler.cli, crawler.night, crawler.demo.play, reports.html, reports.markdown
from crawler.watched import bundled, find
import sys
for module in (crawler, reports, scheduler, sources):
    assert module.__file__.startswith(sys.argv[1]), module.__file__
assert str(bundled()).startswith(sys.argv[1])
assert len(find((), bundled())) == 5
print("ok")
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and laid out in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(target)], check=True)
    return target


def test_the_wheel_works_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r})\n{CHECK}",
         str(installed)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.stdout == "ok\n", said.stderr


def test_the_wheel_holds_nothing_it_should_not(installed: Path) -> None:
    names = {path.name for path in installed.iterdir()}
    assert names == {
        "crawler",
        "reports",
        "sources",
        "scheduler.py",
        *(name for name in names if name.endswith(".dist-info")),
    }


def test_help_loads_none_of_the_heavy_rooms() -> None:
    code = (
        "import sys, crawler.cli\n"
        "heavy = {'scrapy', 'twisted', 'httpx', 'sqlite3', 'sqlite_utils', 'rich', 'jinja2', "
        "'bs4', 'lxml', 'markdown_it', 'apscheduler', 'cryptography'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert said.stdout == "[]\n"


def test_the_lock_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    pinned = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pinned) > 50
    assert lock.count("--hash=sha256:") >= len(pinned)
