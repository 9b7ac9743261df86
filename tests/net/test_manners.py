"""How we present ourselves."""

from __future__ import annotations

import pytest

from crawler import __version__
from crawler.net.manners import ROBOTS_NAME, honest_headers
from crawler.net.unpacking import ACCEPTED

HEADERS = dict(honest_headers("https://keeper.example.org/"))


def test_we_say_who_we_are_and_whom_to_ask() -> None:
    assert HEADERS["User-Agent"] == f"Vitals/{__version__} (+https://keeper.example.org/)"
    assert HEADERS["User-Agent"].startswith(f"{ROBOTS_NAME}/")


@pytest.mark.parametrize("word", ["link", "bot", "spider", "crawl", "scrapy", "mozilla"])
def test_no_word_that_walls_trip_over(word: str) -> None:
    assert word not in HEADERS["User-Agent"].lower()


def test_we_accept_what_we_can_unpack() -> None:
    assert HEADERS["Accept-Encoding"] == ACCEPTED
