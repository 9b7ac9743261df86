"""Where lists live: pages that show a list turned into the list itself."""

from __future__ import annotations

import re

_PAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"https?://(?:www\.)?github\.com/([^/]+/[^/]+)/(?:blob|raw)/([^?#]+)[^/]*$"),
        r"https://raw.githubusercontent.com/\1/\2",
    ),
    (
        re.compile(r"https?://(?:www\.)?github\.com/([^/?#]+/[^/?#]+?)(?:\.git)?/?(?:[?#].*)?$"),
        r"https://raw.githubusercontent.com/\1/HEAD/README.md",
    ),
    (re.compile(r"(https?://gitlab\.com/.+?)/-/blob/([^?#]+)[^/]*$"), r"\1/-/raw/\2"),
    (re.compile(r"(https?://bitbucket\.org/[^/]+/[^/]+)/src/([^?#]+)[^/]*$"), r"\1/raw/\2"),
    (re.compile(r"(https?://huggingface\.co/.+?)/blob/([^?#]+)[^/]*$"), r"\1/raw/\2"),
    (
        re.compile(r"(https?://gist\.github\.com/[^/?#]+/[0-9a-f]+)/?(?:[?#].*)?$"),
        r"\1/raw",
    ),
)


def raw_address(url: str) -> str:
    """The address of the text behind a page that shows it.

    >>> raw_address("https://github.com/owner/repo/blob/main/docs/README.md")
    'https://raw.githubusercontent.com/owner/repo/main/docs/README.md'
    """
    for page, raw in _PAGES:
        if page.match(url):
            return page.sub(raw, url)
    return url
