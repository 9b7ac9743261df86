"""`make bench`: every measurement, on standard output as it comes and in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import cost, fields, finding, reading, tools, truth, years
from crawler import __version__

PAGE = Path("docs/benchmarks.md")
INTRODUCTION = """# Benchmarks

Made by `make bench` on {day} with linkvitals {version}, on one machine and its loopback:
{machine}.
Figures of time are to be read as ratios. This page is written anew by every run.
"""


def main() -> None:
    """Measure, print and write."""
    tools.install()
    parts = [_introduction()]
    print(parts[0])
    for part in (truth, years, fields, cost, finding, reading):
        parts.append(str(part.measure()))
        print(f"{parts[-1]}\n", flush=True)
    PAGE.write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")


def _introduction() -> str:
    return INTRODUCTION.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        version=__version__,
        machine=f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}",
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
