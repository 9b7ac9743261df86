"""Answers that depend on the night, the turn, or the request."""

from __future__ import annotations

import pytest

from crawler.demo.choices import (
    Condition,
    asks,
    header,
    in_turn,
    method_not_allowed,
    nights,
    over,
    when,
)
from crawler.demo.replies import page, status
from crawler.demo.steps import Asked

from .client import get, hear, web_of

THREE = (status(200), status(404), status(410))


@pytest.mark.parametrize(("night", "code"), [(1, 200), (2, 404), (3, 410), (4, 410), (60, 410)])
def test_each_night_has_its_answer_and_the_last_one_stays(night: int, code: int) -> None:
    assert hear(nights(*THREE), night=night).code == code


def test_the_night_may_change_while_the_web_runs() -> None:
    with web_of(nights(*THREE)) as web:
        assert get(web).code == 200
        web.night = 3
        assert get(web).code == 410


def test_turns_are_counted_by_address_and_begin_anew_each_night() -> None:
    with web_of(in_turn(*THREE)) as web:
        assert [get(web).code for _ in range(4)] == [200, 404, 410, 410]
        assert get(web, "/other").code == 200
        assert get(web, scheme="https").code == 200
        web.night = 2
        assert get(web).code == 200


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        pytest.param(asks("HEAD"), True, id="the method"),
        pytest.param(asks("GET"), False, id="another method"),
        pytest.param(over("https"), True, id="the scheme"),
        pytest.param(over("http"), False, id="another scheme"),
        pytest.param(header("Cookie"), True, id="a header that is there"),
        pytest.param(header("Accept"), False, id="a header that is not"),
        pytest.param(header("COOKIE", "SEEN=[01]"), True, id="a pattern, whatever the case"),
        pytest.param(header("cookie", "^een"), False, id="a pattern that is not there"),
        pytest.param(header("Empty"), True, id="an empty header"),
    ],
)
def test_a_condition_looks_at(condition: Condition, holds: bool) -> None:
    asked = Asked(0, "h", "HEAD", "/", {"cookie": "seen=1", "empty": ""}, scheme="https")
    assert condition(asked) is holds


def test_the_answer_follows_the_condition() -> None:
    answer = when(header("User-Agent", "link"), status(403), page("Atlas"))
    assert hear(answer, headers={"User-Agent": "LinkChecker"}).code == 403
    assert hear(answer, headers={"User-Agent": "Vitals"}).code == 200


def test_one_method_may_be_refused() -> None:
    answer = method_not_allowed(page("Atlas"))
    refused = hear(answer, method="HEAD")
    assert (refused.code, refused.headers["allow"]) == (405, "GET")
    assert hear(answer).code == 200
