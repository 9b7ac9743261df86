"""Where a list is: a path or an address in, a source with a readable name out."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit, urlunsplit

from crawler.errors import UsageProblem
from crawler.lists.location import raw_address
from crawler.lists.source import Source, SourceKind

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_RAW = "raw.githubusercontent.com"


def is_address(text: str) -> bool:
    """Whether this is meant as an address, not as a path."""
    return _ADDRESS.match(text) is not None


def file_at(path: Path, name: str | None = None) -> Source:
    """A file's list is called by its path, so that README.md here is not README.md there."""
    return Source(name or str(path), str(path), SourceKind.FILE)


def address_at(text: str, name: str | None = None) -> Source:
    """An address's list is called by its host and path; on GitHub by owner, repository and path."""
    _check(text)
    location = raw_address(text)
    return Source(name or _readable(urlsplit(location)), location, SourceKind.ADDRESS)


def _readable(parts: SplitResult) -> str:
    match parts.path.strip("/").split("/"):
        case [owner, repository, _, *path] if parts.hostname == _RAW:
            return "/".join([owner, repository, *path])
        case _:
            return urlunsplit(parts._replace(scheme="", fragment="")).strip("/")


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UsageProblem(f"{url}: this is not an address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise UsageProblem(f"{url}: a list is read from http and https addresses only")
    if not parts.hostname:
        raise UsageProblem(f"{url}: this address has no host")
    if "@" in parts.netloc:
        raise UsageProblem(f"{parts.hostname}: leave user and password out of a list's address")
