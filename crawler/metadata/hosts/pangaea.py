"""PANGAEA: every data set says what it is, as JSON-LD, at its own address."""

from __future__ import annotations

from typing import Any

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import at, doi_in, objects, said, text, texts, unlike_empty
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "PANGAEA"
NAMED = "api:pangaea"

_DATA_SET = r"(?:(?:doi\.)?pangaea\.de|(?:dx\.)?doi\.org)/10\.1594/(?i:PANGAEA)\.(\d{1,9})"


def address(url: str) -> str | None:
    """The data set in the words of schema.org.

    >>> address("https://doi.pangaea.de/10.1594/PANGAEA.4501")
    'https://doi.pangaea.de/10.1594/PANGAEA.4501?format=metadata_jsonld'
    """
    data_set = found(_DATA_SET, url)
    if data_set is None:
        return None
    return f"https://doi.pangaea.de/10.1594/PANGAEA.{data_set[1]}?format=metadata_jsonld"


def read(told: Told) -> Record | None:
    """Whether it is there; how it says that it is not is not documented."""
    match told.status, told.json:
        case 200, {"@type": "Dataset", "name": str(name)}:
            return told.record(SOURCE, Standing.THERE, name)
    return None


def fields(told: Told) -> list[Said]:
    """What the data set says of itself; its size may be a count of data points."""
    match told.status, told.json:
        case 200, {"@type": "Dataset", "name": str()} as data_set:
            return said(NAMED, _data_set(data_set))
    return []


def _data_set(record: Any) -> dict[Field, Any]:
    files = objects(at(record, "distribution"))
    creators = at(record, "creator", "@list") or at(record, "creator")
    return {
        Field.TITLE: record["name"],
        Field.DESCRIPTION: at(record, "description") or at(record, "abstract"),
        Field.CREATORS: [_person(one) for one in objects(creators)],
        Field.PUBLISHER: at(record, "publisher", "name") or SOURCE,
        Field.DOI: doi_in(at(record, "identifier")) or doi_in(at(record, "@id")),
        Field.VERSION: at(record, "version"),
        Field.LICENSE: at(record, "license"),
        **_access(record),
        Field.SIZE_BYTES: _size(at(record, "size")),
        Field.FORMATS: [kind for one in files for kind in texts(at(one, "encodingFormat"))],
        Field.DATE_PUBLISHED: at(record, "datePublished"),
        Field.DATE_MODIFIED: at(record, "dateModified"),
        Field.DATE_CREATED: at(record, "dateCreated"),
        Field.KEYWORDS: at(record, "keywords"),
        Field.LANGUAGE: at(record, "inLanguage"),
        Field.RELATED: [
            {"relation": relation, "id": name}
            for word, relation in _RELATIONS
            for one in objects(at(record, word))
            if (name := at(one, "identifier") or at(one, "@id") or at(one, "url"))
        ],
    }


_RELATIONS = (("citation", "References"), ("isBasedOn", "IsDerivedFrom"), ("isPartOf", "IsPartOf"))


def _person(creator: Any) -> dict[str, Any]:
    name = at(creator, "identifier") or at(creator, "@id")
    return unlike_empty(
        name=at(creator, "name"),
        given=at(creator, "givenName"),
        family=at(creator, "familyName"),
        orcid=name if isinstance(name, str) and "orcid.org" in name else None,
        type=at(creator, "@type"),
    )


def _size(size: Any) -> Any:
    unit = text(at(size, "unitText")) or text(at(size, "unitCode"))
    return {"value": at(size, "value"), "unit": unit} if unit else None


def _access(record: Any) -> dict[Field, Any]:
    word, free = text(at(record, "conditionsOfAccess")), at(record, "isAccessibleForFree")
    if word and free is not False:
        return {Field.ACCESS_TIER: word, Field.ACCESS_EVIDENCE: f"conditionsOfAccess: {word}"}
    if not isinstance(free, bool):
        return {}
    tier = Tier.OPEN if free else Tier.APPLICATION
    return {
        Field.ACCESS_TIER: tier,
        Field.ACCESS_EVIDENCE: f"isAccessibleForFree: {str(free).lower()}",
    }
