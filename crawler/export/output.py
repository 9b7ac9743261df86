"""A stream into a file that others see whole or not at all, however long the writing takes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from crawler.errors import UsageProblem

_MODE = 0o644


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Write to this stream; the file is there, or replaced, once all of it is written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8") as out:  # a pipe or a device: never replaced
                yield out
        else:
            with _replacement(path.resolve()) as out:
                yield out
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def _replacement(path: Path) -> Iterator[TextIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".linkvitals-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else _MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
