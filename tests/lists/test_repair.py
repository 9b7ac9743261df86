"""Damage in addresses: one table a rule, each row a text and what was meant."""

from __future__ import annotations

import pytest

from crawler.lists.reader import read
from crawler.lists.repair import RULES, Repair, repaired

U = "https://tide.example.org"
CASES: list[tuple[Repair, str, str]] = [
    (Repair.ESCAPE, rf"Data: {U}/a\_b/c\_d", f"{U}/a_b/c_d"),
    (Repair.ESCAPE, rf"Data: {U}/?page\_id=4", f"{U}/?page_id=4"),
    (Repair.ESCAPE, r"Data: http://tide\_1.example.org/", "http://tide_1.example.org/"),
    (Repair.ESCAPE, rf"<{U}/a\_b>", f"{U}/a_b"),
    (Repair.ESCAPE, rf"{U}/a\~b\#c", f"{U}/a~b#c"),
    (Repair.SPLIT, f"Access: {U}/page# dc149b9170f54aa29e88", f"{U}/page#dc149b9170f54aa29e88"),
    (Repair.SPLIT, f"- 2019 {U}/tutorials/#table press-10", f"{U}/tutorials/#tablepress-10"),
    (
        Repair.SPLIT,
        "at https://arxiv. org/abs/1510.02855 (2015).",
        "https://arxiv.org/abs/1510.02855",
    ),
    (Repair.SPLIT, "at https://tide .org/abs now", "https://tide.org/abs"),
    (
        Repair.SPLIT,
        f"Info: {U}/social-doctor-open\n\ning-up-physician-data/",
        f"{U}/social-doctor-opening-up-physician-data/",
    ),
    (
        Repair.SPLIT,
        f"Info: {U}/2020/long-\nname/of-it.html and more",
        f"{U}/2020/long-name/of-it.html",
    ),
    (Repair.SPLIT, f"Info: {U}/index.php?\nid=14", f"{U}/index.php?id=14"),
    (Repair.SPLIT, f"[T]({U}/a/ b/c)", f"{U}/a/b/c"),
    (Repair.SPLIT, f"[T]({U}/long-\nname)", f"{U}/long-name"),
    (Repair.SPLIT, "[T](https://tide. example.org/a)", "https://tide.example.org/a"),
    (Repair.SPACE, f"[T]({U}/Data Dictionary.pdf)", f"{U}/Data%20Dictionary.pdf"),
    (Repair.PAIR, f"论文：[https]({U}/a):[//tide.example.org/a]({U}/a)", f"{U}/a"),
    (Repair.PAIR, f"论文：[https]({U}/a)：[//tide.example.org/a\n]({U}/a)\n下", f"{U}/a"),
    (Repair.PAIR, f"[https](/C:%5CUsers%5CX%5Chttps):[//tide.example.org/a]({U}/a)", f"{U}/a"),
    (
        Repair.PAIR,
        "[http](https://blog.csdn.net/x/):[//tide.example.org/x/](https://blog.csdn.net/x/)",
        "http://tide.example.org/x/",
    ),
    (Repair.PAIR, f"[https]({U}/a):[//tide.example.org/a](https://blog.csdn.net/a)", f"{U}/a"),
    (
        Repair.PAIR,
        r"[http](http://tide.example.org/a_b):[//tide.example.org/a\_b](http://tide.example.org/a_b)",
        "http://tide.example.org/a_b",
    ),
    (
        Repair.PAIR,
        f"[https](x):[//tide.example.org/doi]({U}/doi:10.1/x) : [10.1/x]({U}/doi:10.1/x)",
        f"{U}/doi:10.1/x",
    ),
    (Repair.PAIR, f"[https://](x)[tide.example.org/a]({U}/a)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](/C:%5CUsers%5Ca)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](C:\\\\Users\\\\a)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](file:///home/a)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](https://link.zhihu.com/?target=x)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](url)", f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a]()", f"{U}/a"),
    (Repair.SHOWN, "[www.tide.org](#)", "http://www.tide.org"),
    (Repair.GLUED, f"见{U}/a。", f"{U}/a"),
    (Repair.GLUED, f"（{U}/a）", f"{U}/a"),
    (Repair.GLUED, f"Paper: {U}/a; Information: x", f"{U}/a"),
    (Repair.GLUED, f"{U}/a数据集", f"{U}/a"),
    (Repair.GLUED, f"{U}/a**bold**", f"{U}/a"),
    (Repair.GLUED, f"“{U}/a”", f"{U}/a"),
    (Repair.GLUED, f"[T]({U}/a。)", f"{U}/a"),
    (Repair.GLUED, f"Tide 文章\n\nData: {U}/tide-setTide文章的Web", f"{U}/tide-set"),
    (Repair.GLUED_FRONT, f"Data{U}/a now", f"{U}/a"),
    (Repair.PASTED, f"Main sectio{U}/a/b.pdfns in it", f"{U}/a/b.pdf"),
    (Repair.HIDDEN, f"[T]({U}/a\u200b)", f"{U}/a"),
    (Repair.HIDDEN, f"at {U}/\u200ba\ufeff now", f"{U}/a"),
    (Repair.QUOTES, f"[T](“{U}/a”)", f"{U}/a"),
    (Repair.DOUBLE_SCHEME, "[T](http://https://tide.example.org/a)", f"{U}/a"),
    (Repair.DOUBLE_SCHEME, "at http://https://tide.example.org/a.", f"{U}/a"),
    (Repair.DOUBLE_SCHEME, "[T](https:https://tide.example.org/a)", f"{U}/a"),
    (Repair.DOUBLE_SCHEME, "at httpshttps://tide.example.org/a", f"{U}/a"),
    (Repair.BACKSLASH, r"[T](https:\\\\tide.example.org/a)", f"{U}/a"),
    (Repair.SCHEME, "[T](htp://tide.example.org/a)", "http://tide.example.org/a"),
    (Repair.SCHEME, "[T](htttps://tide.example.org/a)", f"{U}/a"),
    (Repair.SCHEME, "[T](ttps://tide.example.org/a)", f"{U}/a"),
    (Repair.SCHEME, "[T](https//tide.example.org/a)", f"{U}/a"),
    (Repair.SCHEME, "[T](https：//tide.example.org/a)", f"{U}/a"),
    (Repair.SCHEME, "at https;//tide.example.org/a", f"{U}/a"),
    (Repair.SCHEME, "at htps://tide.example.org/a", f"{U}/a"),
    (Repair.SLASHES, "[T](https:/tide.example.org/a)", f"{U}/a"),
    (Repair.SLASHES, "[T](https:///tide.example.org/a)", f"{U}/a"),
    (Repair.SLASHES, "[T](https:tide.example.org/a)", f"{U}/a"),
    (Repair.SLASHES, "at http:/tide.example.org/a", "http://tide.example.org/a"),
    (Repair.MISSING_SCHEME, "[T](www.tide.org/a)", "http://www.tide.org/a"),
    (Repair.MISSING_SCHEME, "[T](tide.org/a)", "http://tide.org/a"),
    (Repair.MISSING_SCHEME, "[T](//tide.org/a)", "https://tide.org/a"),
    (Repair.MISSING_SCHEME, "Access: doi.org/10.1000/x", "http://doi.org/10.1000/x"),
    (Repair.DASH, f"[T]({U}/a–b)", f"{U}/a-b"),
    (Repair.DASH, f"at {U}/a‑b.html now", f"{U}/a-b.html"),
    (Repair.DASH, "[T](https://tide–set.example.org/)", "https://tide-set.example.org/"),
    (Repair.SPLIT, f"<{U}/a b/c>", f"{U}/ab/c"),
    (Repair.SPLIT, "at http:// www.tide.org/a now", "http://www.tide.org/a"),
    (Repair.SPLIT, f"Info: {U}/a.\nhtml", f"{U}/a.html"),
    (Repair.SPLIT, f"Info: {U}/a_\nb-2", f"{U}/a_b-2"),
    (Repair.SPLIT, f"Info: {U}/data/\nraw/2020/x.csv", f"{U}/data/raw/2020/x.csv"),
    (Repair.SPLIT, "at https://tide.org /data/x now", "https://tide.org/data/x"),
    (Repair.QUOTES, f"[T](({U}/a))", f"{U}/a"),
    (Repair.GLUED_FRONT, f"[T](:{U}/a)", f"{U}/a"),
    (Repair.SHOWN, f'<a href="#">{U}/a</a>', f"{U}/a"),
    (Repair.SHOWN, f"[{U}/a](http://[x)", f"{U}/a"),
    (Repair.DOUBLE_SCHEME, "at https://www.https://tide.example.org/a", f"{U}/a"),
    (Repair.SLASHES, "at http:www.tide.org/a", "http://www.tide.org/a"),
    (Repair.DOI, "[Paper](doi:10.1000/x.y)", "https://doi.org/10.1000/x.y"),
]


