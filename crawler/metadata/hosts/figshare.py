"""figshare: articles; its pages often turn robots away."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "figshare"

_ARTICLE = r"(?:[\w-]+\.)?figshare\.com/articles/(?:[^/?#]+/){1,2}(\d{3,12})(?:/\d+)?"


def address(url: str) -> str | None:
    """The record of an article, whatever its version.

    >>> address("https://figshare.com/articles/dataset/Sparrows/1234567/2")
    'https://api.figshare.com/v2/articles/1234567'
    """
    article = found(_ARTICLE, url)
    return f"https://api.figshare.com/v2/articles/{article[1]}" if article else None


def read(told: Told) -> Record | None:
    """Whether it is public; of what is not, strangers are told that it is not there."""
    match told.status, told.json:
        case 200, {"id": int(), "title": str(title)}:
            return told.record(SOURCE, Standing.THERE, title)
        case 404, {"code": "EntityNotFound", "message": str(message)}:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None
