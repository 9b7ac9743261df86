"""Pages that are only a signpost: a refresh, or a script that says where to go in so many words."""

from __future__ import annotations

import re
from typing import NamedTuple

PATIENCE = 5.0
"""A visitor who is sent on later than this has come to read."""

_REFRESH = re.compile(
    r"\s*(\d{0,9}(?:\.\d*)?)\s*[;,\s]\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL
)
_LONGEST_SCRIPT = 3000
_CHOOSES = re.compile(r"\bif\s*\(|\bswitch\s*\(|\bclick\b", re.IGNORECASE)
_LITERAL = r"""(?:"([^"'<>\s]{1,2000})"|'([^"'<>\s]{1,2000})')"""
_LEADS = re.compile(
    rf"(?<![\w$-])location(?:\.href)?\s*=\s*{_LITERAL}\s*(?:[;}}\n]|\Z)"
    rf"|(?<![\w$-])location\.(?:replace|assign)\(\s*{_LITERAL}\s*\)"
)


class Onward(NamedTuple):
    """Where a page sends its visitor, and what said so.

    `meta-refresh` at once, `late-refresh` after time to read why, or `script`.
    """

    location: str
    via: str


def by_refresh(content: str) -> Onward | None:
    """Where a refresh leads; None where it only reloads, or not soon.

    As for search engines, only one that does not wait says that the page has moved for good.

    >>> by_refresh("0; URL='https://new.example.org/'")
    Onward(location='https://new.example.org/', via='meta-refresh')
    """
    said = _REFRESH.fullmatch(content)
    if not said or (seconds := float(said[1].rstrip(".") or 0)) > PATIENCE:
        return None
    target = said[2].strip()
    if target[:1] in ("'", '"'):
        target = target[1:].partition(target[0])[0].strip()
    return Onward(target, "late-refresh" if seconds >= 1 else "meta-refresh") if target else None


def by_script(script: str) -> Onward | None:
    r"""Where a short script leads that does nothing else and writes the address out.

    >>> by_script("window.location.replace('https:\\/\\/new.example.org\\/')")
    Onward(location='https://new.example.org/', via='script')
    """
    if len(script) > _LONGEST_SCRIPT or _CHOOSES.search(script):
        return None
    targets = {next(filter(None, found.groups())) for found in _LEADS.finditer(script)}
    if len(targets) != 1:
        return None
    target = targets.pop().replace("\\/", "/")
    return None if "\\" in target else Onward(target, "script")
