"""ORCIDs: who somebody is, whatever the name is spelled like."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.normal.text import words

_LONGEST = 300
ORCID = re.compile(r"(?<!\d)(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])(?!\d)", re.ASCII)


def orcid(raw: Any) -> str | None:
    """The ORCID in a text or an address, if its check digit holds.

    >>> orcid("https://orcid.org/0000-0002-1825-0097"), orcid("0000-0002-1825-0098")
    ('0000-0002-1825-0097', None)
    """
    found = ORCID.search((words(raw) or "")[:_LONGEST])
    if not found:
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = "0123456789X"[(12 - total % 11) % 11]
    return "-".join(found.groups()).upper() if check == digits[15] else None
