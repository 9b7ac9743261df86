"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from crawler.errors import UsageProblem

_MODE = 0o644


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that whoever reads it sees the old text or the new one, never half of it."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    with whole_file(path) as out:
        out.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write to this stream, however long it takes: the file is there once all of it is written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            with path.open("wb") as out:  # a pipe or a device is written to, never replaced
                yield out
        else:
            with _replacement(path.resolve()) as out:
                yield out
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def _replacement(path: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".linkvitals-")
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else _MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
