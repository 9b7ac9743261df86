"""Grand Challenge: each challenge has a host of its own, and a record at the common one."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Grand Challenge"
PAGES = "Grand Challenge pages"

_CHALLENGE = r"(?!(?:static|public|api)\.)([a-z0-9][a-z0-9-]{0,60})\.grand-challenge\.org"
_INSIDE = r"(?:/[^?#]*)?"
_AT = "https://grand-challenge.org/api/v1/challenges/"


def address(url: str) -> str | None:
    """The record of a challenge, for its first page; of another page its own answer tells best.

    >>> address("https://birdsong.grand-challenge.org/")
    'https://grand-challenge.org/api/v1/challenges/birdsong/'
    """
    challenge = found(_CHALLENGE + r"(?:/(?i:home))?", url)
    return f"{_AT}{challenge[1]}/" if challenge else None


def page_address(url: str) -> str | None:
    """The same for any page of a challenge: what is said there of the challenge is true of it, too.

    >>> page_address("https://birdsong.grand-challenge.org/data/")
    'https://grand-challenge.org/api/v1/challenges/birdsong/?page'
    """
    challenge = found(_CHALLENGE + _INSIDE, url)
    return f"{_AT}{challenge[1]}/?page" if challenge else None


def read(told: Told) -> Record | None:
    """Whether it is public; how it says that it is not is not documented."""
    match told.status, told.json:
        case 200, {"slug": str(), "title": str(title), "public": True}:
            return told.record(SOURCE, Standing.THERE, title)
    return None


def read_page(_: Told) -> Record | None:
    """Nothing: that a challenge is there does not vouch for one of its pages."""
    return None


def fields(told: Told) -> list[Said]:
    """What a challenge says of itself; whoever wants its data takes part, whatever its status."""
    match told.status, told.json:
        case 200, {"slug": str(), "title": str(title), "public": True, **challenge}:
            return said("api:grand-challenge", {Field.TITLE: title} | _fields(challenge))
    return []


def _fields(challenge: dict[Any, Any]) -> dict[Field, Any]:
    status = text(challenge.get("status"))
    return {
        Field.DESCRIPTION: text(challenge.get("description")),
        Field.PUBLISHER: "Grand Challenge",
        Field.ACCESS_TIER: Tier.CHALLENGE,
        Field.ACCESS_EVIDENCE: f"status: {status}" if status else "A challenge: one takes part.",
        Field.DATE_CREATED: text(challenge.get("created")),
        Field.DATE_MODIFIED: text(challenge.get("modified")),
        Field.RELATED: [
            {"relation": "IsDescribedBy", "id": paper}
            for paper in texts(challenge.get("publications"))
        ],
    }
