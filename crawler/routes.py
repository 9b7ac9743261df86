"""Routes: what an address tells a script of which page to show, and never a server."""

from __future__ import annotations

import re

_ROUTE = re.compile(r"(?s)#(?:!/?|/)[^/].*")


def route_of(url: str) -> str:
    """The fragment of an address if it is a route, else nothing: other fragments are places.

    >>> route_of("https://a.example/#!Set:9"), route_of("https://a.example/sets#licence")
    ('#!Set:9', '')
    """
    _, mark, fragment = url.partition("#")
    return mark + fragment if _ROUTE.fullmatch(mark + fragment) else ""
