"""Hugging Face: data sets and models; strangers are told the same of missing and private ones."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import (
    at,
    number,
    objects,
    said,
    text,
    texts,
    total,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Hugging Face"

_NAME = r"[\w.-]{1,96}"
_DATA_SET = rf"(?:huggingface\.co|hf\.co)/(datasets/{_NAME}(?:/{_NAME})?)"
_MODEL = rf"(?:huggingface\.co|hf\.co)/({_NAME}/{_NAME})"
_AT = "https://huggingface.co/api/"

_GATES = {False: Tier.OPEN, "auto": Tier.REGISTRATION, "manual": Tier.APPLICATION}
_ASKING = ("extra_gated_heading", "extra_gated_prompt", "extra_gated_description")
_SENTENCE = 300
_MACHINES = frozenset(
    {"croissant", "datasets", "endpoints_compatible", "text-embeddings-inference"}
)

Tags = list[tuple[str, str, str]]
"""Tags in two, at their colon."""


def address(url: str) -> str | None:
    """The record of a data set or a model.

    >>> address("https://huggingface.co/datasets/birds/atlas")
    'https://huggingface.co/api/datasets/birds/atlas'
    """
    if data_set := found(_DATA_SET, url):
        return _AT + data_set[1]
    model = found(_MODEL, url)
    return f"{_AT}models/{model[1]}" if model else None


def read(told: Told) -> Record | None:
    """Whether the page is there: that its files are gated does not close the page."""
    match told.status, told.json:
        case 200, {"id": str(), "disabled": True}:
            return None
        case 200, {"id": str(name), "private": True}:
            return told.record(SOURCE, Standing.RESTRICTED, f"private: {name}")
        case 200, {"id": str(name), "private": False}:
            return told.record(SOURCE, Standing.THERE, f"id: {name}")
        case ((401 | 404), {"error": str(error)}):
            return told.record(SOURCE, Standing.HIDDEN, error)
    return None


def fields(told: Told) -> list[Said]:
    """What a public data set says of itself; its tags carry what its card says, tidied."""
    match told.status, told.json:
        case 200, {"id": str(name), **card} if card.get("private") is not True:
            return said("api:huggingface", _fields(name, card))
    return []


def _fields(name: str, card: dict[Any, Any]) -> dict[Field, Any]:
    tags = [tag.partition(":") for tag in texts(card.get("tags"))]
    files = objects(card.get("siblings"))
    return {
        Field.TITLE: text(at(card, "cardData", "pretty_name")) or name.rpartition("/")[2],
        Field.DESCRIPTION: text(card.get("description")),
        Field.CREATORS: [
            {"name": account, "type": "Organization"}
            for account in texts(card.get("author") or name.rpartition("/")[0])
        ],
        Field.PUBLISHER: "Hugging Face",
        Field.DOI: _first(tags, "doi"),
        Field.VERSION: text(card.get("sha")),
        Field.LICENSE: _license(card, tags),
        Field.SIZE_BYTES: total(file.get("size") for file in files)
        or number(card.get("usedStorage"))
        or None,
        Field.FILE_COUNT: len(files) or None,
        Field.FORMATS: _valued(tags, "format"),
        Field.DATE_CREATED: text(card.get("createdAt")),
        Field.DATE_MODIFIED: text(card.get("lastModified")),
        Field.KEYWORDS: [tag for tag, colon, _ in tags if not colon and tag not in _MACHINES],
        Field.LANGUAGE: ", ".join(_valued(tags, "language")),
        Field.RELATED: [
            {"relation": "References", "id": f"arXiv:{paper}"} for paper in _valued(tags, "arxiv")
        ],
        Field.LIFECYCLE: Lifecycle.WITHDRAWN if card.get("disabled") is True else Lifecycle.ACTIVE,
    } | _access(card)


def _access(card: dict[Any, Any]) -> dict[Field, Any]:
    """Who gets at the files: everybody, who leaves an address, or who is let in by a person."""
    gated = card.get("gated")
    tier = _GATES.get(gated) if isinstance(gated, (str, bool)) else None
    if tier is None:
        return {}
    asked = [text(at(card, "cardData", name)) for name in _ASKING] if gated else []
    sentence = next((words for words in asked if words), f"gated: {str(gated).lower()}")
    return {Field.ACCESS_TIER: tier, Field.ACCESS_EVIDENCE: " ".join(sentence.split())[:_SENTENCE]}


def _license(card: dict[Any, Any], tags: Tags) -> dict[str, Any]:
    """Its id; of a licence that has none the name and address that the card gives it."""
    own = text(at(card, "cardData", "license_name"))
    known = next(iter(texts(at(card, "cardData", "license"))), None) or _first(tags, "license")
    named = own if known is None or known == "other" else None
    link = text(at(card, "cardData", "license_link")) if named else None
    return unlike_empty(
        id=known if named is None else None,
        name=named,
        url=link if link and link.startswith("http") else None,
    )


def _valued(tags: Tags, name: str) -> list[str]:
    return [value for key, _, value in tags if key == name and value]


def _first(tags: Tags, name: str) -> str | None:
    return next(iter(_valued(tags, name)), None)
