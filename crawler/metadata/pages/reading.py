"""A page read once, by every kind of markup in turn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from crawler.metadata.decoding import page_text
from crawler.metadata.fields import Field, Said
from crawler.metadata.normal.access_text import access_in_text
from crawler.metadata.pages import labels, licences, metas, schema, standing, typed_links
from crawler.metadata.pages.document import MOST, attribute, parsed
from crawler.metadata.pages.embedded import MICRODATA, RDFA, things
from crawler.metadata.pages.heading import bare_title, titles
from crawler.metadata.pages.lines import Line, read_lines
from crawler.metadata.pages.main_one import Main, Seen, main_one
from crawler.metadata.pages.mending import read_json
from crawler.metadata.pages.nodes import tidied
from crawler.metadata.pages.saying import Pair, say

_MOST_BLOCKS = 50
Headers = tuple[tuple[str, str], ...]


def read_fields(content: bytes, content_type: str | None, headers: Headers, url: str) -> list[Said]:
    """What a page and its headers say of the data set it is about, once a field and source.

    A catalogue of many data sets says what it is called, and no more.
    """
    links = typed_links.in_header(headers, url)
    kind = (content_type or "text/html").lower()
    if "json" in kind:
        values = map(tidied, read_json(page_text(content[:MOST], content_type)))
        main = main_one(values, Seen(url))
        return [
            *say("json-ld", schema.pairs(main.node)),
            *say("signposting", typed_links.pairs(links)),
        ]
    root = parsed(content, content_type) if "html" in kind or "xml" in kind else None
    if root is None:
        return say("signposting", typed_links.pairs(links))
    links += typed_links.in_head(root, url) + typed_links.in_linkset(root, url)
    return _of_page(root, links, url)


def _of_page(root: etree._Element, links: list[typed_links.TypedLink], url: str) -> list[Said]:
    said = metas.read_metas(root)
    title, heading = titles(root)
    sites = tuple(said.get("og:site_name", []) + said.get("application-name", []))
    names = [bare_title(one, heading, sites, url) for one in (title, *said.get("og:title", [])[:1])]
    seen = Seen(
        _canonical(links, url),
        tuple(filter(None, [*names, heading, *said.get("citation_title", [])])),
    )
    mains = {
        "json-ld": main_one(_json_ld(root), seen),
        "microdata": main_one(things(root, MICRODATA, url), seen),
        "rdfa": main_one(things(root, RDFA, url), seen),
    }
    language = attribute(root, "lang") or attribute(
        root, "{http://www.w3.org/XML/1998/namespace}lang"
    )
    own = [
        (Field.TITLE, names[0]),
        *metas.plain(said),
        (Field.LANGUAGE, language or attribute(root, "xml:lang")),
    ]
    graph = [(Field.TITLE, names[1] if len(names) > 1 else None), *metas.open_graph(said)]
    if _is_catalogue(mains) and "citation_title" not in said:
        return [*say("opengraph", graph), *say("html", own)]
    related = licences.by_relation(root, url)
    lines = read_lines(root)
    if not heading:  # the title of a program's page names the program; what it shows has a label
        own.insert(0, (Field.TITLE, labels.labelled_title(lines)))
    sources: dict[str, list[Pair]] = {
        "json-ld": list(schema.pairs(mains["json-ld"].node)),
        "signposting": list(typed_links.pairs(links)),
        "microdata": list(schema.pairs(mains["microdata"].node)),
        "rdfa": list(schema.pairs(mains["rdfa"].node)),
        "citation": list(metas.citation(said)),
        "dc": list(metas.dublin_core(said)),
        "opengraph": graph,
        "html": [*own, *licences.pairs(related, lines)],
        "label": [*labels.pairs(lines, url), *standing.pairs(lines), *_access(lines)],
    }
    told = [one for source, pairs in sources.items() for one in say(source, pairs)]
    return [licences.with_name(one, lines, url) for one in told]


def _access(lines: list[Line]) -> Iterator[Pair]:
    """How one gets at the data, in the page's own sentence."""
    sentences = dict.fromkeys(line.text for line in lines if " " in line.text)
    told = access_in_text("\n".join(sentences))
    if told is not None:
        yield Field.ACCESS_TIER, told[0].value
        yield Field.ACCESS_EVIDENCE, told[1]


def _json_ld(root: etree._Element) -> Iterator[Any]:
    """The blocks of linked data that a page carries."""
    scripts = (one for one in root.iter("script") if "ld+json" in attribute(one, "type").lower())
    for script in islice(scripts, _MOST_BLOCKS):
        yield from map(tidied, read_json(script.text or ""))


def _is_catalogue(mains: dict[str, Main]) -> bool:
    return any(main.catalogue for main in mains.values()) and not any(
        main.node for main in mains.values()
    )


def _canonical(links: list[typed_links.TypedLink], url: str) -> str:
    """The page's address as it gives it itself, unless that is another host's."""
    return next((link.target for link in links if link.relation == "canonical"), url)
