"""What a visitor of a page reads, and where the page itself sends him on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.metadata.decoding import page_text
from crawler.metadata.onward import Onward, by_refresh, by_script

_MOST = 256 * 1024
"""So much of a page is read; what it is for stands at its beginning."""

_LONGEST_TEXT = 64 * 1024
_LONGEST_HEADING = 300
_MOST_HEADINGS = 6
_TRIED = 20
"""Of headings inside headings no more are read."""

_LONGEST_LANGUAGE = 35
_LITTLE = 600
"""A page with more words than this is read by people, wherever it leads them afterwards."""

_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "math", "iframe"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "tt", "u", "var", "wbr"}
)
_SCRIPTED = 200
"""Some words may stand beside a script that leads on: please wait, click here."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is seen of a page: language, first headings, visible words, markup, and the way on."""

    language: str | None = None
    headings: tuple[str, ...] = ()
    text: str = ""
    markup: str = ""
    onward: Onward | None = None


def read_body(content: bytes, content_type: str | None) -> Body:
    """Read what an HTML page shows; anything else shows nothing."""
    if "html" not in (content_type or "text/html").lower():
        return Body()
    markup = page_text(content[:_MOST], content_type).replace("\0", "\ufffd")
    root = _parsed(markup)
    if root is None:
        return Body(markup=markup)
    refresh, script = _refresh(root), _scripts(root)
    _keep_what_is_seen(root)
    text = _shown(root, _LONGEST_TEXT)
    return Body(
        language=(root.get("lang") or "").strip().lower()[:_LONGEST_LANGUAGE] or None,
        headings=tuple(islice(_headings(root), _MOST_HEADINGS)),
        text=text,
        markup=markup,
        onward=_onward(refresh, script, text),
    )


def _parsed(markup: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    return root


def _keep_what_is_seen(root: etree._Element) -> None:
    """Take away what no visitor sees, and the tags that put no gap between two words."""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    etree.strip_tags(root, *_INLINE)


def _headings(root: etree._Element) -> Iterator[str]:
    said = (_shown(heading, _LONGEST_HEADING) for heading in islice(root.iter("h1", "h2"), _TRIED))
    return filter(None, said)


def _shown(element: etree._Element, most: int) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())[:most].strip()


def _onward(refresh: str | None, script: str, text: str) -> Onward | None:
    """Where a page that is little else sends its visitor."""
    if refresh is not None:
        return by_refresh(refresh) if len(text) <= _LITTLE else None
    return by_script(script) if len(text) <= _SCRIPTED else None


def _refresh(root: etree._Element) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh" and _counts(meta):
            return meta.get("content") or ""
    return None


def _counts(meta: etree._Element) -> bool:
    """What stands for browsers without scripts is not what a visitor meets."""
    return next(meta.iterancestors("noscript"), None) is None


def _scripts(root: etree._Element) -> str:
    loads = [body.get("onload") or "" for body in root.iter("body")]
    return "\n".join([*(script.text or "" for script in root.iter("script")), *loads])
