"""Repair: what is damaged in an address, put right where the intention is plain, with a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from linkify_it.tlds import TLDS  # type: ignore[import-untyped]


class Repair(StrEnum):
    """What was done to read an address."""

    PAIR = "pair"
    SHOWN = "shown-address"
    SPLIT = "split"
    SPACE = "space"
    PASTED = "pasted-into-word"
    GLUED_FRONT = "glued-front"
    GLUED = "glued"
    HIDDEN = "hidden-character"
    ESCAPE = "escape"
    BACKSLASH = "backslash"
    QUOTES = "quotes"
    DOUBLE_SCHEME = "double-scheme"
    SCHEME = "scheme"
    SLASHES = "slashes"
    MISSING_SCHEME = "missing-scheme"
    DASH = "dash"
    DOI = "doi"

    @property
    def sentence(self) -> str:
        """What was wrong, in words for the keeper of the list."""
        return _SENTENCES[self]


_SENTENCES: dict[Repair, str] = {
    Repair.PAIR: "one address was written as two links, scheme and rest",
    Repair.SHOWN: "the target leads elsewhere; the text shows the address meant",
    Repair.SPLIT: "a space or a line end stood inside the address",
    Repair.SPACE: "a blank in a file name is written %20 in an address",
    Repair.PASTED: "the address stood inside a word",
    Repair.GLUED_FRONT: "a word stood directly before the scheme",
    Repair.GLUED: "text or punctuation stood directly behind the address",
    Repair.HIDDEN: "characters without width stood inside the address",
    Repair.ESCAPE: "backslashes were left over from a conversion",
    Repair.BACKSLASH: "backslashes stood where slashes belong",
    Repair.QUOTES: "quotation marks stood around the address",
    Repair.DOUBLE_SCHEME: "the scheme was written twice",
    Repair.SCHEME: "the scheme was misspelt",
    Repair.SLASHES: "the scheme had too few or too many slashes",
    Repair.MISSING_SCHEME: "the scheme was missing",
    Repair.DASH: "a typographic dash stood for a hyphen",
    Repair.DOI: "a DOI was given without its address",
}


class Rule(NamedTuple):
    """One damage: its word, how to see it, and what to put in its place."""

    repair: Repair
    damage: re.Pattern[str]
    instead: str | Callable[[re.Match[str]], str]


HOST = r"(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+[a-z]{2,24}(?=[:/?#]|$|\s)"
FILE_ENDING = re.compile(
    r"\.(?:html?|php|aspx?|jsp|shtml|pdf|zip|t?gz|tar|csv|tsv|json|xml|txt|docx?|xlsx?|pptx?"
    r"|nii|mat|hdf5|h5|7z|rar|md|ipynb|png|jpe?g|gif|svg)(?=$|[?#])",
    re.IGNORECASE,
)
_FLAGS = re.IGNORECASE | re.ASCII

# `data/code.py` is a path and `setup.sh` a file, though both end in the name of a country.
_FILE_NAMES = frozenset(
    [
        "py",
        "sh",
        "md",
        "rs",
        "pl",
        "ps",
        "zip",
        "mov",
        "app",
        "so",
        "cc",
        "bz",
        "ml",
        "pt",
        "st",
        "mp",
        "tf",
    ]
)
_TOP_LEVELS = frozenset(name.lower() for name in TLDS) - _FILE_NAMES
_GENERIC = frozenset(
    ["com", "org", "net", "edu", "gov", "mil", "int", "info", "io", "eu", "ai", "dev"]
)


_LEAST_NAMES = 2


def known_top_level(name: str) -> bool:
    """Whether a name is a top-level domain that is not also a common ending of files."""
    return name.lower() in _TOP_LEVELS


def known_host(host: str) -> bool:
    """Whether a name without a scheme may be read as a host.

    It ends in a generic top-level domain, or in any other with at least two names before it.
    """
    names = host.lower().split(":", 1)[0].split(".")
    if names[0] == "www":
        return len(names) > _LEAST_NAMES
    if names[-1] in _GENERIC:
        return len(names) > 1 and len(names[-2]) > 1
    return (
        len(names) > _LEAST_NAMES
        and names[-1] in _TOP_LEVELS
        and not all(name.isdigit() for name in names[:-1])
    )


_DASHES = "\u2010-\u2015\u2212"
_TITLES = re.compile(r"\.wiki(?:pedia|media|data)\.org/wiki/")


def _with_scheme(match: re.Match[str]) -> str:
    # What stands behind `//` is asked as GitHub would; `www.` as GFM says.
    if match["slashes"]:
        return f"https:{match[0]}"
    return f"http://{match[0]}" if known_host(match["host"]) else match[0]


def _dash(match: re.Match[str]) -> str:
    # Titles of encyclopedias do have such dashes in their addresses.
    return match[0] if _TITLES.search(match.string) else "-"


def _scheme(match: re.Match[str]) -> str:
    return "https://" if "s" in match[0].lower() else "http://"


RULES: tuple[Rule, ...] = (
    Rule(Repair.HIDDEN, re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"), ""),
    Rule(
        Repair.QUOTES,
        re.compile(r"""^["'“”‘’«(（【《<]+(?=\w)(.*?)["'“”‘’»)）】》>]*$""", re.DOTALL),
        r"\1",
    ),
    Rule(Repair.BACKSLASH, re.compile(r"(?<=^http:)\\+|(?<=^https:)\\+", _FLAGS), "//"),
    Rule(Repair.ESCAPE, re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    Rule(Repair.DOI, re.compile(r"^doi:\s*(?=10\.\d{4,9}/)", _FLAGS), "https://doi.org/"),
    Rule(
        Repair.GLUED_FRONT,
        re.compile(r"^(?!https?|ftp)[^/?#]{1,20}?(?=(?:https?|ftp)://)", _FLAGS),
        "",
    ),
    Rule(
        Repair.DOUBLE_SCHEME,
        re.compile(r"^(?:h?ttps?[:：]?/{0,3}\s?(?:www\.)?)+(?=(?:https?|ftp)://)", _FLAGS),
        "",
    ),
    Rule(
        Repair.SCHEME,
        re.compile(
            r"^(?!https?:|ftp:)(?:h{1,2}t{1,3}p{1,2}s{0,2}|t{1,2}ps?|hxxps?|hptts?|htps?)"
            r"\s?[:：;.]?\s?[/／]{1,3}(?=" + HOST + ")",
            re.IGNORECASE,
        ),
        _scheme,
    ),
    Rule(
        Repair.SLASHES,
        re.compile(r"^(https?|ftp):(?:/|/{3,})?(?=[a-z0-9\[])(?!//)", _FLAGS),
        r"\1://",
    ),
    Rule(
        Repair.MISSING_SCHEME,
        re.compile(r"^(?P<slashes>//)?(?P<host>" + HOST + ")", _FLAGS),
        _with_scheme,
    ),
    Rule(Repair.DASH, re.compile(f"(?<=[\\w/])[{_DASHES}](?=\\w)"), _dash),
    Rule(Repair.GLUED, re.compile(r"(?:[。，、；：）】》」』！？,;]|\*\*)+$"), ""),
)


def repaired(written: str) -> tuple[str, Repair | None]:
    """The address meant by what is written, and the word for the first thing put right."""
    word: Repair | None = None
    address = written
    for rule in RULES:
        better = rule.damage.sub(rule.instead, address)
        if better != address:
            address, word = better, word or rule.repair
    return address, word