@pytest.mark.parametrize(
    ("word", "text", "meant"), CASES, ids=[f"{c[0]}: {c[1]}"[:60] for c in CASES]
)
def test_damage_is_repaired_with_a_word(word: Repair, text: str, meant: str) -> None:
    (mention,) = read(text).mentions

    assert (mention.url, mention.repair) == (meant, word)
    assert text[mention.start : mention.end] == mention.raw


def test_every_word_has_a_row_and_a_sentence() -> None:
    assert {case[0] for case in CASES} == set(Repair)
    assert all(word.sentence and word == word.lower() for word in Repair)
    assert {rule.repair for rule in RULES} <= set(Repair)


SOUND = [
    ("a word on the next line", f"See {U}/data/\nand then more", f"{U}/data/"),
    ("two words and a slash", f"See {U}/data and/or more", f"{U}/data"),
    ("a short paragraph behind it", f"Data: {U}/data\n\nshort-note", f"{U}/data"),
    ("another item behind it", f"- {U}/a-b-c\n- d-e-f-g/h", f"{U}/a-b-c"),
    ("a heading behind it", f"Access: {U}/LIDC#\n\n#### x-y-z/a", f"{U}/LIDC#"),
    ("a date behind it", f"{U}/a 2020-01-02", f"{U}/a"),
    ("a number behind an anchor", f"{U}/a#part 2019", f"{U}/a#part"),
    ("an ordinary escape in a target", rf"[x]({U}/a\_b)", f"{U}/a_b"),
    ("a text with another address", f"[https://old.example.org/a]({U}/a)", f"{U}/a"),
    ("a scheme as text", f"[https]({U}/a) and [b](mailto:b)", f"{U}/a"),
    ("a possessive", f"{U}/a's page", f"{U}/a"),
    ("a wide blank behind it", f"{U}/a　后", f"{U}/a"),
    ("www, as GitHub links it", "at www.tide.org/a now", "http://www.tide.org/a"),
    ("a blank between pointed brackets", f"[x](<{U}/a b>)", f"{U}/a%20b"),
    ("a title that is never closed", f"[x]({U}/a 'title)", f"{U}/a"),
    ("words in a target", f"[x]({U}/a see this page there)", f"{U}/a"),
    ("a target in brackets behind words", f"[x]({U}/a (b))", f"{U}/a"),
    ("a foreign host", "见https://例え.jp/パス 。", "https://例え.jp/パス"),
    ("a version number", f"ver 1.2.de/3 at {U}/a", f"{U}/a"),
    ("an unclosed anchor", f"<a name='x'>{U}/a", f"{U}/a"),
    ("an address between pointed brackets in HTML", f"<td>\n<{U}/a>\n</td>", f"{U}/a"),
    ("an anchor around a picture", f"<p><a href='{U}/a'><b>{U}</b></a></p>", f"{U}/a"),
    ("a list of two", f"{U}/a, x", f"{U}/a"),
    ("an address in a query", f"{U}/?u=https://b.example.org", f"{U}/?u=https://b.example.org"),
    ("an entity in text", f"{U}/?a=1&amp;b=2", f"{U}/?a=1&b=2"),
    ("an entity behind it", f"&lt;{U}/a&gt;", f"{U}/a"),
    ("a sentence in brackets", f"(see {U}/a_(b)).", f"{U}/a_(b)"),
]


