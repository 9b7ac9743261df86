"""Titles, names, addresses and messages that try to break out of a face: shared by all of them."""

from __future__ import annotations

from dataclasses import replace

from crawler.store.reader import LinkRow, Place
from reports.model import Ending, Report
from tests.reports.sample import BLOCKED, CHANGES, DEAD, DOWN, FULL, LISTS, MOVED, NIGHTS, report_of

TEXTS = {
    "a script": "<script>alert(1)</script>",
    "a closed attribute": "\" onmouseover=\"alert(1)\" x='",
    "a closed attribute, single quotes": "' onfocus='alert(1)' autofocus '",
    "an image that fails": "<img src=x onerror=alert(1)>",
    "a closed table, style and title": "</td></table></style></title><svg onload=alert(1)>",
    "a comment": "<!-- --><b>x</b> <!--",
    "a template": "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "an entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#106;avascript:",
    "a table row": "a | b\n| --- | --- |\n| c | d |",
    "a Markdown link": "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "a reference": "[a]: https://evil.example/ 'x'\n\n[a]",
    "an autolink": "<https://evil.example/> https://evil.example/ www.evil.example",
    "backticks": "` `` ``` ```` a ` b",
    "an open backtick": "`",
    "a heading": "\n\n# Everything is fine\n\n- [x] done\n> quote\n---\n",
    "emphasis": "**bold** _it_ ~~gone~~ __x__ *",
    "a person and an issue": "@octocat #1 GH-12 octo/cat#3",
    "mathematics": "$`x`$ $$y$$",
    "a terminal": "\x1b[2J\x1b]0;owned\x07\x9b31m\r\rX",
    "a right-to-left override": "abc\u202egnp.exe\u2066",
    "nothing to be seen": "\u200b\u2060\ufeff",
    "line ends of other worlds": "a\u2028b\u2029c\x85d\x0be",
    "a lone surrogate": "\ud800",
    "a null": "a\x00b",
    "a formula": "=HYPERLINK(\"https://evil.example\";\"x\")",
    "something very long": "<b>" * 20_000,
    "a backslash at the end": "a\\",
    "a pipe after a backslash": "a\\|b\\\\|c",
    "a list": "1. one\n2) two\n+ three\n- four",
    "a blank": "   ",
    "a formula behind a tab": "\t=1+1",
    "a formula with a plus": "+1+cmd|' /C calc'!A0",
    "a formula with an at": "@SUM(1+1)",
    "a formula with a minus": "-2+3",
    "a formula in wide letters": "＝1+1",
    "the end of CDATA": "]]><x/><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "what XML forbids": "a\x01\x08\ufffe\uffffb",
    "a workflow command": "a\r\n::error file=x,line=1::owned%0A::stop-commands::x",
    "a property of a workflow command": "x,line=1,title=owned::owned",
    "an old workflow command": "##[add-path]/tmp",
}  # fmt: skip

ADDRESSES = {
    "javascript": "javascript:alert(1)",
    "javascript in capitals with a tab": "JaVa\tScript:alert(1)",
    "javascript behind a blank": " javascript:alert(1)",
    "javascript that looks like a comment": "javascript://example.org/%0aalert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "vbscript": "vbscript:msgbox(1)",
    "a file": "file:///etc/passwd",
    "no scheme": "//evil.example/x",
    "a closed attribute": "https://example.org/\"onclick=\"alert(1)",
    "a closed autolink": "https://example.org/><script>alert(1)</script>",
    "a table cell": "https://example.org/a|b|c",
    "a closed parenthesis": "https://example.org/a)[x](javascript:alert(1)",
    "backticks": "https://example.org/`a`` `",
    "a line end": "https://example.org/\n\n# x",
    "somebody else's host": "https://bank.example@evil.example/",
    "a backslash before the host": "https://good.example\\@evil.example/",
    "a broken address of a host": "http://[::1",
    "a foreign letter in the host": "https://ex\u0430mple.org/",
    "an override": "https://example.org/\u202egpj.exe",
    "something very long": "https://example.org/" + "a" * 100_000,
    "nothing": "",
}  # fmt: skip


def report_with_text(text: str) -> Report:
    """A report that has this text wherever a text of others may stand."""
    place = Place(text, text, 3, 1, text, text)
    titled = _with(DEAD, title=text, places=(replace(place, entry=None),))
    named = _with(DOWN, title="x", places=(place,) * 9)
    moved = _with(MOVED, title=text, host=text)
    odd = replace(CHANGES[7], event=replace(CHANGES[7].event, kind=text, before=text, after=text))
    return report_of(
        titled, named, moved, BLOCKED,
        lists=(replace(LISTS[1], name=text, location=text, error=text), *LISTS),
        changes=(odd, replace(CHANGES[0], link=titled)),
        ending=(Ending(text, "2026-11-25T00:00:00Z", (named,)),),
        night=replace(NIGHTS[1], version=text),
    )  # fmt: skip


def report_with_address(address: str) -> Report:
    """A report in which links have this address, and lead to it."""
    return replace(
        report_of(
            _with(DEAD, url=address, places=(replace(DEAD.places[0], entry=None),)),
            _with(MOVED, suggested_url=address, final_url=address),
            _with(BLOCKED, url=address, title="x"),
        ),
        changes=FULL.changes,
    )


def _with(link: LinkRow, **values: object) -> LinkRow:
    return replace(link, **values)  # type: ignore[arg-type]
