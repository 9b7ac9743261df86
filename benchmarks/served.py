"""A miniature web as a process of its own, so that no client has to share its time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Web(NamedTuple):
    """Where a miniature web is: the ways to its hosts, and its authority's certificate."""

    connect_to: tuple[str, ...]
    ca_file: str

    @property
    def ways(self) -> list[str]:
        """The ways as options of linkvitals."""
        return [part for way in self.connect_to for part in ("--connect-to", way)]


@contextmanager
def served(script: str) -> Iterator[Web]:
    """Run a script that ends in `serve_forever`, for as long as it is needed."""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            news = json.loads(process.stdout.readline())
            yield Web(tuple(news["connect_to"]), news["ca_file"])
        finally:
            process.terminate()
