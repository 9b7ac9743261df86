"""The European Genome-phenome Archive: its interface vouches for a study or a data set."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "EGA"

_ACCESSION = r"ega-archive\.org/(datasets/EGAD\d{11}|studies/EGAS\d{11})"


def address(url: str) -> str | None:
    """The public record.

    >>> address("https://ega-archive.org/datasets/EGAD00001000001")
    'https://metadata.ega-archive.org/datasets/EGAD00001000001'
    """
    accession = found(_ACCESSION, url)
    return f"https://metadata.ega-archive.org/{accession[1]}" if accession else None


def read(told: Told) -> Record | None:
    """Whether it has the accession; how it says that it has not is not documented."""
    match told.status, told.json:
        case 200, {"accession_id": str(name)} if told.address.endswith(f"/{name}"):
            return told.record(SOURCE, Standing.THERE, f"accession_id: {name}")
    return None
