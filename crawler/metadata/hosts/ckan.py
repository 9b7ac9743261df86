"""CKAN: portals of public data; which hosts are some is told by their names alone."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, objects, said, text, total, unlike_empty
from crawler.metadata.hosts.told import Told, found, origin_of
from crawler.verdicts.evidence import Record, Standing

SOURCE = "CKAN"
NAMED = "api:ckan"

_PORTAL = (
    r"(?:(?:catalog(?:ue)?|ckan|dados|data|datahub|daten|datos|dati|demo|open|opendata|opendata-\w+)"
    r"\.[\w.-]+|[\w-]+\.(?:ckan|opendata)\.[\w.-]+|opendata\.swiss|open\.canada\.ca/data)(?::\d{1,5})?"
)
_DATA_SET = (
    rf"({_PORTAL})(?:/[a-z]{{2}}(?:[_-][A-Za-z]{{2,4}})?)?/dataset/([\w.%-]{{2,120}})"
    r"(?:/resource/[\w-]{1,40})?"
)


def address(url: str) -> str | None:
    """The package, as CKAN calls a data set, at the portal's own host.

    >>> address("https://data.example.org/en/dataset/bird-counts")
    'https://data.example.org/api/3/action/package_show?id=bird-counts'
    """
    data_set = found(_DATA_SET, url)
    if data_set is None:
        return None
    below = "/data" if data_set[1].endswith("/data") else ""
    name = quote(unquote(data_set[2]), safe="", errors="replace")
    return f"{origin_of(url)}{below}/api/3/action/package_show?id={name}"


def read(told: Told) -> Record | None:
    """What it says; of what was deleted it says the same as of what never was."""
    match told.status, told.json:
        case 200, {"success": True, "result": {"id": str(), "state": "deleted", "name": str(name)}}:
            return told.record(SOURCE, Standing.WITHDRAWN, f"state: deleted, name: {name}")
        case 200, {"success": True, "result": {"id": str(), "name": str(name)}}:
            return told.record(SOURCE, Standing.THERE, f"name: {name}")
        case 403, {"success": False, "error": {"__type": "Authorization Error"}}:
            return told.record(SOURCE, Standing.RESTRICTED, "Authorization Error")
        case 404, {"success": False, "error": {"__type": "Not Found Error"}}:
            return told.record(SOURCE, Standing.HIDDEN, "Not Found Error")
    return None


def fields(told: Told) -> list[Said]:
    """What the package says; portals add words of their own in its extras."""
    match told.status, told.json:
        case 200, {"success": True, "result": {"id": str(), "name": str()} as package}:
            return said(NAMED, _package(package))
    return []


def _package(package: Any) -> dict[Field, Any]:
    files, words = objects(at(package, "resources")), _words(package)
    modified = text(words.get("modified")) or ""
    languages = words.get("language")
    return {
        Field.TITLE: at(package, "title") or package["name"],
        Field.DESCRIPTION: at(package, "notes"),
        Field.CREATORS: [{"name": name}] if (name := text(at(package, "author"))) else [],
        Field.PUBLISHER: at(package, "organization", "title") or words.get("publisher"),
        Field.DOI: doi_in(words.get("doi")) or doi_in(words.get("identifier")),
        Field.VERSION: at(package, "version"),
        Field.LICENSE: unlike_empty(
            id=at(package, "license_id"),
            url=at(package, "license_url"),
            name=at(package, "license_title"),
        ),
        **_access(package, words, bool(files)),
        Field.SIZE_BYTES: total(at(file, "size") for file in files),
        Field.FILE_COUNT: len(files) or None,
        Field.FORMATS: sorted({kind for file in files if (kind := _kind(file))}),
        Field.DATE_PUBLISHED: words.get("issued") or words.get("release_date"),
        Field.DATE_MODIFIED: modified
        if modified[:4].isdigit()
        else at(package, "metadata_modified"),
        Field.DATE_CREATED: at(package, "metadata_created"),
        Field.KEYWORDS: [
            at(tag, "display_name") or at(tag, "name") for tag in objects(at(package, "tags"))
        ],
        Field.LANGUAGE: languages[0] if isinstance(languages, list) and languages else languages,
        Field.LIFECYCLE: _STATES.get(state)
        if isinstance(state := at(package, "state"), str)
        else None,
    }


_STATES = {"active": Lifecycle.ACTIVE, "deleted": Lifecycle.WITHDRAWN}


def _words(package: dict[str, Any]) -> dict[str, Any]:
    """The extras of a package; words that a portal made fields of their own come first."""
    extras = {
        one["key"]: at(one, "value")
        for one in objects(at(package, "extras"))
        if isinstance(one.get("key"), str)
    }
    return extras | {name: value for name, value in package.items() if value}


def _kind(file: dict[str, Any]) -> str | None:
    return text(at(file, "mimetype")) or text(at(file, "format"))


def _access(package: Any, words: dict[str, Any], listed: bool) -> dict[Field, Any]:
    """The portal's word for it, else that its licence is an open one and its files are listed."""
    for name in ("accessLevel", "access_level", "access_rights", "accessRights"):
        if word := text(words.get(name)):
            return {Field.ACCESS_TIER: word, Field.ACCESS_EVIDENCE: f"{name}: {word}"}
    if at(package, "isopen") is True and listed:
        return {Field.ACCESS_TIER: Tier.OPEN, Field.ACCESS_EVIDENCE: "isopen: true"}
    return {}
