"""Pieces: every character of a block is put back to its place in the list."""

from __future__ import annotations

import pytest

from crawler.lists.markdown import parse
from crawler.lists.spans import Lines


@pytest.mark.parametrize(
    "text",
    [
        "> - quoted\n>   item\n",
        "1.  item\n\n    more of\n    it\n",
        "-\titem with\ttab\n\n\t\tcode\n",
        "Setext\n===\n\n### Closed ###\n",
        "| a \\| b | c |\n|---|---|\n|x|`y|z`|\n| short |\n",
        "> | a | b |\n> |---|---|\n> | c | d |\n",
        "a | b\n-|-\nc | d\n",
        "lazy\n> quote\ngoes on\r\nand on\r\n",
        "```x\ncode\n```\n",
        "[a]:\n  <https://tide.example.org>\n  'title'\n",
        "a\0b\n",
    ],
)
def test_every_line_of_a_block_stands_where_it_says(text: str) -> None:
    for block in parse(text, Lines(text)).blocks:
        for number, line in enumerate(block.piece.content.split("\n")):
            shown, start = line.strip(), block.piece.outer[number]
            place = start + len(line) - len(line.lstrip())
            assert text[place : place + len(shown)].replace("\0", "\ufffd") == shown
