"""People and organisations: who is one and who are two."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.metadata.normal.people import creators, same_creators


def person(family: str, given: str = "", orcid: str = "") -> dict[str, str]:
    known = {"family": family, "given": given, "orcid": orcid}
    return {key: value for key, value in known.items() if value}


def body(name: str) -> dict[str, str]:
    return {"name": name, "type": "organization"}


JANE, JOHN, MAX = person("Doe", "Jane"), person("Roe", "John"), person("Poe", "Max")
ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("raw", "people"),
    [
        pytest.param("Staib, Matthias", [person("Staib", "Matthias")], id="a comma is one person"),
        pytest.param("Jane Doe", [JANE], id="given name first"),
        pytest.param("Doe, Jane; Roe, John", [JANE, JOHN], id="a semicolon parts them"),
        pytest.param("Doe, Jane and Roe, John", [JANE, JOHN], id="and parts them"),
        pytest.param("Jane Doe, John Roe & Max Poe", [JANE, JOHN, MAX], id="many commas part them"),
        pytest.param("Jane Doe, John Roe, and Max Poe", [JANE, JOHN, MAX], id="as English lists"),
        pytest.param("Doe, J., Roe, M.", [person("Doe", "J."), person("Roe", "M.")], id="in pairs"),
        pytest.param(["Jane Doe", "Roe, John"], [JANE, JOHN], id="a list"),
        pytest.param("Jane Doe et al.", [JANE], id="et al. is nobody"),
        pytest.param(["Doe, Jane", "et al"], [JANE], id="et al. in a list is nobody"),
        pytest.param("Doe J, Roe JA, Poe M", [person("Doe", "J"), person("Roe", "JA"),
                     person("Poe", "M")], id="as PubMed writes"),
        pytest.param("Smith J A", [person("Smith", "J A")], id="initials apart"),
        pytest.param("Jane Doe and John Roe", [JANE, JOHN], id="two with and"),
        pytest.param("Dr. Jane Doe, PhD", [JANE], id="titles are no name"),
        pytest.param("Doe, Jane, MD", [JANE], id="degrees are no name"),
        pytest.param("John Roe Jr.", [person("Roe Jr.", "John")], id="junior is of the family"),
        pytest.param("Ludwig van der Berg", [person("van der Berg", "Ludwig")], id="particles"),
        pytest.param("DUPONT Jean", [person("DUPONT", "Jean")], id="capitals are the family"),
        pytest.param("Jane Doe (MIT)", [JANE], id="an aside is no name"),
        pytest.param("M&uuml;ller, Eva", [person("Müller", "Eva")], id="entities are decoded"),
        pytest.param("Plato", [person("Plato")], id="one name"),
        pytest.param("WHO", [body("WHO")], id="capitals alone are a body"),
        pytest.param("UK Biobank", [body("UK Biobank")], id="a body by its word"),
        pytest.param("UMC Larkfield", [body("UMC Larkfield")], id="a hospital by its letters"),
        pytest.param("Hôpitaux de Larkville", [body("Hôpitaux de Larkville")], id="in French"),
        pytest.param("Klinikum Lerchenfeld", [body("Klinikum Lerchenfeld")], id="in German"),
        pytest.param("Fundación Alondra", [body("Fundación Alondra")], id="in Spanish"),
        pytest.param("Department of Health and Human Services",
                     [body("Department of Health and Human Services")], id="and within a body"),
        pytest.param("Institute of Physics, Berlin", [body("Institute of Physics, Berlin")],
                     id="a comma within a body"),
        pytest.param({"name": "Acme", "type": "Organization"}, [body("Acme")], id="a body by type"),
        pytest.param({"name": "Acme", "@type": "https://schema.org/Organization"}, [body("Acme")],
                     id="a body by its full type"),
        pytest.param({"name": "Acme", "type": "Organizational"}, [body("Acme")], id="by DataCite"),
        pytest.param([{"familyName": "Doe", "givenName": "Jane", "@id": f"https://orcid.org/{ORCID}"}],
                     [person("Doe", "Jane", ORCID)], id="piece by piece with ORCID"),
        pytest.param([{"name": "Doe, Jane", "orcid": ORCID}], [person("Doe", "Jane", ORCID)],
                     id="a name with ORCID"),
        pytest.param(["Jane Doe", {"name": "Doe, Jane", "orcid": ORCID}],
                     [person("Doe", "Jane", ORCID)], id="each once, as known best"),
        pytest.param([{"family": "Doe", "given": "Jane", "name": "Somebody else"}], [JANE],
                     id="the pieces before the name"),
    ],
)  # fmt: skip
def test_creators_are_read(raw: Any, people: list[dict[str, str]]) -> None:
    assert json.loads(creators(raw) or "[]") == people


@pytest.mark.parametrize("raw", ["", "et al.", "N/A", [], [None, 1.5, True, [[]]], {}, ";;, ,"])
def test_nobody_is_nobody(raw: Any) -> None:
    assert creators(raw) is None


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        pytest.param("Doe, Jane; Roe, John", "John Roe; Jane Doe", True, id="in any order"),
        pytest.param("Doe, J.", "Doe, Jane", True, id="with initials"),
        pytest.param("Doe, J.A.", "Doe, Jane Anne", True, id="with two initials"),
        pytest.param("Doe, Jane A.", "Doe, Jane Anne", False, id="not half of it"),
        pytest.param("DOE, JANE", "Doe, Jane", True, id="in any case"),
        pytest.param("Doe, Jane", "Doe, John", False, id="not a sister"),
        pytest.param("Doe, Jane", "Doe, Jane; Roe, John", False, id="not with one more"),
        pytest.param("UK Biobank", "UK biobank", True, id="a body in any case"),
    ],
)
def test_creators_compare(one: str, other: str, answer: bool) -> None:
    ours, theirs = creators(one) or "", creators(other) or ""
    assert same_creators(ours, theirs) is answer
    assert same_creators(theirs, ours) is answer
