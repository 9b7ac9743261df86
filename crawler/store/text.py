"""Text on its way into SQLite, which takes none of the surrogates that odd bytes leave behind."""

from __future__ import annotations

import json
from typing import Any


def storable(text: str) -> str:
    r"""The same text, halves of surrogate pairs spelled out.

    >>> storable("caf\udce9.md")
    'caf\\udce9.md'
    """
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def storable_json(value: Any) -> str:
    """A value as JSON that people can read; whatever is no character becomes a question mark."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
