"""Every format: it looks as it did, keeps its own rules, and takes whatever stands in the store."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.export import croissant
from crawler.export.table import COLUMNS
from crawler.store.catalogue import read_catalogue
from crawler.store.database import open_for_writing
from crawler.store.text import storable
from tests.export.conftest import FACES, WrittenAs
from tests.export.rules import RULES, broken, nodes
from tests.export.sample import DEAD, FILE, FULL, write_fields
from tests.reports.attacks import ADDRESSES, TEXTS

every_face = pytest.mark.parametrize("form", FACES)
every_graph = pytest.mark.parametrize("form", RULES)


def entry(document: dict[str, Any], url: str) -> dict[str, Any]:
    """The entry whose data link this is."""
    places = (url, {"@id": url})
    return next(
        one for one in nodes(document) if one.get("url", one.get("dcat:landingPage")) in places
    )


@every_face
def test_a_catalogue_looks_as_it_did(
    form: str, db: Database, written: WrittenAs, assert_like_snapshot: Callable[[str, str], None]
) -> None:
    assert_like_snapshot(f"catalogue.{form}", written(db, form))


@every_graph
def test_a_catalogue_keeps_the_rules_of_its_format(
    form: str, db: Database, written: WrittenAs
) -> None:
    assert broken(form, json.loads(written(db, form))) == []


@every_graph
def test_the_rules_can_tell(form: str, db: Database, written: WrittenAs) -> None:
    document = json.loads(written(db, form))
    first = next(nodes(document))
    first["url"] = "javascript:alert(1)"
    first["dcat:landingPage"] = {"@id": "https://example.org/a b"}
    first["unheard of"] = 1
    assert len(broken(form, document)) >= 2


@every_graph
def test_an_empty_database_is_an_empty_catalogue(
    form: str, tmp_path: Path, written: WrittenAs
) -> None:
    with open_for_writing(tmp_path / "empty.db") as empty:
        document = json.loads(written(empty, form))
    assert broken(form, document) == []
    assert document.get("dataset", document.get("dcat:dataset")) == []


def test_empty_rows_have_a_head_at_most(tmp_path: Path, written: WrittenAs) -> None:
    with open_for_writing(tmp_path / "empty.db") as empty:
        assert written(empty, "jsonl") == ""
        assert written(empty, "csv") == ",".join(COLUMNS) + "\n"


@every_graph
def test_what_is_unknown_is_left_out(form: str, db: Database, written: WrittenAs) -> None:
    bare = next(
        one for one in nodes(json.loads(written(db, form))) if "Nameless sea" in one.values()
    )
    assert len(bare) == (4 if form == "croissant" else 3), bare


@every_graph
def test_a_dead_data_set_is_marked_and_offers_no_file(
    form: str, db: Database, written: WrittenAs
) -> None:
    db.execute("UPDATE links SET reason = 'file' WHERE url = ?", [DEAD])
    document = json.loads(written(db, form))
    dead, living = entry(document, DEAD), entry(document, FULL)
    mark = {"dcat": "rdfs:comment"}.get(form, "creativeWorkStatus")
    assert "dead" in str(dead[mark])
    assert "dead" not in str(living.get(mark))
    assert (dead["lv:state"], living["lv:state"]) == ("dead", "alive")
    assert not {"distribution", "dcat:distribution"} & set(dead)


@pytest.mark.parametrize("form", ["schema.org", "dcat"])
def test_a_file_that_is_there_is_a_distribution(
    form: str, db: Database, written: WrittenAs
) -> None:
    tides = entry(json.loads(written(db, form)), FILE)
    assert FILE in str(tides.get("distribution", tides.get("dcat:distribution")))


@pytest.mark.parametrize(
    ("license_id", "told"),
    [
        ("CC0-1.0", "https://spdx.org/licenses/CC0-1.0"),
        ("LicenseRef-PhysioNet-Credentialed-1.5.0", "LicenseRef-PhysioNet-Credentialed-1.5.0"),
        ("anything <else>", "anything <else>"),
    ],
    ids=["an SPDX licence is its page", "a LicenseRef is a name", "a text is a name"],
)
@every_graph
def test_licences(form: str, license_id: str, told: str, db: Database, written: WrittenAs) -> None:
    db.execute("UPDATE fields SET value = ? WHERE field = 'license'", [license_id])
    document = json.loads(written(db, form))
    shown = entry(document, FULL).get("license") or entry(document, FULL)["dcterms:license"]
    page = shown.get("@id", shown.get("name", shown.get("rdfs:label"))) if isinstance(
        shown, dict
    ) else shown  # fmt: skip
    assert page == told
    assert broken(form, document) == []


@pytest.mark.parametrize(
    ("tier", "free", "rights"),
    [
        ("open", True, "PUBLIC"),
        ("registration", None, "RESTRICTED"),
        ("embargoed", None, "NON_PUBLIC"),
        ("closed", False, "NON_PUBLIC"),
        ("unknown", None, None),
        ("whatever", None, None),
    ],
)
def test_tiers(
    tier: str, free: bool | None, rights: str | None, db: Database, written: WrittenAs
) -> None:
    db.execute("UPDATE fields SET value = ? WHERE field = 'access_tier'", [tier])
    told = entry(json.loads(written(db, "schema.org")), FULL)
    assert told.get("isAccessibleForFree") is free
    shown = entry(json.loads(written(db, "dcat")), FULL).get("dcterms:accessRights", {})
    assert shown.get("@id", "").rpartition("/")[2] == (rights or "")


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_data(name: str, db: Database, written: WrittenAs) -> None:
    text = storable(TEXTS[name])
    db.execute("UPDATE entries SET name = ?, section = ?, access = ?", [text or "x", text, text])
    db.execute("UPDATE fields SET value = ?", [text])
    _assert_sound(db, written)
    for value in ([text], [{"name": text, "orcid": text}], [{"relation": text, "id": text}]):
        db.execute("UPDATE fields SET value = ?", [json.dumps(value)])
        _assert_sound(db, written)


@pytest.mark.parametrize("name", ADDRESSES)
def test_hostile_addresses_are_no_links(name: str, db: Database, written: WrittenAs) -> None:
    address = storable(ADDRESSES[name])
    db.execute("UPDATE links SET url = ?, reason = 'file' WHERE url = ?", [address, FULL])
    related = json.dumps([{"relation": "IsDerivedFrom", "id": address}])
    db.execute("UPDATE fields SET value = ? WHERE field = 'related'", [related])
    _assert_sound(db, written)


def _assert_sound(db: Database, written: WrittenAs) -> None:
    for form in RULES:
        text = written(db, form)
        assert not re.search(r"[<>&\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", text)
        assert broken(form, json.loads(text)) == []
    assert len(written(db, "jsonl").splitlines()) == 6
    rows = list(csv.reader(io.StringIO(written(db, "csv"))))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    cells = [cell for row in rows[1:] for cell in row]
    assert not any(cell.lstrip().startswith(tuple("=+@")) for cell in cells if len(cell) > 1)


def test_rows_tell_types(db: Database, written: WrittenAs) -> None:
    first = json.loads(written(db, "jsonl").splitlines()[0])
    assert tuple(first) == COLUMNS
    assert first["creators"][0]["orcid"] == "0000-0002-1825-0097"
    assert (first["size_bytes"], first["keywords"]) == (123456789, ["discharge", "rivers"])


def test_only_the_chosen_source_is_told(db: Database, written: WrittenAs) -> None:
    write_fields(db, FULL, {"title": "Wrong", "version": "9"}, source="html", chosen=0)
    assert "Wrong" not in written(db, "jsonl")


def test_a_folder_has_a_document_for_each_data_set(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "croissant"
    assert croissant.write_folder(read_catalogue(db), folder) == 4
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"entry-{n}.json" for n in (2, 3, 4, 6)]
    for file in files:
        document = json.loads(file.read_text("utf-8"))
        assert document.pop("@context") == croissant.CONTEXT
        head = {"@type": "sc:DataCatalog", "name": "x", "dataset": [document]}
        assert broken("croissant", head) == []


def test_a_stream_that_takes_ascii_only_gets_the_same(db: Database) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    FACES["schema.org"](read_catalogue(db), out)  # type: ignore[arg-type]
    out.flush()
    assert "湖泊与河流" in str(json.loads(raw.getvalue()))
