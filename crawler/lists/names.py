"""Names: what a list calls a data set, without numbering, markup and description."""

from __future__ import annotations

import re

from markdown_it.common.utils import unescapeAll

_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]]*\])")
_TARGET = r"\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)"
_LINK = re.compile(rf"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:{_TARGET}|\[[^\[\]]*\])")
_ANGLE = re.compile(r"<(?:https?|ftp)://[^<>\s]*>")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_MARKUP = re.compile(r"(?<!\\)(?:\*+|~~|`+)|(?<![\w\\])_+(?=\w)|(?<=\w)_+(?!\w)")
_PLAIN_NOT = re.compile(r"[\[<*_~`\\&\t\n\r]|\s\s")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]")
_BLANKS = re.compile(r"\s+")
_EMOJI = re.compile(
    r":[a-z_]+:|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
_BOX = re.compile(r"^\s*\[[ xX]\]\s+")
_CJK_DIGITS = "一二三四五六七八九十百"
_NUMBERS = (
    ("paren", re.compile(rf"[(（]\s?(\d{{1,3}}|[{_CJK_DIGITS}]{{1,3}}|[a-zA-Z])\s?[)）]\s*")),
    ("cjk", re.compile(rf"第?([{_CJK_DIGITS}]{{1,4}})\s?(?:[.、．:：章节]|部分)\s*")),
    ("arabic", re.compile(r"(\d{1,3})(?:\.\d{1,3})*\s?(?:[.、．]\)?(?!\d)|\)|:(?=\s))\s*")),
    ("deep", re.compile(r"(\d{1,2})(?:\.\d{1,2})+\s+(?=\D)")),
    ("roman", re.compile(r"([IVX]{1,5})[.)]\s+")),
    ("letter", re.compile(r"([a-zA-Z])[.)]\s+")),
    ("bracket", re.compile(r"\[(\d{1,3})\]\s*")),
)
_COUNTED = re.compile(r"(\d{1,3})\s+(?=\S)")
_FULL_STOP = re.compile(r"(?<=\w{3})[.。]$")
_EDGES = " \t\n:：-–—|·•,，;；、\u200b#"
_ENDS = re.compile(r"[ \t\n:：\-–—|·•,，;；、.。(（\[]+$")
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,300}?)[.,]?[\"”]")
_CUT = re.compile(
    r"\s[-–—]{1,2}\s|[:：]\s|：|\s\|\s|(?<=\S)\s\[|[.!?。！？]\s|[。！？]|\n|\s*[(（]?(?:https?|ftp)://"
    r"|,\s(?:an?|the)\s(?=[a-z])|\s(?:Over|Nearly|About|Around|Approximately|More than)\s(?=\d)"
)
_VERB = re.compile(
    r",?\s(?:is|are|was|were|has|have|provides?|contains?|consists?|includes?|comprises?|offers?|"
    r"presents?|aims?|allows?)\s"
)
_SENTENCE = re.compile(
    r"(?<=\w)\s(?:The|This|These|An?|Is|Was|Welcome|We)\s(?=\w)|(?<=\))\s(?=[A-Z])"
)
_AUTHOR = re.compile(
    r"(?:&|and|van|von|de|der|di|Di)\s|et al\.?,?\s"
    r"|(?P<initials>[A-Z][\w'’`-]{1,24},?\s(?:(?!A\s\w)[A-Z]\.?[- ]?){1,4}(?<![- ])(?=[\s,;.&])"
    r"[\s,;.]*|(?:[A-Z]\.[- ]?){1,3}[A-Z][\w'’`-]{1,24}[,.]\s)"
)
_TITLE_END = re.compile(r"(?:\.pdf)?\.\s|(?<=[?!])\s|\s(?=\[|(?:19|20)\d\d\b)")
_SURE_AUTHORS = 2
_MANY_WORDS = 8
_MOST_WORDS = 12


