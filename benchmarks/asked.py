"""The servers that every checker is asked about, and the links they are asked by."""

from __future__ import annotations

from urllib.parse import unquote

from crawler.demo.host import Host
from crawler.demo.hostile import ROWS, hosts
from crawler.demo.hostile.row import TONIGHT, Row
from crawler.net.faults import NoAnswer
from crawler.net.urls import askable

ALIVE, DEAD, UNTOLD = "alive", "dead", "cannot tell"
ABOUT_ROBOTS = "E112"

ASKED = tuple(row for row in ROWS if row.decided_by == TONIGHT and "no address" not in row.levels)
"""What a server says; whether an address is one at all is another question."""

REAL, ALIAS = ".example", ".example-web.org"
"""Some checkers pass over names under .example: they get each host under a second name."""


def right(row: Row) -> frozenset[str]:
    """The right levels; of robots.txt, who obeys it and who does not are both right."""
    return row.levels | {ALIVE, UNTOLD} if row.number == ABOUT_ROBOTS else row.levels


def alias(text: str) -> str:
    """A name or a link under its second name."""
    return text.replace(REAL, ALIAS, 1)


def under_both_names() -> dict[str, Host]:
    """Every host of the hostile web, under either name."""
    played = hosts()
    return played | {alias(name): host for name, host in played.items()}


def spelt(link: str) -> str:
    """A link in one spelling, however its checker likes to write it."""
    try:
        return unquote(askable(link)).removesuffix("/")
    except NoAnswer:
        return link
