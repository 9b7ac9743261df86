"""Synapse: its pages are an empty frame for every address; its interface is not."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Synapse"

_ENTITY = r"synapse\.org/(?:Portal(?:\.html|/))?(?:#!)?Synapse:(syn\d{1,12})(?:[./].*)?"


def address(url: str) -> str | None:
    """The entity, of which everything below is a part.

    >>> address("https://www.synapse.org/#!Synapse:syn3193805/wiki/217789")
    'https://repo-prod.prod.sagebase.org/repo/v1/entity/syn3193805'
    """
    entity = found(_ENTITY, url)
    return f"https://repo-prod.prod.sagebase.org/repo/v1/entity/{entity[1]}" if entity else None


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
