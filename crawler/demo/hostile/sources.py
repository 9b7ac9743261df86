"""Rows about sources that can be asked: registers of names, interfaces of data set hosts."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from crawler.demo.answers import json, page, redirect, status, text
from crawler.demo.host import Host, host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown
from crawler.demo.steps import Answer

VOUCHED = "ok/vouched"
NO = status(403)
DOWN = status(503)
SHELL = shown("spa.html")

DOI = "https://doi.org/api/handles/10.5555/"
EXPORT = "https://export.arxiv.org/api/query?id_list={}&max_results=1"
SUMMARY = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db={}&id={}&retmode=json"
STUDY = (
    "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi"
    "?db=gap&term={}&retmode=json&retmax=1"
)
SYNAPSE = "https://repo-prod.prod.sagebase.org/repo/v1/entity/"


def _at(address: str, answer: Answer) -> dict[str, Host]:
    parts = urlsplit(address)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return {parts.hostname or "": host({target: answer})}


def _asked(
    what: str, link: str, seen: Answer, source: str, said: Answer, right: str, why: str, **more: str
) -> Row:
    """A row of a link, what its page answers, and what its source says at its own address.

    A shell comes for every path of its host.
    """
    hosts = _at(link, seen)
    if seen is SHELL:
        hosts = {name: host({"*": SHELL}, robots=status(404)) for name in hosts}
    for name, other in _at(source, said).items():
        known = hosts.get(name, other)
        hosts[name] = replace(known, paths={**known.paths, **other.paths})
    return row("K", what, link, hosts, right, why, **more)


def _code(code: int, handle: str, **more: object) -> Answer:
    return json(
        {"responseCode": code, "handle": handle, **more}, status=200 if code in (1, 200) else 404
    )


def _handle(handle: str, landing: str) -> Answer:
    return _code(1, handle, values=[{
        "index": 1, "type": "URL", "data": {"format": "string", "value": landing},
        "ttl": 86400, "timestamp": "2021-03-04T05:06:07Z"}])  # fmt: skip


def _feed(*entries: str) -> Answer:
    return text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        '<title type="html">ArXiv Query: search_query=&amp;id_list=</title>\n'
        "<opensearch:totalResults xmlns:opensearch="
        f'"http://a9.com/-/spec/opensearch/1.1/">{len(entries)}</opensearch:totalResults>\n'
        + "".join(f"<entry>\n{entry}\n</entry>\n" for entry in entries)
        + "</feed>",
        "application/atom+xml; charset=UTF-8",
    )


def _paper(name: str) -> str:
    return f"<id>http://arxiv.org/abs/{name}v1</id><published>2017-05-05T00:00:00Z</published>"


def _summary(uid: str, **article: object) -> Answer:
    return json({"header": {"type": "esummary", "version": "0.3"},
                 "result": {"uids": [uid], uid: {"uid": uid, **article}}})  # fmt: skip


def _found(*uids: str) -> Answer:
    return json({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": {
        "count": str(len(uids)), "retmax": "1", "idlist": list(uids)}})  # fmt: skip


def _zenodo(message: str, code: int, **more: object) -> Answer:
    return json({"status": code, "message": message, **more}, status=code)


def _record(title: str, number: int) -> Answer:
    return json({"id": number, "doi": f"10.5281/zenodo.{number}", "revision": 3,
                 "metadata": {"title": title, "access_right": "open"}, "files": []})  # fmt: skip


def _osf(code: int, detail: str) -> Answer:
    return json({"errors": [{"detail": detail}], "meta": {"version": "2.0"}}, status=code)


def _synapse(code: int, reason: str) -> Answer:
    return json({"concreteType": "org.sagebionetworks.repo.model.ErrorResponse", "reason": reason},
                status=code)  # fmt: skip


# fmt: off
NAMES: tuple[Row, ...] = (
    row("E111", "a DOI whose publisher is broken", "https://doi.org/10.5555/publisher-503",
        {**_at("https://doi.org/10.5555/publisher-503", redirect(302, "https://broken-press.example/1")),
         "broken-press.example": host({"/1": DOWN})}, "failing/http-5xx",
        "The name is registered; its page fails tonight."),
    row("E111", "a DOI whose publisher refuses robots", "https://doi.org/10.5555/publisher-403",
        {"doi.org": host({
            "/10.5555/publisher-403": redirect(302, "https://shy-press.example/1"),
            "/api/handles/10.5555/publisher-403": _handle(
                "10.5555/publisher-403", "https://shy-press.example/1")}),
         "shy-press.example": host({"/1": NO})}, "blocked/http-403",
        "That the name is registered does not tell of its page."),
    _asked("a DOI that nobody registered, behind a door", "http://dx.doi.org/10.5555/unknown-door",
           NO, f"{DOI}unknown-door", _code(100, "10.5555/unknown-door"), "gone/doi-unknown",
           "The register says what its door does not."),
    _asked("a DOI, and the register is down", "https://doi.org/10.5555/register-down",
           NO, f"{DOI}register-down", DOWN, "blocked/http-403", "Nobody said that it is unknown."),
    _asked("a DOI, and the register trips over itself", "https://doi.org/10.5555/register-odd",
           NO, f"{DOI}register-odd", json({"responseCode": 2, "message": "Error"}, status=500),
           "blocked/http-403", "Its own trouble says nothing of the name."),
    _asked("a DOI, and a bare 404 for the register", "https://doi.org/10.5555/register-bare",
           NO, f"{DOI}register-bare", status(404), "blocked/http-403",
           "A 404 of something before the register proves nothing."),
    _asked("a handle and its page", "https://hdl.handle.net/11234/1-fine",
           redirect(302, "https://hdl.handle.net/landing"),
           "https://hdl.handle.net/landing", FINE, "ok/temporary-redirect",
           "The name is registered and leads to its page."),
    _asked("a handle that nobody registered", "https://hdl.handle.net/11234/1-unknown",
           NO, "https://hdl.handle.net/api/handles/11234/1-unknown", _code(100, "11234/1-unknown"),
           "gone/http-404", "The register says that there is no such name."),
    _asked("a handle behind a door of the resolver", "https://hdl.handle.net/11234/1-door",
           NO, "https://hdl.handle.net/api/handles/11234/1-door",
           _handle("11234/1-door", "https://clarin.example/1"), "blocked/http-403",
           "The name is registered; its page cannot be told."),
    _asked("an ARK that has always led on for good", "https://n2t.net/ark:/99999/fk4atlas",
           redirect(301, "https://archive.example/fk4atlas"),
           "https://archive.example/fk4atlas", FINE, "ok/temporary-redirect",
           "The ARK is the lasting name, whatever its resolver's status."),
)

PAPERS: tuple[Row, ...] = (
    _asked("arXiv, a paper whose page refuses robots", "https://arxiv.org/abs/1705.02315",
           NO, EXPORT.format("1705.02315"), _feed(_paper("1705.02315")), VOUCHED,
           "Its interface for programs has it."),
    _asked("arXiv, a paper it does not have", "https://arxiv.org/abs/1705.99999",
           status(404), EXPORT.format("1705.99999"), _feed(), "gone/http-404", "Its page says so."),
    _asked("arXiv, and the search fails", "https://arxiv.org/abs/1705.00002",
           NO, EXPORT.format("1705.00002"),
           _feed("<id>https://arxiv.org/api/errors#oops</id><title>Error</title>"),
           "blocked/http-403", "An error is not an answer."),
    _asked("PubMed, an article whose page refuses robots", "https://pubmed.ncbi.nlm.nih.gov/111/",
           NO, SUMMARY.format("pubmed", 111), _summary("111", title="Sparrows."), VOUCHED,
           "Its interface for programs has it."),
    _asked("PubMed, an article it does not have", "https://pubmed.ncbi.nlm.nih.gov/999999999/",
           NO, SUMMARY.format("pubmed", 999999999),
           _summary("999999999", error="cannot get document summary"), "gone/http-404",
           "The door is closed, and the register has no such number."),
    _asked("PubMed, and its interface is down", "https://pubmed.ncbi.nlm.nih.gov/222/",
           NO, SUMMARY.format("pubmed", 222), DOWN, "blocked/http-403", "The page decides."),
    _asked("PubMed Central, behind a test for robots",
           "https://pmc.ncbi.nlm.nih.gov/articles/PMC333/",
           shown("cloudflare-challenge.html", status=403, headers={"cf-mitigated": "challenge"}),
           SUMMARY.format("pmc", 333), _summary("333", title="Sparrows."), VOUCHED,
           "Its interface for programs has it."),
    _asked("dbGaP, a study whose page refuses robots",
           "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000007.v1.p1",
           NO, STUDY.format("phs000007"), _found("1001"), VOUCHED, "The search finds it."),
    _asked("dbGaP, a study that no search finds",
           "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs999998.v1.p1",
           NO, STUDY.format("phs999998"), _found(), "blocked/http-403",
           "What is not found may be indexed late."),
    row("K", "dbGaP, an unknown study with a page of its own",
        "https://www.ncbi.nlm.nih.gov/gap/cgi-bin/study.cgi?study_id=phs999999.v1.p1",
        {"www.ncbi.nlm.nih.gov": host({"/gap/cgi-bin/study.cgi": page("dbGaP Study", body=(
            "<h1>dbGaP</h1><p>Error: the study accession that you asked for is not in the"
            " database, or it has not been released yet.</p>"))}),
         **_at(STUDY.format("phs999999"), _found())}, "gone/soft-404",
        "It says 200 and the same of every number."),
)

HOSTS: tuple[Row, ...] = (
    _asked("GitHub, too many questions to a repository", "https://github.com/birds/crowded",
           status(429), "https://api.github.com/repos/birds/crowded",
           json({"full_name": "birds/crowded", "html_url": "https://github.com/birds/crowded",
                 "private": False, "archived": True}), VOUCHED,
           "Archived is there; it is only our questions that are too many."),
    _asked("GitHub, a repository under a new name, behind too many questions",
           "https://github.com/birds/renamed", status(429),
           "https://api.github.com/repos/birds/renamed",
           json({"full_name": "owls/renamed", "html_url": "https://github.com/owls/renamed",
                 "private": False, "archived": False}), "moved/permanent-redirect",
           "Its record knows the new name.", suggests="https://github.com/owls/renamed"),
    _asked("GitHub, and its interface is down", "https://github.com/birds/lost-while-down",
           status(404), "https://api.github.com/repos/birds/lost-while-down", status(502),
           "gone/http-404", "The page decides."),
    _asked("Hugging Face, private or missing, and so says its interface",
           "https://huggingface.co/datasets/birds/hidden", status(401),
           "https://huggingface.co/api/datasets/birds/hidden",
           json({"error": "Repository not found"}, status=401), "restricted/http-401",
           "Missing and private look the same."),
    _asked("Hugging Face, gated files behind a page that refuses robots",
           "https://huggingface.co/datasets/birds/gated", NO,
           "https://huggingface.co/api/datasets/birds/gated",
           json({"id": "birds/gated", "private": False, "gated": "manual", "disabled": False}),
           VOUCHED, "The page is public; its files are not."),
    row("K", "Hugging Face, a gated page", "https://huggingface.co/datasets/birds/gated-page",
        _at("https://huggingface.co/datasets/birds/gated-page", page(
            "birds/gated-page · Datasets at Hugging Face", body=(
                "<h1>birds/gated-page</h1><p>You need to agree to share your contact information"
                " to access this dataset.</p><a href='/login'>Log in</a>"))), "ok/http-200",
        "The page is public; its files are not."),
    _asked("Kaggle, a data set whose page is 404 for robots",
           "https://www.kaggle.com/datasets/birds/atlas", status(404),
           "https://www.kaggle.com/api/v1/datasets/view/birds/atlas",
           json({"id": 1, "ref": "birds/atlas", "title": "Sparrow Atlas", "isPrivate": False}),
           VOUCHED, "Its interface shows it to strangers."),
    _asked("Kaggle, private or missing", "https://www.kaggle.com/datasets/birds/hidden",
           status(404), "https://www.kaggle.com/api/v1/datasets/view/birds/hidden",
           json({"code": 403, "message": "Permission 'datasets.get' was denied"}, status=403),
           "gone/http-404", "No reader gets there."),
    _asked("Zenodo, a record whose page refuses robots", "https://zenodo.org/records/4301",
           NO, "https://zenodo.org/api/records/4301", _record("Sparrow Atlas", 4301), VOUCHED,
           "Its interface has it."),
    _asked("Zenodo, a record that was removed, behind a door", "https://zenodo.org/records/4302",
           NO, "https://zenodo.org/api/records/4302",
           _zenodo("The record has been deleted.", 410, tombstone={"is_visible": True}),
           "gone/http-410", "Its tombstone is honest."),
    _asked("Zenodo, a record that never was, behind a door", "https://zenodo.org/records/4303",
           NO, "https://zenodo.org/api/records/4303",
           _zenodo("The persistent identifier does not exist.", 404), "gone/http-404",
           "Its register has no such number."),
    _asked("Zenodo, a record for some", "https://zenodo.org/records/4304",
           NO, "https://zenodo.org/api/records/4304", _zenodo("Permission denied.", 403),
           "restricted/login-page", "It is there, for those who are let in."),
    _asked("Zenodo, and its interface says something else", "https://zenodo.org/records/4305",
           NO, "https://zenodo.org/api/records/4305", FINE, "blocked/http-403",
           "The page decides."),
    _asked("figshare, an article behind a test for robots",
           "https://figshare.com/articles/dataset/Sparrow_Atlas/4401/2",
           shown("aws-challenge.html", status=202, headers={"x-amzn-waf-action": "challenge"}),
           "https://api.figshare.com/v2/articles/4401/versions/2",
           json({"id": 4401, "title": "Sparrow Atlas", "version": 2, "files": []}), VOUCHED,
           "Its interface has it."),
    _asked("figshare, an article that is not public",
           "https://figshare.com/articles/dataset/Sparrow_Atlas/4402", NO,
           "https://api.figshare.com/v2/articles/4402",
           json({"message": "Entity not found: article", "code": "EntityNotFound"}, status=404),
           "blocked/http-403", "Missing and private look the same."),
    _asked("Dryad, a data set behind a test for robots",
           "https://datadryad.org/dataset/doi:10.5061/dryad.sparrow", shown("anubis.html"),
           "https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.sparrow",
           json({"identifier": "doi:10.5061/dryad.sparrow", "title": "Sparrow Atlas"}), VOUCHED,
           "Its interface has it."),
    _asked("OSF, a project", "https://osf.io/abc22/", SHELL, "https://api.osf.io/v2/guids/abc22/",
           json({"data": {"id": "abc22", "type": "nodes", "attributes": {"title": "Sparrows"}}}),
           VOUCHED, "The page is a frame, the record is not."),
    _asked("OSF, a private project", "https://osf.io/abc23/", SHELL,
           "https://api.osf.io/v2/guids/abc23/",
           _osf(401, "Authentication credentials were not provided."), "restricted/login-page",
           "It is there, for those who are let in."),
    _asked("OSF, a project that never was", "https://osf.io/abc24/", SHELL,
           "https://api.osf.io/v2/guids/abc24/", _osf(404, "Not found."), "gone/http-404",
           "The frame is there for any name; the record is not."),
    _asked("OSF, a project that was removed", "https://osf.io/abc25/", SHELL,
           "https://api.osf.io/v2/guids/abc25/",
           _osf(410, "The requested node is no longer available."), "gone/http-410",
           "Its record says that it was there once."),
    _asked("OSF, and its interface is down", "https://osf.io/abc26/", SHELL,
           "https://api.osf.io/v2/guids/abc26/", DOWN, "blocked/shell-only", "Nobody knows."),
    _asked("Synapse, a project", "https://www.synapse.org/Synapse:syn4501", SHELL,
           f"{SYNAPSE}syn4501", json({"id": "syn4501", "name": "Sparrow Atlas"}),
           VOUCHED, "The page is a frame, the record is not."),
    _asked("Synapse, a project for some", "https://www.synapse.org/Synapse:syn4502", SHELL,
           f"{SYNAPSE}syn4502", _synapse(403, "You lack READ access to the requested entity."),
           "restricted/login-page", "It is there, for those who are let in."),
    _asked("Synapse, a project that never was", "https://www.synapse.org/Synapse:syn4503", SHELL,
           f"{SYNAPSE}syn4503", _synapse(404, "Resource: 'syn4503' does not exist"),
           "gone/http-404", "The frame is there for any number; the record is not."),
    _asked("Synapse, a project that was thrown away", "https://www.synapse.org/Synapse:syn4504",
           SHELL, f"{SYNAPSE}syn4504", _synapse(404, "Entity syn4504 is in trash can."),
           "gone/http-410", "Its record says that it was there once."),
    _asked("Synapse, a project behind #!", "https://www.synapse.org/#!Synapse:syn4505", SHELL,
           f"{SYNAPSE}syn4505", json({"id": "syn4505", "name": "Sparrow Atlas"}), VOUCHED,
           "What comes after #! is its name."),
    _asked("EGA, a data set", "https://ega-archive.org/datasets/EGAD00001000001", SHELL,
           "https://metadata.ega-archive.org/datasets/EGAD00001000001",
           json({"accession_id": "EGAD00001000001", "title": "Sparrow Atlas"}), VOUCHED,
           "The page is a frame, the record is not."),
    _asked("EGA, a data set that its interface does not show",
           "https://ega-archive.org/datasets/EGAD00001000002", SHELL,
           "https://metadata.ega-archive.org/datasets/EGAD00001000002", status(404),
           "blocked/shell-only", "Nobody knows."),
    row("K", "PhysioNet, all files in one for those who signed",
        "https://physionet.org/content/sparrow/get-zip/1.0.0/",
        _at("https://physionet.org/content/sparrow/get-zip/1.0.0/", NO), "restricted/login-page",
        "There, forbidden means that one has to sign first."),
)

ROWS: tuple[Row, ...] = (*NAMES, *PAPERS, *HOSTS)
