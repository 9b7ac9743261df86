"""What is watched tonight: LIST arguments and sources.toml in, sources and their texts out."""

from __future__ import annotations

import difflib
import glob
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from crawler.declared import Declared, bundled
from crawler.errors import UsageProblem
from crawler.lists.decoding import ListUnreadable, decode
from crawler.lists.reader import read
from crawler.lists.source import ReadList, Source, SourceKind, hash_of
from crawler.located import address_at, file_at, is_address

__all__ = ["bundled", "find", "read_here", "understood"]

ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
"""What a folder's lists are called."""

LARGEST = 64 * 1024 * 1024
"""More bytes than any list has."""


def find(arguments: Sequence[str], sources: Path | None = None) -> tuple[Source, ...]:
    """The lists that these arguments mean; without any, all that sources.toml has enabled."""
    known = Declared(sources)
    if arguments:
        return _unique([source for text in arguments for source in _meant(text, known)])
    found = known.enabled()
    if not found:
        raise UsageProblem(f"{known.path}: no list is enabled; name one, or set enabled = true")
    return _unique(found)


def _meant(text: str, known: Declared) -> Iterator[Source]:
    if text == "-":
        yield Source("stdin", "-", SourceKind.STDIN)
    elif is_address(text):
        yield address_at(text)
    elif here := _files(text):
        yield from map(file_at, here)
    elif named := known.named(text):
        yield named
    else:
        raise UsageProblem(_nothing_there(text, known))


def _files(text: str) -> list[Path]:
    """The files that a path or a pattern means, in a stable order; none if there is nothing."""
    try:
        return _files_at(text)
    except OSError as error:
        raise UsageProblem(f"{text}: cannot be read: {error.strerror}") from error


def _files_at(text: str) -> list[Path]:
    path = Path(text)
    if not text:
        return []
    if path.is_dir():
        return _lists_in(path)
    if path.exists():
        return [path]
    matches = glob.glob(text, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(Path(match) for match in matches if Path(match).is_file())


def _lists_in(folder: Path) -> list[Path]:
    """The lists of a folder and those below it; what is hidden stays so."""
    inside = [path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS]
    found = [path for path in inside if path.is_file() and not _is_hidden(path, folder)]
    if not found:
        raise UsageProblem(f"{folder}: no lists in this folder; a list's name ends in .md")
    return sorted(found)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(step.startswith(".") for step in path.relative_to(folder).parts)


def _nothing_there(text: str, known: Declared) -> str:
    if not text:
        return "an empty LIST: give a file, a folder, an address, or the name of a list"
    if glob.has_magic(text):
        return f"{text}: no file fits this pattern"
    near = difflib.get_close_matches(text, known.names(), 1)
    hint = f"; did you mean the list {near[0]!r}?" if near else ""
    return f"{text}: no such file, folder or list in {known.path}{hint}"


def _unique(found: Sequence[Source]) -> tuple[Source, ...]:
    """Each list once, under a name that no other has."""
    once: dict[str, Source] = {}
    for source in found:
        is_file = source.kind is SourceKind.FILE
        once.setdefault(os.path.realpath(source.location) if is_file else source.location, source)
    often = {name for name, n in Counter(source.name for source in once.values()).items() if n > 1}
    return tuple(
        Source(source.location, source.location, source.kind) if source.name in often else source
        for source in once.values()
    )


def read_here(source: Source, *, verbatim: bool = False) -> ReadList:
    """Read a list that is on this machine; a list that cannot be read says why."""
    try:
        if source.kind is SourceKind.STDIN:
            return understood(source, sys.stdin.buffer.read(LARGEST + 1), verbatim=verbatim)
        with Path(source.location).open("rb") as file:
            return understood(source, file.read(LARGEST + 1), verbatim=verbatim)
    except OSError as error:
        return ReadList(source, error=f"cannot be read: {error.strerror}")


def understood(
    source: Source, data: bytes, charset: str | None = None, *, verbatim: bool = False
) -> ReadList:
    """What a list's bytes say; a list without a single link is taken for a mistake.

    Code is read for links only with `verbatim`.
    """
    if len(data) > LARGEST:
        return ReadList(source, error=f"larger than {LARGEST >> 20} MiB; this is no list")
    try:
        text = decode(data, charset)
    except ListUnreadable as error:
        return ReadList(source, error=str(error))
    base = source.location if source.kind is SourceKind.ADDRESS else None
    reading = read(text, base=base, verbatim=verbatim)
    if not reading.mentions:
        return ReadList(source, error="no links found in this list")
    return ReadList(source, hash=hash_of(text, verbatim=verbatim), reading=reading, text=text)
