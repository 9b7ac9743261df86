"""Run inside a folder of tools, by its own Python: what another reader finds on pages, as JSON.

Standard input: one JSON object a line, {"name", "path", "url"}; output: {"name", "fields"}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

KEYS = {
    "title": ("name", "headline"),
    "description": ("description",),
    "creators": ("creator", "author"),
    "publisher": ("publisher",),
    "doi": ("identifier", "@id"),
    "version": ("version",),
    "license": ("license",),
    "size_bytes": ("size", "contentSize"),
    "date_published": ("datePublished",),
    "date_modified": ("dateModified",),
    "date_created": ("dateCreated",),
    "keywords": ("keywords",),
    "language": ("inLanguage",),
}
DUBLIN_CORE = {
    "title": "title",
    "description": "description",
    "creator": "creators",
    "publisher": "publisher",
    "date": "date_published",
    "rights": "license",
    "subject": "keywords",
    "language": "language",
}
MANY = ("creators", "keywords")


def with_extruct(content: bytes, url: str) -> dict[str, Any]:
    """The properties of the Datasets extruct gives, else Dublin Core, else OpenGraph."""
    import extruct

    told = extruct.extract(
        content,
        base_url=url,
        syntaxes=["json-ld", "microdata", "rdfa", "opengraph", "dublincore"],
        uniform=True,
        errors="ignore",
    )
    found: dict[str, Any] = {}
    for thing in [*told["json-ld"], *told["microdata"], *told["rdfa"]]:
        if "Dataset" in str(thing.get("@type")):
            found = {**{field: _first(thing, keys) for field, keys in KEYS.items()}, **found}
    core: dict[str, list[str]] = {}
    for element in (one for page in told["dublincore"] for one in page["elements"]):
        core.setdefault(DUBLIN_CORE.get(element["URI"].rpartition("/")[2], ""), []).append(
            element["content"]
        )
    graph = told["opengraph"][0] if told["opengraph"] else {}
    keys = {"title": "og:title", "description": "og:description", "publisher": "og:site_name"}
    core.pop("", None)
    one = {field: said if field in MANY else said[0] for field, said in core.items()}
    shared = {field: graph[key] for field, key in keys.items() if key in graph}
    return {**shared, **one, **{field: value for field, value in found.items() if value}}


def with_trafilatura(content: bytes, url: str) -> dict[str, Any]:
    """What trafilatura calls a page's metadata."""
    from trafilatura.metadata import extract_metadata

    told = extract_metadata(content.decode("utf-8", "replace"), default_url=url).as_dict()
    keys = {
        "title": "title",
        "description": "description",
        "creators": "author",
        "publisher": "sitename",
        "date_published": "date",
        "license": "license",
        "keywords": "tags",
        "language": "language",
    }
    return {field: told[key] for field, key in keys.items() if told.get(key)}


READERS: dict[str, Callable[[bytes, str], dict[str, Any]]] = {
    "extruct": with_extruct,
    "trafilatura": with_trafilatura,
}


def _first(thing: dict[str, Any], keys: tuple[str, ...]) -> object:
    return next((thing[key] for key in keys if thing.get(key)), None)


def _read(reader: str) -> Iterator[dict[str, Any]]:
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            fields = READERS[reader](Path(asked["path"]).read_bytes(), asked["url"])
        except Exception:  # that a reader fails is a result
            fields = {}
        yield {"name": asked["name"], "fields": fields}


if __name__ == "__main__":
    for answer in _read(sys.argv[1]):
        print(json.dumps(answer, default=str))
