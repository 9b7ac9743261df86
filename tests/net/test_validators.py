"""Validators: what a page was known by, as the headers of a question."""

from __future__ import annotations

import pytest

from crawler.net.validators import Validators
from crawler.net.wire import Headers

URL = "https://atlas.example.org/"
DAY = "Thu, 19 Nov 2026 03:00:00 GMT"
TAG, SINCE = ("If-None-Match", '"a"'), ("If-Modified-Since", DAY)

KNOWN: dict[str, tuple[str | None, str | None, Headers]] = {
    "an ETag": ('"a"', None, (TAG,)),
    "a weak ETag as it came": ('W/"a"', None, (("If-None-Match", 'W/"a"'),)),
    "a day": (None, DAY, (SINCE,)),
    "both": ('"a"', DAY, (TAG, SINCE)),
    "nothing": (None, None, ()),
    "an ETag that any page would match": ("*", None, ()),
    "such an ETag and a day": ("*", DAY, (SINCE,)),
}


@pytest.mark.parametrize(("etag", "last_modified", "asked"), KNOWN.values(), ids=KNOWN)
def test_what_is_known_is_asked_for(
    etag: str | None, last_modified: str | None, asked: Headers
) -> None:
    assert Validators(URL, etag, last_modified).headers() == asked
