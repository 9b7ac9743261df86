"""Two texts, and whether they are one page: real answers of real servers, written anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.spiders.likeness import echoes, likeness, prose_of, words_of

LOST = "The page you are looking for is not here. Go back to the start, or search for something."
ATLAS = (
    "The river atlas lists four thousand rivers with their length, their basins and their mouths."
)
MENU = "Home Data People News Contact Imprint Privacy Search the whole site in any language " * 20


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        pytest.param(LOST, LOST, 1, 1, id="the same"),
        pytest.param(LOST + " 8c31", LOST + " 77aa1", 1, 1, id="but for a number"),
        pytest.param(
            LOST + " 8c31-ab-9d", LOST + " cd.7:7-aa1", 1, 1, id="but for a broken number"
        ),
        pytest.param(LOST + " 12:30 7 #4", LOST + " 12:31 8 #5", 1, 1, id="but for three numbers"),
        pytest.param(LOST + " 1 2 3 4", LOST + " 5 6 7 8", 0.9, 0.95, id="but for four numbers"),
        pytest.param(LOST + " 1 1 1 1", LOST + " 5 6 7 8", 0.9, 0.95, id="four of them the same"),
        pytest.param(LOST + " 1 2 3 4", LOST + " 4 3 2 1", 1, 1, id="the same numbers"),
        pytest.param(LOST + " 8c31", LOST, 0.9, 0.99, id="but for a number that only one has"),
        pytest.param(LOST + " Iris", LOST + " Oak", 0.85, 0.95, id="but for a word"),
        pytest.param(LOST.upper(), LOST, 1, 1, id="in capitals"),
        pytest.param(LOST, ATLAS, 0, 0.2, id="different pages"),
        pytest.param(MENU + "Rivers", MENU + "Lost", 0.99, 0.9999, id="a word in a large template"),
        pytest.param("a b c d e f g h", "a b c d e f g h", 1, 1, id="eight words"),
        pytest.param("a b c d e f g", "a b c d e f g", 0.99, 0.99, id="too few words to be sure"),
        pytest.param("", "", 0.99, 0.99, id="nothing and nothing"),
        pytest.param("", LOST, 0, 0.1, id="nothing and something"),
        pytest.param("页面不存在 请返回首页", "页面不存在 请返回首页 12", 0.85, 0.95, id="Chinese"),
        pytest.param("页面不存在 请返回首页", "河流数据集 四千条河流", 0, 0.2, id="other Chinese"),
        pytest.param(
            "页面不存在请返回首页", "首页不存在请返回页面", 0.6, 0.9, id="Chinese, a few words"
        ),
        pytest.param("ページが見つかりません", "データが見つかりません", 0.6, 0.9, id="Japanese"),
        pytest.param("ไม่พบหน้าที่คุณต้องการ", "ไม่พบหน้าที่คุณกำลังหา", 0.5, 0.9, id="Thai"),
        pytest.param("ရှာမတွေ့ပါ စာမျက်နှာ", "ရှာမတွေ့ပါ စာအုပ်", 0.5, 0.9, id="Burmese"),
        pytest.param("រកមិនឃើញទំព័រ", "រកមិនឃើញសៀវភៅ", 0.4, 0.9, id="Khmer"),
    ],
)
def test_pages_are_alike(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(words_of(one), words_of(other)) <= most


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Nothing at https://a.example/sets/rivers-of-asia here", "rivers-of-asia"),
        ("Nothing called Rivers of Asia here", "rivers-of-asia.html"),
        ("Nothing called rivers-of-asia.html here", "rivers-of-asia.html"),
        ("Nothing called RIVERS here", "rivers"),
        ("Nothing called städte here", "st%C3%A4dte"),
        ("Nothing called v1.2 here", "v1.2"),
        ("Nothing called .hidden here", ".hidden"),
    ],
)
def test_an_echo_of_the_address_is_a_number_among_others(said: str, name: str) -> None:
    other = said.replace(said.split(" here")[0].split("/")[-1].split("called ")[-1], "qqq")
    assert words_of(said, name, "qqq").pairs == words_of(other, name, "qqq").pairs


@pytest.mark.parametrize(
    ("said", "name"),
    [("Rivers in Asia", "river"), ("Rivers", "vers"), ("Rivers of", "rivers.of"), ("a", "%20"),
     ("Rivers", "rivers....of"), ("Rivers, lakes", "")],
)  # fmt: skip
def test_a_word_is_no_echo_by_half(said: str, name: str) -> None:
    told = words_of(said, name).pairs
    assert (told == words_of(said).pairs) is (name != "rivers.of" and name != "rivers....of")


def test_a_page_repeats_its_address_in_any_case() -> None:
    assert echoes("No set QQQ here", "qqq")
    assert not echoes("No set here", "qqq")


def test_what_stands_in_links_is_told_apart() -> None:
    page = (
        "<title>A</title><p>No <b>set</b></p><script>x</script><style>y</style>"
        "<noscript>z</noscript>"
        "<template>u</template><a href=/a>More</a> of <a>it</a>!"
    )
    prose = prose_of(page)
    assert (prose.text.split(), prose.links) == (["No", "set", "of", "!"], 2)


@given(st.text())
def test_no_page_is_too_odd(markup: str) -> None:
    assert prose_of(markup).links >= 0


@given(st.text(), st.text())
def test_it_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    a, b = words_of(one), words_of(other)
    assert 0 <= likeness(a, b) == likeness(b, a) <= 1
    assert likeness(a, a) >= 0.99
