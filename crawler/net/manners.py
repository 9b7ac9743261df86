"""How we present ourselves, and Scrapy set up to keep its distance."""

from __future__ import annotations

from typing import Any

from scrapy.settings import default_settings

from crawler import __version__
from crawler.net.unpacking import ACCEPTED
from crawler.net.wire import Headers

ROBOTS_NAME = "Vitals"
"""Our name in robots.txt and the first word of our User-Agent: no word that walls trip over."""

JITTER = 0.3

_SLOW = {"export.arxiv.org": 3.0}
"""Hosts whose terms of use ask programs to wait so many seconds between two questions."""


def honest_headers(contact: str) -> Headers:
    """What every request says of us."""
    return (
        ("User-Agent", f"{ROBOTS_NAME}/{__version__} (+{contact})"),
        ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        ("Accept-Language", "en,*;q=0.5"),
        ("Accept-Encoding", ACCEPTED),
        ("Connection", "keep-alive"),
    )


OTHER_HEADERS: Headers = (
    ("Accept", "text/html, application/xhtml+xml, */*;q=0.1"),
    ("Accept-Language", "en-US"),
    ("Cache-Control", "no-cache"),
)
"""Another way to say the same, for servers that choke on the first: still us, only plainer."""


def with_other(headers: Headers, other: Headers) -> Headers:
    """These headers, with others in the place of those of the same name.

    >>> with_other((("Accept", "*/*"), ("Host", "a")), (("Accept", "text/html"),))
    (('Host', 'a'), ('Accept', 'text/html'))
    """
    names = {name.lower() for name, _ in other}
    return (*(pair for pair in headers if pair[0].lower() not in names), *other)


def scrapy_settings(*, delay: float, per_host: int, concurrency: int) -> dict[str, Any]:
    """Scrapy's engine and its per-host slots, and nothing of Scrapy that we do not use.

    Every middleware and extension that Scrapy turns on by itself is off: what they do is done in
    our own rooms where evidence is kept, and some of them listen on a port or read a console.
    """
    return {
        "TWISTED_REACTOR_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "EXTENSIONS": _off(default_settings.EXTENSIONS_BASE),
        "SPIDER_MIDDLEWARES": _off(default_settings.SPIDER_MIDDLEWARES_BASE),
        "DOWNLOADER_MIDDLEWARES": _off(default_settings.DOWNLOADER_MIDDLEWARES_BASE),
        "DOWNLOAD_HANDLERS": _off(default_settings.DOWNLOAD_HANDLERS_BASE)
        | dict.fromkeys(("http", "https"), "crawler.net.handler.VitalsDownloadHandler"),
        "DOWNLOADER_STATS": False,
        "STATS_DUMP": False,
        "LOG_ENABLED": False,
        "DOWNLOAD_DELAY": delay,
        "DOWNLOAD_DELAY_JITTER": JITTER,
        "DOWNLOAD_SLOTS": _slots(delay),
        "CONCURRENT_REQUESTS": concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": per_host,
        "CONCURRENT_ITEMS": 1,
    }


def _slots(delay: float) -> dict[str, dict[str, float]]:
    """Hosts with a pace of their own; whoever wants no delay at all is at home with them."""
    if not delay:
        return {}
    slots = {}
    for host, least in _SLOW.items():
        # one after another, and never a moment sooner
        slots[host] = {"delay": max(delay, least), "jitter": 0.0, "concurrency": 1}
    return slots


def _off(components: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(components)
