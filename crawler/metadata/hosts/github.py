"""GitHub: a repository's own record; it is the same for deleted and private ones."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "GitHub"

_REPOSITORY = r"github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38}/[\w.-]{1,100}?)(?:\.git)?"
_AT = "https://api.github.com/repos/"
_PAGE = "https://github.com/"


def address(url: str) -> str | None:
    """The record of a repository; of what lies inside one, its own page tells best.

    >>> address("https://github.com/birds/atlas.git")
    'https://api.github.com/repos/birds/atlas'
    """
    repository = found(_REPOSITORY, url)
    return f"{_AT}{repository[1]}" if repository else None


def read(told: Told) -> Record | None:
    """Whether it is there, and whether under this name."""
    match told.status, told.json:
        case 200, {"private": True, "full_name": str(name)}:
            return told.record(SOURCE, Standing.RESTRICTED, f"private: {name}")
        case 200, {"full_name": str(name), "html_url": str(page), **more}:
            standing = Standing.ARCHIVED if more.get("archived") is True else Standing.THERE
            return told.record(SOURCE, standing, f"full_name: {name}", _new(told, name, page))
        case 404, {"message": "Not Found"}:
            return told.record(SOURCE, Standing.HIDDEN, "Not Found")
    return None


def _new(told: Told, name: str, page: str) -> str | None:
    asked = told.address.removeprefix(_AT).casefold()
    return page if name.casefold() != asked and page == _PAGE + name else None
