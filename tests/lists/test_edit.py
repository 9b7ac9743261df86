from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.lists.edit import edited
from crawler.lists.mention import Reading
from crawler.lists.reader import read
from crawler.lists.spelling import spelled, spellings

OLD = "http://a.org/old"
NEW = "https://b.org/new"

PLACES = {
    "an inline link": ("[a](@)", NEW, "[a](https://b.org/new)"),
    "a balanced pair needs nothing": ("[a](@)", NEW + "(1)", "[a](https://b.org/new(1))"),
    "a parenthesis without a partner": ("[a](@)", NEW + ")1", r"[a](https://b.org/new\)1)"),
    "the same in angle brackets": ("[a](<@> 't')", NEW + ")1", "[a](<https://b.org/new)1> 't')"),
    "the same in an image": ("![a](@)", NEW + "(1", r"![a](https://b.org/new\(1)"),
    "an angle bracket": ("<@>", NEW + ">1", "<https://b.org/new%3E1>"),
    "a pipe in a table": ("|a|\n|-|\n|[x](@)|", NEW + "|1", "|a|\n|-|\n|[x](https://b.org/new%7C1)|"),
    "a double quote": ('<a href="@">x</a>', NEW + '"1', '<a href="https://b.org/new%221">x</a>'),
    "a single quote": ("<a href='@'>x</a>", NEW + "'1", "<a href='https://b.org/new%271'>x</a>"),
    "a single quote elsewhere": ("[a](@)", NEW + "'1", "[a](https://b.org/new'1)"),
    "a blank": ("[a](@)", NEW + " 1", "[a](https://b.org/new%201)"),
    "what looks like an entity": ("[a](@)", NEW + "&lt;1", "[a](https://b.org/new&amp;lt;1)"),
    "a bare address that ends in a dot": ("see @ now", NEW + ".", "see <https://b.org/new.> now"),
    "a definition": ("[a]: @ 't'\n\n[a]", NEW, "[a]: https://b.org/new 't'\n\n[a]"),
    "an image in a link": ("[![a](@)](@)", NEW, "[![a](https://b.org/new)](https://b.org/new)"),
}  # fmt: skip


def everywhere(text: str, new: str) -> dict[int, str]:
    return dict.fromkeys(range(len(read(text).mentions)), new)


@pytest.mark.parametrize(("place", "new", "after"), PLACES.values(), ids=PLACES)
def test_an_address_is_written_as_its_place_allows(place: str, new: str, after: str) -> None:
    text = place.replace("@", OLD)
    done = edited(text, read(text), everywhere(text, new))
    assert (done.text, done.left) == (after, ())
    meant = {way.url for way in spellings(new)}
    assert all(mention.url in meant for mention in read(done.text).mentions)


DAMAGED = {
    "a misspelt scheme": ("[x](htp://a.org/b)", "[x](http://a.org/b)"),
    "an address as two links": ("[http](http://x)://[a.org/b](http://a.org/b)", "http://a.org/b"),
    "a blank": ("[x](http://a.org/b c.pdf)", "[x](http://a.org/b%20c.pdf)"),
    "a line end": ("http://a.org/data-\nset/x.html", "http://a.org/data-set/x.html"),
    "text glued to it": ("见http://a.org/b中文", "见<http://a.org/b>中文"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "after"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_repaired(text: str, after: str) -> None:
    reading = read(text)
    assert all(mention.repair for mention in reading.mentions)
    wanted = {number: mention.url for number, mention in enumerate(reading.mentions)}
    assert edited(text, reading, wanted).text == after
    assert [mention.repair for mention in read(after).mentions] == [None]


def test_what_would_be_misread_is_left_as_it_is() -> None:
    text = f"- [a]({OLD})\n- [b]({OLD})\n"
    done = edited(text, read(text), {0: "no address", 1: NEW})
    assert done.text == f"- [a]({OLD})\n- [b]({NEW})\n"
    assert (done.done, done.left) == ((1,), (0,))


def test_nothing_wanted_is_nothing_done() -> None:
    text = f"[a]({OLD})"
    assert edited(text, read(text), {}).text == text


TAILS = st.text(st.sampled_from("ab1/().,;'\"|<>[]{}*_~!?&=#%+-:@\\ `é文"), max_size=12)
SHAPES = st.sampled_from(
    ["[a]({})", "[a](<{}> 't')", "![a]({})", "<{}>", "see {} now", "({})", "<a href='{}'>x</a>",
     '<a href="{}">x</a>', "|a|{}|\n|-|-|\n|[x]({})|y|", "> - [a]({})\t", "[a]: {}\n\n[a]"]
)  # fmt: skip
BETWEEN = st.sampled_from(["\n\n", "\r\n\r\n", "  \n\n", "\n\n# é \u2028 x\n\n"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(SHAPES, BETWEEN, TAILS, st.booleans()), min_size=1, max_size=5),
)
def test_only_the_spans_change_and_the_new_addresses_are_read_there(
    parts: list[tuple[str, str, str, bool]],
) -> None:
    text = "".join(shape.replace("{}", OLD) + between for shape, between, _, _ in parts)
    before = read(text)
    tails = [part for part in parts for _ in range(part[0].count("{}"))]
    assert len(before.mentions) == len(tails)
    wanted = {n: NEW + tail for n, (_, _, tail, wish) in enumerate(tails) if wish}
    done = edited(text, before, wanted)
    after = read(done.text)
    assert set(done.done) | set(done.left) == set(wanted)
    kept = [re.escape(text[a:b]) for a, b in gaps(before, done.done, text)]
    assert re.fullmatch("(?s)" + ".+?".join(kept), done.text), "another byte has changed"
    assert len(after.mentions) == len(before.mentions)
    for number, (old, new) in enumerate(zip(before.mentions, after.mentions, strict=True)):
        if number in done.done:
            assert new.url in {way.url for way in spellings(wanted[number])}
            assert new.repair is None
        else:
            assert (new.url, new.raw) == (old.url, old.raw)
    again = {number: after.mentions[number].url for number in done.done}
    assert edited(done.text, after, again).text == done.text, "a second edit finds all in place"


def gaps(reading: Reading, done: tuple[int, ...], text: str) -> list[tuple[int, int]]:
    """The stretches of a text between the mentions that were edited."""
    ends = [0]
    for number in done:
        mention = reading.mentions[number]
        ends += [mention.start, mention.end]
    ends.append(len(text))
    return list(zip(ends[::2], ends[1::2], strict=True))


@given(TAILS)
def test_a_spelling_is_spelled_once(tail: str) -> None:
    assert spelled(spelled(NEW + tail)) == spelled(NEW + tail)
