"""Croissant 1.0: what MLCommons' own validator takes, a document for each data set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from crawler.export import schema_org
from crawler.export.item import Catalogue, Item
from crawler.export.jsonld import OWN, Node, document, known, write_document
from crawler.written import write_whole

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
# The context of the specification, word by word, and our own words.
CONTEXT: Node = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "lv": OWN,
}
# A distribution needs checksums, which nobody told us; a part would be another document's node.
_LEFT_OUT = ("distribution", "isPartOf")


def write(catalogue: Catalogue, out: TextIO) -> None:
    """Write all data sets as one catalogue under one context."""
    head = {
        "@context": CONTEXT,
        "@type": "sc:DataCatalog",
        "@id": f"{OWN}catalogue",
        "name": schema_org.NAME,
        "description": schema_org.ABOUT,
        **known(dateModified=catalogue.modified),
    }
    shelves = (("dataset", node_of(item)) for item in _data(catalogue))
    write_document(head, shelves, "dataset", out)


def write_folder(catalogue: Catalogue, folder: Path) -> int:
    """Write a document for each data set, as the validator takes them; how many."""
    written = 0
    for item in _data(catalogue):
        path = folder / f"entry-{item.number}.json"
        write_whole(path, document({"@context": CONTEXT, **node_of(item)}))
        written += 1
    return written


def node_of(item: Item) -> Node:
    """A data set, without the context."""
    told = schema_org.node_of(item)
    kept = {name: value for name, value in told.items() if name not in _LEFT_OUT}
    return kept | {"@type": "sc:Dataset", "conformsTo": CONFORMS_TO}


def _data(catalogue: Catalogue) -> Iterator[Item]:
    return (item for item in catalogue.items if item.is_data)
