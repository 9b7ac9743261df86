"""The host of an address: what manners, lanes and incidents go by."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit


@lru_cache(maxsize=4096)
def host_of(url: str) -> str | None:
    """The host of an address in lower case, or None where there is none to be read.

    >>> host_of("https://user@Data.example.org.:8443/a")
    'data.example.org'
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return host.rstrip(".") or None
