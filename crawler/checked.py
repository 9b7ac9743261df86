"""An address that was looked at by itself."""

from __future__ import annotations

from typing import NamedTuple

from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import Judgement


class Checked(NamedTuple):
    """An address as it was given, what was seen of it, and what that means."""

    url: str
    seen: Evidence
    judged: Judgement
