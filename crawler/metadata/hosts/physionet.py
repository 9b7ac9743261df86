"""PhysioNet: its interface knows all but who gets the files; on that its page has a sentence.

The badge on the page is not read: where the two disagree, the sentence is right.
"""

from __future__ import annotations

import html
import re
from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, number, objects, said, text, texts
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "PhysioNet"

_PROJECT = r"physionet\.org/content/([\w-]{1,60})(?:/([\w.-]{1,20}))?"
_AT = "https://physionet.org/api/v1/project/published/"

_POLICIES = {
    "open": Tier.OPEN,
    "restricted": Tier.REGISTRATION,
    "credentialed": Tier.CREDENTIALED,
    "contributor review": Tier.CREDENTIALED,
}
_SENTENCES = (
    ("credentialed", Tier.CREDENTIALED),
    ("reviewed by the contributor", Tier.APPLICATION),
    ("registered users", Tier.REGISTRATION),
    ("logged in users", Tier.REGISTRATION),
    ("anyone can access", Tier.OPEN),
)
"""Words of the policy, the strictest first."""

_POLICY = "Access Policy:"
_EMBARGO = re.compile(r"under embargo until:?(?:\s|<[^>]{0,99}>)*([^<.]{4,40})")
_GONE = "The files for this project are no longer available"
_OLD = re.compile(r"This is (?:<strong>)?not(?:</strong>)? the latest version")
_TAG = re.compile(r"<[^>]{0,200}>")


def address(url: str) -> str | None:
    """The version that the link names, or the list of them all.

    >>> address("https://physionet.org/content/birdsong/1.0.0/")
    'https://physionet.org/api/v1/project/published/birdsong/1.0.0/'
    """
    project = found(_PROJECT, url)
    return f"{_AT}{'/'.join(filter(None, project.groups()))}/" if project else None


def read(told: Told) -> Record | None:
    """Whether it was published; how it says that it was not is not documented."""
    project = _latest(told.json) if told.status == 200 else None
    match project:
        case {"slug": str(), "title": str(title)}:
            return told.record(SOURCE, Standing.THERE, title)
    return None


def fields(told: Told) -> list[Said]:
    """What its interface says of a version; newer ones say who gets at the files, too."""
    match told.status, told.json:
        case 200, {"slug": str(), **project}:
            return said("api:physionet", _project(project))
    return []


def on_page(told: Told) -> list[Said]:
    """Who gets at the files, and whether there is a newer version, from the page of a project."""
    if told.status != 200 or not found(_PROJECT, told.address):
        return []
    return said("label", _page(told.content.decode("utf-8", "replace")))


def more(told: Told) -> str | None:
    """The newest version, where all of them are told."""
    if told.status != 200 or not isinstance(told.json, list):
        return None
    match _latest(told.json):
        case {"slug": str(slug), "version": str(version)}:
            return address(f"https://physionet.org/content/{slug}/{version}/")
    return None


def _latest(answer: Any) -> dict[str, Any]:
    """The project, or its newest version: numbers in a version count as numbers."""

    def age(project: dict[str, Any]) -> list[int]:
        return [int(part[:9]) for part in re.findall(r"[0-9]+", text(project.get("version")) or "")]

    return max(objects(answer), key=age, default={})


def _project(project: dict[Any, Any]) -> dict[Field, Any]:
    policy = text(project.get("access_policy")) or ""
    return {
        Field.TITLE: text(project.get("title")),
        Field.DESCRIPTION: text(project.get("abstract")) or text(project.get("short_description")),
        Field.PUBLISHER: "PhysioNet",
        Field.DOI: text(project.get("doi")) or text(project.get("version_doi")),
        Field.CONCEPT_DOI: text(project.get("core_doi")),
        Field.VERSION: text(project.get("version")),
        Field.LICENSE: text(at(project, "license", "name")),
        Field.ACCESS_TIER: _POLICIES.get(policy.casefold()),
        Field.ACCESS_EVIDENCE: f"access_policy: {policy}"
        if policy.casefold() in _POLICIES
        else None,
        Field.SIZE_BYTES: number(project.get("main_storage_size")) or None,
        Field.DATE_PUBLISHED: text(project.get("publish_datetime"))
        or text(project.get("publish_date")),
        Field.KEYWORDS: texts(project.get("topics")),
    }


def _page(page: str) -> dict[Field, Any]:
    embargo = _EMBARGO.search(page)
    sentence = _words(page.partition(_POLICY)[2][:2000].partition("</p>")[0])
    tier = next((tier for words, tier in _SENTENCES if words in sentence.casefold()), None)
    read: dict[Field, Any] = {Field.LIFECYCLE: _lifecycle(page) if sentence else None}
    if _GONE in page:
        return read | {Field.ACCESS_TIER: Tier.CLOSED, Field.ACCESS_EVIDENCE: f"{_GONE}."}
    if embargo:
        return read | {
            Field.ACCESS_TIER: Tier.EMBARGOED,
            Field.ACCESS_EVIDENCE: _words(embargo[0]),
            Field.EMBARGO_UNTIL: _words(embargo[1]),
        }
    return read | {
        Field.ACCESS_TIER: tier,
        Field.ACCESS_EVIDENCE: sentence if tier else None,
    }


def _lifecycle(page: str) -> Lifecycle:
    if _GONE in page:
        return Lifecycle.WITHDRAWN
    return Lifecycle.SUPERSEDED if _OLD.search(page) else Lifecycle.ACTIVE


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
