"""Kaggle: data sets; its pages are 404 for robots it does not like, and for private ones too."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Lifecycle, Said, Tier
from crawler.metadata.hosts.reading import at, number, objects, said, text, texts, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Kaggle"

_DATA_SET = (
    r"kaggle\.com/(?:datasets/)?(?!(?:c|competitions|code|models|docs|learn|discussions|kernels"
    r"|organizations|account|datasets)/)([\w-]{1,80}/[\w-]{1,80})"
)
_VIEW = "https://www.kaggle.com/api/v1/datasets/view/"
_CROISSANT = "/croissant/download"
_LOGIN = {
    Field.ACCESS_TIER: Tier.REGISTRATION,
    Field.ACCESS_EVIDENCE: "Kaggle: the download button asks for an account.",
}


def address(url: str) -> str | None:
    """The record of a data set; competitions have none that strangers may read.

    >>> address("https://www.kaggle.com/datasets/birds/atlas")
    'https://www.kaggle.com/api/v1/datasets/view/birds/atlas'
    """
    data_set = found(_DATA_SET, url)
    return f"{_VIEW}{data_set[1]}" if data_set else None


def read(told: Told) -> Record | None:
    """Whether it is public; 403 with a permission that is missed is said of what is not there, too.

    A person's profile and their notebooks have addresses like data sets: those get nothing here.
    """
    match told.status, told.json:
        case 200, {"ref": str(name), "isPrivate": True}:
            return told.record(SOURCE, Standing.RESTRICTED, f"isPrivate: {name}")
        case 200, {"ref": str(name)}:
            return told.record(SOURCE, Standing.THERE, f"ref: {name}")
        case ((403 | 404), {"message": str(message)}) if "datasets.get" in message:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None


def fields(told: Told) -> list[Said]:
    """What the record of a public data set says, or its Croissant, which strangers always get."""
    match told.status, told.json:
        case 200, {"ref": str(), **record} if record.get("isPrivate") is not True:
            return said("api:kaggle", _record(record))
        case 200, {"@type": str(), "distribution": list(files), **record}:
            return said("api:kaggle-croissant", _croissant(record, objects(files)))
    return []


def more(told: Told) -> str | None:
    """The Croissant, where the record is not for strangers."""
    data_set = told.address.removeprefix(_VIEW)
    if data_set == told.address or told.status not in (401, 403):
        return None
    return f"https://www.kaggle.com/datasets/{data_set}{_CROISSANT}"


def _record(record: dict[Any, Any]) -> dict[Field, Any]:
    """Every other field stands there twice, the second time with another name and perhaps null."""

    def written(name: str) -> str | None:
        return text(record.get(name)) or text(record.get(f"{name}Nullable"))

    size = number(record.get("totalBytes")) or number(record.get("totalBytesNullable"))
    return {
        Field.TITLE: written("title"),
        Field.DESCRIPTION: written("description") or written("subtitle"),
        Field.CREATORS: texts(written("ownerName") or written("creatorName")),
        Field.PUBLISHER: "Kaggle",
        Field.VERSION: written("currentVersionNumber"),
        Field.LICENSE: written("licenseName"),
        Field.SIZE_BYTES: size or None,
        Field.FILE_COUNT: len(objects(record.get("files"))) or None,
        Field.DATE_MODIFIED: text(record.get("lastUpdated")),
        Field.KEYWORDS: [
            name for tag in objects(record.get("tags")) if (name := text(tag.get("name")))
        ],
        Field.LIFECYCLE: Lifecycle.ACTIVE,
    } | _LOGIN


def _croissant(record: dict[Any, Any], files: list[dict[str, Any]]) -> dict[Field, Any]:
    """The archive has a size, what is in it has none; a set of files may be any number."""
    parts = [file for file in files if "containedIn" in file]
    sets = any("FileSet" in str(file.get("@type")) for file in files)
    wholes = [text(file.get("contentSize")) for file in files if "containedIn" not in file]
    return {
        Field.TITLE: text(record.get("name")),
        Field.DESCRIPTION: text(record.get("description")) or text(record.get("alternateName")),
        Field.CREATORS: _creators(record),
        Field.PUBLISHER: "Kaggle",
        Field.VERSION: text(record.get("version")),
        Field.LICENSE: _license(record.get("license")),
        Field.SIZE_BYTES: wholes if wholes and all(wholes) else None,
        Field.FILE_COUNT: None if sets else len(parts) or None,
        Field.FORMATS: sorted(
            {kind for part in parts for kind in texts(part.get("encodingFormat"))}
        ),
        Field.DATE_PUBLISHED: text(record.get("datePublished")),
        Field.DATE_MODIFIED: text(record.get("dateModified")),
        Field.KEYWORDS: [word.rpartition(">")[2].strip() for word in texts(record.get("keywords"))],
        Field.LIFECYCLE: Lifecycle.ACTIVE,
    } | _LOGIN


def _creators(record: dict[Any, Any]) -> list[dict[str, Any]]:
    return [
        unlike_empty(name=name, type=str(person.get("@type")).rpartition(":")[2])
        for person in objects(record.get("creator"))
        if (name := text(person.get("name")))
    ]


def _license(written: Any) -> dict[str, Any] | str | None:
    if isinstance(written, dict):
        return unlike_empty(name=text(at(written, "name")), url=text(at(written, "url")))
    return next(iter(texts(written)), None)
