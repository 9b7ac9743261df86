"""Zenodo: a record, its tombstone, or that there never was one."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Zenodo"

_RECORD = r"zenodo\.org/records?/(\d{1,12})"


def address(url: str) -> str | None:
    """The record itself.

    >>> address("https://zenodo.org/record/42#.XYZ")
    'https://zenodo.org/api/records/42'
    """
    record = found(_RECORD, url)
    return f"https://zenodo.org/api/records/{record[1]}" if record else None


def read(told: Told) -> Record | None:
    """What it says; a record whose files are restricted has a page for everybody."""
    match told.status, told.json:
        case 200, {"id": int() | str(), "metadata": {"title": str(title)}}:
            return told.record(SOURCE, Standing.THERE, title)
        case 403, {"status": 403, "message": str(message)}:
            return told.record(SOURCE, Standing.RESTRICTED, message)
        case 404, {"status": 404, "message": str(message)} if "identifier" in message:
            return told.record(SOURCE, Standing.UNKNOWN, message)
        case 410, {"status": 410, "message": str(message)}:
            return told.record(SOURCE, Standing.WITHDRAWN, message)
    return None
