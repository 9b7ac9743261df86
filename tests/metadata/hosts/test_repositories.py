"""What is read in the answers of repositories and of registers of DOIs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.hosts import host_of
from crawler.metadata.fields import Field, Said
from crawler.metadata.hosts import ADAPTERS, Adapter, known_from, question_about_fields
from crawler.metadata.hosts.told import Told

ANSWERS = Path(__file__).parent / "answers"
PAGE = (Path(__file__).parents[3] / "docs" / "hosts.md").read_text("utf-8")
ORCID = "0000-0002-1825-0097"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"

ZENODO = "https://zenodo.org/records/4202"
FIGSHARE = "https://figshare.com/articles/dataset/Sparrow_Atlas/4401/2"
DRYAD = "https://datadryad.org/dataset/doi:10.5061/dryad.abc12"
DATAVERSE = "https://data.example.edu/dataset.xhtml?persistentId=doi:10.5072/FK2/AB12CD"
OSF = "https://osf.io/abc22/"
PANGAEA = "https://doi.pangaea.de/10.1594/PANGAEA.4501"
CKAN = "https://data.example.org/dataset/bird-counts"
OPENML = "https://www.openml.org/d/61"
MENDELEY = "https://data.mendeley.com/datasets/abc123def4/2"
INVENIO = "https://data.example.edu/records/a1b2c-3d4e5"
DATA_DOI = "https://doi.org/10.5072/atlas.2"
PAPER_DOI = "https://doi.org/10.1038/s00000-000-0000-0"


class Answered(NamedTuple):
    """An answer about a link, whose word it is, and everything that is to be read in it."""

    link: str
    source: str
    fields: dict[str, Any]


# fmt: off
CASES: dict[str, Answered] = {
    "zenodo-newest": Answered(ZENODO, "api:zenodo", {
        "title": "Sparrow Atlas: songs & calls",
        "description": "<p>Songs of <em>sparrows</em>.</p>",
        "creators": [{"name": "Owl, Ada", "orcid": ORCID}, {"name": "Wren, Bo"}],
        "publisher": "Zenodo", "doi": "10.5281/zenodo.4202", "concept_doi": "10.5281/zenodo.4201",
        "version": "2.1", "license": "cc-by-4.0", "access_tier": "open",
        "access_evidence": "access_right: open", "size_bytes": 1049000, "file_count": 2,
        "formats": ["md", "zip"], "date_published": "2024-03-01",
        "date_modified": "2024-03-02T10:00:00.000000+00:00",
        "date_created": "2024-03-01T09:30:00.000000+00:00", "keywords": ["birds", "audio"],
        "language": "eng", "related": [{"relation": "isSupplementTo", "id": "10.5555/paper"}],
        "lifecycle": "active",
    }),
    "zenodo-older": Answered(ZENODO, "api:zenodo", {
        "title": "Sparrow Atlas", "creators": [{"name": "Trees Consortium"}],
        "publisher": "Zenodo", "doi": "10.5281/zenodo.4203", "concept_doi": "10.5281/zenodo.4201",
        "license": "other-closed", "access_tier": "restricted",
        "access_evidence": "<p>Write to us and say what for.</p>", "date_published": "2023",
        "date_modified": "2023-01-02T00:00:00+00:00", "date_created": "2023-01-01T00:00:00+00:00",
        "related": [{"relation": "IsPreviousVersionOf",
                     "id": "https://zenodo.org/records/4203/latest"}],
        "lifecycle": "superseded",
    }),
    "zenodo-embargoed": Answered(ZENODO, "api:zenodo", {
        "title": "Sparrow Nests", "publisher": "Zenodo", "license": "cc-zero",
        "access_tier": "embargoed", "access_evidence": "access_right: embargoed",
        "embargo_until": "2031-05-01",
    }),
    "inveniordm": Answered(INVENIO, "api:inveniordm", {
        "title": "Forest Sounds", "description": "<p>What is heard.</p>",
        "creators": [
            {"name": "Owl, Ada", "given": "Ada", "family": "Owl", "orcid": ORCID,
             "type": "personal"},
            {"name": "Trees Consortium", "type": "organizational"},
        ],
        "publisher": "Example University", "doi": "10.5072/a1b2c-3d4e5",
        "concept_doi": "10.5072/zzzzz-00000", "version": "v1",
        "license": {"id": "cc-by-4.0", "url": f"{CC_BY}legalcode",
                    "name": "Creative Commons Attribution 4.0 International"},
        "access_tier": "embargoed", "access_evidence": "access.status: embargoed",
        "embargo_until": "2031-01-01", "size_bytes": 3000, "file_count": 2,
        "formats": ["audio/wav", "text/csv"], "date_published": "2024-05",
        "date_modified": "2024-06-01T08:00:00.000000+00:00",
        "date_created": "2024-05-01T08:00:00.000000+00:00", "keywords": ["forests", "birds"],
        "language": "eng",
        "related": [
            {"relation": "issupplementto", "id": "10.5555/paper"},
            {"relation": "IsPreviousVersionOf",
             "id": "https://data.example.edu/records/a1b2c-3d4e5/latest"},
        ],
        "lifecycle": "superseded",
    }),
    "figshare": Answered(FIGSHARE, "api:figshare", {
        "title": "Sparrow Atlas", "description": "<p>Songs of <i>sparrows</i>.</p>",
        "creators": [
            {"name": "Ada Owl", "given": "Ada", "family": "Owl", "orcid": ORCID},
            {"name": "Bo Wren"},
        ],
        "publisher": "figshare", "doi": "10.6084/m9.figshare.4401.v2",
        "concept_doi": "10.6084/m9.figshare.4401", "version": "2",
        "license": {"url": CC_BY, "name": "CC BY 4.0"}, "access_tier": "open",
        "access_evidence": "is_public: true", "size_bytes": 470683, "file_count": 2,
        "formats": ["application/pdf", "text/csv"], "date_published": "2023-05-30T11:14:17Z",
        "date_modified": "2023-05-30T11:14:17Z", "date_created": "2022-06-27T00:57:36Z",
        "keywords": ["birds", "audio"],
        "related": [
            {"relation": "IsSupplementTo", "id": "10.5555/paper"},
            {"relation": "References", "id": "https://github.com/birds/atlas"},
        ],
    }),
    "figshare-many-files": Answered(FIGSHARE, "api:figshare", {
        "title": "Sparrow Songs", "publisher": "figshare", "doi": "10.6084/m9.figshare.4405.v1",
        "concept_doi": "10.6084/m9.figshare.4405", "version": "1", "access_tier": "open",
        "access_evidence": "is_public: true", "size_bytes": 1200,
    }),
    "figshare-files": Answered(FIGSHARE, "api:figshare-files", {
        "file_count": 3, "formats": ["text/csv"],
    }),
    "figshare-collection": Answered(
        "https://figshare.com/collections/Songs/4406/1", "api:figshare", {
            "title": "Songs", "description": "All songs.",
            "creators": [{"name": "Ada Owl", "orcid": ORCID}], "publisher": "figshare",
            "doi": "10.6084/m9.figshare.c.4406.v1", "concept_doi": "10.6084/m9.figshare.c.4406",
            "version": "1", "date_published": "2023-01-02T00:00:00Z",
            "date_modified": "2023-01-03T00:00:00Z", "date_created": "2023-01-01T00:00:00Z",
            "keywords": ["birds"],
            "related": [{"relation": "IsSupplementTo", "id": "10.5555/paper"}],
        }),
    "figshare-embargoed": Answered(FIGSHARE, "api:figshare", {
        "title": "Sparrow Nests", "publisher": "figshare", "doi": "10.6084/m9.figshare.4402",
        "version": "1",
        "license": {"url": "https://creativecommons.org/publicdomain/zero/1.0/", "name": "CC0"},
        "access_tier": "embargoed", "access_evidence": "Until the paper is out.",
        "embargo_until": "2031-02-01",
    }),
    "figshare-restricted": Answered(
        "https://data.4tu.nl/datasets/01234567-89ab-cdef-0123-456789abcdef/1", "api:figshare", {
            "title": "Storks", "publisher": "4TU.ResearchData", "version": "1",
            "doi": "10.4121/01234567-89ab-cdef-0123-456789abcdef.v1",
            "concept_doi": "10.4121/01234567-89ab-cdef-0123-456789abcdef",
            "license": {"name": "Restrictive Licence", "url": "https://data.example.org/terms"},
            "access_tier": "application", "access_evidence": "is_embargoed: true",
        }),
    "figshare-metadata-only": Answered(FIGSHARE, "api:figshare", {
        "title": "Storks", "publisher": "figshare", "version": "1",
        "doi": "10.6084/m9.figshare.4403.v1", "concept_doi": "10.6084/m9.figshare.4403",
        "access_tier": "metadata-only", "access_evidence": "Held elsewhere.",
    }),
    "figshare-confidential": Answered(FIGSHARE, "api:figshare", {
        "title": "Storks", "publisher": "figshare", "version": "1",
        "doi": "10.6084/m9.figshare.4404.v1", "concept_doi": "10.6084/m9.figshare.4404",
        "access_tier": "closed", "access_evidence": "is_confidential: true",
    }),
    "dryad": Answered(DRYAD, "api:dryad", {
        "title": "Sparrow Atlas", "description": "<p>Songs of sparrows.</p>",
        "creators": [{"name": "Ada Owl", "given": "Ada", "family": "Owl", "orcid": ORCID}],
        "publisher": "Dryad", "doi": "10.5061/dryad.abc12", "version": "3",
        "license": "https://spdx.org/licenses/CC0-1.0.html", "access_tier": "open",
        "access_evidence": "curationStatus: Published", "size_bytes": 20480,
        "date_published": "2021-04-01", "date_modified": "2021-05-01",
        "keywords": ["birds", "audio"],
        "related": [{"relation": "primary_article", "id": "https://doi.org/10.5555/paper"}],
    }),
    "dryad-embargoed": Answered(DRYAD, "api:dryad", {
        "title": "Sparrow Nests",
        "creators": [{"name": "Ada Owl", "given": "Ada", "family": "Owl"}],
        "publisher": "Dryad", "doi": "10.5061/dryad.abc13", "version": "1",
        "access_tier": "embargoed", "access_evidence": "curationStatus: Embargoed",
        "embargo_until": "2031-08-02",
    }),
    "dryad-files": Answered(DRYAD, "api:dryad-files", {
        "size_bytes": 20480, "file_count": 2, "formats": ["text/csv", "text/markdown"],
    }),
    "dryad-many-files": Answered(DRYAD, "api:dryad-files", {"file_count": 240}),
    "mendeley": Answered(MENDELEY, "api:mendeley", {
        "title": "Sparrow Atlas", "description": "Songs of sparrows.",
        "creators": [
            {"name": "Ada Owl", "given": "Ada", "family": "Owl", "orcid": ORCID},
            {"name": "Bo Wren", "given": "Bo", "family": "Wren"},
        ],
        "publisher": "Mendeley Data", "doi": "10.17632/abc123def4.2",
        "concept_doi": "10.17632/abc123def4", "version": "2",
        "license": {"url": "http://creativecommons.org/licenses/by/4.0", "name": "CC BY 4.0"},
        "access_tier": "open", "access_evidence": "files listed: 2", "size_bytes": 2024,
        "file_count": 2, "formats": ["application/zip", "text/plain"],
        "date_published": "2022-02-03T10:00:00.000Z", "date_modified": "2022-02-03T10:00:01.000Z",
        "date_created": "2022-01-30T10:00:00.000Z", "keywords": ["Ornithology"],
        "related": [{"relation": "IsRelatedTo", "id": "10.5555/paper"}],
    }),
    "dataverse-open": Answered(DATAVERSE, "api:dataverse", {
        "title": "Sparrow Atlas", "description": "Songs of sparrows.",
        "creators": [{"name": "Owl, Ada", "orcid": ORCID}], "doi": "10.5072/FK2/AB12CD",
        "version": "2.1",
        "license": {"id": "CC0-1.0", "name": "CC0 1.0",
                    "url": "http://creativecommons.org/publicdomain/zero/1.0"},
        "access_tier": "open", "access_evidence": "restricted: 0 of 2 files", "size_bytes": 5024,
        "file_count": 2, "formats": ["text/plain", "text/tab-separated-values"],
        "date_published": "2023-06-07", "date_modified": "2024-02-03T12:00:00Z",
        "date_created": "2023-06-01", "keywords": ["birds", "audio"], "language": "English",
        "related": [{"relation": "IsCitedBy", "id": "10.5555/paper"}], "lifecycle": "active",
    }),
    "dataverse-on-request": Answered(DATAVERSE, "api:dataverse", {
        "title": "Sparrow Atlas", "doi": "10.5072/FK2/AB12CD", "version": "2",
        "license": "Custom Dataset Terms", "access_tier": "application",
        "access_evidence": "You need to request access.", "size_bytes": 5024, "file_count": 2,
        "formats": ["text/plain", "text/tab-separated-values"], "lifecycle": "active",
    }),
    "dataverse-closed": Answered(
        "https://data.example.edu/dataset.xhtml?persistentId=hdl:1902.1/ABC", "api:dataverse", {
            "title": "Sparrow Atlas", "version": "2", "license": "CC0", "access_tier": "closed",
            "access_evidence": "restricted: 1 of 2 files, fileAccessRequest: false",
            "size_bytes": 5024, "file_count": 2, "lifecycle": "active",
            "formats": ["text/plain", "text/tab-separated-values"],
        }),
    "dataverse-embargoed": Answered(DATAVERSE, "api:dataverse", {
        "title": "Sparrow Atlas", "doi": "10.5072/FK2/AB12CD", "version": "2",
        "license": "https://creativecommons.org/licenses/by-nc/4.0/", "access_tier": "embargoed",
        "access_evidence": "embargo: 2031-03-04", "embargo_until": "2031-03-04",
        "size_bytes": 5024, "file_count": 2, "lifecycle": "active",
        "formats": ["text/plain", "text/tab-separated-values"],
    }),
    "dataverse-deaccessioned": Answered(DATAVERSE, "api:dataverse", {
        "title": "Sparrow Atlas", "doi": "10.5072/FK2/AB12CD", "version": "2",
        "lifecycle": "withdrawn",
    }),
    "osf-project": Answered(OSF, "api:osf", {
        "title": "Sparrow Atlas", "description": "Songs of sparrows.", "publisher": "OSF",
        "access_tier": "open", "access_evidence": "public: true",
        "date_modified": "2021-01-02T03:04:05.000000", "date_created": "2020-01-02T03:04:05.000000",
        "keywords": ["birds"],
    }),
    "osf-project-whole": Answered(OSF, "api:osf-embedded", {
        "creators": [{"name": "Ada Owl", "given": "Ada", "family": "Owl", "orcid": ORCID}],
        "doi": "10.17605/OSF.IO/ABC22",
        "license": {"url": f"{CC_BY}legalcode", "name": "CC-By Attribution 4.0 International"},
    }),
    "osf-registration": Answered(OSF, "api:osf", {
        "title": "Sparrow Nests", "publisher": "OSF", "access_tier": "embargoed",
        "access_evidence": "embargo_end_date: 2031-02-02T00:00:00",
        "embargo_until": "2031-02-02T00:00:00", "date_published": "2020-02-02T03:04:05",
        "date_created": "2020-01-02T03:04:05",
        "related": [{"relation": "IsSupplementTo", "id": "10.5555/paper"}],
    }),
    "pangaea": Answered(PANGAEA, "api:pangaea", {
        "title": "Sparrow counts", "description": "Counts of sparrows.",
        "creators": [{"name": "Ada Owl", "given": "Ada", "family": "Owl", "type": "Person",
                      "orcid": f"https://orcid.org/{ORCID}"}],
        "publisher": "PANGAEA", "doi": "10.1594/PANGAEA.4501", "license": CC_BY,
        "access_tier": "unrestricted", "access_evidence": "conditionsOfAccess: unrestricted",
        "size_bytes": {"value": 41, "unit": "datasets"}, "formats": ["text/tab-separated-values"],
        "date_published": "2019-06-21", "keywords": "birds; counts", "language": "en",
        "related": [{"relation": "References", "id": "https://doi.org/10.5555/paper"}],
    }),
    "pangaea-closed": Answered(PANGAEA, "api:pangaea", {
        "title": "Stork counts", "creators": [{"name": "Bo Wren", "type": "Person"}],
        "publisher": "PANGAEA", "doi": "10.1594/PANGAEA.4502", "access_tier": "application",
        "access_evidence": "isAccessibleForFree: false",
        "size_bytes": {"value": 2.5, "unit": "MBytes"},
    }),
    "ckan": Answered(CKAN, "api:ckan", {
        "title": "Bird counts", "description": "Counts of **birds**.",
        "creators": [{"name": "Ada Owl"}], "publisher": "Office of Trees", "version": "1.2",
        "license": {"id": "cc-by", "url": "http://www.opendefinition.org/licenses/cc-by",
                    "name": "Creative Commons Attribution"},
        "access_tier": "open", "access_evidence": "isopen: true", "size_bytes": 1500,
        "file_count": 2, "formats": ["JSON", "text/csv"], "date_published": "2018-12-31",
        "date_modified": "2020-01-02T03:04:05.000001", "date_created": "2019-01-02T03:04:05.000001",
        "keywords": ["birds", "counts"], "language": "en", "lifecycle": "active",
    }),
    "ckan-not-public": Answered(CKAN, "api:ckan", {
        "title": "Nests", "publisher": "Office of Trees",
        "license": {"id": "notspecified", "name": "License not specified"},
        "access_tier": "non-public", "access_evidence": "accessLevel: non-public",
        "file_count": 2, "formats": ["CSV"], "date_modified": "2021-02-03", "lifecycle": "active",
    }),
    "openml": Answered(OPENML, "api:openml", {
        "title": "sparrows", "description": "**Author**: Ada Owl\n\nSongs.",
        "creators": ["Ada Owl", "Bo Wren"], "publisher": "OpenML", "version": "1",
        "license": "CC BY 4.0", "access_tier": "open", "access_evidence": "visibility: public",
        "formats": ["ARFF"], "date_published": "2014-04-06T23:23:39",
        "keywords": ["birds", "study_1"], "language": "English",
        "related": [{"relation": "IsDocumentedBy", "id": "https://doi.org/10.5555/paper"}],
        "lifecycle": "active",
    }),
    "openml-deactivated": Answered(OPENML, "api:openml", {
        "title": "storks", "creators": ["Ada Owl"], "publisher": "OpenML", "version": "3",
        "license": "Public", "access_tier": "private", "access_evidence": "visibility: private",
        "formats": ["ARFF"], "lifecycle": "deprecated",
    }),
    "datacite": Answered(DATA_DOI, "datacite", {
        "title": "Sparrow Atlas", "description": "Songs of sparrows.",
        "creators": [
            {"name": "Owl, Ada", "given": "Ada", "family": "Owl", "type": "Personal",
             "orcid": f"https://orcid.org/{ORCID}"},
            {"name": "Trees Consortium", "type": "Organizational"},
        ],
        "publisher": "Example Data", "doi": "10.5072/atlas.2", "concept_doi": "10.5072/atlas",
        "version": "2.0",
        "license": {"id": "cc0-1.0", "name": "Creative Commons Zero v1.0 Universal",
                    "url": "https://creativecommons.org/publicdomain/zero/1.0/legalcode"},
        "access_tier": "info:eu-repo/semantics/openAccess",
        "access_evidence": "rights: Open Access", "size_bytes": ["1000 bytes", "234", "2 files"],
        "file_count": 2, "formats": ["application/zip", "text/csv"],
        "date_published": "2020-03-04", "date_modified": "2021-05-06T07:08:09Z",
        "date_created": "2019-12-01", "keywords": ["birds", "audio"], "language": "en",
        "related": [{"relation": "IsVersionOf", "id": "10.5072/atlas"},
                    {"relation": "IsPreviousVersionOf", "id": "10.5072/atlas.3"}],
        "lifecycle": "superseded",
    }),
    "datacite-embargoed": Answered("https://doi.org/10.5072/nests", "datacite", {
        "title": "Nests", "publisher": "Example Data", "doi": "10.5072/nests",
        "license": {"name": "CC BY"},
        "access_tier": "http://purl.org/coar/access_right/c_f1cf",
        "access_evidence": "rights: Embargoed Access", "embargo_until": "2031-01-01",
        "date_published": "2022",
    }),
    "crossref": Answered(PAPER_DOI, "crossref", {
        "title": "Sparrow Atlas", "description": "<jats:p>Songs of sparrows.</jats:p>",
        "creators": [
            {"name": "Ada Owl", "given": "Ada", "family": "Owl",
             "orcid": f"http://orcid.org/{ORCID}"},
            {"name": "Trees Consortium"},
        ],
        "publisher": "Example Press", "doi": "10.1038/s00000-000-0000-0", "license": CC_BY,
        "date_published": "2020-03", "keywords": ["Ornithology"], "language": "en",
        "related": [{"relation": "is-supplemented-by", "id": "10.5072/atlas.2"}],
    }),
    "crossref-retracted": Answered(PAPER_DOI, "crossref", {
        "title": "RETRACTED: Owls by day", "publisher": "Example Press",
        "doi": "10.1016/j.birds.2019.1",
        "related": [{"relation": "updated-by", "id": "10.1016/j.birds.2020.2"}],
        "lifecycle": "withdrawn",
    }),
    "crossref-notice": Answered(PAPER_DOI, "crossref", {
        "title": "Retraction notice to: Owls by day", "publisher": "Example Press",
        "doi": "10.1016/j.birds.2020.2",
        "related": [{"relation": "update-to", "id": "10.1016/j.birds.2019.1"}],
    }),
}

NOTHING = {
    "an error called 200": b'{"status": "ERROR", "message": "not found", "error": {"code": 1}}',
    "a refusal of CKAN's called 200": b'{"success": false, "error": {"__type": "Not Found Error"}}',
    "no data": b'{"data": null, "errors": [{"message": "gone fishing"}]}',
    "a title alone": b'{"title": "Sparrow Atlas", "metadata": {"title": 1}}',
    "a page": b"<!doctype html><title>Just a moment</title>",
}
# fmt: on


def read_in_cases() -> dict[str, set[str]]:
    """The fields that are read in the answers of each source, by its name."""
    read: dict[str, set[str]] = {}
    for case in CASES.values():
        question = question_about_fields(case.link)
        assert question
        read.setdefault(question.source, set()).update(case.fields)
    return read


def _said(link: str, status: int, content: bytes) -> list[Said]:
    question = question_about_fields(link)
    assert question
    return question.fields(Told(question.address, status, content))


@pytest.mark.parametrize("name", CASES)
def test_everything_in_an_answer_is_read_and_nothing_else(name: str) -> None:
    case = CASES[name]
    said = _said(case.link, 200, (ANSWERS / f"{name}.json").read_bytes())
    assert {one.field.value: one.raw for one in said} == case.fields
    assert {one.source for one in said} == {case.source}


@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING)
@pytest.mark.parametrize("link", sorted({case.link for case in CASES.values()}))
def test_an_answer_of_another_shape_says_nothing(link: str, content: bytes) -> None:
    assert _said(link, 200, content) == []


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("status", [304, 403, 404, 429, 500])
def test_a_failure_says_nothing_whatever_comes_with_it(name: str, status: int) -> None:
    assert _said(CASES[name].link, status, (ANSWERS / f"{name}.json").read_bytes()) == []


GONE = {
    ZENODO: b'{"status": 410, "message": "The record has been deleted.", "tombstone": {}}',
    INVENIO: b'{"status": 410, "message": "The record has been deleted."}',
    OSF: b'{"errors": [{"detail": "The requested node is no longer available."}]}',
}


@pytest.mark.parametrize(("link", "content"), GONE.items())
def test_a_tombstone_says_that_the_record_was_withdrawn(link: str, content: bytes) -> None:
    said = _said(link, 410, content)
    assert [(one.field, one.raw) for one in said] == [(Field.LIFECYCLE, "withdrawn")]


MENDELEYS = "https://data.mendeley.com/api/datasets-v2/datasets/abc123def4"
FIGSHARES = "https://api.figshare.com/v2/articles"
EMBEDDED = "embed=license&embed=contributors&embed=identifiers"
NEXT = {
    "dryad": (DRYAD, 200, "https://datadryad.org/api/v2/versions/90/files?per_page=100"),
    "osf-project": (OSF, 200, f"https://api.osf.io/v2/nodes/abc22/?{EMBEDDED}"),
    "figshare": (FIGSHARE, 200, None),
    "figshare-many-files": (FIGSHARE, 200, f"{FIGSHARES}/4401/versions/2/files?page_size=1000"),
    "figshare-files": (FIGSHARE, 200, None),
    "osf-project-whole": (OSF, 200, None),
    "dryad-files": (DRYAD, 200, None),
    "mendeley": (MENDELEY, 200, None),
    "crossref": (DATA_DOI, 404, "https://api.crossref.org/works/10.5072/atlas.2"),
    "datacite": (DATA_DOI, 200, None),
    "ckan": (MENDELEY, 403, f"{MENDELEYS}?fields=repository.*&version=2"),
    "openml": ("https://doi.org/10.17632/abc123def4", 404, f"{MENDELEYS}?fields=repository.*"),
    "zenodo-newest": (ZENODO, 200, None),
}  # fmt: skip


@pytest.mark.parametrize(("name", "link", "status", "after"), [(n, *c) for n, c in NEXT.items()])
def test_more_is_asked_only_where_an_answer_leaves_something_open(
    name: str, link: str, status: int, after: str | None
) -> None:
    question = question_about_fields(link)
    assert question
    told = Told(question.address, status, (ANSWERS / f"{name}.json").read_bytes())
    assert question.more(told) == after


@pytest.mark.parametrize(
    "href",
    ["https://evil.example/x", "//evil.example/x", "/api/v2/versions/../../x", "/api/v2/x", 7],
)
def test_a_record_of_dryad_cannot_send_us_elsewhere(href: object) -> None:
    question = question_about_fields(DRYAD)
    assert question
    content = f'{{"_links": {{"stash:version": {{"href": "{href}"}}}}}}'.encode()
    assert question.more(Told(question.address, 200, content)) is None


def test_the_two_interfaces_of_mendeley_are_two_sources() -> None:
    question = question_about_fields(MENDELEY)
    assert question
    content = (ANSWERS / "mendeley.json").read_bytes()
    said = question.fields(Told(f"{MENDELEYS}?fields=repository.*", 200, content))
    assert {one.source for one in said} == {"api:mendeley-pages"}


def test_a_register_answers_for_a_doi_that_it_was_asked_for_second() -> None:
    question = question_about_fields(DATA_DOI)
    assert question
    content = (ANSWERS / "crossref.json").read_bytes()
    said = question.fields(Told("https://api.crossref.org/works/10.5072/atlas.2", 200, content))
    assert {one.source for one in said} == {"crossref"}


TIERS = {
    "https://ieee-dataport.org/open-access/birds": "registration",
    "https://www.ieee-dataport.org/documents/birds": "application",
    "https://ieee-dataport.org/competitions/birds": "challenge",
    "https://ieee-dataport.org/": None,
    "https://ieee-dataport.org.example/documents/birds": None,
}


@pytest.mark.parametrize(("link", "tier"), TIERS.items())
def test_an_address_of_ieee_dataport_tells_who_gets_the_files(link: str, tier: str | None) -> None:
    assert {one.raw for one in known_from(link) if one.field is Field.ACCESS_TIER} == (
        {tier} if tier else set()
    )


def test_a_part_of_the_sizes_is_no_size() -> None:
    content = b'{"id": 1, "metadata": {"title": "Atlas"}, "files": [{"size": 5}, {"key": "a.md"}]}'
    said = {one.field: one.raw for one in _said(ZENODO, 200, content)}
    assert Field.SIZE_BYTES not in said
    assert said[Field.FILE_COUNT] == 2


def test_the_documentation_says_what_is_read() -> None:
    rows = re.findall(r"^\| ([^|`]+) \| ([a-z_, ]+) \|$", PAGE, re.MULTILINE)
    written = {source: fields.split(", ") for source, fields in rows}
    read = read_in_cases()
    assert {source: set(written.get(source, [])) for source in read} == read


NOISE = frozenset(
    {
        "stats",
        "revision",
        "revision_id",
        "views",
        "downloads",
        "thumb",
        "viewCount",
        "downloadCount",
        "citationCount",
        "updated",
        "indexed",
        "deposited",
        "is-referenced-by-count",
        "tracking_summary",
        "metrics",
        "processing_date",
        "userId",
        "sharingLink",
    }
)
"""What moves without the data; InvenioRDM alone has no other word for changed than `updated`."""


@pytest.mark.parametrize("name", sorted(set(CASES) - {"inveniordm"}))
def test_what_moves_all_the_time_is_not_read(name: str) -> None:
    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: "x" if key in NOISE else moved(value[key]) for key in value}
        return [moved(item) for item in value] if isinstance(value, list) else value

    answer = json.loads((ANSWERS / f"{name}.json").read_bytes())
    link = CASES[name].link
    assert _said(link, 200, json.dumps(moved(answer)).encode()) == _said(
        link, 200, json.dumps(answer).encode()
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)
WHOLE = {name: json.loads((ANSWERS / f"{name}.json").read_bytes()) for name in sorted(CASES)}


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """An answer in which one piece, however deep, is something else."""
    name = draw(st.sampled_from(sorted(WHOLE)))
    whole = json.loads(json.dumps(WHOLE[name]))
    place = whole
    while True:
        key = draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        if not (isinstance(place[key], (dict, list)) and place[key]) or draw(st.booleans()):
            break
        place = place[key]
    place[key] = draw(VALUES)
    return name, json.dumps(whole).encode()


@given(broken())
def test_an_answer_with_another_piece_is_read_all_the_same(answer: tuple[str, bytes]) -> None:
    name, content = answer
    question = question_about_fields(CASES[name].link)
    assert question
    told = Told(question.address, 200, content)
    for one in question.fields(told):
        assert one.raw not in (None, "", [], {})
        json.dumps(one.raw)
    following = question.more(told)
    assert following is None or host_of(following) == host_of(question.address)


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: adapter.source)
@given(VALUES | st.sampled_from(sorted(WHOLE)).map(WHOLE.get))
def test_whatever_json_comes_says_something_or_nothing(adapter: Adapter, value: object) -> None:
    told = Told("https://api.example/a", 200, json.dumps(value).encode())
    assert isinstance(adapter.fields(told), list)
    assert isinstance(adapter.more(told), str | None)


RIGHTS = {
    "a licence whose name is access": (
        [{"rights": "Open Access", "rightsUri": CC_BY}],
        {"license": {"url": CC_BY, "name": "Open Access"}},
    ),
    "access whose address is the host's own": (
        [{"rights": "Restricted access", "rightsUri": "https://data.example.org/policy"}],
        {
            "access_tier": "Restricted access",
            "access_evidence": "rights: Restricted access",
        },
    ),
    "access in words, then a licence without an identifier": (
        [{"rights": "info:eu-repo/semantics/closedAccess"}, {"rights": "CC0"}],
        {
            "access_tier": "info:eu-repo/semantics/closedAccess",
            "access_evidence": "rights: info:eu-repo/semantics/closedAccess",
            "license": {"name": "CC0"},
        },
    ),
    "the one with an identifier, wherever it stands": (
        [{"rights": "See our terms"}, {"rights": "MIT", "rightsIdentifier": "mit"}],
        {"license": {"id": "mit", "name": "MIT"}},
    ),
    "none": ([], {}),
}


@pytest.mark.parametrize(("rights", "expected"), RIGHTS.values(), ids=RIGHTS)
def test_of_rights_some_are_access_and_one_is_the_licence(
    rights: list[object], expected: dict[str, object]
) -> None:
    attributes = {"doi": "10.5072/a", "rightsList": rights}
    content = json.dumps({"data": {"type": "dois", "attributes": attributes}}).encode()
    said = {one.field.value: one.raw for one in _said(DATA_DOI, 200, content)}
    assert said == {"doi": "10.5072/a", **expected}
