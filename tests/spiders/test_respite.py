"""Who asks to be left alone is; the others are not kept waiting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.demo.answers import in_turn, page, redirect, status
from crawler.demo.host import host
from crawler.demo.steps import Answer
from crawler.net.exchange import Answer as AnswerOfServer
from crawler.net.faults import NoAnswer
from crawler.spiders.respite import Respite
from crawler.verdicts.evidence import Fault
from tests.conftest import PlayWeb
from tests.spiders import test_look as looks
from tests.spiders.test_night import URL, Run, atlas, run

__all__ = ["run"]

WriteList = Callable[..., Path]


def busy(seconds: str, code: int = 429) -> Answer:
    return status(code, headers={"Retry-After": seconds})


class Moment:
    """A clock that is told what time it is."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def says(code: int, seconds: str) -> AnswerOfServer:
    return looks.answer(code, headers={"retry-after": seconds})


@pytest.mark.parametrize(
    ("code", "seconds", "left"),
    [
        (429, "30", 30),
        (503, "120", 120),
        (429, "121", float("inf")),
        (503, "3600", 0),
        (200, "9", 0),
    ],
)
def test_a_host_is_left_alone_as_long_as_it_asks(code: int, seconds: str, left: float) -> None:
    moment = Moment()
    respite = Respite(moment)
    respite.answered("a", says(code, seconds))
    assert respite.left("a") == left
    assert respite.left("b") == 0
    respite.check("b")
    if left:
        with pytest.raises(NoAnswer) as refused:
            respite.check("a")
        assert refused.value.fault is Fault.HOST_SILENT
    moment.now += 121
    assert respite.left("a") == (left if left > 1000 else 0)


def test_a_server_that_is_busy_for_a_moment_is_asked_again_the_same_night(
    run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    web = play_web(atlas(a=in_turn(busy("0"), page("Back")), b=in_turn(busy("0", 503), page("B"))))
    night = run(web, str(write_list(URL + "a", URL + "b")))
    assert [night.evidence(URL + name)["verdict"] for name in "ab"] == ["ok", "ok"]
    assert len(web.log) == 4


def test_a_server_that_is_busy_for_longer_is_left_for_tomorrow_with_all_its_links(
    run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    web = play_web(
        {
            "atlas.example.org": host({"/a": busy("90"), "*": page("Atlas")}),
            "other.example.org": host({"*": page("Other")}),
        }
    )
    night = run(web, str(write_list(URL + "a", URL + "b", "https://other.example.org/")))
    assert night.evidence(URL + "a")["reason"] == "rate-limited"
    assert night.result.counts == {"blocked": 1, "skipped": 1, "ok": 1}
    assert [asked.host for asked in web.log].count("atlas.example.org") == 1


def test_maintenance_for_hours_is_of_one_page_and_not_asked_about_again(
    run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    web = play_web(atlas(a=busy("3600", 503), b=page("Fine")))
    night = run(web, str(write_list(URL + "a", URL + "b")))
    assert night.evidence(URL + "a")["reason"] == "maintenance"
    assert night.evidence(URL + "b")["verdict"] == "ok"
    assert len(web.log) == 2


def test_a_busy_host_at_the_end_of_a_redirect_is_left_alone_too(
    run: Run, play_web: PlayWeb, write_list: WriteList
) -> None:
    away = redirect(302, "https://busy.example.org/")
    web = play_web(
        {
            "atlas.example.org": host({"/fine": page("Fine"), "*": away}),
            "busy.example.org": host({"*": busy("60")}),
        }
    )
    night = run(web, str(write_list(*(URL + name for name in ("a", "b", "c", "fine")))))
    assert [asked.host for asked in web.log].count("busy.example.org") == 1
    assert night.evidence(URL + "fine")["verdict"] == "ok"
