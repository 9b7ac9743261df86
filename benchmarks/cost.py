"""What a link costs without any waiting: a whole night, beside Scrapy as it comes and bare aiohttp.

The servers run in a process of their own; each client does too, and its CPU time is the operating
system's word (user and system, start-up included).
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.served import Web, served
from benchmarks.tables import Table

HOSTS, LINKS = 100, 2000

SERVE = """
from crawler.demo.answers import page, status
from crawler.demo.process import serve_forever
body = "<p>Some words about a data set.</p>" * 150
known = page("A data set", description="What it holds.", body=body)
missing = status(404)
serve_forever({}, otherwise=lambda asked: (known if asked.path[1:].isdigit() else missing)(asked))
"""


def measure() -> Table:
    """Crawl the same links over kept-alive http and over https, with each client."""
    rows: list[tuple[str, ...]] = []
    with served(SERVE) as web, tempfile.TemporaryDirectory() as folder:
        for scheme in ("http", "https"):
            urls = [f"{scheme}://h{n % HOSTS}.example.org/{n}" for n in range(LINKS)]
            spent = {
                "linkvitals crawl": _linkvitals(urls, web, Path(folder) / scheme),
                "bare aiohttp": _script("bare_aiohttp", urls, web),
            }
            limit = spent["bare aiohttp"]
            rows += [
                (scheme, name, f"{cpu / len(urls) * 1e3:.2f}", f"{cpu / limit:.1f}")
                for name, cpu in spent.items()
            ]
    return Table(
        f"Cost of {LINKS:,} links on {HOSTS} hosts, no delays",
        ("over", "client", "CPU s per 1,000 links", "x bare aiohttp"),
        tuple(rows),
    )


def _linkvitals(urls: list[str], web: Web, folder: Path) -> float:
    folder.mkdir()
    listed = folder / "list.md"
    listed.write_text("".join(f"- [{url}]({url})\n" for url in urls))
    return _cpu(
        [sys.executable, "-m", "crawler", "crawl", str(listed), "--db", str(folder / "v.db"),
         "--delay", "0", "--per-host", "8", "--concurrency", "64", "--no-progress", *web.ways],
        web,
    )  # fmt: skip


def _script(name: str, urls: list[str], web: Web) -> float:
    return _cpu(
        [sys.executable, "-m", f"benchmarks.{name}"], web, json.dumps([urls, web._asdict()])
    )


def _cpu(command: list[str], web: Web, given: str = "") -> float:
    """The CPU seconds that a command took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command,
        input=given,
        text=True,
        check=True,
        capture_output=True,
        env=os.environ | {"SSL_CERT_FILE": web.ca_file},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
