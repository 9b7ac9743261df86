"""Names: what licences are called besides what SPDX calls them, and what is no licence at all."""

from __future__ import annotations

import re
import unicodedata

from crawler.metadata.normal.creative_commons import creative_commons
from crawler.metadata.normal.spdx import key, spdx_id

_NAMES: dict[str, tuple[str, ...]] = {
    "AGPL-3.0-only": ("GNU AGPLv3",),
    "Apache-2.0": ("Apache Software License 2.0", "ASL 2.0"),
    "BSD-2-Clause": ("Simplified BSD", "BSD 2", "FreeBSD License", "2-Clause BSD License"),
    "BSD-3-Clause": ("New BSD", "Modified BSD", "Revised BSD", "BSD 3", "3-Clause BSD License"),
    "BSL-1.0": ("Boost Software License",),
    "C-UDA-1.0": ("C-UDA", "Computational Use of Data Agreement"),
    "GPL-2.0-only": ("GNU GPL 2", "GNU GPL v2.0"),
    "GPL-2.0-or-later": ("GNU GPL v2 or later",),
    "GPL-3.0-only": ("GNU GPL 3", "GNU GPL v3.0"),
    "GPL-3.0-or-later": ("GNU GPL v3 or later",),
    "LGPL-2.1-only": ("GNU LGPL 2.1",),
    "LGPL-3.0-only": ("GNU LGPL 3",),
    "MIT": ("The MIT License (MIT)", "Expat", "MIT/X11"),
    "ODC-By-1.0": (
        "ODC-BY", "ODC Attribution License", "ODC Attribution License (ODC-By)",
        "Open Data Commons Attribution License", "odc attribution 1.0",
        "Open Data Commons Attribution License (ODC-By) v1.0", "Open Data Commons By",
    ),
    "ODbL-1.0": (
        "ODbL", "ODC-ODbL", "ODC Open Database License", "ODC-ODbL-1.0", "Open Database License",
        "Open Data Commons Open Database License", "Open Database License (ODbL) v1.0",
        "Open Database License 1.0", "Open Data Commons Open Database License (ODbL)",
        "Open Data Commons Open Database License (ODbL) v1.0",
        "Database: Open Database, Contents: Database Contents",
        "Database: Open Database, Contents: Original Authors",
    ),
    "PDDL-1.0": (
        "PDDL", "ODC-PDDL", "ODC-PDDL-1.0", "ODC Public Domain Dedication and License",
        "Open Data Commons Public Domain Dedication and License",
        "ODC Public Domain Dedication and Licence (PDDL)",
        "Open Data Commons Public Domain Dedication and License (PDDL)",
        "Open Data Commons Public Domain Dedication and License (PDDL) v1.0",
        "Open Data Commons PDDL", "Public Domain Dedication and License",
    ),
    "CDLA-Sharing-1.0": ("CDLA-Sharing", "Community Data License Agreement - Sharing"),
    "LicenseRef-CDLA-unversioned": ("CDLA", "Community Data License Agreement"),
    "OFL-1.1": ("Open Font License 1.1",),
    "Unlicense": ("The Unlicense (Unlicense)",),
    "etalab-2.0": ("Licence Ouverte 2.0", "Licence Ouverte / Open Licence version 2.0", "lov2"),
    "OGL-UK-3.0": ("OGL 3.0", "OGLv3"),
    "LicenseRef-AGPL-unversioned": ("AGPL", "GNU AGPL", "GNU Affero General Public License"),
    "LicenseRef-Apache-unversioned": ("Apache", "Apache Software License"),
    "LicenseRef-BSD-unversioned": ("BSD",),
    "LicenseRef-GFDL-unversioned": ("GFDL", "GNU FDL", "GNU Free Documentation License"),
    "LicenseRef-GPL-unversioned": ("GPL", "GNU GPL", "GNU General Public License", "GNU"),
    "LicenseRef-LGPL-unversioned": ("LGPL", "GNU LGPL", "GNU Lesser General Public License"),
    "LicenseRef-OGL-UK-unversioned": (
        "UK-OGL", "OGL", "Open Government Licence", "UK Open Government Licence",
    ),
    "LicenseRef-DbCL-1.0": (
        "DbCL-1.0", "DbCL", "Database Contents License",
        "Open Data Commons Database Contents License v1.0",
    ),
    "LicenseRef-OpenRAIL": ("OpenRAIL",),
    "LicenseRef-US-Government-Works": (
        "U.S. Government Works", "us-pd", "US Government Work", "United States Government Work",
        "usa.gov/government-works", "U.S. Public Domain",
    ),
    "LicenseRef-arXiv-nonexclusive-distrib-1.0": (
        "arXiv.org perpetual, non-exclusive license",
        "arXiv.org - Non-exclusive license to distribute", "arXiv nonexclusive-distrib 1.0",
    ),
    "LicenseRef-copyright-authors": ("Data files © Original Authors", "copyright-authors"),
    "LicenseRef-public-domain": ("PD", "Public Domain", "In the public domain"),
    "LicenseRef-other": (
        "other", "Other (specified in description)", "Other (please specify)", "Custom",
        "Custom terms", "Other (specified in the description)", "see description",
    ),
    "LicenseRef-other-at": ("other-at", "Other (Attribution)"),
    "LicenseRef-other-closed": ("other-closed", "Other (Not Open)"),
    "LicenseRef-other-nc": ("other-nc", "Other (Non-Commercial)"),
    "LicenseRef-other-open": ("other-open",),
    "LicenseRef-other-pd": ("other-pd", "Other (Public Domain)"),
}  # fmt: skip
"""By what they mean. A part that has five versions, or none, keeps a LicenseRef of its own:
SPDX ids are only for what is known to the letter."""

