"""All signs of an answer: one of a kind at most."""

from __future__ import annotations

from crawler.verdicts.evidence import Sign, SignKind
from crawler.verdicts.signs.broken import BROKEN
from crawler.verdicts.signs.doors import LOGIN, TERMS
from crawler.verdicts.signs.geo import GEO
from crawler.verdicts.signs.hosting import SUSPENDED, server_default
from crawler.verdicts.signs.missing import missing
from crawler.verdicts.signs.parked import PARKED
from crawler.verdicts.signs.shell import SHELL
from crawler.verdicts.signs.signature import Seen, first_sign
from crawler.verdicts.signs.usurped import usurped
from crawler.verdicts.signs.walls import WALLS

_TABLES = (
    (SignKind.WALL, WALLS),
    (SignKind.GEO, GEO),
    (SignKind.PARKED, PARKED),
    (SignKind.SUSPENDED, SUSPENDED),
    (SignKind.MAINTENANCE, BROKEN),
    (SignKind.LOGIN, LOGIN),
    (SignKind.TERMS, TERMS),
    (SignKind.SHELL, SHELL),
)


def find_signs(seen: Seen) -> tuple[Sign, ...]:
    """Everything in this answer that speaks for a verdict, with the words that say so."""
    found = [first_sign(kind, table, seen) for kind, table in _TABLES]
    found += [server_default(seen), missing(seen), usurped(seen)]
    return tuple(sign for sign in found if sign)
