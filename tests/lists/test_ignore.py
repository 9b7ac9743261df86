"""What the keeper of a list asks not to be read."""

from __future__ import annotations

import pytest

from crawler.lists.ignore import without_front_matter
from crawler.lists.reader import read

A, B, C = "https://a.example.org", "https://b.example.org", "https://c.example.org"
CASES = [
    ("a line", f"- {A} <!-- linkvitals: ignore -->\n- {B}\n- {C}", [B, C]),
    ("the next line", f"{A}\n\n<!-- linkvitals: ignore -->\n{B}\n\n{C}", [A, C]),
    (
        "a block",
        (
            f"{A}\n\n<!-- linkvitals: ignore-start -->\n\n{B}\n\n"
            f"<!-- linkvitals: ignore-end -->\n\n{C}"
        ),
        [A, C],
    ),
    ("a block without an end", f"{A}\n\n<!-- linkvitals: ignore-start -->\n\n{B}\n\n{C}", [A]),
    ("the whole file", f"{A}\n\n<!-- linkvitals: ignore-file -->\n", []),
    ("with a reason", f"{A} <!--linkvitals:ignore it is slow-->\n\n{B}", [B]),
    ("an end without a beginning", f"{A}\n\n<!-- linkvitals: ignore-end -->\n\n{B}", [A, B]),
    ("another comment", f"{A} <!-- ignore -->", [A]),
]


@pytest.mark.parametrize(("text", "urls"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_ignored_links_are_not_read(text: str, urls: list[str]) -> None:
    assert [mention.url for mention in read(text).mentions] == urls


def test_ignored_entries_are_gone_and_the_others_keep_their_links() -> None:
    text = (
        f"# S\n\n## Water\n\n- [Tide]({A}) <!-- linkvitals: ignore -->\n  - [Tide North]({B})\n"
        f"- [Salt]({C})\n"
    )

    reading = read(text)

    assert [(entry.name, entry.parent, entry.urls) for entry in reading.entries] == [
        ("Tide North", None, (B,)),
        ("Salt", None, (C,)),
    ]
    assert [mention.entry for mention in reading.mentions] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Seas\nurl: https://a.example.org\n---\n\n# S\n",
        "+++\ntitle = 'Seas'\n+++\n# S\n",
        "---\r\na: b\r\n...\r\n# S\r\n",
    ],
)
def test_front_matter_is_blank_and_every_offset_stays(text: str) -> None:
    read_text = without_front_matter(text)

    assert len(read_text) == len(text)
    assert read_text.strip().startswith("# S")
    assert read_text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text", ["---\n\n# S\n\n---\n", "---\nJust words\n---\n", "# S\n---\na: b\n---"]
)
def test_a_line_across_the_page_is_no_front_matter(text: str) -> None:
    assert without_front_matter(text) == text
