"""A list with its addresses brought up to date: read, fixed, and written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crawler.errors import UsageProblem
from crawler.fixing import Rules, Why
from crawler.lists.edit import edited
from crawler.lists.encoding import Encoding, encoding_of
from crawler.lists.source import ReadList, Source
from crawler.watched import LARGEST, understood
from crawler.written import write_whole


@dataclass(frozen=True, slots=True)
class Fixed:
    """A list before and after: its text, its bytes, and what was done for which reason.

    `left` are the lines of addresses that cannot be written there without breaking something.
    """

    location: str
    old: str
    new: str
    before: bytes
    after: bytes
    encoding: Encoding
    done: Counter[Why]
    left: tuple[int, ...]


def fixed(source: Source, rules: Rules, hashes: frozenset[str]) -> Fixed:
    """The list as it should be; refused if it is to change and is not as a crawl has read it."""
    location, before = source.location, _bytes(source.location)
    read, verbatim = _as_it_was_read(source, before, hashes)
    assert read.reading is not None
    mentions = read.reading.mentions
    fixes = {n: found for n, mention in enumerate(mentions) if (found := rules.fix(mention))}
    wanted = {number: found.address for number, found in fixes.items()}
    edit = edited(read.text, read.reading, wanted, verbatim=verbatim)
    if edit.done and read.hash not in hashes:
        raise UsageProblem(
            f"{location}: is not as the last crawl read it; run `linkvitals crawl {location}` first"
        )
    encoding = encoding_of(before, read.text)
    after = encoding.encode(edit.text) if encoding else None
    if encoding is None or after is None:
        raise UsageProblem(f"{location}: its encoding cannot be kept; save it as UTF-8 first")
    done = Counter(fixes[number].why for number in edit.done)
    left = tuple(dict.fromkeys(mentions[number].line for number in edit.left))
    return Fixed(location, read.text, edit.text, before, after, encoding, done, left)


def write_fixed(made: Iterable[Fixed]) -> None:
    """Write the lists that changed, if every one of them is still as it was read."""
    changed = [one for one in made if one.after != one.before]
    for one in changed:
        if _bytes(one.location) != one.before:
            raise UsageProblem(f"{one.location}: has just changed; nothing was written, try again")
    for one in changed:
        write_whole(Path(one.location), one.after)


def _bytes(location: str) -> bytes:
    try:
        with Path(location).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise UsageProblem(f"{location}: cannot be read: {error.strerror}") from error


def _as_it_was_read(source: Source, data: bytes, hashes: frozenset[str]) -> tuple[ReadList, bool]:
    """The list, and whether code is read for links in it: as the crawl did."""
    read = understood(source, data)
    if read.hash not in hashes:
        more = understood(source, data, verbatim=True)
        if more.hash in hashes:
            return more, True
    if read.reading is None:
        raise UsageProblem(f"{source.location}: {read.error}")
    return read, False
