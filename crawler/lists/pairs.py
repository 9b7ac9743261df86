"""Links whose text shows the address meant: pairs of scheme and rest, and foreign targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from markdown_it.common.utils import unescapeAll

from crawler.lists.find import Find, Way
from crawler.lists.repair import HOST, Repair, repaired

_LABELLED = (Way.INLINE, Way.HTML)
_SCHEME = re.compile(r"\**\s*(?P<scheme>https?|ftp)\s*(?:[:：]?/{0,2})\s*\**$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[:：]?\s*/{0,2}\s*$")
_COLON = re.compile(r"\s*[:：]\s*$")
_REST = re.compile(rf"(?:[:：]?//)?{HOST}", re.IGNORECASE | re.ASCII)
_SHOWN = re.compile(rf"(?:(?:https?|ftp)://|(?://)?www\.|//(?={HOST}))\S+$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s/]", re.IGNORECASE)
# Pages from which lists are copied, and services that put themselves before other addresses.
_FOREIGN = re.compile(
    r"(?:blog\.csdn\.net|link\.csdn\.net|link\.zhihu\.com|link\.jianshu\.com|l\.facebook\.com"
    r"|(?:[\w-]+\.)?safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com"
    r"|slack-redir\.net)$"
)


def shown_text(label: str) -> str:
    """A label as a reader sees it when it is an address: one word, no escapes, no markup."""
    return unescapeAll("".join(label.split())).strip("*<>`")


def merged(content: str, found: Iterable[Find]) -> list[Find]:
    """The same finds, with pairs of scheme and rest made one and foreign targets replaced."""
    done: list[Find] = []
    for find in found:
        if find.way is not Way.INLINE or not done:
            done.append(find)
        elif _is_pair(content, done[-1], find):
            done[-1] = _pair(done[-1], find)
        elif _is_more_of(content, done[-1], find):
            done[-1] = _widened(done[-1], find.whole[1])
        else:
            done.append(find)
    return [_shown(find) if find.way in _LABELLED else find for find in done]


def _is_pair(content: str, first: Find, second: Find) -> bool:
    if first.way is not Way.INLINE or first.repair is Repair.PAIR:
        return False
    between = content[first.whole[1] : second.whole[0]]
    return bool(
        _SCHEME.match(first.text)
        and _BETWEEN.match(between)
        and _REST.match(shown_text(second.text))
    )


def _is_more_of(content: str, first: Find, second: Find) -> bool:
    between = content[first.whole[1] : second.whole[0]]
    return (
        first.repair is Repair.PAIR
        and bool(_COLON.match(between))
        and second.written == first.written
    )


def _pair(first: Find, second: Find) -> Find:
    scheme = _SCHEME.match(first.text)
    rest = shown_text(second.text).lstrip(":：/")
    shown = f"{scheme['scheme'].lower()}://{rest}" if scheme else rest
    meant = next(
        (target for target in (second.written, first.written) if _agrees(shown, target)), shown
    )
    place = (first.whole[0], second.whole[1])
    return replace(second, whole=place, raw=place, written=meant, text="", repair=Repair.PAIR)


def _agrees(shown: str, target: str) -> bool:
    """Whether a target is what the text shows, or goes on where the text breaks off."""
    bare_target, bare_shown = (_SCHEMES.sub("", text) for text in (target, shown))
    return bool(_ADDRESS.match(target)) and bare_target.startswith(bare_shown.rstrip("/"))


_SCHEMES = re.compile(r"^(?:https?|ftp)://", re.IGNORECASE)


def _widened(find: Find, end: int) -> Find:
    place = (find.whole[0], end)
    return replace(find, whole=place, raw=place)


def _shown(find: Find) -> Find:
    text = shown_text(find.text)
    if find.repair is Repair.PAIR or not _SHOWN.match(text) or _is_sound(find.written):
        return find
    address, _ = repaired(text)
    raw = find.raw if find.written else find.whole
    return replace(find, raw=raw, written=address, repair=Repair.SHOWN)


def _is_sound(target: str) -> bool:
    address, _ = repaired(target)
    if not _ADDRESS.match(address):
        return False
    try:
        return not _FOREIGN.match(urlsplit(address).hostname or "")
    except ValueError:
        return False
