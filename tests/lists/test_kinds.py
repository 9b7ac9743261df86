"""The kinds of links that link checkers meet: one row each, with what a reader must find."""

from __future__ import annotations

import pytest

from crawler.lists.reader import read

KINDS = [
    ("inline", "See [Tide](https://tide.example.org/a).", "https://tide.example.org/a"),
    ("inline with a title", '[Tide](https://tide.example.org/a "The tide")', None),
    ("inline in angle brackets", "[Tide](<https://tide.example.org/a>)", None),
    ("inline with brackets in the path", "[T](https://tide.example.org/a_(b))", ".../a_(b)"),
    ("angle", "See <https://tide.example.org/a>.", None),
    ("full reference", "[Tide][t]\n\n[t]: https://tide.example.org/a", None),
    ("collapsed reference", "[Tide][]\n\n[tide]: https://tide.example.org/a", None),
    ("shortcut reference", "[Tide]\n\n[tide]: <https://tide.example.org/a> 'T'", None),
    ("definition that nobody uses", "[t]: https://tide.example.org/a", None),
    ("footnote", "Tide[^1].\n\n[^1]: https://tide.example.org/a", None),
    ("footnote with a link", "Tide[^1].\n\n[^1]: [Tide](https://tide.example.org/a)", None),
    ("bare", "It is at https://tide.example.org/a today", None),
    ("bare before a full stop", "It is at https://tide.example.org/a.", None),
    ("bare in brackets", "Tide (https://tide.example.org/a) is big", None),
    ("bare with www", "See www.tide.example.org/a", "http://www.tide.example.org/a"),
    ("bare in bold", "**https://tide.example.org/a**", None),
    ("bare after Chinese text", "链接：https://tide.example.org/a", None),
    ("bare before Chinese text", "见https://tide.example.org/a，需要注册。", None),
    ("image", "![Map](https://tide.example.org/a.png)", ".../a.png"),
    ("badge", "[![b](data:image/png;base64,xx)](https://tide.example.org/a)", None),
    ("HTML anchor", 'See <a class="x" href="https://tide.example.org/a">Tide</a>', None),
    ("HTML anchor without quotes", "See <a href=https://tide.example.org/a>Tide</a>", None),
    ("HTML image", "<img alt='x' src='https://tide.example.org/a'>", None),
    (
        "HTML with an entity",
        '<a href="https://tide.example.org/?a=1&amp;b=2">T</a>',
        ".../?a=1&b=2",
    ),
    ("bare inside an HTML block", "<p>\nhttps://tide.example.org/a\n</p>", None),
    ("table", "| Name | Link |\n|---|---|\n| Tide | [T](https://tide.example.org/a) |", None),
    ("task list", "- [ ] [Tide](https://tide.example.org/a)", None),
    ("heading", "## [Tide](https://tide.example.org/a)", None),
    ("block quote", "> > [Tide](https://tide.example.org/a)", None),
    ("definition line", "Access: https://tide.example.org/a", None),
    ("nested item", "- a\n  - b\n    1. [Tide](https://tide.example.org/a)", None),
    ("HTML block", "<details>\n<a href='https://tide.example.org/a'>T</a>\n</details>", None),
    ("link in bold", "**[Tide](https://tide.example.org/a)** - tides", None),
    ("ftp", "[Tide](ftp://tide.example.org/a)", "ftp://tide.example.org/a"),
    ("line ends of another system", "x\r\n\r\n[Tide](https://tide.example.org/a)\r\n", None),
    ("struck out", "~~[Tide](https://tide.example.org/a)~~", None),
]
HIDDEN = [
    ("code span", "Run `curl https://tide.example.org/a`"),
    ("fence", "```\nhttps://tide.example.org/a\n```"),
    ("indented code", "x\n\n    https://tide.example.org/a"),
    ("HTML comment", "<!-- https://tide.example.org/a -->"),
]
NO_LINKS = [
    ("mail", "[Mail](mailto:a@tide.example.org) or <a@tide.example.org>"),
    ("script", "[x](javascript:alert(1)) <a href='javascript:x()'>x</a>"),
    ("data", "![x](data:image/png;base64,AAAA)"),
    ("telephone", "[call](tel:+123)"),
    ("anchor", "[Up](#top)"),
    ("relative", "[Docs](docs/index.md) ![x](img/a.png) <img src=a.png>"),
    ("undefined reference", "[Tide][nowhere]"),
    ("empty", "[Tide]()"),
    ("front matter", "---\ntitle: x\nurl: https://tide.example.org/a\n---\n\ntext"),
    ("file names", "data/code.py and run.sh/x, 1.5/2.5, and/or, e.g. a.b/c"),
    ("host as a name", "Pozemedicale.org is a name here"),
    ("scheme alone", "An address begins with http:// or https://"),
]


