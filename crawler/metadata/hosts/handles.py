"""Handles, and the DOIs among them: the register says whether a name is registered, no more.

A name that is registered leads somewhere else; what stands there is judged by itself.
"""

from __future__ import annotations

from crawler.metadata.fields import Said
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

DOI = "DOI"
HANDLE = "Handle"

_DOI = r"(?:dx\.)?doi\.org/(10(?:\.\d{4,9}(?:\.\d+)*)?/[^?#]+)"
_HANDLE = r"hdl\.handle\.net/(\d+(?:\.[\w.]+)*/[^?#]+)"

_REGISTERED, _UNKNOWN, _WITHOUT_VALUES = 1, 100, 200


def doi_address(url: str) -> str | None:
    """The register's own address of a DOI, which costs its publisher nothing.

    >>> doi_address("http://dx.doi.org/10.5555/12345678")
    'https://doi.org/api/handles/10.5555/12345678'
    """
    name = found(_DOI, url)
    return f"https://doi.org/api/handles/{name[1]}" if name else None


def doi_of(url: str) -> str | None:
    """The DOI that a link is, as it stands in the address; a short one is none yet.

    >>> doi_of("https://doi.org/10.5555/12345678")
    '10.5555/12345678'
    """
    name = found(_DOI, url)
    return None if name is None or name[1].startswith("10/") else name[1]


def handle_address(url: str) -> str | None:
    """The register's own address of a handle.

    >>> handle_address("https://hdl.handle.net/11234/1-5502")
    'https://hdl.handle.net/api/handles/11234/1-5502'
    """
    name = found(_HANDLE, url)
    return f"https://hdl.handle.net/api/handles/{name[1]}" if name else None


def read_doi(told: Told) -> Record | None:
    """Whether this DOI is registered."""
    return _read(DOI, told)


def read_handle(told: Told) -> Record | None:
    """Whether this handle is registered."""
    return _read(HANDLE, told)


def fields(_: Told) -> list[Said]:
    """None: the register knows where a name leads, and nothing of what stands there."""
    return []


def _read(source: str, told: Told) -> Record | None:
    """The register's own code counts: a bare 404 of the proxy before it proves nothing."""
    match told.status, told.json:
        case 200, {"responseCode": int(code), "handle": str()} if code in (
            _REGISTERED,
            _WITHOUT_VALUES,
        ):
            return told.record(source, Standing.REGISTERED, f"responseCode: {code}")
        case 404, {"responseCode": int(code), "handle": str()} if code == _UNKNOWN:
            return told.record(source, Standing.UNKNOWN, f"responseCode: {code}")
    return None