_NOTHING = (
    "NOASSERTION", "unknown", "none", "null", "nil", "n/a", "na", "not specified", "unspecified",
    "notspecified", "not applicable", "not available", "undefined", "tbd", "no license",
    "License not specified", "No license specified", "no license provided", "not provided",
    "license unknown", "unknown license", "see license", "false", "true", "None specified",
    "not stated", "copyright", "not known", "not licensed", "license", "no licence information",
)  # fmt: skip
NOTHING = frozenset(map(key, _NOTHING))
"""Words that stand where a licence should, and name none."""

_KNOWN = {key(name): id_ for id_, names in _NAMES.items() for name in names}
_REFERENCE = "LicenseRef-"
_REFERENCES = {
    key(id_.removeprefix(_REFERENCE)): id_ for id_ in _NAMES if id_.startswith(_REFERENCE)
}
_SPELT = {"tcia": "TCIA", "physionet": "PhysioNet"}
_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*")
_LONGEST = 80
_PHYSIONET = re.compile(
    r"(?:physionet)(credentialed|restricted|contributorreview|open)(?:healthdata)?"
    r"(?:license|useagreement|dua)*(\d{0,4})"
)
_PHYSIONET_KINDS = {"contributorreview": "Contributor-Review"}


def named(text: str) -> str | None:
    """The id of the licence that goes by this name, where the whole text is one.

    >>> named("Open Database License"), named("gpl 2"), named("my own terms")
    ('ODbL-1.0', 'GPL-2.0-only', None)
    """
    bare = key(text)
    return _KNOWN.get(bare) or spdx_id(text) or creative_commons(text) or _physionet(bare)


def own_terms(text: str) -> str:
    """The reference for terms that are nobody's but this source's, made of their own words.

    >>> own_terms("TCIA Restricted Licence v1.0"), own_terms("LicenseRef-CC-BY-unversioned")
    ('LicenseRef-TCIA-restricted-license-v1.0', 'LicenseRef-CC-BY-unversioned')
    """
    plain = unicodedata.normalize("NFKD", text).lower().replace("licence", "license")
    plain = plain.strip().removeprefix(_REFERENCE.lower())
    family = named(plain.removesuffix("unversioned")) or ""
    if known := _REFERENCES.get(key(plain)) or (family.startswith(_REFERENCE) and family):
        return known
    words = "-".join(_WORD.findall(plain))[:_LONGEST].rstrip("-.").split("-")
    slug = "-".join(_SPELT.get(word, word) for word in words)
    return f"{_REFERENCE}{slug or 'other'}"


def _physionet(bare: str) -> str | None:
    """PhysioNet's own licences, by kind and version: LicenseRef-PhysioNet-Credentialed-1.5.0."""
    found = _PHYSIONET.fullmatch(bare)
    if found is None:
        return None
    kind = _PHYSIONET_KINDS.get(found[1], found[1].capitalize())
    return "-".join(filter(None, ("LicenseRef-PhysioNet", kind, ".".join(found[2]))))
