from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reports import escape
from tests.reports.attacks import ADDRESSES, TEXTS

CLICKABLE = {
    "a closed attribute": "https://example.org/%22onclick=%22alert(1)",
    "a closed autolink": "https://example.org/%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "a table cell": "https://example.org/a%7Cb%7Cc",
    "a closed parenthesis": "https://example.org/a)[x](javascript:alert(1)",
    "backticks": "https://example.org/%60a%60%60%20%60",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_only_a_plain_address_of_the_web_is_clickable(name: str) -> None:
    assert escape.clickable(ADDRESSES[name]) == CLICKABLE.get(name)


@pytest.mark.parametrize("name", TEXTS)
def test_escaped_text_is_read_as_it_was_written(name: str) -> None:
    seen = escape.visible(TEXTS[name])[:2000]
    tokens = MarkdownIt("commonmark").enable("table").parse(escape.markdown_text(seen))
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline).replace("\u2060", "") == seen


@pytest.mark.parametrize("name", TEXTS)
def test_escaped_text_has_no_angle_bracket(name: str) -> None:
    assert not set("<>") & set(escape.markdown_text(TEXTS[name]))


@given(st.text(alphabet="|\\`ab ", min_size=1))
def test_any_text_is_one_cell_of_a_table(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| x{escape.markdown_text(text)}x | y |\n"
    tokens = MarkdownIt("commonmark").enable("table").parse(table)
    cells = [token for token in tokens if token.type == "inline"]
    read = "".join(child.content for child in cells[2].children or ())
    assert read == f"x{escape.visible(text)}x"
    assert [cell.content for cell in cells[3:]] == ["y"]


@given(st.text())
def test_any_text_is_one_line_of_text_in_markdown(text: str) -> None:
    escaped = escape.markdown_text(text)
    kinds = [token.type for token in MarkdownIt("commonmark").enable("table").parse(escaped)]
    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert "\n" not in escaped


@given(st.text(alphabet="`\\ab|<\n ", max_size=30))
def test_any_text_can_be_code(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"x {escape.markdown_code(text)} y")
    kinds = [child.type for child in tokens[1].children or ()]
    assert kinds == ["text", "code_inline", "text"]


@pytest.mark.parametrize("text", ["1. one", "123) x", "123456789.", "- x", "+ x", "= ="])
def test_a_text_that_looks_like_a_list_is_none(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escape.markdown_text(text))
    assert next(token.type for token in tokens) == "paragraph_open"


@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert escape.visible(escape.visible(text)) == escape.visible(text)
