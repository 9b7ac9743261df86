"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from crawler.errors import UsageProblem

_MODE = 0o644


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever reads it sees the old text or the new one, never half of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_text(text, "utf-8")  # a pipe or a device is written to, never replaced
        else:
            _replace(path.resolve(), text)
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be written: {error.strerror}") from error


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".linkvitals-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else _MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
