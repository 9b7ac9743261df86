"""The difference of two texts, as `patch` and `git apply` read it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

_NO_END = "\n\\ No newline at end of file\n"


def diff(old: str, new: str, name: str) -> Iterator[str]:
    r"""The lines of a unified diff; a line ends with a feed, a return before it belongs to it.

    >>> "".join(diff("a", "b", "list.md")).splitlines()[3:]
    ['-a', '\\ No newline at end of file', '+b', '\\ No newline at end of file']
    """
    path = name.lstrip("/")
    for line in unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else line + _NO_END


def _lines(text: str) -> list[str]:
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])
