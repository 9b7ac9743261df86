"""GitHub: a repository's own record; it is the same for deleted and private ones."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, objects, said, text, texts, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "GitHub"

_REPOSITORY = r"github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38}/[\w.-]{1,100}?)(?:\.git)?"
_AT = "https://api.github.com/repos/"
_PAGE = "https://github.com/"
_LATEST = "/releases/latest"


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


def fields(told: Told) -> list[Said]:
    """What a public repository, or its latest release, says of itself."""
    match told.status, told.json:
        case 200, {"tag_name": str(tag), "draft": False} if told.address.endswith(_LATEST):
            return said("api:github-release", {Field.VERSION: tag})
        case 200, {"full_name": str(), **repository} if repository.get("private") is not True:
            return said(
                "api:github",
                about(repository)
                | {
                    Field.TITLE: text(repository.get("name")),
                    Field.ACCESS_TIER: Tier.OPEN,
                    Field.ACCESS_EVIDENCE: "private: false",
                    Field.SIZE_BYTES: _size(repository),
                },
            )
    return []


def more(told: Told) -> str | None:
    """The latest release, which knows the version."""
    match told.status, told.json:
        case 200, {"full_name": str(), "private": False} if told.address.startswith(_AT):
            return told.address + _LATEST
    return None


def about(repository: dict[Any, Any]) -> dict[Field, Any]:
    """What is true of a repository and of the pages that are made from it.

    `language` is what its programs are written in, `updated_at` moves with every star: not read.
    """
    return {
        Field.DESCRIPTION: text(repository.get("description")),
        Field.CREATORS: _owner(repository),
        Field.PUBLISHER: "GitHub",
        Field.LICENSE: _license(repository),
        Field.DATE_CREATED: text(repository.get("created_at")),
        Field.DATE_MODIFIED: text(repository.get("pushed_at")),
        Field.KEYWORDS: texts(repository.get("topics")),
        Field.RELATED: [
            {"relation": "IsDerivedFrom", "id": page}
            for parent in objects(repository.get("parent"))
            if (page := text(parent.get("html_url")))
        ],
        Field.LIFECYCLE: _lifecycle(repository),
    }


def _owner(repository: dict[Any, Any]) -> list[dict[str, Any]]:
    name = text(at(repository, "owner", "login"))
    kind = {"User": "Person", "Organization": "Organization"}.get(
        text(at(repository, "owner", "type")) or ""
    )
    return [unlike_empty(name=name, type=kind)] if name else []


def _license(repository: dict[Any, Any]) -> dict[str, Any] | None:
    """Where GitHub could not tell which licence it is, it says NOASSERTION, and so it says none."""
    name = text(at(repository, "license", "spdx_id"))
    if name is None or name.upper() == "NOASSERTION":
        return None
    return unlike_empty(id=name, name=text(at(repository, "license", "name")))


def _size(repository: dict[Any, Any]) -> dict[str, Any] | None:
    """Kilobytes with all history, counted anew now and then: it wavers by some per cent."""
    size = repository.get("size")
    counted = isinstance(size, int) and not isinstance(size, bool) and size > 0
    return {"value": size, "unit": "KB"} if counted else None


def _lifecycle(repository: dict[Any, Any]) -> Lifecycle:
    if repository.get("disabled") is True:
        return Lifecycle.WITHDRAWN
    return Lifecycle.ARCHIVED if repository.get("archived") is True else Lifecycle.ACTIVE
