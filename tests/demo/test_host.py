"""Hosts as lines of a table."""

from __future__ import annotations

import pytest

from crawler.demo.host import Certificate, Door, Host, host, on_night
from crawler.demo.replies import page, status

HERE, QUERY, REST = page("Here"), page("Query"), page("Rest")


@pytest.mark.parametrize(
    ("target", "title"),
    [("/", "Here"), ("/?q=1", "Query"), ("/?q=2", "Here"), ("/%2Fx", "Rest"), ("/x?q=1", "Rest")],
)
def test_the_nearest_path_answers(target: str, title: str) -> None:
    found = host({"/": HERE, "/?q=1": QUERY, "*": REST}).answer_to(target)
    assert found == {"Here": HERE, "Query": QUERY, "Rest": REST}[title]


def test_any_other_path_is_not_found_and_so_is_robots() -> None:
    assert host({"/": HERE}).answer_to("/robots.txt") == status(404)


@pytest.mark.parametrize(
    "robots", ["User-agent: *\nDisallow: /", status(500)], ids=["text", "answer"]
)
def test_robots_may_be_a_text_or_an_answer(robots: object) -> None:
    found = host(robots=robots).answer_to("/robots.txt")  # type: ignore[arg-type]
    assert getattr(found, "body", b"") == robots.encode() if isinstance(robots, str) else found


@pytest.mark.parametrize(
    ("played", "scheme", "door"),
    [
        pytest.param(host(), "http", Door.HTTP, id="plain"),
        pytest.param(host(), "https", Door.HTTPS, id="with certificate"),
        pytest.param(host(refuses=True), "http", Door.CLOSED, id="refuses http"),
        pytest.param(host(refuses=True), "https", Door.CLOSED, id="refuses https"),
        pytest.param(host(http=False), "http", Door.CLOSED, id="no http"),
        pytest.param(host(http=False), "https", Door.HTTPS, id="only https"),
        pytest.param(host(https=False), "https", Door.CLOSED, id="no https"),
        pytest.param(host(https=False), "http", Door.HTTP, id="only http"),
        pytest.param(host(resets=True), "https", Door.RESETS, id="resets"),
        pytest.param(host(black_hole=True), "http", Door.BLACK_HOLE, id="black hole"),
        pytest.param(host(certificate=Certificate.NONE), "https", Door.NO_TLS, id="no TLS"),
        pytest.param(host(certificate=Certificate.NONE), "http", Door.HTTP, id="no TLS, but http"),
        pytest.param(host(certificate=Certificate.OLD_TLS), "https", Door.OLD_TLS, id="old TLS"),
        pytest.param(host(certificate=Certificate.EXPIRED), "https", Door.HTTPS, id="expired"),
    ],
)
def test_a_scheme_leads_to_a_door(played: Host, scheme: str, door: Door) -> None:
    assert played.door(scheme) is door


@pytest.mark.parametrize(("night", "index"), [(1, 0), (2, 1), (3, 2), (9, 2)])
def test_a_sequence_is_one_host_a_night_and_the_last_one_stays(night: int, index: int) -> None:
    three = (host({"/": HERE}), host(refuses=True), host({"/": REST}))
    assert on_night(three, night) is three[index]
    assert on_night(three[0], night) is three[0]
