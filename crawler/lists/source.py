"""Which lists are watched, and what was read of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from crawler import __version__
from crawler.lists.address import same_link
from crawler.lists.mention import Reading


class SourceKind(StrEnum):
    """Where a list's text comes from."""

    FILE = "file"
    ADDRESS = "address"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One list to be read: its short name, and the path or address as it was given."""

    name: str
    location: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as it was read tonight; without a reading, `error` says why nothing is known."""

    source: Source
    hash: str | None = None
    reading: Reading | None = None
    error: str | None = None
    text: str = field(default="", repr=False)

    def links(self) -> tuple[str, ...]:
        """Its distinct links, in the order of their first mention."""
        mentions = self.reading.mentions if self.reading else ()
        return tuple(dict.fromkeys(same_link(mention.url) for mention in mentions))


def hash_of(text: str, *, verbatim: bool = False) -> str:
    """What tells whether a list must be read again: its text, and who reads it how."""
    reader = f"{__version__} verbatim" if verbatim else __version__
    return blake2b(f"{reader}\n{text}".encode(), digest_size=16).hexdigest()
