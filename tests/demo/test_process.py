"""The miniature web as a process of its own."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo.choices import nights
from crawler.demo.host import host
from crawler.demo.process import serve_until
from crawler.demo.replies import page, status

HOSTS = {"atlas.example.org": host({"/": nights(page("Atlas"), status(404))})}
PROGRAM = """
from crawler.demo.process import serve_forever
from crawler.demo.answers import page
serve_forever({}, otherwise=page("Anything"))
"""


@pytest.fixture
def program() -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as running:
        yield running
        running.kill()


def test_each_order_is_a_night_and_answered_with_one_line_of_news() -> None:
    out = io.StringIO()
    serve_until(["2\n", "7\n"], out, HOSTS, None)
    news = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["night"] for line in news] == [1, 2, 7]
    assert news[0].keys() == {"connect_to", "ca_file", "night", "requests", "sent"}


@pytest.mark.parametrize("ending", ["stdin closes", "it is terminated"])
def test_a_program_serves_until(ending: str, program: subprocess.Popen[str]) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    news = json.loads(program.stdout.readline())
    port = news["connect_to"][-2].rpartition(":")[2]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
        assert b"<title>Anything</title>" in answer.read()
    if ending == "stdin closes":
        program.stdin.close()
    else:
        program.send_signal(signal.SIGTERM)
    assert program.wait(10) == 0
    assert not Path(news["ca_file"]).exists()
