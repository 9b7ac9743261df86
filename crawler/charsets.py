"""Which charsets a server or a page may declare."""

from __future__ import annotations

import codecs

_PYTHON_ONLY = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""What Python decodes and no browser does: some of it takes ages, some makes no valid text."""


def is_charset(name: str | None) -> bool:
    """Whether bytes can be decoded by this name as a browser would.

    >>> is_charset("GB2312"), is_charset("unicode_escape"), is_charset("zlib"), is_charset("x")
    (True, False, False, False)
    """
    try:
        known = codecs.lookup(name or "")
        "".encode(known.name)  # refuses what is no text encoding, such as zlib
    except (LookupError, ValueError):
        return False
    return known.name not in _PYTHON_ONLY
