"""Lint: one fault a row, and the sentence that the keeper of the list reads."""

from __future__ import annotations

import pytest

from crawler.lists.lint import Problem, lint
from crawler.lists.reader import read

A = "https://a.example.org/x"
FAULTS = [
    (
        "a damaged link",
        f"Text.\n\n见{A}。\n",
        Problem(
            3,
            2,
            "damaged-link",
            f"text or punctuation stood directly behind the address; read as {A}",
        ),
    ),
    (
        "an address beyond repair",
        "[Tide](http://)\n",
        Problem(1, 8, "bad-address", "http:// is no address that could be asked"),
    ),
    (
        "the same link twice",
        f"[a]({A}#b)\n\n[c]({A.replace('a.ex', 'A.ex')}#b)\n",
        Problem(3, 5, "duplicate", "https://A.example.org/x#b stands already on line 1"),
    ),
    (
        "a reference to nothing",
        "See [the tide][tide].\n",
        Problem(1, 5, "undefined-reference", "[tide] is defined nowhere, so [the tide] is no link"),
    ),
    (
        "an entry without a link",
        f"# S\n\n## Water\n\n- [Tide]({A})\n- [Moon]({A}/m)\n- Lost Set - gone\n",
        Problem(7, 1, "entry-without-link", "Lost Set has no link"),
    ),
    (
        "http beside https",
        f"[a]({A})\n\n[b](http://a.example.org/x)\n",
        Problem(3, 5, "http-where-https-is-known", "line 1 has the same address with https"),
    ),
]


@pytest.mark.parametrize(("text", "problem"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_is_told_with_its_place(text: str, problem: Problem) -> None:
    assert lint(text, read(text)) == (problem,)


@pytest.mark.parametrize(
    "text",
    [
        f"# S\n\n## Water\n\n- [Tide]({A})\n- [Moon]({A}/m) and [part]({A}#p)\n",
        f"As said [1][2].\n\n[x][y] <!-- linkvitals: ignore -->\n\n[a]({A})\n",
        f"# S\n\n## Water\n\n### Moon\n\nText.\n\n#### [North]({A})\n\n### Ice\n\nLink: {A}/ice\n",
        f"![a]({A}) ![b]({A})\n",
    ],
    ids=["a clean list", "marks of citations and ignored lines", "links of parts", "badges"],
)
def test_a_clean_list_has_no_faults(text: str) -> None:
    assert lint(text, read(text)) == ()


def test_faults_stand_in_the_order_of_the_text() -> None:
    text = f"[b][c]\n\n见{A}。\n\n[a]({A})\n\n[z](http://)\n"

    assert [problem.line for problem in lint(text, read(text))] == [1, 3, 5, 7]
