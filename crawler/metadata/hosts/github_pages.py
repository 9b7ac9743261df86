"""GitHub Pages: what the repository behind a page says, which counts for less than the page does.

A repository that is there does not vouch for its pages: this is asked for fields alone.
"""

from __future__ import annotations

from crawler.metadata.fields import Said
from crawler.metadata.hosts import github
from crawler.metadata.hosts.reading import said
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record

SOURCE = "GitHub Pages"

_PAGE = r"([a-z0-9][a-z0-9-]{0,38})\.github\.io(?:/([\w.-]{1,100})(?:/[^?#]*)?)?"
_FILE = (".html", ".htm", ".pdf", ".md")


def address(url: str) -> str | None:
    """The repository that has these pages: the owner's own at the top, else the one so called.

    >>> address("https://birds.github.io/atlas/download.html")
    'https://api.github.com/repos/birds/atlas?pages'
    """
    page = found(_PAGE, url)
    if page is None:
        return None
    own = page[2] is None or page[2].lower().endswith(_FILE)
    name = f"{page[1]}.github.io" if own else page[2]
    return f"https://api.github.com/repos/{page[1]}/{name}?pages"


def read(_: Told) -> Record | None:
    """Nothing: see above."""
    return None


def fields(told: Told) -> list[Said]:
    """What is true of the pages, too, where the repository has any: else they come from elsewhere.

    >>> fields(Told("", 200, b'{"full_name": "birds/atlas", "has_pages": false}'))
    []
    """
    match told.status, told.json:
        case 200, {"full_name": str(), "private": False, "has_pages": True, **repository}:
            return said("label:github", github.about(repository))
    return []
