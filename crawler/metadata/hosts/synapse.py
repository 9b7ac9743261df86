"""Synapse: its pages are an empty frame for every address; its interface is not."""

from __future__ import annotations

import json
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import said, text
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Synapse"

_ENTITY = r"synapse\.org/(?:Portal(?:\.html|/))?(?:#!)?Synapse:(syn\d{1,12})(?:[./].*)?"
_AT = "https://repo-prod.prod.sagebase.org/repo/v1/"
_RESTRICTION = f"{_AT}restrictionInformation?"

_LEVELS = {
    "OPEN": Tier.OPEN,
    "RESTRICTED_BY_TERMS_OF_USE": Tier.REGISTRATION,
    "CONTROLLED_BY_ACT": Tier.APPLICATION,
}


def address(url: str) -> str | None:
    """The entity, of which everything below is a part.

    >>> address("https://www.synapse.org/#!Synapse:syn3193805/wiki/217789")
    'https://repo-prod.prod.sagebase.org/repo/v1/entity/syn3193805'
    """
    entity = found(_ENTITY, url)
    return f"{_AT}entity/{entity[1]}" if entity else None


def read(told: Told) -> Record | None:
    """What it says: a reason comes with every refusal."""
    match told.status, told.json:
        case 200, {"id": str(), "name": str(name)}:
            return told.record(SOURCE, Standing.THERE, name)
        case 403, {"reason": str(reason)}:
            return told.record(SOURCE, Standing.RESTRICTED, reason)
        case 404, {"reason": str(reason)} if "trash" in reason.lower():
            return told.record(SOURCE, Standing.WITHDRAWN, reason)
        case 404, {"reason": str(reason)}:
            return told.record(SOURCE, Standing.UNKNOWN, reason)
    return None


def fields(told: Told) -> list[Said]:
    """What an entity says of itself, or who gets at it."""
    match told.status, told.json:
        case 200, {"id": str(), "name": str(name), **entity}:
            return said("api:synapse", _entity(name, entity))
        case 200, {"restrictionLevel": str(level)} if level in _LEVELS:
            return said(
                "api:synapse-restriction",
                {
                    Field.ACCESS_TIER: _LEVELS[level],
                    Field.ACCESS_EVIDENCE: f"restrictionLevel: {level}",
                },
            )
    return []


def more(told: Told) -> str | None:
    """Who gets at an entity."""
    match told.status, told.json:
        case 200, {"id": str(name), "name": str()} if told.address.endswith(f"/{name}"):
            return _RESTRICTION + name
    return None


def body(address: str) -> bytes | None:
    """What is to be sent along where one asks who gets at an entity."""
    name = address.removeprefix(_RESTRICTION)
    if name == address:
        return None
    return json.dumps({"objectId": name, "restrictableObjectType": "ENTITY"}).encode()


def _entity(name: str, entity: dict[Any, Any]) -> dict[Field, Any]:
    """Who made it is a number; `etag` and the like are not read."""
    return {
        Field.TITLE: name,
        Field.DESCRIPTION: text(entity.get("description")),
        Field.PUBLISHER: "Synapse",
        Field.VERSION: text(entity.get("versionLabel")) or text(entity.get("versionNumber")),
        Field.DATE_CREATED: text(entity.get("createdOn")),
        Field.DATE_MODIFIED: text(entity.get("modifiedOn")),
        Field.LIFECYCLE: Lifecycle.ACTIVE,
    }
