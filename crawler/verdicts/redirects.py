"""What a chain of redirects says of the address it began with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.hosts import host_of
from crawler.verdicts.evidence import Hop
from crawler.verdicts.verdict import Reason

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

REFRESH = "meta-refresh"

_SESSION = re.compile(r"[;?&](jsessionid|phpsessid|sid|sessionid|session_id)=", re.IGNORECASE)

_NAMES_FOR_GOOD = frozenset(
    {
        "doi.org",
        "dx.doi.org",
        "www.doi.org",
        "hdl.handle.net",
        "n2t.net",
        "arks.org",
        "identifiers.org",
        "purl.org",
        "w3id.org",
    }
)
"""Hosts whose addresses are permanent names: what they lead to may change, they may not."""


def lasting_address(hops: Sequence[Hop]) -> str | None:
    """The address to recommend: where the permanent redirects at the chain's start lead to.

    None when there is nothing to recommend: no permanent redirect, or only a visitor's session.
    """
    lasting = None
    for hop, following in pairwise(hops):
        if not is_lasting(hop) or carries_session(following.url):
            break
        if is_name_for_good(host_of(hop.url)) and not is_name_for_good(host_of(following.url)):
            break
        lasting = following.url
    return lasting


def carries_session(url: str) -> bool:
    """Whether an address is that of one visitor's session."""
    return _SESSION.search(url) is not None


def is_name_for_good(host: str | None) -> bool:
    """Whether the addresses of this host are permanent names, never to be replaced."""
    return host in _NAMES_FOR_GOOD


def is_lasting(hop: Hop) -> bool:
    """Whether this hop leads on for good: by its status, or a page that is only a signpost."""
    return hop.status in PERMANENT or hop.via == REFRESH


def kind_of_move(old: str, new: str) -> Reason:
    """How far a link has moved: to https only, to another spelling, or elsewhere."""
    try:
        before, after = urlsplit(old), urlsplit(new)
    except ValueError:
        return Reason.PERMANENT_REDIRECT
    same_place = before.netloc.lower() == after.netloc.lower() and before.query == after.query
    if same_place and before.path == after.path and after.scheme == "https" != before.scheme:
        return Reason.HTTPS_UPGRADE
    if same_place and before.path.rstrip("/").lower() == after.path.rstrip("/").lower():
        return Reason.SLASH if before.path != after.path else Reason.PERMANENT_REDIRECT
    return Reason.PERMANENT_REDIRECT
