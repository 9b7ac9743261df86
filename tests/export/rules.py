"""The published rules of the three JSON-LD formats, as far as they concern what we write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\xa0]+")
_WEB = re.compile(r"(?:https?|ftp)://[^\x00-\x20<>\"{}|\\^`\x7f-\xa0]+")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_LITERAL_TYPES = {
    "xsd:gYear": r"\d{4}",
    "xsd:gYearMonth": r"\d{4}-\d\d",
    "xsd:date": r"\d{4}-\d\d-\d\d",
    "xsd:dateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?",
}

Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def iri(value: Any) -> bool:
    return text(value) and bool(_IRI.fullmatch(value))


def web(value: Any) -> bool:
    return text(value) and bool(_WEB.fullmatch(value))


def date(value: Any) -> bool:
    return text(value) and bool(_DATE.fullmatch(value))


def node(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"@id"} and iri(value["@id"])


def typed_date(value: Any) -> bool:
    form = _LITERAL_TYPES[value["@type"]]
    return set(value) == {"@type", "@value"} and bool(re.fullmatch(form, value["@value"]))


def many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and value != [] and all(map(check, value))


def either(*checks: Check) -> Check:
    return lambda value: any(check(value) for check in checks)


def of(kinds: set[str], **properties: Check) -> Check:
    """A node of one of these types that has no other properties than these."""

    def check(value: Any) -> bool:
        if not isinstance(value, dict) or value.get("@type") not in kinds:
            return False
        rest = {name: one for name, one in value.items() if name not in ("@type", "@id")}
        named = {name.replace("__", ":"): rule for name, rule in properties.items()}
        return iri(value.get("@id", "urn:x:y")) and all(named[key](rest[key]) for key in rest)

    return check


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def boolean(value: Any) -> bool:
    return isinstance(value, bool)


def share(value: Any) -> bool:
    return isinstance(value, float) and 0 <= value <= 1


SOMEBODY = of({"Person", "Organization"}, name=text, givenName=text, familyName=text)
OWN: dict[str, Check] = {
    "lv:state": text, "lv:since": date, "lv:verdict": text, "lv:reason": text,
    "lv:lastChecked": date, "lv:lastOk": date, "lv:uptime30d": share, "lv:accessTier": text,
    "lv:embargoUntil": date, "lv:fileCount": whole,
}  # fmt: skip
SCHEMA_ORG: dict[str, Check] = OWN | {
    "@type": text, "@id": iri, "name": text, "alternateName": text, "url": web, "identifier": web,
    "description": lambda value: text(value) and len(value) <= 5000,
    "sameAs": web, "exampleOfWork": node, "creator": many(SOMEBODY),
    "publisher": of({"Organization"}, name=text), "version": text,
    "license": either(web, of({"CreativeWork"}, name=text)), "keywords": many(text),
    "inLanguage": many(text), "dateCreated": date, "datePublished": date, "dateModified": date,
    "citation": many(web), "isBasedOn": many(web), "encodingFormat": many(text),
    "size": of({"QuantitativeValue"}, value=whole, unitCode=text, unitText=text),
    "isAccessibleForFree": boolean, "conditionsOfAccess": text, "creativeWorkStatus": many(text),
    "isPartOf": node, "distribution": many(of({"DataDownload"}, contentUrl=web)),
}  # fmt: skip
CROISSANT: dict[str, Check] = {
    name: check for name, check in SCHEMA_ORG.items() if name not in ("distribution", "isPartOf")
} | {
    "@type": lambda value: value == "sc:Dataset",
    "conformsTo": lambda value: value == "http://mlcommons.org/croissant/1.0",
}
DCAT: dict[str, Check] = OWN | {
    "@type": lambda value: value in ("dcat:Dataset", "dcat:Resource"), "@id": iri,
    "dcterms:title": text, "dcterms:alternative": text, "dcterms:description": text,
    "dcterms:identifier": web, "dcat:isVersionOf": node, "dcat:version": text,
    "dcterms:creator": many(
        of({"foaf:Person", "foaf:Organization"},
           foaf__name=text, foaf__givenName=text, foaf__familyName=text)
    ),
    "dcterms:publisher": of({"foaf:Organization"}, foaf__name=text),
    "dcterms:license": of({"dcterms:LicenseDocument"}, rdfs__label=text),
    "dcat:keyword": many(text), "dcterms:language": many(node),
    "dcterms:format": many(of({"dcterms:MediaTypeOrExtent"}, rdfs__label=text)),
    "dcterms:created": typed_date, "dcterms:issued": typed_date, "dcterms:modified": typed_date,
    "lv:sizeBytes": whole, "lv:lifecycle": text, "adms:status": node, "rdfs:comment": text,
    "dcterms:accessRights": of({"dcterms:RightsStatement"}),
    "dcterms:rights": of({"dcterms:RightsStatement"}, rdfs__label=text),
    "dcat:landingPage": node, "dcterms:isPartOf": node,
    "dcat:distribution": of({"dcat:Distribution"}, dcat__accessURL=node, dcat__downloadURL=node),
    "dcterms:relation": many(node), "dcat:previousVersion": many(node),
    "dcterms:isReplacedBy": many(node), "dcterms:replaces": many(node),
    "dcterms:source": many(node), "dcterms:isReferencedBy": many(node),
    "lv:since": typed_date, "lv:lastChecked": typed_date, "lv:lastOk": typed_date,
    "lv:embargoUntil": typed_date,
}  # fmt: skip
RULES = {"schema.org": SCHEMA_ORG, "croissant": CROISSANT, "dcat": DCAT}
HEADS = {
    "schema.org": ("DataCatalog", "name"),
    "croissant": ("sc:DataCatalog", "name"),
    "dcat": ("dcat:Catalog", "dcterms:title"),
}
SHELVES = ("dataset", "hasPart", "dcat:dataset", "dcat:resource")


def nodes(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every entry of a catalogue."""
    for shelf in SHELVES:
        yield from document.get(shelf, [])


def broken(form: str, document: dict[str, Any]) -> list[str]:
    """What in a catalogue is against the rules of its format."""
    kind, name = HEADS[form]
    found = [] if document["@type"] == kind and text(document[name]) else ["the catalogue itself"]
    ids = [one["@id"] for one in nodes(document)]
    found += [] if len(ids) == len(set(ids)) else ["an @id that is not unique"]
    for one in nodes(document):
        found += [
            f"{one['@id']} {key}: {one[key]!r}" for key in one if not _is_fine(form, key, one)
        ]
        found += [] if name in one else [f"{one['@id']} has no {name}"]
    return found


def _is_fine(form: str, key: str, one: dict[str, Any]) -> bool:
    return key in RULES[form] and RULES[form][key](one[key])
