"""DOIs and addresses as they stand in the text and links of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>{}|^`\\]{1,200}", re.IGNORECASE)
_ACCESS = re.compile(
    r"info:eu-repo/semantics/\w+access|purl\.org/coar/access_right|/authority/access-right/"
    r"|vocabularies\.coar-repositories\.org/access_rights|^\s*(?:open|restricted|closed|embargoed"
    r"|controlled|metadata[ -]only)[ -]?(?:access)?\s*$",
    re.IGNORECASE,
)


def doi_in(text: str) -> str | None:
    """The first DOI in a text, lower-case, without what only ends the sentence.

    >>> doi_in("See https://doi.org/10.5072/ABC.1).")
    '10.5072/abc.1'
    """
    match = _DOI.search(text.replace("%2F", "/").replace("%2f", "/"))
    if match is None:
        return None
    doi = re.split(r"[?#&;]", match[0], maxsplit=1)[0].lower().rstrip(".,:)]")
    return doi if len(doi.partition("/")[2]) > 1 else None


def first_doi(said: Iterable[str]) -> str | None:
    """The first DOI in several texts."""
    return next(filter(None, map(doi_in, said)), None)


def speaks_of_access(text: str) -> bool:
    """Whether what is given as rights tells who gets at the data, not what he may do with it.

    >>> speaks_of_access("info:eu-repo/semantics/openAccess"), speaks_of_access("CC BY 4.0")
    (True, False)
    """
    return bool(_ACCESS.search(text[:300]))
