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
