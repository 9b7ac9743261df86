"""Servers that misbehave."""

from __future__ import annotations

import time

import pytest

from crawler.demo.faults import (
    close_at_once,
    cut,
    drip,
    hang,
    lie,
    reset_at_once,
    retouch,
    slow,
    stall,
)
from crawler.demo.files import file
from crawler.demo.floods import endless
from crawler.demo.replies import raw, text
from crawler.demo.steps import Answer, Asked, Wait

from .client import Ending, hear

TEN = text("0123456789", conditional=False)


@pytest.mark.parametrize(
    ("answer", "ending"),
    [
        pytest.param(hang, Ending.SILENT, id="hangs"),
        pytest.param(reset_at_once, Ending.RESET, id="resets"),
        pytest.param(close_at_once, Ending.CLOSED, id="closes"),
    ],
)
def test_nothing_is_heard_of_a_server_that(answer: Answer, ending: Ending) -> None:
    heard = hear(answer, patience=0.1)
    assert (heard.everything, heard.ending) == (b"", ending)


def test_a_slow_answer_takes_its_time_and_is_whole() -> None:
    begun = time.monotonic()
    assert hear(slow(0.1, TEN)).body == b"0123456789"
    assert time.monotonic() - begun >= 0.1


def test_a_drip_comes_head_first_and_byte_by_byte() -> None:
    steps = list(drip(TEN, 0.5)(Asked(0, "h", "GET", "/", {})))
    assert isinstance(steps[0], bytes)
    assert steps[0].endswith(b"\r\n\r\n")
    assert steps[1:5] == [Wait(0.5), b"0", Wait(0.5), b"1"]
    assert hear(drip(TEN, 0.001)).body == b"0123456789"


def test_a_drip_of_an_endless_body_goes_on_after_its_head() -> None:
    heard = hear(drip(endless(chunked=False), 0.001), enough=120)
    assert heard.code == 200
    assert heard.body.startswith(b"<p>More")


@pytest.mark.parametrize("after", [0, 4, 10, 99])
@pytest.mark.parametrize(
    ("reset", "ending"), [(False, Ending.CLOSED), (True, Ending.RESET)], ids=["closed", "reset"]
)
def test_a_body_is_cut_where_told(after: int, reset: bool, ending: Ending) -> None:
    heard = hear(cut(TEN, after, reset=reset))
    assert heard.headers["content-length"] == "10"
    assert (heard.body, heard.ending) == (b"0123456789"[:after], ending)


def test_a_cut_may_fall_into_a_later_piece_of_a_large_body() -> None:
    assert len(hear(cut(file(10**10), 100_000)).body) == 100_000


def test_a_stalled_body_goes_silent_where_told() -> None:
    heard = hear(stall(TEN, 4), patience=0.5)
    assert (heard.body, heard.ending) == (b"0123", Ending.SILENT)


@pytest.mark.parametrize("declared", [3, 99, None], ids=["too short", "too long", "none"])
def test_a_length_is_declared_as_told_and_the_body_sent_as_it_is(declared: int | None) -> None:
    heard = hear(lie(TEN, declared), headers={"Connection": "keep-alive"})
    given = heard.headers.get("content-length")
    assert given == (None if declared is None else str(declared))
    assert (heard.body, heard.ending) == (b"0123456789", Ending.CLOSED)


def test_a_lie_is_told_of_a_length_in_any_spelling() -> None:
    by_hand = raw(b"HTTP/1.1 200 OK\r\ncontent-length:2\r\nA: b\r\n\r\nok")
    assert hear(lie(by_hand, 7)).head == "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 7"


def test_a_head_is_retouched_and_the_body_left_alone() -> None:
    heard = hear(retouch(TEN, lambda head: head.replace(b"HTTP/1.1", b"HTTP/1.0").lower()))
    assert heard.first_line == "http/1.0 200 ok"
    assert heard.body == b"0123456789"


@pytest.mark.parametrize(
    "change", [lambda a: cut(a, 3), lambda a: stall(a, 3), lambda a: lie(a, 3)]
)
def test_faults_may_be_made_of_faults(change: object) -> None:
    assert callable(change)
    heard = hear(change(slow(0.01, TEN)), patience=0.5)
    assert heard.body.startswith(b"012")
