"""What a list says: mentions of links, and the entries they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a link is to its entry, as the list presents it."""

    DATA = "data"
    DOWNLOAD = "download"
    INFO = "info"
    PAPER = "paper"
    CODE = "code"
    CHALLENGE = "challenge"
    LIST = "list"
    IMAGE = "image"
    OTHER = "other"


class Kind(StrEnum):
    """What an entry is."""

    DATASET = "dataset"
    CHALLENGE = "challenge"
    PAPER = "paper"
    TOOL = "tool"
    LIST = "list"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a list where a link stands.

    `text_of_list[start:end] == raw` always holds, so that a later edit can replace exactly that.
    `line` and `column` count from 1 and point at `start`; a column counts characters.
    """

    line: int
    column: int
    start: int
    end: int
    raw: str
    url: str
    text: str
    repair: str | None
    role: Role
    entry: int | None
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One data set (or challenge, tool, paper...) as the list names it.

    `parent` is the index of another entry in the same reading, never itself or a later one.
    """

    name: str
    line: int
    section: tuple[str, ...]
    parent: int | None
    kind: Kind
    access: str | None
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one list says, in the order in which it stands there."""

    mentions: tuple[Mention, ...]
    entries: tuple[Entry, ...]
