"""Whole pages as evidence, read by the readers the looks use, and parts to make them of."""

from __future__ import annotations

from crawler.verdicts.evidence import Evidence, Hop, Sibling
from crawler.verdicts.signs import find_signs

from .signs.look import seen

DEEP, HOME = "https://a.example/sets/9", "https://a.example/"
NAME = ("Sparrow Atlas",)

FORM = '<form action="/session"><input name="u"><input type="password" name="p"></form>'
BONUS = "<p>Claim a welcome bonus of 100 %, 200 free spins and a jackpot. Play now!</p>"
SCRIPT = '<script src="/a.js"></script>'
GET = '<p>Eleven columns, 4,200 rows. <a href="/get/9">Download</a></p>'
FILE = '<p><a class=btn href="/files/9.csv">9.csv</a></p>'


def look(
    html: str,
    status: int = 200,
    *headers: str,
    url: str = DEEP,
    beside: int | None = None,
    names: tuple[str, ...] = NAME,
) -> Evidence:
    """The evidence of a look at this page; `beside` is the status of what cannot exist there."""
    what = seen(html, status, *headers, url=url)
    return Evidence(
        url,
        hops=(Hop(url, status),),
        status=status,
        content_type="text/html",
        content_bytes=len(html),
        headers=what.headers,
        title=what.title,
        description=what.description,
        signs=find_signs(what),
        sibling=Sibling("https://a.example/sets/qqqq", beside) if beside else None,
        expected=names,
    )
