"""The JSON face and its published schema say the same."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reports.json import VERSION, render
from tests.reports.sample import FULL, NIGHTS_OF_ALL_KINDS

SCHEMA: dict[str, Any] = json.loads(files("reports").joinpath("report.schema.json").read_bytes())


@pytest.mark.parametrize("name", NIGHTS_OF_ALL_KINDS)
def test_the_schema_takes_every_night(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert not list(
        Draft202012Validator(SCHEMA).iter_errors(json.loads(render(NIGHTS_OF_ALL_KINDS[name])))
    )


@pytest.mark.parametrize("broken", ["counts", "links", "version"])
def test_the_schema_refuses_what_is_no_report(broken: str) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(render(FULL)) | {broken: [{}]}))


KINDS = {
    "night": "night",
    "nights": "night",
    "lists": "list",
    "changes": "change",
    "certificates": "certificate",
    "links": "link",
}


@pytest.mark.parametrize("where", KINDS)
def test_every_property_stands_in_the_schema_and_no_other(where: str) -> None:
    document, known = json.loads(render(FULL)), SCHEMA["$defs"][KINDS[where]]
    found = document[where] if isinstance(document[where], list) else [document[where]]
    assert found
    for item in found:
        assert set(item) == set(known["properties"]) == set(known["required"])


def test_the_top_and_the_places_are_in_the_schema_too() -> None:
    document = json.loads(render(FULL))
    assert set(document) == set(SCHEMA["properties"]) == set(SCHEMA["required"])
    place = document["links"][0]["places"][0]
    assert set(place) == set(SCHEMA["$defs"]["place"]["properties"])
    assert document["version"] == VERSION == SCHEMA["properties"]["version"]["const"]
