"""Text as people read it: entities decoded, markup removed, white space folded, NFC.

Entities and markup come wrapped in one another, so both are undone until nothing changes; a text
that never settles is somebody's trick and loses every mark it could go on with.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Mapping
from html.entities import html5
from typing import Any

LONGEST_TITLE = 500
LONGEST_DESCRIPTION = 20_000
LONGEST_READ = 100_000
"""So much of a value is looked at, whatever its length."""

MOST_ITEMS = 1000

_ROUNDS = 4
_SPEAKING = ("@value", "value", "name", "@id")
"""Where an object keeps what it says."""

_BLANKS = (
    "none null nil undefined nan unknown untitled todo tbd tba n/a na - -- – — ? . "
    "(:unav) (:unas) (:unal) (:unap) (:unkn) (:none) (:null) (:tba) :unav :unas :unkn :tba"
)
_NOTHING = frozenset(
    (
        *_BLANKS.split(),
        "[object object]",
        "not available",
        "not specified",
        "not applicable",
        "no description",
        "no description available",
    )
)
"""What is written where nothing is known; those with a colon are DataCite's own words for it."""

_SPACES = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}
_UNSEEN = dict.fromkeys(
    (0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2060, 0x206A)), ""
)
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_CLEAN = str.maketrans({**_SPACES, **_UNSEEN, **_HALVES})
_DISARMED = str.maketrans("&<", "  ")

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][\w:-]*)((?:[\s/][^<>]*)?)>")
_ASIDE = re.compile(r"<[!?][^<>]*>")

_BLOCK_NAMES = (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th "
    "thead tr ul"
)
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark math mi mn mo "
    "mrow msub msup q s samp small span strike strong sub sup time tt u var wbr"
)
_BLOCKS, _INLINE = frozenset(_BLOCK_NAMES.split()), frozenset(_INLINE_NAMES.split())


def one_line(raw: str, longest: int = LONGEST_TITLE) -> str | None:
    r"""The text on one line; None where it says nothing.

    >>> one_line("Heart &amp;amp; <i>lung</i>\n sounds ")
    'Heart & lung sounds'
    """
    return _spoken(" ".join(_bare(raw).split()), longest)


def paragraphs(raw: str, longest: int = LONGEST_DESCRIPTION) -> str | None:
    r"""The text with an empty line between its paragraphs; None where it says nothing.

    >>> paragraphs("<p>One\nline.</p><p>Another.</p>")
    'One line.\n\nAnother.'
    """
    found: list[list[str]] = [[]]
    for line in _bare(raw).split("\n"):
        said = line.split()
        if said:
            found[-1] += said
        elif found[-1]:
            found.append([])
    return _spoken("\n\n".join(" ".join(said) for said in found if said), longest)


def words(raw: Any) -> str | None:
    """The text of a plain JSON value as it is: of a list the first, of an object value or name.

    >>> words([{"@language": "en", "@value": "Chest sounds"}])
    'Chest sounds'
    """
    items = raw[:MOST_ITEMS] if isinstance(raw, list | tuple) else (raw,)
    return next((said for item in items if (said := _of_object(item) or scalar(item))), None)


def _of_object(item: Any) -> str | None:
    if not isinstance(item, Mapping):
        return None
    values = (item.get(key) for key in _SPEAKING)
    firsts = (value[0] if isinstance(value, list) and value else value for value in values)
    return next((said for value in firsts if (said := scalar(value))), None)


def scalar(raw: Any) -> str | None:
    """Text or a number as text; None for anything else, and for what is blank."""
    match raw:
        case str():
            return raw if raw.strip() else None
        case bool():
            return None
        case int() if abs(raw) < 10**30:
            return str(raw)
        case float() if abs(raw) < 1e30:
            return repr(raw)
    return None


def listed(raw: Any) -> list[Any]:
    """The items of a list, of a list written as JSON, or the one thing that is said alone."""
    if isinstance(raw, str) and raw[:1] == "[":
        try:
            raw = json.loads(raw)
        except (ValueError, RecursionError):
            return [raw]
    if isinstance(raw, list | tuple):
        return list(raw[:MOST_ITEMS])
    return [] if raw is None else [raw]


def as_json(items: list[Any]) -> str | None:
    """A list as the text kept of it; None where it is empty.

    >>> as_json(["ct", "mri"])
    '["ct", "mri"]'
    """
    return json.dumps(items, ensure_ascii=False, sort_keys=True) if items else None


def _spoken(text: str, longest: int) -> str | None:
    text = text[:longest].strip()
    return None if not text or text.casefold() in _NOTHING else text


def _bare(raw: str) -> str:
    text = raw[:LONGEST_READ].replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_ROUNDS):
        before = text
        text = unicodedata.normalize("NFC", _decoded(_unmarked(text)).translate(_CLEAN))
        if text == before:
            return text
    return text.translate(_DISARMED)


def _decoded(text: str) -> str:
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(found: re.Match[str]) -> str:
    """Only what ends in a semicolon is an entity: `?a=1&copy=2` is an address."""
    name = found[1]
    return html.unescape(found[0]) if name[0] == "#" else html5.get(f"{name};", found[0])


def _unmarked(text: str) -> str:
    if "<" not in text:
        return text
    text = _CODE.sub("\n\n", text.replace("<![CDATA[", "").replace("]]>", ""))
    return _ASIDE.sub("", _TAG.sub(_tag, text))


def _tag(found: re.Match[str]) -> str:
    """What stands for a tag; `sub-<label>` is no tag but a name to fill in."""
    name = found[1].lower().rpartition(":")[2]
    if name == "br":
        return "\n"
    if name in _BLOCKS or (":" in found[1] and name in ("title", "sec", "list-item")):
        return "\n\n"
    if name in _INLINE or ":" in found[1] or "=" in found[2]:
        return ""
    return found[0]
