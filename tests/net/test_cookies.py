"""Cookies live as long as one chain, and go back where they came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.net.cookies import Cookies
from crawler.net.wire import Head

URL = "https://atlas.example.org/sets/rivers"


def after(*said: str, url: str = URL, verified: bool = True) -> Cookies:
    cookies = Cookies()
    head = Head((1, 1), 302, tuple(("set-cookie", value) for value in said))
    cookies.learn(url, head, verified=verified)
    return cookies


def sent(cookies: Cookies, url: str, *, verified: bool = True) -> str | None:
    return dict(cookies.headers(url, verified=verified)).get("Cookie")


@pytest.mark.parametrize(
    ("said", "url", "back"),
    [
        ("a=1; Path=/", URL, "a=1"),
        ("a=1; Path=/; HttpOnly; SameSite=Lax; Secure", URL, "a=1"),
        ("a=1; Path=/", "https://atlas.example.org:8443/", "a=1"),
        ("a=1; Path=/", "https://other.example.org/", None),
        ("a=1; Path=/; Domain=example.org", "https://other.example.org/", "a=1"),
        ("a=1; Path=/; Domain=other.example.net", URL, None),
        ("a=1; Path=/; Domain=org", URL, None),
        ("a=1; Path=/; Secure", "http://atlas.example.org/", None),
        ("a=1", "https://atlas.example.org/sets/lakes", "a=1"),
        ("a=1", "https://atlas.example.org/", None),
        ("a=1; Path=/; Max-Age=0", URL, None),
        ("", URL, None),
        ("=;;=", URL, None),
        (f"a={'x' * 9000}; Path=/", URL, None),
    ],
)
def test_a_cookie_goes_back_where_it_may(said: str, url: str, back: str | None) -> None:
    assert sent(after(said), url) == back


def test_two_hundred_cookies_go_back() -> None:
    cookies = after(*(f"c{n}={n}; Path=/" for n in range(200)))
    assert (sent(cookies, URL) or "").count("=") == 200


def test_what_was_said_past_a_bad_certificate_stays_there() -> None:
    cookies = after("a=1; Path=/", verified=False)
    assert sent(cookies, URL) is None
    assert sent(cookies, URL, verified=False) == "a=1"
    assert sent(after("a=1; Path=/"), URL, verified=False) is None


@given(st.lists(st.text(max_size=40)), st.sampled_from([URL, "http://[::1]:8/", "http://a/"]))
def test_any_cookie_is_survived(said: list[str], url: str) -> None:
    assert len(after(*said, url=url).headers(url, verified=True)) <= 1
