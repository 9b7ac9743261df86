"""Addresses torn apart by a blank or a line end: where the rest of one stands."""

from __future__ import annotations

import re

from crawler.lists.repair import FILE_ENDING, Repair, known_top_level

_NEXT = re.compile(
    r"(?P<gap> {1,2}|[ \t]*\n[ \t]*)(?P<token>[^\s<>\"`|\[\]()*]+)(?P<behind>[^\n]*)"
)
_HOST_ONLY = re.compile(r"[a-z]+://(?:[\w-]+\.)*[\w-]+(?P<dot>\.?)$", re.IGNORECASE | re.ASCII)
_NEW_ADDRESS = re.compile(r"(?:https?|ftp):|www\.", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+$|(?=\w*\d)[0-9a-f]{8,}$", re.IGNORECASE)
_JOINT = re.compile(r"[/_=&.-]")


def continued(content: str, start: int, stop: int, end: int) -> int:
    """Where an address that seems to end at `stop` really ends; `stop` unless plainly torn."""
    torn = stop + content.startswith((".", "?", "_"), stop)
    found = _NEXT.match(content, torn, end)
    if found is None or _NEW_ADDRESS.match(found["token"]):
        return stop
    address, token = content[start:torn], found["token"]
    wrapped = "\n" in found["gap"]
    alone = not found["behind"].strip()
    if _goes_on(address, token, wrapped, alone):
        return found.end("token")
    return stop


def _goes_on(address: str, token: str, wrapped: bool, alone: bool) -> bool:
    host = _HOST_ONLY.match(address)
    if host:
        return _host_goes_on(address, token)
    last = address[-1]
    if last == ".":
        return wrapped and bool(FILE_ENDING.match("." + token))
    if last == "#":
        return bool(_SLUG.match(token.rstrip(".,;")))
    if last in "-_=&?%":
        return _follows_joint(last, token, wrapped)
    if last == "/":
        return wrapped and is_rest(token, alone)
    if "#" in address and alone and not wrapped:
        return bool(_SLUG.match(token)) and "-" in token and any(c.isdigit() for c in token)
    return wrapped and is_rest(token, alone)


def _host_goes_on(address: str, token: str) -> bool:
    if token.startswith("."):
        return known_top_level(re.split(r"[/?#]", token[1:])[0].rsplit(".", 1)[-1])
    if token.startswith("/"):
        return len(token) > 1 and not address.endswith(".")
    name = re.split(r"[/?#:]", token)[0]
    return address.endswith(".") and known_top_level(name.rsplit(".", 1)[-1])


def _follows_joint(last: str, token: str, wrapped: bool) -> bool:
    if last == "-" and wrapped:
        return token[0].islower() or token[0].isdigit()
    return token[0].isalnum() and bool(_JOINT.search(token[:-1]) or any(c.isdigit() for c in token))


def is_rest(token: str, alone: bool) -> bool:
    """Whether a token can only be the rest of an address: no word is written like it."""
    body = token.rstrip(".,;")
    if _NEW_ADDRESS.match(body) or not body[:1].isalnum() or not body.isascii():
        return False
    joints = len(_JOINT.findall(body))
    if FILE_ENDING.search(body) or "=" in body:
        return True
    return joints >= 3 or (alone and joints >= 1 and "/" in body and body == body.lower())


def closed_up(target: str) -> tuple[str, Repair | None]:
    """A link's target with blanks in it, as one address, and the word for what was done.

    A blank in a file's name is written `%20`; any other was put there by a conversion. What
    reads like words behind the address is no target: then the word is None.
    """
    body = _TITLE.sub("", target.strip())
    parts = body.split()
    if len(parts) == 1 and body != target.strip():
        return body, None
    name = body.rsplit("/", 1)[-1]
    if " " in name and FILE_ENDING.search(name) and "\n" not in body:
        return _BLANKS.sub("%20", body), Repair.SPACE
    if len(parts) > _MOST_PARTS or any(_PLAIN_WORD.match(part) for part in parts[1:-1]):
        return parts[0], None
    return "".join(parts), Repair.SPLIT


_TITLE = re.compile(r"\s+[\"'“‘].*$", re.DOTALL)
_BLANKS = re.compile(r" +")
_PLAIN_WORD = re.compile(r"[A-Za-z]+$")
_MOST_PARTS = 3