def plain(text: str) -> str:
    """Inline Markdown as a reader sees it: labels without targets, no markup, one line."""
    if not _PLAIN_NOT.search(text):
        return text.strip()
    shown = _IMAGE.sub("", text) if "![" in text else text
    if "[" in shown:
        shown = _FOOTNOTE.sub("", _LINK.sub(r"\1", _LINK.sub(r"\1", shown)))
    if "<" in shown:
        shown = _TAG.sub("", _ANGLE.sub("", shown))
    return _BLANKS.sub(" ", unescapeAll(_MARKUP.sub("", shown))).strip()


def numbering(name: str) -> tuple[str, str]:
    """The style of a name's number (`arabic`, `paren`, `cjk`... or ``) and the name behind it."""
    for style, pattern in _NUMBERS:
        found = pattern.match(name)
        if found and found.end() < len(name):
            return style, name[found.end() :]
    return "", name


def counted(name: str, before: int) -> str:
    """A name without the bare number in front of it, if that goes on counting from `before`."""
    found = _COUNTED.match(name)
    return name[found.end() :] if found and int(found[1]) == before + 1 else name


def number_of(name: str) -> int | None:
    """The number a name begins with, if any."""
    found = re.match(r"[(（]?(\d{1,3})\b", name)
    return int(found[1]) if found else None


def cleaned(text: str) -> str:
    """A name from a heading, a bold line, a label or a cell: no markup, number or ornament."""
    name = _EMOJI.sub("", plain(_BOX.sub("", text))).strip(_EDGES)
    _, name = numbering(name)
    return _FULL_STOP.sub("", name.strip(_EDGES).rstrip("\\").strip())


def lead(text: str) -> str:
    """The name at the beginning of a sentence or description."""
    whole = plain(_BOX.sub("", text))
    cited = _cited(whole)
    if cited:
        return cited
    first = _first_part(whole)
    if len(first.split()) > _MANY_WORDS:
        first = repeated(first) or _SENTENCE.split(first, maxsplit=1)[0]
    if len(first.split()) > _MOST_WORDS:
        first = _VERB.split(first, maxsplit=1)[0]
    if len(first.split()) > _MOST_WORDS:
        first = _closed(first) or " ".join(first.split()[:_MOST_WORDS])
    return cleaned(_ENDS.sub("", first))


def _cited(whole: str) -> str | None:
    """The title in a citation: what is quoted, or the sentence behind the authors."""
    quoted = _QUOTED.search(whole)
    if quoted and quoted.start() > _MANY_WORDS and whole.count(",", 0, quoted.start()):
        return cleaned(quoted[1]) or None
    position, authors = 0, 0
    while author := _AUTHOR.match(whole, position):
        position = author.end()
        authors += bool(author["initials"])
    if authors < _SURE_AUTHORS and not ("." in whole[:position] and authors):
        return None
    rest = _TITLE_END.split(whole[position:], maxsplit=1)[0]
    return cleaned(rest) or None


def _first_part(whole: str) -> str:
    address = re.search(r"\s*[(（]?\s*(?:https?|ftp)://", whole)
    if address and address.start() == 0:
        return whole.split()[0]
    before = whole[: address.start()] if address else whole
    if address and 0 < len(before.split()) <= _MOST_WORDS:
        return re.split(r"\s[-–—]\s", before, maxsplit=1)[0]
    return next((part for part in _CUT.split(whole) if part.strip()), whole)


_AGAIN = re.compile(
    r"^(?P<name>(?P<start>[A-Z][\w-]+ \w[\w-]*)[^.:!?\n]{2,90}?) (?:The|An?) (?P=start)\b"
)


def repeated(text: str) -> str | None:
    """A title run together with its first sentence: `Tide Atlas (TA) The Tide Atlas holds`."""
    found = _AGAIN.match(text)
    return found["name"] if found else None


def title(text: str) -> str:
    """The name that a line without markup is: the whole of it, unless it goes on to tell."""
    whole = plain(text)
    name = repeated(whole) or whole
    return cleaned(name.rstrip(".")) if len(name.split()) <= 2 * _MOST_WORDS else lead(text)


def _closed(text: str) -> str | None:
    end = text.find(")")
    return text[: end + 1] if end >= 0 and len(text[:end].split()) <= _MOST_WORDS else None
