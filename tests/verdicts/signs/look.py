"""A page as a look sees it, read by the readers the looks use."""

from __future__ import annotations

from crawler.metadata.body import read_body
from crawler.metadata.page import read_page
from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs import Seen, find_signs

URL = "https://atlas.example.org/sets/atlas"


def seen(html: str = "", status: int = 200, *headers: str, url: str = URL) -> Seen:
    """What is seen of this page; headers are written `name: value`."""
    content = html.encode()
    page, body = read_page(content, "text/html"), read_body(content, "text/html")
    pairs = (header.partition(": ") for header in headers)
    return Seen(
        url,
        status,
        headers=tuple((name, value) for name, _, value in pairs),
        title=page.title,
        text=body.text,
        markup=body.markup,
        headings=body.headings,
        description=page.description,
    )


def titled(title: str, body: str = "") -> str:
    """A page with this title."""
    return f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"


def found(kind: SignKind, what: Seen) -> str | None:
    """The name of the sign of this kind, if there is one."""
    return next((sign.name for sign in find_signs(what) if sign.kind is kind), None)


WORDS = "Where sparrows breed, square by square, with counts of every spring since 1970. "
LONG = f"<p>{WORDS * 40}</p>"
"""More than a wall, a lander or a login has to say."""
