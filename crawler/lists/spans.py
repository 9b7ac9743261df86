"""Offsets and lines: where a piece of a list stands in the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

NEWLINE = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text, as Markdown counts them: a feed, a return or both end one."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        """Count the lines of `text` once."""
        self._text = text
        self._starts = [0]
        self._ends: list[int] = []
        for match in NEWLINE.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        """How many lines there are; a text without newline has one."""
        return len(self._starts)

    def start(self, number: int) -> int:
        """The offset at which line `number` (from 0) begins."""
        return self._starts[number] if number < len(self._starts) else len(self._text)

    def end(self, number: int) -> int:
        """The offset just behind the last character of line `number`, before its newline."""
        return self._ends[number] if number < len(self._ends) else len(self._text)

    def text(self, number: int) -> str:
        """Line `number` (from 0) without its newline."""
        return self._text[self.start(number) : self.end(number)]

    def index(self, offset: int) -> int:
        """The number (from 0) of the line in which `offset` stands."""
        return bisect_right(self._starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset."""
        line = self.index(offset)
        return line + 1, offset - self._starts[line] + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's own text, and where each of its lines stands in the list.

    Block parsing strips indentation, quote marks and list markers; `at` puts every character
    that is left back to its place.
    """

    content: str
    inner: tuple[int, ...]
    outer: tuple[int, ...]

    def at(self, position: int) -> int:
        """The offset in the list of a position in the piece."""
        line = bisect_right(self.inner, position) - 1
        return self.outer[line] + position - self.inner[line]


def piece_of_lines(lines: Lines, first: int, content: str) -> Piece:
    """Place `content`, whose lines are tails of the list's lines from `first` on.

    The block parser strips only prefixes from lines, and blanks around the whole; so each
    line of a block is found at the end of its line of the list.
    """
    parts = content.split("\n")
    inner = accumulate((len(part) + 1 for part in parts[:-1]), initial=0)
    outer = [_tail(lines, first + number, part) for number, part in enumerate(parts)]
    return Piece(content, tuple(inner), tuple(outer))


def _tail(lines: Lines, number: int, part: str) -> int:
    line = lines.text(number).replace("\0", "\ufffd")
    kept = part.rstrip()
    found = line.rfind(kept) if kept else -1
    if found >= 0:
        return lines.start(number) + found
    # A tab cut in half by the block parser comes back as blanks that the list has not.
    bare = kept.lstrip()
    blanks = len(kept) - len(bare)
    return lines.start(number) + max(line.rfind(bare), 0) - blanks
