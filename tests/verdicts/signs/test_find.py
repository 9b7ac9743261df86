from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs import Seen, find_signs

from .look import seen, titled

texts = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=200)
words = texts | st.sampled_from(
    ["404", "Page not found", "<div id='root'>", "<noscript>", "is for sale", "http://[x", " | "]
)
anything = st.builds(
    Seen,
    url=words,
    status=st.integers(0, 999),
    headers=st.lists(st.tuples(words, words), max_size=4).map(tuple),
    title=st.none() | words,
    text=words,
    markup=words,
    headings=st.lists(words, max_size=3).map(tuple),
    description=st.none() | words,
)


@given(anything)
def test_signs_are_found_in_anything(what: Seen) -> None:
    signs = find_signs(what)
    kinds = [sign.kind for sign in signs]
    assert len(set(kinds)) == len(kinds)
    assert all(len(sign.quote) <= 200 for sign in signs)


def test_a_page_may_have_several_signs() -> None:
    wall = titled("Page not found", '<div id="root"></div><script id="anubis_challenge"></script>')
    kinds = {sign.kind for sign in find_signs(seen(wall))}
    assert kinds == {SignKind.WALL, SignKind.SHELL, SignKind.NOT_FOUND}


def test_a_sign_quotes_what_decided() -> None:
    (sign,) = find_signs(seen(titled("Atlas"), 403, "cf-mitigated: challenge"))
    assert (sign.name, sign.quote) == ("cloudflare", "cf-mitigated: challenge")


NASTY = [
    "<",
    " ",
    "a",
    "page ",
    "<div ",
    "<noscript>",
    "404 ",
    "log in ",
    "-",
    "the ",
    '<a href="x"',
]
"""What patterns may stumble over."""


@pytest.mark.parametrize("piece", NASTY)
def test_the_time_it_takes_grows_no_faster_than_the_page(piece: str) -> None:
    def seconds(size: int) -> float:
        many = (piece * size)[:size]
        what = Seen(
            "https://a.example/", 403, title=many, text=many[:150], markup=many, headings=(many,)
        )
        began = process_time()
        find_signs(what)
        return process_time() - began

    seconds(1000)
    assert min(seconds(512 * 1024) for _ in range(2)) < 1.5
