"""Rows about hosts that are known by name: names that last, and dataset hosts with habits."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.demo.answers import json, page, redirect, status
from crawler.demo.host import Host, host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown

HANDLE = "/api/handles/10.5555/"


def _doi(name: str, landing: str) -> Host:
    known = {"responseCode": 1, "handle": f"10.5555/{name}", "values": [
        {"index": 1, "type": "URL", "data": {"format": "string", "value": landing}}]}  # fmt: skip
    return host({f"{HANDLE}{name}": json(known), f"/10.5555/{name}": redirect(302, landing)})


def _repository(name: str, answer: Mapping[str, object], code: int = 200) -> Host:
    return host({f"/repos/birds/{name}": json(answer, status=code)})


def _full(name: str, **more: object) -> dict[str, object]:
    return {"id": 7, "full_name": f"birds/{name}", "private": False, "archived": False,
            "html_url": f"https://github.com/birds/{name}", **more}  # fmt: skip


NOT_FOUND = {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}

# fmt: off
ROWS: tuple[Row, ...] = (
    row("E111", "a DOI and its page", "https://doi.org/10.5555/fine",
        {"doi.org": _doi("fine", "https://press.example/fine"),
         "press.example": host({"/fine": FINE})}, "ok/temporary-redirect ok/http-200",
        "The name is registered and leads to its page."),
    row("E111", "a DOI whose publisher walls robots off", "https://doi.org/10.5555/walled",
        {"doi.org": _doi("walled", "https://walled-press.example/1"),
         "walled-press.example": host({"*": shown("cloudflare-challenge.html", status=403, headers={
             "Server": "cloudflare", "cf-mitigated": "challenge"})})},
        "blocked/bot-wall", "The name is registered; its page cannot be told."),
    row("E111", "a DOI that nobody registered", "https://doi.org/10.5555/unknown",
        {"doi.org": host({f"{HANDLE}unknown": json(
            {"responseCode": 100, "handle": "10.5555/unknown"}, status=404)})}, "gone/doi-unknown",
        "The register says that there is no such name."),
    row("E111", "a DOI whose page is gone", "https://doi.org/10.5555/landing-gone",
        {"doi.org": _doi("landing-gone", "https://lost-press.example/1"),
         "lost-press.example": host({})}, "gone/http-404",
        "The name lives, the page is dead: the publisher should hear of it."),
    row("E111", "a DOI behind a door of the resolver", "https://doi.org/10.5555/resolver-403",
        {"doi.org": host({f"{HANDLE}resolver-403": json({"responseCode": 1, "values": [
            {"type": "URL", "data": {"value": "https://press.example/fine"}}]}),
            "/10.5555/resolver-403": status(403)})},
        "blocked/http-403 blocked/bot-wall ok/temporary-redirect ok/http-200",
        "The register knows it, whoever stands at the door."),
    row("E113", "a repository under a new name", "https://github.com/birds/old-name",
        {"github.com": host({"/birds/old-name": redirect(301, "https://github.com/birds/new-name"),
                             "/birds/new-name": page("GitHub - birds/new-name: Sparrow Atlas")}),
         "api.github.com": host({
             "/repos/birds/old-name": redirect(301, "https://api.github.com/repositories/7"),
             "/repositories/7": json(_full("new-name"))})},
        "moved/permanent-redirect", "The old name works until somebody takes it.",
        suggests="https://github.com/birds/new-name"),
    row("E113", "a repository that was deleted", "https://github.com/birds/deleted",
        {"github.com": host({}), "api.github.com": _repository("deleted", NOT_FOUND, 404)},
        "gone/http-404", "Deleted or made private: no reader gets there."),
    row("E113", "too many questions", "https://gist.github.com/birds/0a1b2c",
        {"gist.github.com": host({"*": status(429, headers={"Retry-After": "3600"})},
                                 robots=status(404))},
        "blocked/rate-limited", "It is about us."),
    row("E113", "a repository that is there", "https://github.com/birds/fine",
        {"github.com": host({"/birds/fine": page("GitHub - birds/fine: Sparrow Atlas")}),
         "api.github.com": _repository("fine", _full("fine"))}, "ok/http-200", "As usual."),
    row("K", "PhysioNet, a page that anybody may read", "https://physionet.org/content/sparrow/1.0.0/",
        {"physionet.org": host({"/content/sparrow/1.0.0/": shown("open-landing.html")})},
        "ok/http-200", "The page is public; its files are not."),
    row("K", "PhysioNet, files for those who signed", "https://physionet.org/files/sparrow/1.0.0/",
        {"physionet.org": host({"/files/sparrow/1.0.0/": status(403)})},
        "restricted/login-page restricted/http-401",
        "There, forbidden means that one has to sign first."),
    row("K", "Hugging Face, private or missing",
        "https://huggingface.co/datasets/birds/private",
        {"huggingface.co": host({"/datasets/birds/private": status(401, headers={
            "X-Error-Message": "Invalid username or password."})})},
        "restricted/http-401 restricted/login-page", "Missing and private look the same."),
    row("K", "Google Drive, a file that must be shared first",
        "https://drive.google.com/file/d/1aB/view",
        {"drive.google.com": host({"/file/d/1aB/view": redirect(
            302, "https://accounts.google.com/ServiceLogin?service=wise&continue=https://drive")}),
         "accounts.google.com": host({"/ServiceLogin": shown("google-login.html")})},
        "restricted/login-redirect restricted/login-page", "Somebody there may see it."),
    row("K", "Zenodo, a record that was removed", "https://zenodo.org/records/4242",
        {"zenodo.org": host({"/records/4242": shown("repository-tombstone.html", status=410)})},
        "gone/http-410", "Its tombstone is honest."),
)
