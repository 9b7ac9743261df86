"""What `<meta>` says in the words of Highwire, EPrints, Dublin Core and OpenGraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from crawler.metadata.fields import Field
from crawler.metadata.pages.document import attribute
from crawler.metadata.pages.identifiers import doi_in, first_doi, speaks_of_access
from crawler.metadata.pages.saying import Pair

Metas = dict[str, list[str]]

_MOST = 3000
_JANUARY_FIRST = re.compile(r"^(\d{4})[/-]0?1[/-]0?1$")
_PREFIX = re.compile(r"^(?:dcterms|dcterm|dct|dc)[.:]")
_DATES = {
    Field.DATE_PUBLISHED: (
        "issued",
        "date.issued",
        "date.published",
        "available",
        "date.available",
        "date",
    ),
    Field.DATE_MODIFIED: ("modified", "date.modified", "date.updated"),
    Field.DATE_CREATED: ("created", "date.created"),
}
_HIGHWIRE = ("citation_", "bepress_citation_", "eprints.")
_HIGHWIRE_DATES = ("publication_date", "date", "online_date", "year", "cover_date")


def read_metas(root: etree._Element) -> Metas:
    """Every meta element by its lower-case name, in order."""
    said: Metas = {}
    for meta in islice(root.iter("meta"), _MOST):
        content = " ".join(attribute(meta, "content").split())
        name = (attribute(meta, "name") or attribute(meta, "property")).lower()
        if content and name:
            said.setdefault(name, []).append(content)
    return said


def citation(metas: Metas) -> Iterator[Pair]:
    """`citation_*` of Highwire, and what other systems made of it."""
    for prefix in _HIGHWIRE:
        said = {
            name.removeprefix(prefix): values
            for name, values in metas.items()
            if name.startswith(prefix)
        }
        for name in ("title", "dataset_title"):
            yield Field.TITLE, _first(said.get(name))
        for name in ("author", "creators_name", "creator"):
            yield Field.CREATORS, said.get(name)
        yield Field.CREATORS, _split(said.get("authors"))
        yield (
            Field.DOI,
            first_doi([*said.get("doi", []), *said.get("id_number", []), *said.get("doi_url", [])]),
        )
        for name in _HIGHWIRE_DATES:
            yield Field.DATE_PUBLISHED, _date(_first(said.get(name)))
        for name in ("publisher", "dissertation_institution", "technical_report_institution"):
            yield Field.PUBLISHER, _first(said.get(name))
        yield Field.DESCRIPTION, _first(said.get("abstract"))
        yield Field.KEYWORDS, _listed(said.get("keywords") or said.get("keyword"))
        yield Field.LANGUAGE, _first(said.get("language"))
        yield Field.VERSION, _first(said.get("version"))


def dublin_core(metas: Metas) -> Iterator[Pair]:
    """`DC.*` and `DCTERMS.*`, whatever their case."""
    said: Metas = {}
    for name, values in metas.items():
        if _PREFIX.match(name):
            said.setdefault(_PREFIX.sub("", name), []).extend(values)
    yield Field.TITLE, _first(said.get("title"))
    yield Field.CREATORS, said.get("creator")
    for name in ("description.abstract", "abstract", "description"):
        yield Field.DESCRIPTION, _first(said.get(name))
    yield Field.PUBLISHER, _first(said.get("publisher"))
    for name in ("identifier.doi", "identifier", "identifier.uri", "bibliographiccitation"):
        yield Field.DOI, first_doi(said.get(name, []))
    yield Field.CONCEPT_DOI, first_doi(said.get("isversionof", []))
    yield Field.VERSION, _first(said.get("hasversion.number") or said.get("version"))
    for field, names in _DATES.items():
        yield from ((field, _date(_first(said.get(name)))) for name in names)
    yield Field.KEYWORDS, _listed(said.get("subject"))
    yield Field.LANGUAGE, _first(said.get("language"))
    yield Field.SIZE_BYTES, _size(said.get("extent", []) + said.get("format.extent", []))
    yield Field.FORMATS, [one for one in said.get("format", []) if "/" in one]
    yield from _rights(said)
    yield Field.RELATED, list(_related(said))


def open_graph(metas: Metas) -> Iterator[Pair]:
    """`og:*`, else what was written for another network; its dates are the page's own."""
    for network in ("og", "twitter"):
        yield Field.DESCRIPTION, _first(metas.get(f"{network}:description"))
    yield Field.PUBLISHER, _first(metas.get("og:site_name"))


def plain(metas: Metas) -> Iterator[Pair]:
    """The names every page may use."""
    yield Field.DESCRIPTION, _first(metas.get("description"))
    yield Field.KEYWORDS, _listed(metas.get("keywords"))


def _rights(said: Metas) -> Iterator[Pair]:
    """Licences and conditions of access; a bare word such as `restricted` is put to many uses."""
    rights = [*said.get("license", []), *said.get("rights.license", []), *said.get("rights", [])]
    rights += said.get("rights.uri", [])
    access = [*said.get("accessrights", []), *said.get("rights.accessrights", []), *rights]
    yield from ((Field.LICENSE, one) for one in rights if _permits(one))
    yield from ((Field.ACCESS_TIER, one) for one in access if "/" in one and speaks_of_access(one))


def _permits(rights: str) -> bool:
    """Whether rights are a licence: no condition of access, no mere note of who owns it."""
    owned = re.match(r"(?:©|\(c\)|copyright\b|all rights reserved)", rights, re.IGNORECASE)
    return not speaks_of_access(rights) and not owned and len(rights) < 300


def _related(said: Metas) -> Iterator[dict[str, str]]:
    for relation in (
        "relation",
        "isreferencedby",
        "isreplacedby",
        "replaces",
        "ispartof",
        "references",
    ):
        for one in said.get(relation, [])[:100]:
            target = doi_in(one) or (one if one.startswith(("http://", "https://")) else None)
            if target:
                yield {"relation": relation, "id": target}


def _date(said: str | None) -> str | None:
    """A date; the first of January is how a bare year is written here."""
    if said is None or not re.search(r"\d{4}", said):
        return None
    year = _JANUARY_FIRST.match(said)
    return year[1] if year else said


def _size(said: list[str]) -> str | None:
    return next(
        (one for one in said if re.search(r"\d\s*(?:[kmgtp]i?b|bytes?)\b", one, re.IGNORECASE)),
        None,
    )


def _listed(said: list[str] | None) -> list[str] | str | None:
    """Several values as a list; one may hold many, and is left as it is."""
    return said[0] if said and len(said) == 1 else said


def _split(said: list[str] | None) -> list[str] | None:
    return [name.strip() for name in said[0].split(";")] if said else None


def _first(said: list[str] | None) -> str | None:
    return said[0] if said else None
