"""How we present ourselves."""

from __future__ import annotations

import pytest

from crawler import __version__
from crawler.net.manners import ROBOTS_NAME, honest_headers, scrapy_settings
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


@pytest.mark.parametrize(("delay", "kept"), [(0.5, 3.0), (1, 3.0), (10, 10)])
def test_a_host_that_asks_programs_for_more_distance_gets_it(delay: float, kept: float) -> None:
    slots = scrapy_settings(delay=delay, per_host=4, concurrency=8)["DOWNLOAD_SLOTS"]
    assert slots["export.arxiv.org"] == {"delay": kept, "jitter": 0.0, "concurrency": 1}


def test_whoever_wants_no_distance_at_all_gets_none() -> None:
    assert scrapy_settings(delay=0, per_host=1, concurrency=8)["DOWNLOAD_SLOTS"] == {}
