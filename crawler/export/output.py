"""A stream of text into a file that others see whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from crawler import written


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Write to this stream; the file is there, or replaced, once all of it is written."""
    with (
        written.whole_file(path) as file,
        TextIOWrapper(file, encoding="utf-8", newline="\n") as out,
    ):
        yield out
