"""The hostile web: every behaviour of real servers that one night can meet, with its verdict.

Lives here: one table a theme, each row a server, a link and what is right to say of it; pages as
real servers write them. May not: be looked at by a rule of the product, or name a host of it.
"""

from __future__ import annotations

from dataclasses import replace

from crawler.demo.host import Host
from crawler.demo.hostile import (
    content,
    deaths,
    doors,
    known,
    lookalikes,
    methods,
    redirects,
    sources,
    transport,
    urls,
    walls,
)
from crawler.demo.hostile.row import Row

THEMES = (
    methods, redirects, content, lookalikes, walls, doors, deaths, transport, urls, known, sources,
)  # fmt: skip
ROWS: tuple[Row, ...] = tuple(row for theme in THEMES for row in theme.ROWS)


def hosts() -> dict[str, Host]:
    """All hosts of all rows; a host that more than one row plays on has the paths of each."""
    merged: dict[str, Host] = {}
    for row in ROWS:
        for name, host in row.played.items():
            before = merged.get(name, host)
            merged[name] = replace(host, paths={**before.paths, **host.paths})
    return merged


def as_list(rows: tuple[Row, ...] = ROWS) -> str:
    """The links of these rows as a list in Markdown: one a line, from the third line on."""
    lines = [f"- [{row.name}]({row.link})\n" for row in rows]
    return "# The hostile web\n\n" + "".join(lines)
