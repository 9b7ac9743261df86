"""What the keeper of a list asks not to be read: front matter, and lines marked in comments."""

from __future__ import annotations

import re

from crawler.lists.spans import Lines

_COMMENT = re.compile(r"<!--\s*linkvitals:\s*(?P<word>ignore(?:-start|-end|-file)?)\b[^>]*-->")
_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---[ \t]*(?:\r\n?|\n)(?=[\w\"'#-]+[^\r\n]*(?:\r\n?|\n)).*?^(?:---|\.\.\.)[ \t]*\r?$"
    r"|\+\+\+[ \t]*(?:\r\n?|\n).*?^\+\+\+[ \t]*\r?$)",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"^[\w\"'-]+\s*[:=]", re.MULTILINE)
_ANYTHING = re.compile(r"[^\r\n]")


def without_front_matter(text: str) -> str:
    """The text with its front matter (YAML or TOML) made blank, so that all offsets stay."""
    found = _FRONT_MATTER.match(text)
    if found is None or not _KEY.search(found[0]):
        return text
    return _ANYTHING.sub(" ", found[0]) + text[found.end() :]


class Ignored:
    """The lines (from 1) of a list that its keeper asks not to be read."""

    def __init__(self, text: str, lines: Lines) -> None:
        """Read the comments of a list; a block that is never closed goes on to the end."""
        self.everything = False
        self._lines: set[int] = set()
        opened: int | None = None
        for found in _COMMENT.finditer(text):
            line, _ = lines.place(found.start())
            if found["word"] == "ignore-file":
                self.everything = True
            elif found["word"] == "ignore-start":
                opened = opened or line
            elif found["word"] == "ignore-end" and opened:
                self._lines.update(range(opened, line + 1))
                opened = None
            elif found["word"] == "ignore":
                alone = lines.text(line - 1).lstrip(" \t>").rstrip() == found[0]
                self._lines.add(line + alone)
        if opened:
            self._lines.update(range(opened, len(lines) + 1))

    def __contains__(self, line: int) -> bool:
        """Whether a line is not to be read."""
        return self.everything or line in self._lines
