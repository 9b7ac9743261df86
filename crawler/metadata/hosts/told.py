"""What a source told: its answer as adapters read it, and a record made of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from crawler.hosts import host_of
from crawler.verdicts.evidence import Record, Standing

_LONGEST_QUOTE = 160
_MORE = r"/?(?:[?#].*)?"


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of a source: the address it was asked at, its status and what it sent."""

    address: str
    status: int
    content: bytes = b""

    @property
    def json(self) -> Any:
        """What it sent, if that is JSON; else None."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None

    def record(
        self, source: str, standing: Standing, quote: str, moved_to: str | None = None
    ) -> Record:
        """The record this answer comes to, with the words that say so."""
        words = " ".join(quote.split())[:_LONGEST_QUOTE]
        return Record(source, self.address, standing, words, moved_to)


def origin_of(url: str) -> str | None:
    """Scheme, host and port of an address, without who asks; None where there is no host.

    >>> origin_of("https://me@Data.example:8443/dataset/a")
    'https://data.example:8443'
    """
    host = host_of(url)
    if host is None:
        return None
    try:
        port = urlsplit(url).port
    except ValueError:
        return None
    written = f"[{host}]" if ":" in host else host
    return f"{urlsplit(url).scheme.lower()}://{written}" + (f":{port}" if port else "")


def found(pattern: str, url: str) -> re.Match[str] | None:
    r"""The match of a pattern for the whole of an address, with `host/path` as it is written.

    The host is in lower case and without www; a slash, a query or a fragment may follow.

    >>> found(r"a\.example/sets/(\d+)", "http://www.A.example/sets/42/#top")[1]
    '42'
    """
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in ("http", "https"):
        return None
    host = (host_of(url) or "").removeprefix("www.")
    written = f"{host}/{rest.partition('/')[2]}"
    return re.fullmatch(pattern + _MORE, written, re.ASCII | re.DOTALL)
