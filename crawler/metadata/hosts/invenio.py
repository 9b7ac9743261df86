"""InvenioRDM: repositories that run the software that Zenodo runs, each at its own host."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said
from crawler.metadata.hosts.reading import at, number, objects, said, suffixes, total, unlike_empty
from crawler.metadata.hosts.told import Told, found, origin_of
from crawler.verdicts.evidence import Record, Standing

SOURCE = "InvenioRDM"
NAMED = "api:inveniordm"

_PAGE = r"[^/]+/records/([0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5})"


def address(url: str) -> str | None:
    """The record, whose name is of a kind that only this software makes.

    >>> address("https://data.example.edu/records/a1b2c-3d4e5")
    'https://data.example.edu/api/records/a1b2c-3d4e5'
    """
    record = found(_PAGE, url)
    return f"{origin_of(url)}/api/records/{record[1]}" if record else None


def read(told: Told) -> Record | None:
    """What it says of a record."""
    return standing(SOURCE, told)


def standing(source: str, told: Told) -> Record | None:
    """What this software says, at Zenodo too; a record with restricted files has a page for all."""
    match told.status, told.json:
        case 200, {"id": int() | str(), "metadata": {"title": str(title)}}:
            return told.record(source, Standing.THERE, title)
        case 403, {"status": 403, "message": str(message)}:
            return told.record(source, Standing.RESTRICTED, message)
        case 404, {"status": 404, "message": str(message)} if "identifier" in message:
            return told.record(source, Standing.UNKNOWN, message)
        case 410, {"status": 410, "message": str(message)}:
            return told.record(source, Standing.WITHDRAWN, message)
    return None


def fields(told: Told) -> list[Said]:
    """What the record says; of what was deleted, that it was."""
    match told.status, told.json:
        case 200, {"id": str(), "metadata": {"title": str()}} as record:
            return said(NAMED, _record(record))
        case 410, {"status": 410}:
            return said(NAMED, {Field.LIFECYCLE: Lifecycle.WITHDRAWN})
    return []


def age(newest: Any) -> Lifecycle | None:
    """Where a version is in its life, by whether it is the newest."""
    if not isinstance(newest, bool):
        return None
    return Lifecycle.ACTIVE if newest else Lifecycle.SUPERSEDED


def newer_version(record: Any, newest: Any) -> list[dict[str, Any]]:
    """The relation to the newest version, where this is not it."""
    newer = at(record, "links", "latest_html") or at(record, "links", "latest")
    superseded = age(newest) is Lifecycle.SUPERSEDED and newer
    return [{"relation": "IsPreviousVersionOf", "id": newer}] if superseded else []


def _record(record: Any) -> dict[Field, Any]:
    metadata, files = record["metadata"], at(record, "files")
    entries = at(files, "entries")
    listed = objects(list(entries.values()) if isinstance(entries, dict) else entries or [])
    newest = at(record, "versions", "is_latest")
    status = at(record, "access", "status")
    related = [
        {"relation": at(one, "relation_type", "id"), "id": at(one, "identifier")}
        for one in objects(at(metadata, "related_identifiers"))
    ]
    return {
        Field.TITLE: metadata["title"],
        Field.DESCRIPTION: at(metadata, "description"),
        Field.CREATORS: [_person(one) for one in objects(at(metadata, "creators"))],
        Field.PUBLISHER: at(metadata, "publisher"),
        Field.DOI: at(record, "pids", "doi", "identifier"),
        Field.CONCEPT_DOI: at(record, "parent", "pids", "doi", "identifier"),
        Field.VERSION: at(metadata, "version"),
        Field.LICENSE: unlike_empty(
            id=at(metadata, "rights", 0, "id"),
            url=at(metadata, "rights", 0, "props", "url") or at(metadata, "rights", 0, "link"),
            name=_in_a_language(at(metadata, "rights", 0, "title")),
        ),
        Field.ACCESS_TIER: status,
        Field.ACCESS_EVIDENCE: f"access.status: {status}" if isinstance(status, str) else None,
        Field.EMBARGO_UNTIL: at(record, "access", "embargo", "until")
        if at(record, "access", "embargo", "active") is True
        else None,
        Field.SIZE_BYTES: number(at(files, "total_bytes")) or total(at(f, "size") for f in listed),
        Field.FILE_COUNT: number(at(files, "count")) or len(listed) or None,
        Field.FORMATS: sorted({f["mimetype"] for f in listed if isinstance(at(f, "mimetype"), str)})
        or suffixes(at(file, "key") for file in listed),
        Field.DATE_PUBLISHED: at(metadata, "publication_date"),
        Field.DATE_MODIFIED: at(record, "updated"),
        Field.DATE_CREATED: at(record, "created"),
        Field.KEYWORDS: [at(one, "subject") for one in objects(at(metadata, "subjects"))],
        Field.LANGUAGE: at(metadata, "languages", 0, "id"),
        Field.RELATED: related + newer_version(record, newest),
        Field.LIFECYCLE: age(newest),
    }


def _person(creator: Any) -> dict[str, Any]:
    who = at(creator, "person_or_org")
    orcid = (
        at(one, "identifier")
        for one in objects(at(who, "identifiers"))
        if at(one, "scheme") == "orcid"
    )
    return unlike_empty(
        name=at(who, "name"),
        given=at(who, "given_name"),
        family=at(who, "family_name"),
        orcid=next(orcid, None),
        type=at(who, "type"),
    )


def _in_a_language(words: Any) -> Any:
    return at(words, "en") or next(iter(words.values()), None) if isinstance(words, dict) else words
