"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from crawler.errors import UsageProblem

_MODE = 0o644


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that whoever reads it sees the old text or the new one, never half of it."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device is written to, never replaced
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be written: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".linkvitals-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else _MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