@pytest.mark.parametrize(("text", "url"), [s[1:] for s in SOUND], ids=[s[0] for s in SOUND])
def test_a_sound_link_is_left_alone(text: str, url: str) -> None:
    (mention,) = read(text).mentions

    assert (mention.url, mention.repair) == (url, None)


def test_an_address_known_elsewhere_shows_where_a_glued_one_ends() -> None:
    text = f"[x]({U}/tide)\n\n{U}/tideAtlas数据\n\n[y]({U}/a.pdf) {U}/a.pdfand"

    assert [(mention.url, mention.repair) for mention in read(text).mentions] == [
        (f"{U}/tide", None),
        (f"{U}/tide", Repair.GLUED),
        (f"{U}/a.pdf", None),
        (f"{U}/a.pdf", Repair.GLUED),
    ]


def test_a_set_of_pictures_is_as_many_links() -> None:
    text = f"<img alt='' srcset='{U}/a,1 1x, {U}/b 2x,{U}/c'>"

    assert [mention.url for mention in read(text).mentions] == [f"{U}/a,1", f"{U}/b", f"{U}/c"]


def test_glued_addresses_are_two() -> None:
    text = (
        "https://a.example.org/x,https://b.example.org/y;https://c.example.orghttps://d.example.org"
    )

    assert [mention.url for mention in read(text).mentions] == [
        "https://a.example.org/x",
        "https://b.example.org/y",
        "https://c.example.org",
        "https://d.example.org",
    ]


@pytest.mark.parametrize(
    "target", ["http://", "https://???", "http://a..b/", "https://[x", "file:///C:/x", "http:"]
)
def test_what_cannot_be_repaired_is_kept_as_written(target: str) -> None:
    (mention,) = read(f"[Tide]({target})").mentions

    assert (mention.url, mention.raw, mention.repair) == (target, target, None)


@pytest.mark.parametrize(
    "sound", [U, f"{U}/a", "ftp://x.example.org/a-b", "http://x.example.org:81/"]
)
def test_repairing_twice_changes_nothing(sound: str) -> None:
    assert repaired(sound) == (sound, None)
