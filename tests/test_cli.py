"""The command as a whole: how it leaves, whatever happens to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crawler.cli import cli, run
from crawler.exits import Exit
from tests.conftest import Linkvitals


def test_without_a_command_it_teaches(linkvitals: Linkvitals) -> None:
    left = linkvitals("--help")
    assert left.code == Exit.DONE
    for name in cli.commands:
        assert name in left.out


def test_whoever_reads_only_the_first_line_is_not_an_error(tmp_path: Path) -> None:
    listed = tmp_path / "list.md"
    listed.write_text("".join(f"- <https://atlas.example.org/{n}>\n" for n in range(5000)))
    links = f"{sys.executable} -m crawler links {listed} --format jsonl"
    command = f"{links} | head -1; echo ${{PIPESTATUS[0]}}"
    said = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[1:] == ["0"]
    assert said.stderr == ""


def test_what_is_wrong_cannot_steer_the_terminal(linkvitals: Linkvitals) -> None:
    left = linkvitals("crawl", "\x1b]0;owned\x07\x1b[31mred.md")
    assert left.code == Exit.WRONG_USE
    assert "\x1b" not in left.err
    assert "red.md" in left.err


def test_ctrl_c_leaves_with_130(monkeypatch: pytest.MonkeyPatch, linkvitals: Linkvitals) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.commands["links"], "callback", stop)
    left = linkvitals("links")
    assert left.code == Exit.INTERRUPTED
    assert left.err.strip() == "linkvitals: interrupted"


def test_run_gives_the_code_that_a_command_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli.commands["links"], "callback", lambda **_: Exit.FOUND)
    assert run(["links"]) == Exit.FOUND
