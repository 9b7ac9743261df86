"""A stream into a file that others see whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from crawler.errors import UsageProblem
from crawler.export.output import whole_file


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "catalogue.csv"
    with whole_file(path) as out:
        out.write("Säle")
        out.flush()
        assert not path.exists()
    assert path.read_text("utf-8") == "Säle"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_whoever_reads_meanwhile_sees_the_old_one_and_its_mode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("old")
    path.chmod(0o600)
    with whole_file(path) as out:
        out.write("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_fails_half_way_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), whole_file(path) as out:
        out.writelines(["half ", "\ud800"])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text("utf-8")))
    reader.start()
    with whole_file(path) as out:
        out.write("Säle")
    reader.join(10)
    assert read == ["Säle"]
    assert path.is_fifo()


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(UsageProblem, match=r"file/x: cannot be written: "),
        whole_file(tmp_path / "file" / "x"),
    ):
        pytest.fail("there is no such place")
