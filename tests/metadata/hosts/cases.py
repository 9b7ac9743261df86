"""Answers of sources, as their interfaces write them, and what each of them says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from crawler.metadata.hosts import ADAPTERS, Adapter
from crawler.metadata.hosts.told import Told
from crawler.verdicts.evidence import Standing

BY_SOURCE = {adapter.source: adapter for adapter in ADAPTERS}


class Case(NamedTuple):
    """One answer about a link, and what is to be read in it."""

    what: str
    link: str
    status: int
    content: object
    standing: Standing | None
    quote: str = ""
    moved_to: str | None = None

    def told(self, adapter: Adapter) -> Told:
        """The answer, at the address that the adapter asks."""
        address = adapter.address(self.link)
        assert address is not None
        content = self.content
        if not isinstance(content, (str, bytes)):
            content = json.dumps(content)
        return Told(address, self.status, content.encode() if isinstance(content, str) else content)


def _feed(*entries: str) -> str:
    shown = "".join(f"  <entry>\n    {entry}\n  </entry>\n" for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>\n{shown}</feed>"
    )


DOI = "https://doi.org/10.5555/atlas"
HANDLE = "https://hdl.handle.net/11234/1-5502"
PAPER = "https://arxiv.org/abs/1705.02315"
ARTICLE = "https://pubmed.ncbi.nlm.nih.gov/111/"
STUDY = "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000007.v1.p1"
REPOSITORY = "https://github.com/birds/atlas"
HUGGED = "https://huggingface.co/datasets/birds/atlas"
KAGGLED = "https://www.kaggle.com/datasets/birds/atlas"
ZENODO = "https://zenodo.org/records/42"
FIGSHARE = "https://figshare.com/articles/dataset/Sparrow_Atlas/4401/2"
DRYAD = "https://datadryad.org/dataset/doi:10.5061/dryad.abc12"
OSF = "https://osf.io/abc22/"
SYNAPSE = "https://www.synapse.org/Synapse:syn4501"
EGA = "https://ega-archive.org/datasets/EGAD00001000001"
PHYSIONET = "https://physionet.org/content/birdsong-icu/2.0.1/"
OPENNEURO = "https://openneuro.org/datasets/ds004242"
TCIA = "https://www.cancerimagingarchive.net/collection/bird-lungs/"
UCI = "https://archive.ics.uci.edu/dataset/145/heron+disease"
CHALLENGE = "https://heronseg.grand-challenge.org/"
SERIES = "https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE301650"

MENDELEY = "https://data.mendeley.com/datasets/abc123def4/2"
PANGAEA = "https://doi.pangaea.de/10.1594/PANGAEA.4501"
OPENML = "https://www.openml.org/d/61"
INVENIO = "https://data.example.edu/records/a1b2c-3d4e5"
DATAVERSE = "https://data.example.edu/dataset.xhtml?persistentId=doi:10.5072/FK2/AB12CD"
CKAN = "https://data.example.org/dataset/bird-counts"

THERE, ARCHIVED, RESTRICTED = Standing.THERE, Standing.ARCHIVED, Standing.RESTRICTED
HIDDEN, WITHDRAWN, UNKNOWN = Standing.HIDDEN, Standing.WITHDRAWN, Standing.UNKNOWN

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "DOI": (
        Case("a name with its address", DOI, 200, {"responseCode": 1, "handle": "10.5555/atlas",
             "values": [{"index": 1, "type": "URL"}]}, Standing.REGISTERED, "responseCode: 1"),
        Case("a name without an address", DOI, 200,
             {"responseCode": 200, "handle": "10.5555/atlas"}, Standing.REGISTERED,
             "responseCode: 200"),
        Case("no such name", DOI, 404, {"responseCode": 100, "handle": "10.5555/atlas"}, UNKNOWN,
             "responseCode: 100"),
        Case("an error of the register", DOI, 500, {"responseCode": 2, "message": "Error"}, None),
        Case("a code that does not go with its status", DOI, 200,
             {"responseCode": 100, "handle": "10.5555/atlas"}, None),
        Case("a 404 without the register's code", DOI, 404, "<h1>Not Found</h1>", None),
        Case("a code in words", DOI, 200, {"responseCode": "1", "handle": "10.5555/atlas"}, None),
    ),
    "Handle": (
        Case("a name with its address", HANDLE, 200,
             {"responseCode": 1, "handle": "11234/1-5502", "values": []}, Standing.REGISTERED,
             "responseCode: 1"),
        Case("no such name", HANDLE, 404, {"responseCode": 100, "handle": "11234/1-5502"},
             UNKNOWN, "responseCode: 100"),
    ),
    "arXiv": (
        Case("a paper", PAPER, 200, _feed("<id>http://arxiv.org/abs/1705.02315v5</id>"), THERE,
             "1705.02315"),
        Case("an empty feed", PAPER, 200, _feed(), None),
        Case("an error", PAPER, 400, _feed("<id>http://arxiv.org/api/errors#id</id>"), None),
        Case("an error called 200", PAPER, 200,
             _feed("<id>https://arxiv.org/api/errors#id</id>"), None),
        Case("another paper", PAPER, 200, _feed("<id>http://arxiv.org/abs/1705.02316v1</id>"),
             None),
    ),
    "NCBI": (
        Case("an article", ARTICLE, 200,
             {"result": {"uids": ["111"], "111": {"uid": "111", "title": "Sparrows."}}}, THERE,
             "Sparrows."),
        Case("no such article", ARTICLE, 200, {"result": {"uids": ["111"], "111": {
             "uid": "111", "error": "cannot get document summary"}}}, UNKNOWN,
             "cannot get document summary"),
        Case("another error", ARTICLE, 200, {"result": {"uids": ["111"], "111": {
             "uid": "111", "error": "database is busy"}}}, None),
        Case("too many questions", ARTICLE, 429,
             {"error": "API rate limit exceeded", "count": "4"}, None),
        Case("a number that is none", ARTICLE, 200, {"esummaryresult": ["Invalid uid"]}, None),
        Case("another article", ARTICLE, 200,
             {"result": {"uids": ["112"], "112": {"uid": "112", "title": "Owls."}}}, None),
        Case("a series", SERIES, 200, {"result": {"uids": ["200301650"], "200301650": {
             "uid": "200301650", "title": "Single cells of finches"}}}, THERE,
             "Single cells of finches"),
        Case("no such series, or a private one", SERIES, 200, {"result": {"uids": ["200301650"],
             "200301650": {"error": "cannot get document summary"}}}, None),
        Case("a project", "https://www.ncbi.nlm.nih.gov/bioproject/PRJNA7", 200, {"result": {
             "uids": ["7"], "7": {"uid": "7", "project_title": "Song"}}}, THERE, "Song"),
        Case("a study that is found", STUDY, 200,
             {"esearchresult": {"count": "3", "idlist": ["1001"]}}, THERE, "count: 3"),
        Case("a study that is not found", STUDY, 200,
             {"esearchresult": {"count": "0", "idlist": []}}, None),
    ),
    "GitHub": (
        Case("a repository", REPOSITORY, 200, {"full_name": "birds/atlas", "private": False,
             "archived": False, "html_url": "https://github.com/birds/atlas"}, THERE,
             "full_name: birds/atlas"),
        Case("one in another spelling", REPOSITORY, 200, {"full_name": "Birds/Atlas",
             "private": False, "html_url": "https://github.com/Birds/Atlas"}, THERE,
             "full_name: Birds/Atlas"),
        Case("one that is read-only", REPOSITORY, 200, {"full_name": "birds/atlas",
             "private": False, "archived": True, "html_url": "https://github.com/birds/atlas"},
             ARCHIVED, "full_name: birds/atlas"),
        Case("one under a new name", REPOSITORY, 200, {"full_name": "owls/map", "private": False,
             "archived": False, "html_url": "https://github.com/owls/map"}, THERE,
             "full_name: owls/map", "https://github.com/owls/map"),
        Case("one that leads astray", REPOSITORY, 200, {"full_name": "owls/map", "private": False,
             "archived": False, "html_url": "https://github.example/owls/map"}, THERE,
             "full_name: owls/map"),
        Case("one that only our token sees", REPOSITORY, 200, {"full_name": "birds/atlas",
             "private": True, "html_url": "https://github.com/birds/atlas"}, RESTRICTED,
             "private: birds/atlas"),
        Case("deleted or private", REPOSITORY, 404, {"message": "Not Found"}, HIDDEN, "Not Found"),
        Case("too many questions", REPOSITORY, 403,
             {"message": "API rate limit exceeded for 192.0.2.1."}, None),
        Case("withheld", REPOSITORY, 451, {"message": "Repository access blocked"}, None),
    ),
    "Hugging Face": (
        Case("a data set", HUGGED, 200, {"id": "birds/atlas", "private": False, "gated": False},
             THERE, "id: birds/atlas"),
        Case("a gated one", HUGGED, 200, {"id": "birds/atlas", "private": False,
             "gated": "manual", "disabled": False}, THERE, "id: birds/atlas"),
        Case("a disabled one", HUGGED, 200, {"id": "birds/atlas", "private": False,
             "disabled": True}, None),
        Case("one that only our token sees", HUGGED, 200, {"id": "birds/atlas", "private": True},
             RESTRICTED, "private: birds/atlas"),
        Case("missing or private", HUGGED, 401, {"error": "Invalid username or password."},
             HIDDEN, "Invalid username or password."),
        Case("missing", HUGGED, 404, {"error": "Repository not found"}, HIDDEN,
             "Repository not found"),
        Case("too many questions", HUGGED, 429, {"error": "Too Many Requests"}, None),
    ),
    "Kaggle": (
        Case("a data set", KAGGLED, 200, {"ref": "birds/atlas", "isPrivate": False}, THERE,
             "ref: birds/atlas"),
        Case("one that only our token sees", KAGGLED, 200,
             {"ref": "birds/atlas", "isPrivate": True}, RESTRICTED, "isPrivate: birds/atlas"),
        Case("missing or private", KAGGLED, 403,
             {"code": 403, "message": "Permission 'datasets.get' was denied"}, HIDDEN,
             "Permission 'datasets.get' was denied"),
        Case("not for strangers any more", KAGGLED, 401, {"code": 401, "message": "Unauthorized"},
             None),
        Case("refused", KAGGLED, 403, {"code": 403, "message": "Forbidden"}, None),
    ),
    "Zenodo": (
        Case("a record", ZENODO, 200, {"id": 42, "metadata": {"title": "Sparrow\n Atlas"}}, THERE,
             "Sparrow Atlas"),
        Case("a record with restricted files", ZENODO, 200, {"id": 42, "metadata": {
             "title": "Sparrow Atlas", "access_right": "restricted"}}, THERE, "Sparrow Atlas"),
        Case("a record for some", ZENODO, 403, {"status": 403, "message": "Permission denied."},
             RESTRICTED, "Permission denied."),
        Case("none", ZENODO, 404, {"status": 404,
             "message": "The persistent identifier does not exist."}, UNKNOWN,
             "The persistent identifier does not exist."),
        Case("a tombstone", ZENODO, 410, {"status": 410, "message": "The record has been deleted.",
             "tombstone": {"removed_by": {"user": "1"}}}, WITHDRAWN,
             "The record has been deleted."),
        Case("a page that is not the interface's", ZENODO, 404, {"message": "Not found"}, None),
        Case("a wall", ZENODO, 403, "<h1>403 Forbidden</h1>", None),
    ),
    "figshare": (
        Case("an article", FIGSHARE, 200, {"id": 4401, "title": "Sparrow Atlas"}, THERE,
             "Sparrow Atlas"),
        Case("missing or private", FIGSHARE, 404, {"code": "EntityNotFound",
             "message": "Entity not found: article"}, HIDDEN, "Entity not found: article"),
        Case("another 404", FIGSHARE, 404, {"message": "no such route"}, None),
    ),
    "Dryad": (
        Case("a data set", DRYAD, 200, {"identifier": "doi:10.5061/dryad.abc12",
             "title": "Sparrow Atlas"}, THERE, "Sparrow Atlas"),
        Case("missing or private", DRYAD, 404, {"error": "not-found"}, HIDDEN, "not-found"),
        Case("something else", DRYAD, 200, {"total": 0}, None),
    ),
    "OSF": (
        Case("a project", OSF, 200, {"data": {"id": "abc22", "type": "nodes"}}, THERE,
             "nodes: abc22"),
        Case("a private one", OSF, 401, {"errors": [{
             "detail": "Authentication credentials were not provided."}]}, RESTRICTED,
             "Authentication credentials were not provided."),
        Case("none", OSF, 404, {"errors": [{"detail": "Not found."}]}, UNKNOWN, "Not found."),
        Case("one that was removed", OSF, 410, {"errors": [{
             "detail": "The requested node is no longer available."}]}, WITHDRAWN,
             "The requested node is no longer available."),
        Case("a 404 that is not the interface's", OSF, 404, "nginx", None),
        Case("too many questions", OSF, 429, {"errors": [{"detail": "Request was throttled."}]},
             None),
    ),
    "Synapse": (
        Case("a project", SYNAPSE, 200, {"id": "syn4501", "name": "Sparrow Atlas"}, THERE,
             "Sparrow Atlas"),
        Case("one for some", SYNAPSE, 403,
             {"reason": "You lack READ access to the requested entity."}, RESTRICTED,
             "You lack READ access to the requested entity."),
        Case("none", SYNAPSE, 404, {"reason": "Resource: 'syn4501' does not exist"}, UNKNOWN,
             "Resource: 'syn4501' does not exist"),
        Case("one that was thrown away", SYNAPSE, 404,
             {"reason": "Entity syn4501 is in trash can."}, WITHDRAWN,
             "Entity syn4501 is in trash can."),
        Case("in repair", SYNAPSE, 503, {"reason": "Synapse is down for maintenance."}, None),
    ),
    "EGA": (
        Case("a data set", EGA, 200, {"accession_id": "EGAD00001000001"}, THERE,
             "accession_id: EGAD00001000001"),
        Case("another data set", EGA, 200, {"accession_id": "EGAD00001000002"}, None),
        Case("none, or not shown", EGA, 404, {"message": "Not found"}, None),
    ),
    "PhysioNet": (
        Case("a version", PHYSIONET, 200, {"slug": "birdsong-icu", "version": "2.0.1",
             "title": "Song at the Bedside"}, THERE, "Song at the Bedside"),
        Case("its versions", "https://physionet.org/content/birdsong-icu/", 200,
             [{"slug": "birdsong-icu", "version": "1.9", "title": "Old Song"},
              {"slug": "birdsong-icu", "version": "1.10", "title": "New Song"}], THERE, "New Song"),
        Case("no versions", "https://physionet.org/content/birdsong-icu/", 200, [], None),
        Case("none, or not shown", PHYSIONET, 404, {"detail": "Not found."}, None),
    ),
    "OpenNeuro": (
        Case("a data set", OPENNEURO, 200,
             {"data": {"dataset": {"id": "ds004242", "public": True}}}, THERE, "id: ds004242"),
        Case("missing or private", OPENNEURO, 200, {"data": {"dataset": None}, "errors": [
             {"message": "You do not have access to read this dataset."}]}, HIDDEN,
             "You do not have access to read this dataset."),
        Case("one that only its makers see", OPENNEURO, 200,
             {"data": {"dataset": {"id": "ds004242", "public": False}}}, None),
        Case("an error of another kind", OPENNEURO, 200,
             {"errors": [{"message": "Cannot query field"}]}, None),
    ),
    "TCIA": (
        Case("a collection", TCIA, 200, [{"slug": "bird-lungs"}], THERE, "slug: bird-lungs"),
        Case("another collection", TCIA, 200, [{"slug": "bird-lungs-2"}], None),
        Case("a search without result", TCIA, 200, [], None),
    ),
    "UCI": (
        Case("a data set", UCI, 200, {"status": 200, "data": {"uci_id": 145,
             "name": "Heron Disease"}}, THERE, "Heron Disease"),
        Case("a 404 called 200", UCI, 200, {"status": 404, "message": "Dataset not found"}, None),
    ),
    "Grand Challenge": (
        Case("a challenge", CHALLENGE, 200, {"slug": "heronseg", "title": "Heron Segmentation",
             "public": True}, THERE, "Heron Segmentation"),
        Case("none, or not shown", CHALLENGE, 404, {"detail": "Not found."}, None),
        Case("not for strangers any more", CHALLENGE, 401, {"detail": "Authentication"}, None),
    ),
    "GitHub Pages": (
        Case("a repository with pages", "https://birds.github.io/atlas/", 200,
             {"full_name": "birds/atlas", "private": False, "has_pages": True}, None),
    ),
    "Grand Challenge pages": (
        Case("a challenge", f"{CHALLENGE}Data/", 200, {"slug": "heronseg",
             "title": "Heron Segmentation", "public": True}, None),
    ),
    "Mendeley Data": (
        Case("a data set", MENDELEY, 200, {"id": "abc123def4", "name": "Sparrow Atlas"}, THERE,
             "Sparrow Atlas"),
        Case("none, or not shown", MENDELEY, 404, {"message": "Not found"}, None),
        Case("a wall", MENDELEY, 403, "<h1>Forbidden</h1>", None),
    ),
    "PANGAEA": (
        Case("a data set", PANGAEA, 200, {"@type": "Dataset", "name": "Sparrow counts"}, THERE,
             "Sparrow counts"),
        Case("none", PANGAEA, 404, "<h1>Not found</h1>", None),
        Case("something else", PANGAEA, 200, {"@type": "WebSite", "name": "PANGAEA"}, None),
    ),
    "OpenML": (
        Case("a data set", OPENML, 200,
             {"data_set_description": {"id": "61", "name": "sparrows"}}, THERE, "sparrows"),
        Case("none", OPENML, 412, {"error": {"code": "111", "message": "Unknown dataset"}},
             UNKNOWN, "Unknown dataset"),
        Case("one for some", OPENML, 412, {"error": {"code": "112", "message": "No access"}},
             None),
    ),
    "InvenioRDM": (
        Case("a record", INVENIO, 200, {"id": "a1b2c-3d4e5", "metadata": {"title": "Atlas"}},
             THERE, "Atlas"),
        Case("a record for some", INVENIO, 403, {"status": 403, "message": "Permission denied."},
             RESTRICTED, "Permission denied."),
        Case("none", INVENIO, 404, {"status": 404,
             "message": "The persistent identifier does not exist."}, UNKNOWN,
             "The persistent identifier does not exist."),
        Case("a tombstone", INVENIO, 410, {"status": 410, "message": "Record deleted"}, WITHDRAWN,
             "Record deleted"),
        Case("a host of another kind", INVENIO, 404, {"message": "Not found"}, None),
    ),
    "Dataverse": (
        Case("a version", DATAVERSE, 200, {"status": "OK", "data": {"versionState": "RELEASED"}},
             THERE, "versionState: RELEASED"),
        Case("one that was withdrawn", DATAVERSE, 200,
             {"status": "OK", "data": {"versionState": "DEACCESSIONED"}}, WITHDRAWN,
             "versionState: DEACCESSIONED"),
        Case("not published, or none", DATAVERSE, 404,
             {"status": "ERROR", "message": "Dataset not found."}, HIDDEN, "Dataset not found."),
        Case("one for some", DATAVERSE, 403,
             {"status": "ERROR", "message": "User :guest is not permitted."}, RESTRICTED,
             "User :guest is not permitted."),
        Case("an error called 200", DATAVERSE, 200, {"status": "ERROR", "message": "x"}, None),
    ),
    "CKAN": (
        Case("a package", CKAN, 200, {"success": True, "result": {"id": "1", "name": "birds"}},
             THERE, "name: birds"),
        Case("one that was deleted", CKAN, 200, {"success": True, "result": {
             "id": "1", "name": "birds", "state": "deleted"}}, WITHDRAWN,
             "state: deleted, name: birds"),
        Case("deleted, or none", CKAN, 404, {"success": False, "error": {
             "__type": "Not Found Error", "message": "Not found"}}, HIDDEN, "Not Found Error"),
        Case("one for some", CKAN, 403, {"success": False, "error": {
             "__type": "Authorization Error"}}, RESTRICTED, "Authorization Error"),
        Case("a host of another kind", CKAN, 404, {"error": "no such route"}, None),
    ),
    "Crossref": (
        Case("a work", "https://doi.org/10.1038/atlas", 200,
             {"status": "ok", "message": {"DOI": "10.1038/atlas"}}, Standing.REGISTERED,
             "DOI: 10.1038/atlas"),
        Case("none of its own", "https://doi.org/10.1038/atlas", 404, "Resource not found.", None),
    ),
    "DataCite": (
        Case("a DOI", DOI, 200, {"data": {"type": "dois", "attributes": {"doi": "10.5555/atlas"}}},
             Standing.REGISTERED, "doi: 10.5555/atlas"),
        Case("none of its own", DOI, 404, {"errors": [{"status": "404"}]}, None),
    ),
}
# fmt: on


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case with its source, and what any source may answer that tells nothing."""
    for source, cases in CASES.items():
        for case in cases:
            yield source, case
        link = cases[0].link
        for what, status, content in ODD:
            yield source, Case(what, link, status, content, None)


ODD: tuple[tuple[str, int, object], ...] = (
    ("nothing at all", 200, b""),
    ("a page", 200, b"<!doctype html><title>Sparrow Atlas</title>"),
    ("a page that says 404", 404, b"<title>Not found</title>"),
    ("half of an answer", 200, b'{"id": "birds'),
    ("a list", 200, b"[1, 2]"),
    ("null", 404, b"null"),
    ("nests without end", 200, b"[" * 100_000),
    ("a number too long to be one", 200, b"1" * 10_000),
    ("bytes", 200, b"\xff\xfe\x00"),
    ("refused", 403, b"{}"),
    ("broken", 500, b'{"message": "Not Found"}'),
)
"""None of this tells anything, whoever sends it."""
