"""Creative Commons: a family of licences built of parts, named in a hundred ways."""

from __future__ import annotations

import re

from crawler.metadata.normal.spdx import key, spdx_id

UNVERSIONED = "LicenseRef-CC-{}unversioned"
"""What is said by those who leave the version out: which of five it is, nobody knows."""

_ELEMENTS = {
    "by": "by|attribution",
    "nc": "nc|noncommercial(?:use)?(?:only)?",
    "sa": "sa|sharealike",
    "nd": "nd|noderivatives|noderivs?|noderivativeworks?",
}
_PORTS = {
    "IGO": "igo|intergovernmentalorgani[sz]ations?",
    "DE": "de(?!ed|riv)|germany|deutschland",
    "AT": "at|austria",
    "AU": "au|australia",
    "NL": "nl|netherlands",
    "US": "us|usa|unitedstates(?:ofamerica)?",
    "UK": "uk|unitedkingdom|englandandwales",
    "FR": "fr|france",
    "JP": "jp|japan",
}
_FILLER = (
    "creativecommons|cc|public|international|generic|unported|deed|legalcode|and|the|under|a"
    "|ported|licensed?"
)
_PART = re.compile(
    "|".join(f"(?P<{name}>{forms})" for name, forms in (_ELEMENTS | _PORTS).items())
    + rf"|(?P<version>21|[1-4][05]?)|(?P<filler>{_FILLER})"
)
_FIRST = re.compile(r"(?:creativecommons|cc)|attribution(?:$|[0-9ns])")
_WORDS = "creativecommons|publicdomain|dedication|waiver|universal|deed|legalcode|the|10|1"
_ZERO = re.compile(
    rf"(?=.*(?:cc0|cczero|commonszero|commons0))(?>{_WORDS}|cc0|cczero|cc|zero|0)++", re.DOTALL
)
_MARK = re.compile(rf"(?=.*(?:publicdomainmark|pdm))(?>publicdomainmark|{_WORDS}|pdm|cc)++")


def creative_commons(text: str) -> str | None:
    """The licence a text of nothing but Creative Commons words names, in whatever order.

    >>> creative_commons("Creative Commons Attribution 4.0 International (CC BY 4.0)")
    'CC-BY-4.0'
    >>> creative_commons("cc by-sa-nc")
    'LicenseRef-CC-BY-NC-SA-unversioned'
    """
    bare = key(text)
    if _ZERO.fullmatch(bare):
        return "CC0-1.0"
    if _MARK.fullmatch(bare):
        return "CC-PDM-1.0"
    said = _parts(bare) if _FIRST.match(bare) else None
    return of_parts(*said) if said is not None else None


def of_parts(elements: set[str], version: str | None, port: str | None = None) -> str | None:
    """The id for these elements; the port is told only where SPDX has one of its own.

    >>> of_parts({"by"}, "3.0", "DE"), of_parts({"nc", "by"}, "3.0", "ES")
    ('CC-BY-3.0-DE', 'CC-BY-NC-3.0')
    """
    named = "".join(f"{name.upper()}-" for name in _ELEMENTS if name in elements)
    if version is None:
        return UNVERSIONED.format(named)
    candidates = (f"CC-{by}{named}{version}{ported}"
                  for by in ("", "BY-") for ported in (f"-{port}" if port else "", ""))  # fmt: skip
    return next(filter(None, map(spdx_id, candidates)), None) if named else None


def _parts(bare: str) -> tuple[set[str], str | None, str | None] | None:
    """Elements, version and port, or None where a word stands between that is none of these."""
    elements: set[str] = set()
    version = port = None
    at = 0
    while at < len(bare):
        part = _PART.match(bare, at)
        if part is None:
            return None
        at = part.end()
        kind = str(part.lastgroup)
        if kind in _ELEMENTS:
            if version and elements and kind not in elements:
                return None  # a second licence begins
            elements.add(kind)
        elif kind in _PORTS:
            port = port or kind
        elif kind == "version":
            version = version or f"{part[0]:0<2}"
    return elements, version and f"{version[0]}.{version[1]}", port
