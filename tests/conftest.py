"""What every test may use: the command in process, and a miniature web to crawl."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from crawler.cli import run
from crawler.demo.host import Hosts
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb


class Left(NamedTuple):
    """What a command left behind: its exit code and what it said."""

    code: int
    out: str
    err: str


Linkvitals = Callable[..., Left]
PlayWeb = Callable[..., MiniatureWeb]


@pytest.fixture
def linkvitals(capsys: pytest.CaptureFixture[str]) -> Linkvitals:
    """Run the command in process."""

    def call(*arguments: object) -> Left:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Left(code, *capsys.readouterr())

    return call


@pytest.fixture
def play_web(monkeypatch: pytest.MonkeyPatch) -> Iterator[PlayWeb]:
    """Start a miniature web whose certificates are trusted; it stops with the test."""
    with ExitStack() as stack:

        def start(hosts: Hosts, otherwise: Answer | None = None) -> MiniatureWeb:
            web = stack.enter_context(MiniatureWeb(hosts, otherwise=otherwise))
            monkeypatch.setenv("SSL_CERT_FILE", str(web.ca_file))
            return web

        yield start


@pytest.fixture
def write_list(tmp_path: Path) -> Callable[..., Path]:
    """Write a list of these addresses."""

    def write(*urls: str, name: str = "list.md") -> Path:
        path = tmp_path / name
        path.write_text("# A list\n\n" + "".join(f"- [Set {n}]({u})\n" for n, u in enumerate(urls)))
        return path

    return write


def through(web: MiniatureWeb) -> list[str]:
    """The options that lead a crawl into a miniature web, in no time."""
    ways = [part for way in web.connect_to for part in ("--connect-to", way)]
    return ["--delay", "0", "--second-look", "0", "--timeout", "2", "--no-progress", *ways]
