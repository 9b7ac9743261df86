"""What doubt sees of a look, beside what was known of its link."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.glances import glances
from crawler.memory.doubt import Glance
from crawler.memory.state import State
from crawler.store.journal import Look
from crawler.store.remembered import Remembered
from crawler.verdicts.evidence import Evidence, Hop
from crawler.verdicts.verdict import Reason

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
URL = "http://atlas.example.org/rivers"
PORTAL = "http://portal.example/welcome"


def known(**values: Any) -> Remembered:
    usual: dict[str, Any] = dict.fromkeys(Remembered._fields) | {
        "url": URL,
        "host": "atlas.example.org",
        "state": State.ALIVE,
        "verdict": "ok",
        "reason": "http-200",
        "last_checked": AT,
        "title": "Rivers",
    }
    return Remembered(**usual | values)


def seen(*hops: Hop, **values: Any) -> Evidence:
    usual: dict[str, Any] = {"status": 200, "content_bytes": 9, "title": "Welcome"}
    return Evidence(URL, hops=hops or (Hop(URL, 200),), **usual | values)


def glance(what: Evidence, before: Remembered | None, *, clock_is_real: bool = True) -> Glance:
    remembered = {URL: before} if before else {}
    (found,) = glances([Look(URL, AT, what)], remembered, clock_is_real=clock_is_real)
    return found


def test_all_that_doubt_needs_is_told() -> None:
    assert glance(seen(), known()) == Glance(
        "atlas.example.org", True, Reason.HTTP_200, AT, None, "Welcome", "Rivers", None
    )


NEVER_SEEN = {"no list had it": None, "it was never looked at": known(last_checked=None)}


@pytest.mark.parametrize("before", NEVER_SEEN.values(), ids=NEVER_SEEN)
def test_of_a_link_that_is_seen_for_the_first_time_nothing_has_changed(
    before: Remembered | None,
) -> None:
    what = seen(Hop(URL, 302, PORTAL), Hop(PORTAL, 200))
    assert glance(what, before) == Glance("atlas.example.org", False, Reason.TEMPORARY_REDIRECT, AT)


LANDED: dict[str, tuple[str, str | None, str | None]] = {
    "at another host": (PORTAL, None, PORTAL),
    "there, from wherever": (f"{PORTAL}?from=atlas", None, PORTAL),
    "where it always does": (f"{PORTAL}?session=2", f"{PORTAL}?session=1", None),
    "elsewhere than it used to": (PORTAL, "http://other.example/", PORTAL),
    "at another page of its host": ("http://atlas.example.org/lakes", None, None),
}


@pytest.mark.parametrize(("end", "before", "landed"), LANDED.values(), ids=LANDED)
def test_a_link_lands(end: str, before: str | None, landed: str | None) -> None:
    what = seen(Hop(URL, 302, end), Hop(end, 200))
    assert glance(what, known(final_url=before)).landed == landed


DATES: dict[str, tuple[str, datetime | None]] = {
    "as it should be": ("Fri, 20 Nov 2026 03:00:00 GMT", AT),
    "without a zone": ("Fri, 20 Nov 2026 03:00:00", AT),
    "in another zone": ("Fri, 20 Nov 2026 04:00:00 +0100", AT),
    "nothing": ("", None),
    "no date": ("tomorrow", None),
    "a year that no calendar has": ("Fri, 20 Nov 99999999999999999999 00:00:00 GMT", None),
    "a zone that no map has": ("Fri, 20 Nov 2026 00:00:00 +9999999999999", None),
}


@pytest.mark.parametrize(("said", "moment"), DATES.values(), ids=DATES)
def test_a_server_says_what_time_it_is(said: str, moment: datetime | None) -> None:
    what = seen(headers=(("date", said),))
    assert glance(what, known()).server_time == moment
    assert glance(what, known(), clock_is_real=False).server_time is None
