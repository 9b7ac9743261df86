"""Where lists live: pages that show a list turned into the list itself, and names for lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_PAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"https?://(?:www\.)?github\.com/([^/]+/[^/]+)/(?:blob|raw)/([^?#]+)[^/]*$"),
        r"https://raw.githubusercontent.com/\1/\2",
    ),
    (
        re.compile(r"https?://(?:www\.)?github\.com/([^/?#]+/[^/?#]+?)(?:\.git)?/?(?:[?#].*)?$"),
        r"https://raw.githubusercontent.com/\1/HEAD/README.md",
    ),
    (re.compile(r"(https?://gitlab\.com/.+?)/-/blob/([^?#]+)[^/]*$"), r"\1/-/raw/\2"),
    (re.compile(r"(https?://bitbucket\.org/[^/]+/[^/]+)/src/([^?#]+)[^/]*$"), r"\1/raw/\2"),
    (re.compile(r"(https?://huggingface\.co/.+?)/blob/([^?#]+)[^/]*$"), r"\1/raw/\2"),
    (
        re.compile(r"(https?://gist\.github\.com/[^/?#]+/[0-9a-f]+)/?(?:[?#].*)?$"),
        r"\1/raw",
    ),
)
_COMMON = frozenset(
    ("readme", "index", "list", "lists", "main", "master", "head", "raw", "blob", "docs", "doc")
    + ("src", "refs", "heads", "-", "wiki")
)


def raw_address(url: str) -> str:
    """The address of the text behind a page that shows it (GitHub `blob` and its like)."""
    for page, raw in _PAGES:
        if page.match(url):
            return page.sub(raw, url)
    return url


def list_names(locations: Sequence[str]) -> list[str]:
    """A short readable name for each list, no two alike: `seas`, `owner/seas`, `seas 2`."""
    parts = [_parts(location) for location in locations]
    names = [some[-1] for some in parts]
    for length in range(2, max(map(len, parts), default=0) + 1):
        counts = Counter(names)
        names = [
            "/".join(some[-length:]) if counts[name] > 1 else name
            for name, some in zip(names, parts, strict=True)
        ]
    return _numbered(names)


def _parts(location: str) -> list[str]:
    address = urlsplit(location) if "://" in location else None
    path = unquote(address.path) if address else location.replace("\\", "/")
    host = [address.hostname] if address and address.hostname else []
    pieces = [piece for piece in PurePosixPath(path).parts if piece not in ("/", ".", "..")]
    if pieces:
        pieces[-1] = re.sub(
            r"\.(?:md|markdown|mdown|txt|rst)$", "", pieces[-1], flags=re.IGNORECASE
        )
    telling = [piece for piece in pieces if piece.lower() not in _COMMON]
    return [*host, *telling] or pieces or [location or "list"]


def _numbered(names: list[str]) -> list[str]:
    taken: set[str] = set()
    unique: list[str] = []
    for name in names:
        candidate, number = name, 1
        while candidate in taken:
            number += 1
            candidate = f"{name} {number}"
        taken.add(candidate)
        unique.append(candidate)
    return unique
