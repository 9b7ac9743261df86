"""Files written whole or not at all."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest

from crawler.errors import UsageProblem
from crawler.written import write_whole


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "report.html"
    write_whole(path, "Säle 👩")
    assert path.read_text("utf-8") == "Säle 👩"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path], "nothing else is left there"


def test_a_file_that_was_there_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o600)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, path = tmp_path / "real.html", tmp_path / "report.html"
    real.write_text("old")
    path.symlink_to(real)
    write_whole(path, "new")
    assert path.is_symlink()
    assert real.read_text() == "new"


def test_whoever_reads_meanwhile_sees_all_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    seen: list[str] = []
    replace = Path.replace

    def look_first(self: Path, target: Path) -> Path:
        seen.append(path.read_text())
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", look_first)
    write_whole(path, "new")
    assert (seen, path.read_text()) == (["old"], "new")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text("utf-8")))
    reader.start()
    write_whole(path, "Säle")
    reader.join(10)
    assert read == ["Säle"]
    assert path.is_fifo()


def test_half_a_character_does_not_lose_the_file(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    write_whole(path, "caf\udce9.md")
    assert path.read_text() == "caf\\udce9.md"


def test_what_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report.html"
    path.write_text("old")
    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(UsageProblem, match=r"report\.html: cannot be written: No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("inside", ["file/report.html", "folder"])
def test_what_cannot_be_written_is_said_in_one_line(inside: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageProblem, match=re.escape(f"{inside}: cannot be written: ")):
        write_whole(tmp_path / inside, "new")
