"""Whole pages, of kinds that resemble each other: read, signed and judged."""

from __future__ import annotations

import pytest

from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import ALIVE, BAD, Reason, Verdict

from .dead import DEAD
from .live import LIVE
from .signs.look import titled
from .walled import DOORS, WALLED
from .whole import DEEP, GET, HOME, look

PLACES = {
    "in a directory that knows a real 404": (DEEP, 404),
    "where nothing else is known": (DEEP, None),
    "at the front": (HOME, None),
}


@pytest.mark.parametrize(("url", "beside"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("html", LIVE.values(), ids=LIVE)
def test_a_live_page_is_alive_wherever_it_stands(html: str, url: str, beside: int | None) -> None:
    assert judge(look(html, url=url, beside=beside)).reason is Reason.HTTP_200


@pytest.mark.parametrize(("reason", "what"), DEAD.values(), ids=DEAD)
def test_a_dead_page_is_dead_whatever_its_status(reason: Reason, what: Evidence) -> None:
    assert judge(what).reason is reason


@pytest.mark.parametrize("what", WALLED.values(), ids=WALLED)
def test_a_walled_page_is_never_dead(what: Evidence) -> None:
    assert judge(what).reason.verdict is Verdict.BLOCKED


@pytest.mark.parametrize("what", DOORS.values(), ids=DOORS)
def test_a_door_is_no_death(what: Evidence) -> None:
    assert judge(what).reason.verdict in ALIVE - {Verdict.OK}


@pytest.mark.parametrize(
    "title",
    ["Account suspended", "This domain has expired", "Domain default page", "Under maintenance",
     "Page not found", "Internal Server Error"],
)  # fmt: skip
def test_words_that_name_the_link_are_its_subject(title: str) -> None:
    html = titled(title, GET)
    assert judge(look(html, names=(f"{title}: a study",))).reason is Reason.HTTP_200
    assert judge(look(html)).reason.verdict in BAD
