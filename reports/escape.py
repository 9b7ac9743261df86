"""One escaper a sink. Every title, address, name and message is hostile until it has been here."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote, urlsplit

_LONGEST_ADDRESS = 2000
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""One line in which all can be seen: controls as blanks, what steers text by its number.

    >>> visible("a\x1b[31m\nb \u202egnp.exe")
    'a [31m b [U+202E]gnp.exe'
    """
    return _UNSEEN.sub(lambda odd: f"[U+{ord(odd[0]):04X}]", _BLANK.sub(" ", text)).strip()


def clickable(address: str | None) -> str | None:
    """The address if it may be clicked: http or https, a host and no user, all of it printable.

    >>> clickable("javascript:alert(1)"), clickable("https://a.example/ü")
    (None, 'https://a.example/%C3%BC')
    """
    if address is None or len(address) > _LONGEST_ADDRESS or address != visible(address):
        return None
    try:
        parts = urlsplit(address)
        plain_host = bool(parts.hostname) and parts.netloc.isascii() and "@" not in parts.netloc
    except ValueError:
        return None
    asked = parts.scheme in ("http", "https") and plain_host
    return quote(address, safe="%:/?#[]@!$&'()*+,;=~") if asked else None


_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|!~$]|^[-+=]|:(?=//)|(?<=www)\.")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?= |$)")
_PINGS = re.compile(r"@|#|\bGH-", re.IGNORECASE)
_JOINER = "\u2060"


def markdown_text(text: str) -> str:
    r"""Text that stays text in GitHub's Markdown: no markup, no tag, no table cell, nobody pinged.

    >>> markdown_text("a|b <script> [x](y)")
    'a\\|b &lt;script&gt; \\[x\\](y)'
    """
    quiet = _PINGS.sub(lambda ping: ping[0] + _JOINER, visible(text))
    quiet = _NUMBERED.sub(rf"\1{_JOINER}\2", quiet)
    escaped = _MARKDOWN.sub(lambda mark: f"\\{mark[0]}", quiet.replace("&", "&amp;"))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")


def markdown_code(text: str) -> str:
    """Text as it is, between as many backticks as it takes.

    >>> markdown_code("list:3"), markdown_code("a`b")
    ('`list:3`', '``a`b``')
    """
    plain = visible(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    edge = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{edge}{plain or ' '}{edge}{fence}"


def markdown_address(address: str, most: int) -> str:
    """An address to click if that is safe, else as code, clipped.

    >>> markdown_address("https://a.example/b|c", 80), markdown_address("javascript:x", 80)
    ('<https://a.example/b%7Cc>', '`javascript:x`')
    """
    link = clickable(address)
    if link is not None:
        return f"<{link}>"
    shown = visible(address)
    return markdown_code(shown if len(shown) <= most else f"{shown[: most - 1]}…")


_ODD_IN_JSON = re.compile(rf"[<>&\x7f-\x9f\u2028\u2029]|{_UNSEEN.pattern}")


def json_text(value: Any) -> str:
    r"""A value as JSON that may stand in a script of a page: what steers is written by its number.

    >>> print(json_text("</script>\u202e"), end="")
    "\u003c/script\u003e\u202e"
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _ODD_IN_JSON.sub(_numbered_in_json, text) + "\n"


def _numbered_in_json(odd: re.Match[str]) -> str:
    """Half a character is none, and no parser need take it: what stands for it is U+FFFD."""
    code = ord(odd[0])
    if 0xD800 <= code <= 0xDFFF:
        return r"\ufffd"
    return rf"\u{code:04x}" if code < 0x10000 else json.dumps(odd[0])[1:-1]


_WORKFLOW = str.maketrans({"%": "%25"})
_PROPERTY = _WORKFLOW | str.maketrans({":": "%3A", ",": "%2C"})


def workflow_text(text: str) -> str:
    """A message of a workflow command of GitHub: one line, whatever it says.

    >>> workflow_text("100%")
    '100%25'
    """
    return visible(text).translate(_WORKFLOW)


def workflow_property(text: str) -> str:
    """A value of a property of a workflow command, which must not end it or begin another.

    >>> workflow_property("a,line=1::b")
    'a%2Cline=1%3A%3Ab'
    """
    return visible(text).translate(_PROPERTY)
