"""Titles and descriptions as people read them."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.text import listed, one_line, paragraphs, words


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("Heart &amp; lung", "Heart & lung", id="an entity is decoded"),
        pytest.param("R&amp;amp;D", "R&D", id="an entity of an entity is decoded"),
        pytest.param(
            "&amp;lt;b&amp;gt;X&amp;lt;/b&amp;gt;", "X", id="markup escaped twice is gone"
        ),
        pytest.param("caf&eacute; &#233; &#xE9;", "café é é", id="every way to write é is one"),
        pytest.param("cafe\u0301", "café", id="a letter and its accent are one"),
        pytest.param("a\n  b\t\u00a0c", "a b c", id="white space is folded"),
        pytest.param("H<sub>2</sub>O", "H2O", id="markup within a word leaves no gap"),
        pytest.param("<p>One</p><p>two", "One two", id="markup between words leaves one"),
        pytest.param("<jats:title>Abstract</jats:title>x", "Abstract x", id="JATS is markup"),
        pytest.param('<my-el class="x">A</my-el>', "A</my-el>", id="an unknown end tag stays"),
        pytest.param("p < 0.05 and q > 0.1", "p < 0.05 and q > 0.1", id="less than is no markup"),
        pytest.param("sub-<label>/anat", "sub-<label>/anat", id="a name to fill in is no markup"),
        pytest.param("x <a@b.example>", "x <a@b.example>", id="a mail address is no markup"),
        pytest.param("?a=1&copy=2 AT&T", "?a=1&copy=2 AT&T", id="an ampersand alone stays"),
        pytest.param("a<!-- b -->c<script>d()</script>", "ac", id="comments and scripts are gone"),
        pytest.param("<![CDATA[Lung]]>", "Lung", id="CDATA shows its content"),
        pytest.param("da\u00adta\u200b\ufeff", "data", id="what nobody sees is gone"),
        pytest.param("a\u202eb", "ab", id="nothing turns the text around"),
        pytest.param("a\x00\x1bb", "a b", id="a control character is a space"),
        pytest.param("a\ud800", "a\ufffd", id="half a character is a mark"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner that is spelling stays"),
        pytest.param("&am&amp;amp;amp;p;", "&am&p;", id="what settles late is still settled"),
        pytest.param("x" * 900, "x" * 500, id="a long title is capped"),
        pytest.param("(:unav)", None, id="DataCite's word for nothing says nothing"),
        pytest.param(" N/A ", None, id="not available says nothing"),
        pytest.param("<p> </p>", None, id="empty markup says nothing"),
        pytest.param("None of the above", "None of the above", id="a word for nothing in a text"),
    ],
)
def test_a_title_reads(raw: str, text: str | None) -> None:
    assert one_line(raw) == text


def test_a_trick_that_never_settles_is_disarmed() -> None:
    nested = "&" + "&#38;".join(["#38;"] * 12) + "lt;b&gt;"
    for _ in range(9):
        nested = nested.replace("&", "&amp;").replace("a", "&#97;")
    text = one_line(nested, 20_000) or ""
    assert "&" not in text
    assert one_line(text, 20_000) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("<p>a\nb</p><p>c</p>", "a b\n\nc", id="paragraphs are kept"),
        pytest.param("a\nb\r\n \r\n\r\nc", "a b\n\nc", id="a wrapped line is no paragraph"),
        pytest.param("a<br/>b<br><br />c", "a b\n\nc", id="two breaks are a paragraph"),
        pytest.param("<ul><li>a</li><li>b</li></ul>", "a\n\nb", id="points of a list are apart"),
        pytest.param("No description", None, id="no description is none"),
    ],
)
def test_a_description_reads(raw: str, text: str | None) -> None:
    assert paragraphs(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(["", "b"], "b", id="the first of a list that speaks"),
        pytest.param({"@value": "a", "@language": "en"}, "a", id="a value with its language"),
        pytest.param({"name": ["a", "b"]}, "a", id="the first name of an object"),
        pytest.param(2, "2", id="a number"),
        pytest.param(True, None, id="no truth value"),
        pytest.param({"x": "y"}, None, id="no unknown key"),
        pytest.param([[["a"]]], None, id="nothing deeper"),
        pytest.param(float("nan"), None, id="no number that is none"),
        pytest.param(10**5000, None, id="no number without end"),
    ],
)
def test_a_json_value_says(raw: Any, text: str | None) -> None:
    assert words(raw) == text


def test_a_list_may_be_written_as_json() -> None:
    assert listed('["a", {"b": 1}]') == ["a", {"b": 1}]
    assert listed("[a") == ["[a"]
    assert listed("[" * 100_000) == ["[" * 100_000]
    assert listed(None) == []
