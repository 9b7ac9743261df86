"""OSF: its pages are an empty frame for every address; its interface is not."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "OSF"

_GUID = r"osf\.io/([2-9a-hjkmnp-z]{5})(?:/(?:files|wiki|overview|registrations)(?:/\w*)?)?"

_STANDING = {401: Standing.RESTRICTED, 404: Standing.UNKNOWN, 410: Standing.WITHDRAWN}


def address(url: str) -> str | None:
    """Whatever has this short name: a project, a registration, a file, a preprint.

    >>> address("https://osf.io/ab3de/files/")
    'https://api.osf.io/v2/guids/ab3de/'
    """
    guid = found(_GUID, url)
    return f"https://api.osf.io/v2/guids/{guid[1]}/" if guid else None


def read(told: Told) -> Record | None:
    """What it says; to log in is asked only for what exists."""
    match told.status, told.json:
        case 200, {"data": {"id": str(name), "type": str(kind)}}:
            return told.record(SOURCE, Standing.THERE, f"{kind}: {name}")
        case (401 | 404 | 410) as status, {"errors": [{"detail": str(detail)}, *_]}:
            return told.record(SOURCE, _STANDING[status], detail)
    return None
