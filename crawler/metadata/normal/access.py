"""Access: the words, codes and objects in which sources say how one gets at the data."""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.fields import Tier
from crawler.metadata.normal.access_text import STRENGTH, access_in_text

__all__ = ["access_in_text", "access_tier", "is_access_word"]

_WORDS: dict[Tier, tuple[str, ...]] = {
    Tier.OPEN: (
        "open", "public", "openAccess", "free", "openly available", "unrestricted", "ungated",
        "c_abf2", "PUBLIC", "accept-all", "published", "freely available", "open data",
    ),
    Tier.REGISTRATION: (
        "registration", "auto", "gated", "gated auto", "RESTRICTED_BY_TERMS_OF_USE", "ACCEPT_ALL",
        "registered access", "registered", "login", "login required", "registration required",
        "requires registration", "ACCEPT_VERIFIED_USERS",
    ),
    Tier.APPLICATION: (
        "application", "manual", "gated manual", "CONTROLLED_BY_ACT", "restricted",
        "restrictedAccess", "restricted public", "controlled", "controlledAccess", "c_16ec",
        "managed access", "by request", "on request", "upon request", "available on request",
        "MANUAL_REVIEW", "DUA", "data use agreement", "dbGaP", "limited access", "safeguarded",
        "permission required", "requires permission", "mediated access",
    ),
    Tier.CREDENTIALED: (
        "credentialed", "credentialedAccess", "contributor review", "contributor review access",
    ),
    Tier.CHALLENGE: ("challenge", "challenge participants", "competition"),
    Tier.EMBARGOED: ("embargoed", "embargo", "embargoedAccess", "under embargo", "c_f1cf"),
    Tier.CLOSED: (
        "closed", "closedAccess", "non-public", "NON_PUBLIC", "SENSITIVE", "CONFIDENTIAL",
        "private", "withdrawn", "deaccessioned", "no access", "not available", "unavailable",
        "not public", "tombstone",
    ),
    Tier.METADATA_ONLY: (
        "metadata-only", "metadataOnlyAccess", "metadata only access", "c_14cb",
    ),
    Tier.UNKNOWN: ("unknown",),
}  # fmt: skip
_SIGNS = re.compile(r"[^a-z0-9]+")
_PREFIX = re.compile(
    r"^.*(?:access|rights|semantics).*[/:#](?=[^/:#]+$)", re.IGNORECASE | re.DOTALL
)
_LONGEST_WORD = 160
_MOST_SAID = 50
_DEEPEST = 4


def _key(text: str) -> str:
    return _SIGNS.sub("", text.lower())


_TIERS = {_key(word): tier for tier, words in _WORDS.items() for word in words}

_SAYS: dict[str, dict[bool, Tier]] = {
    "isaccessibleforfree": {False: Tier.REGISTRATION},
    "gated": {False: Tier.OPEN, True: Tier.REGISTRATION},
    "disabled": {True: Tier.CLOSED},
    "private": {True: Tier.CLOSED},
    "public": {False: Tier.CLOSED},
    "is_metadata_record": {True: Tier.METADATA_ONLY},
    "is_embargoed": {True: Tier.EMBARGOED},
    "is_confidential": {True: Tier.CLOSED},
}
"""What yes and no mean. That something costs nothing does not say that it is simply there."""

_KEYS = (
    "access_tier", "access_right", "accessright", "accessrights", "accesslevel", "status", "files",
    "restrictionlevel", "gated", "conditionsofaccess", "access_policy", "visibility",
    "curationstatus", "access_request_handling", "access", "@id", "@value", "id", "value", "label",
    "title", "name", "en", "rights", "rightsuri", "url",
)  # fmt: skip


def access_tier(raw: object) -> Tier | None:
    """How one gets at the data, by a source's word, code, sentence or object for it.

    >>> access_tier("info:eu-repo/semantics/embargoedAccess")
    <Tier.EMBARGOED: 'embargoed'>
    >>> access_tier({"gated": "manual"}), access_tier({"isAccessibleForFree": True})
    (<Tier.APPLICATION: 'application'>, None)
    """
    return _of(raw, 0)


def is_access_word(text: str) -> bool:
    """Whether this is a word or a code for access, and so no licence."""
    return _of_word(text) is not None


def _strongest(tiers: list[Tier | None]) -> Tier | None:
    """The tier that keeps out most, where several are said of the same data."""
    return max((tier for tier in tiers if tier), key=STRENGTH.index, default=None)


def _of(raw: object, depth: int) -> Tier | None:
    if depth > _DEEPEST:
        return None
    match raw:
        case str():
            return _of_text(raw)
        case list() | tuple():
            return _strongest([_of(said, depth + 1) for said in raw[:_MOST_SAID]])
        case dict():
            return _of_object({str(name).lower(): said for name, said in raw.items()}, depth)
    return None


def _of_text(text: str) -> Tier | None:
    if tier := _of_word(text):
        return tier
    decided = access_in_text(text)
    return decided[0] if decided else None


def _of_word(text: str) -> Tier | None:
    """The tier of a word or of an address that ends in one."""
    if len(text) > _LONGEST_WORD:
        return None
    plain = text.strip().rstrip("/#")
    return _TIERS.get(_key(plain)) or _TIERS.get(_key(_PREFIX.sub("", plain)))


def _of_object(said: dict[str, Any], depth: int) -> Tier | None:
    """What an object says in words, and what its yes and no mean."""
    told = [_of(said[name], depth + 1) for name in _KEYS if name in said]
    told += [yes_no.get(said[name]) for name, yes_no in _SAYS.items()
             if isinstance(said.get(name), bool)]  # fmt: skip
    if said.get("restricted") is True:
        told.append(Tier.APPLICATION if said.get("fileaccessrequest") else Tier.CLOSED)
    return _strongest(told)
