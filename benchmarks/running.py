"""Running another checker: over all links at once, and over few, so that no row costs it others."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.asked import ALIAS, REAL, spelt
from benchmarks.others import TIMEOUT, Checker, Said, write_lists
from benchmarks.proxy import proxy
from benchmarks.served import Web, served
from benchmarks.tools import found
from benchmarks.ways import ways

HOSTILE = """
from benchmarks.asked import under_both_names
from crawler.demo.process import serve_forever
serve_forever(under_both_names())
"""

LED = Path(__file__).resolve().with_name("led")
LONGEST_WHOLE, LONGEST_FEW = 240, 25
FEW, AT_ONCE = 6, 4


class Ran(NamedTuple):
    """What a program said, how long it took, and whether it had to be stopped."""

    said: Said
    seconds: float
    stopped: bool


class Stage(NamedTuple):
    """The servers, and the proxy that leads to them."""

    web: Web
    proxy: str


def whole(checker: Checker, links: Sequence[str]) -> Ran:
    """Run it once over all links, as its users do."""
    with _stage() as stage:
        return _run(checker, links, stage, LONGEST_WHOLE)


def in_groups(checker: Checker, links: Sequence[str], size: int = FEW) -> dict[str, str]:
    """Run it over a few links at a time, several runs side by side; all that was said."""
    groups = [links[n : n + size] for n in range(0, len(links), size)]
    with _stage() as stage, ThreadPoolExecutor(AT_ONCE) as pool:
        runs = [pool.submit(_run, checker, group, stage, LONGEST_FEW) for group in groups]
        return {link: level for run in runs for link, level in run.result().said.items()}


@contextmanager
def _stage() -> Iterator[Stage]:
    """The servers, started anew."""
    with served(HOSTILE) as web, proxy(web.connect_to, (ALIAS, REAL)) as address:
        yield Stage(web, address)


def silent(links: Sequence[str], said: Said) -> list[str]:
    """The links without a word."""
    return [link for link in links if spelt(link) not in said]


def _run(checker: Checker, links: Sequence[str], stage: Stage, longest: float) -> Ran:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # LinkChecker steps down from root before it reads
        write_lists(folder, links)
        _configure(folder, stage.web)
        out, err = folder / "out", folder / "err"
        began = time.monotonic()
        with out.open("wb") as kept, err.open("wb") as heard:
            process = subprocess.Popen(
                [found(checker.name) or checker.name, *checker.arguments],
                cwd=folder, stdout=kept, stderr=heard, start_new_session=True,
                env=os.environ | _trust(folder) | _leading(checker, folder, stage.proxy),
            )  # fmt: skip
            stopped = _wait(process, longest)
        seconds = time.monotonic() - began
        texts = (path.read_text("utf-8", "replace") for path in (out, err))
        return Ran(checker.read(*texts), seconds, stopped)


def _configure(folder: Path, web: Web) -> None:
    shutil.copy(web.ca_file, folder / "authority.pem")
    (folder / "ways.json").write_text(json.dumps(ways(web.connect_to)), "utf-8")
    (folder / "linkcheckerrc").write_text(
        f"[checking]\nsslverify={folder / 'authority.pem'}\ntimeout={TIMEOUT}\n"
    )


def _trust(folder: Path) -> dict[str, str]:
    names = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")
    return dict.fromkeys(names, str(folder / "authority.pem"))


def _leading(checker: Checker, folder: Path, proxy: str) -> dict[str, str]:
    """How it finds the servers: by what names resolve to if it can be, else through the proxy."""
    if checker.in_python:
        led = {"PYTHONPATH": str(LED), "LED_BY": str(folder / "ways.json")}
        return led | {"PYTHONDONTWRITEBYTECODE": "1"}
    return dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy)


def _wait(process: subprocess.Popen[bytes], longest: float) -> bool:
    """Wait for a program to end, or end it with its children; tells whether that was needed."""
    try:
        process.wait(longest)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False
