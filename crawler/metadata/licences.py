"""How much a licence lets people do: from everything to very little."""

from __future__ import annotations

import re

_FREE = re.compile(
    r"CC0-|CC-PDM-|CC-PDDC|PDDL-|Unlicense|0BSD|LicenseRef-(?:public-domain|US-Government)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:CC-BY|LicenseRef-CC-BY|ODC-By|MIT|Apache|BSD|ISC|CDLA-Permissive|OGL|DL-DE-BY|etalab)",
    re.IGNORECASE,
)
_SHARED = re.compile(r"-SA\b|GPL|ODbL|MPL|EUPL|CDLA-Sharing", re.IGNORECASE)
_NOT_SOLD = re.compile(r"-NC\b", re.IGNORECASE)
_NOT_CHANGED = re.compile(r"-ND\b", re.IGNORECASE)


def restriction(license_id: str) -> int | None:
    """A rank, the freest first; None for own terms, which nobody can compare.

    >>> restriction("CC0-1.0"), restriction("CC-BY-4.0"), restriction("CC-BY-NC-SA-4.0")
    (0, 1, 4)
    """
    if _FREE.match(license_id):
        return 0
    if not (_NAMED.match(license_id) or _SHARED.search(license_id)):
        return None
    limits = (
        2 * bool(_NOT_SOLD.search(license_id)),
        bool(_SHARED.search(license_id)),
        3 * bool(_NOT_CHANGED.search(license_id)),
    )
    return 1 + sum(limits)
