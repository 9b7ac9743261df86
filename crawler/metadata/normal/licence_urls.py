"""Addresses: licences told by where their text, their deed or their button is."""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.metadata.normal.creative_commons import of_parts
from crawler.metadata.normal.licence_names import named

ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"'()\[\]{}|,;]{3,300}", re.IGNORECASE)

_ENDS = re.compile(
    r"(?:\.(?:en|de|fr|es|it|ja|pt|zh))?\.(?:html?|txt|php|json|jsonld|rdf|xml|md|ttl)$"
)
_CREATIVE = re.compile(
    r"(?<![\w-])(?:creativecommons\.org|licensebuttons\.net)/(?:licen[cs]es?|l)/+"
    r"(?P<elements>(?:(?:by|nc|sa|nd)(?:[-_+]|(?=[/.?#]|$)))+)"
    r"(?:/+(?P<version>[1-4]\.[0-9])(?![0-9]))?(?:/+(?P<port>[a-z]{2,3})(?=[/?#]|$))?"
)
_PLACES: tuple[tuple[str, str], ...] = (
    (r"creativecommons\.org/publicdomain/+zero\b", "CC0"),
    (r"(?:creativecommons\.org|licensebuttons\.net)/(?:licen[cs]es|l|p)/+(?:zero|cc0)\b", "CC0"),
    (r"(?:licensebuttons\.net|i\.creativecommons\.org)/p/zero\b", "CC0"),
    (r"(?:creativecommons\.org/publicdomain|licensebuttons\.net/p)/+mark\b", "PDM"),
    (r"creativecommons\.org/licenses/publicdomain\b", "CC-PDDC"),
    (r"creativecommons\.org/licenses/((?:l?gpl)/[\d.]+)", "{}"),
    (r"(?:opendatacommons|opendefinition)\.org/licenses/(?:odc-)?(odbl|pddl|by)\b", "ODC-{}"),
    (r"opendatacommons\.org/licenses/(dbcl)\b", "{}"),
    (r"opendefinition\.org/licenses/([\w.-]+)", "{}"),
    (r"opensource\.org/licenses?/([\w.-]+)", "{}"),
    (r"(?:spdx\.org|choosealicense\.com|api\.github\.com)/licenses/([\w.+-]+)", "{}"),
    (r"zenodo\.org(?:/api)?/licenses/([\w.+-]+)", "{}"),
    (r"gnu\.org/(?:licenses|copyleft)/(?:old-licenses/)?(a?gpl|lgpl)(?:-(\d\.\d))?", "{}-{}"),
    (r"gnu\.org/(?:licenses|copyleft)/(?:old-licenses/)?(fdl)(?:-(\d\.\d))?", "G{}-{}"),
    (r"apache\.org/licenses/license-(\d\.\d)", "Apache-{}"),
    (r"apache\.org/licenses(?:/|$)", "Apache"),
    (r"mozilla\.org/(?:[\w-]+/)?mpl/(\d\.\d)", "MPL-{}"),
    (r"eclipse\.org/(?:org/documents|legal)/(?:epl-(?:v)?)([\d.]+\d|\d)", "EPL-{}"),
    (r"(?:unlicense)\.org(?:/|$)", "Unlicense"),
    (r"wtfpl\.net(?:/|$)", "WTFPL"),
    (r"cdla\.(?:dev|io)/((?:permissive|sharing)-\d(?:[.-]\d)?)", "CDLA-{}"),
    (r"nationalarchives\.gov\.uk/doc/open-government-licence/version/(\d)", "OGL-UK-{}.0"),
    (r"nationalarchives\.gov\.uk/doc/open-government-licence(?:/|$)", "UK-OGL"),
    (r"etalab\.gouv\.fr/[\w/.-]*licence-ouverte[\w/.-]*v?2", "etalab-2.0"),
    (r"govdata\.de/dl-de/((?:by|zero)-2-0)", "DL-DE-{}"),
    (r"publications\.europa\.eu/resource/authority/licence/([\w.]+)", "{}"),
    (r"usa\.gov/(?:government-works|government-copyright|publicdomain)\b", "us-pd"),
    (r"arxiv\.org/licenses/nonexclusive-distrib/1\.0", "arXiv nonexclusive-distrib 1.0"),
    (r"physionet\.org/about/licenses/([\w.-]+)", "{}"),
    (r"\bmit-license\.org(?:/|$)", "MIT"),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"(?<![\w-]){pattern}"), name) for pattern, name in _PLACES)


def of_address(url: str) -> str | None:
    """The licence whose own place this is; of the address of anything else, None.

    >>> of_address("http://creativecommons.org/licenses/by-nc/3.0/igo/legalcode")
    'CC-BY-NC-3.0-IGO'
    >>> of_address("https://opensource.org/licenses/mit-license.php")
    'MIT'
    """
    plain = _ENDS.sub("", unquote(url).lower().strip().partition("#")[0].rstrip("/.,"))
    if creative := _CREATIVE.search(plain):
        elements = set(re.findall("by|nc|sa|nd", creative["elements"]))
        return of_parts(elements, creative["version"], (creative["port"] or "").upper())
    for pattern, name in _COMPILED:
        if place := pattern.search(plain):
            return named(name.format(*(part or "" for part in place.groups())).strip("-"))
    return None
