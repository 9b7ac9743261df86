"""Validators: what a server gave with a page, to be asked whether it still is that page."""

from __future__ import annotations

from typing import NamedTuple

from crawler.net.wire import Headers

_ANY = "*"
"""As an ETag it would be a mistake, and as a question it means: whatever there is."""


class Validators(NamedTuple):
    """What the page at this address was known by."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> Headers:
        """The question: send the page only if it is another one now."""
        asked = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in asked if value and value != _ANY)
