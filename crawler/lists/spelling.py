"""Spelling: one address as it may be written into Markdown, the plainest way first."""

from __future__ import annotations

import re
from typing import NamedTuple


class Spelling(NamedTuple):
    """What is written, and the address that is to be read there."""

    written: str
    url: str


_NEVER_BARE = re.compile(r"""[\x00-\x20\x7f-\xa0<>"|`\\\u2028\u2029\ud800-\udfff]""")
_CLOSING = re.compile(r"[()'*_~\[\]]")
_PARENTHESES = re.compile(r"[()]")
_LOOKS_LIKE_ENTITY = re.compile(r"&(?=(?:#\w+|[a-zA-Z][a-zA-Z0-9]*);)")
_AUTHORITY = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)


def spelled(address: str) -> str:
    """The address without what ends or splits a link: blanks, quotes, brackets, pipes in percent.

    >>> spelled('http://example.org/a b|"c"')
    'http://example.org/a%20b%7C%22c%22'
    """
    return _NEVER_BARE.sub(_percent, address)


def spellings(address: str) -> tuple[Spelling, ...]:
    """The ways to write an address; which one is right depends on what stands around it."""
    url = spelled(address)
    plain = _LOOKS_LIKE_ENTITY.sub("&amp;", url)
    host = _AUTHORITY.match(url)
    free = host.end() if host else 0
    encoded = url[:free] + _CLOSING.sub(_percent, url[free:])
    encoded_plain = _LOOKS_LIKE_ENTITY.sub("&amp;", encoded)
    ways = (
        Spelling(plain, url),
        Spelling(_PARENTHESES.sub(r"\\\g<0>", plain), url),
        Spelling(f"<{plain}>", url),
        Spelling(encoded_plain, encoded),
        Spelling(f"<{encoded_plain}>", encoded),
    )
    return tuple(dict.fromkeys(ways))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