def _expected(text: str, wanted: str | None) -> str:
    if wanted is None:
        return "https://tide.example.org/a"
    return wanted.replace("...", "https://tide.example.org")


@pytest.mark.parametrize(("text", "wanted"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_every_kind_of_link_is_found_once_in_its_place(text: str, wanted: str | None) -> None:
    (mention,) = read(text).mentions

    assert mention.url == _expected(text, wanted)
    assert text[mention.start : mention.end] == mention.raw
    lines = text.replace("\r\n", "\n").split("\n")
    assert lines[mention.line - 1][mention.column - 1 :].startswith(mention.raw)


@pytest.mark.parametrize("text", [h[1] for h in HIDDEN], ids=[h[0] for h in HIDDEN])
def test_what_a_page_does_not_show_as_a_link_is_read_only_when_asked(text: str) -> None:
    assert read(text).mentions == ()

    (mention,) = read(text, verbatim=True).mentions
    assert mention.url == "https://tide.example.org/a"


@pytest.mark.parametrize("text", [n[1] for n in NO_LINKS], ids=[n[0] for n in NO_LINKS])
def test_what_is_no_link_is_not_invented(text: str) -> None:
    assert read(text).mentions == ()


def test_relative_links_are_seen_from_the_address_of_the_list() -> None:
    text = "[a](docs/x.md) [b](/top) [c](//cdn.example.org/y) [d](?q=1) [e](#part)"

    urls = [mention.url for mention in read(text, base="https://l.example.org/r/list.md").mentions]

    assert urls == [
        "https://l.example.org/r/docs/x.md",
        "https://l.example.org/top",
        "https://cdn.example.org/y",
        "https://l.example.org/r/list.md?q=1",
    ]


def test_a_badge_is_two_links() -> None:
    text = "[![build](https://ci.example.org/b.svg)](https://ci.example.org/runs)"

    assert [(m.url, m.role) for m in read(text).mentions] == [
        ("https://ci.example.org/b.svg", "image"),
        ("https://ci.example.org/runs", "other"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://h.example.org/A%20b%2Fc+d;v=1?q=a+b&x=%C3%A4#Part",
        "https://h.example.org/~user/x,y/(z)/",
        "https://h.example.org/?a[]=1&b=c",
        "https://en.wikipedia.org/wiki/Kaplan–Meier_estimator",
        "https://h.example.org/a?copy=1&copy=2",
        "https://web.archive.org/web/2020/https://h.example.org/",
        "http://[2001:db8::1]:8080/x",
        "https://h.example.org/AS:2026@14/General-steps--x_y.png",
        "http://localhost:8000/a",
    ],
)
@pytest.mark.parametrize(
    "form", ["[x]({})", "<{}>", "See {} there.", "- Data: {}", '<a href="{}">x</a>']
)
def test_a_sound_address_stays_byte_for_byte(address: str, form: str) -> None:
    (mention,) = read(form.format(address)).mentions

    assert (mention.url, mention.raw, mention.repair) == (address, address, None)
