"""Cookies for the length of one chain: some servers redirect in circles until theirs comes back."""

from __future__ import annotations

import warnings
from email.message import Message
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from typing import cast
from urllib.request import Request

from crawler.net.wire import Head, Headers

_LONGEST = 8 * 1024
"""No server takes a longer line."""


class Cookies:
    """What the servers of one chain want to hear again.

    What was said past a bad certificate is kept apart and told to nobody who can prove his name.
    """

    def __init__(self) -> None:
        self._jars: dict[bool, CookieJar] = {}

    def learn(self, url: str, head: Head, *, verified: bool) -> None:
        """Take in the cookies of an answer."""
        said = [value for name, value in head.headers if name == "set-cookie"]
        if not said:
            return
        jar = self._jars.setdefault(verified, CookieJar())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a cookie that cannot be read is no cookie
            jar.extract_cookies(cast("HTTPResponse", _Answered(said)), Request(url))  # noqa: S310 - nothing is opened

    def headers(self, url: str, *, verified: bool) -> Headers:
        """The header that gives them back to the server of this address, if it set any."""
        jar = self._jars.get(verified)
        if jar is None:
            return ()
        request = Request(url)  # noqa: S310 - nothing is opened
        jar.add_cookie_header(request)
        value = request.get_header("Cookie") or ""
        return (("Cookie", value),) if value and len(value) <= _LONGEST else ()


class _Answered:
    """As much of a response as a cookie jar looks at."""

    def __init__(self, cookies: list[str]) -> None:
        self._cookies = cookies

    def info(self) -> Message:
        """The headers."""
        message = Message()
        for cookie in self._cookies:
            message["Set-Cookie"] = cookie
        return message
