"""Signs that it is us who are ill: the clock, a captive portal, too many falling at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from crawler.memory.doubt import Glance, doubt
from crawler.memory.state import A_DAY
from crawler.verdicts.verdict import Reason

from .stories import BEGIN

R = Reason
OFFLINE = "{} of {} hosts that were well last night seem to fail at once"
PORTAL = "every host shows the same page, as a network does that wants a login"


def hosts(
    number: int, reason: Reason = R.HTTP_200, well: bool = True, first: int = 0
) -> list[Glance]:
    return [Glance(f"h{host}", well, reason, BEGIN) for host in range(first, first + number)]


FALLING = {
    "row 122, our network is down": (hosts(40, R.DNS_FAILURE), OFFLINE.format(40, 40)),
    "a third of the hosts": (
        [*hosts(4, R.RESET), *hosts(8, first=4)],
        OFFLINE.format(4, 12),
    ),
    "thirty in a hundred": ([*hosts(3, R.RESET), *hosts(7, first=3)], None),
    "two hosts of two prove nothing": (hosts(2, R.RESET), None),
    "three hosts of three": (hosts(3, R.RESET), OFFLINE.format(3, 3)),
    "hosts that were not well before": (
        hosts(9, R.RESET, well=False),
        None,
    ),
    "hosts of which a link is well": ([*hosts(5, R.RESET), *hosts(5, R.FILE)], None),
    "hosts that wall us off": ([*hosts(5, R.RESET), *hosts(5, R.HTTP_403)], None),
    "hosts whose robots.txt cannot be had": (hosts(9, R.ROBOTS), OFFLINE.format(9, 9)),
    "hosts left alone after two timeouts": (
        [*hosts(5, R.CONNECT_TIMEOUT), *hosts(5, R.HOST_SILENT)],
        OFFLINE.format(5, 5),
    ),
    "many links of few hosts": ([*hosts(1, R.RESET) * 9, *hosts(9, first=1)], None),
    "nothing seen": ([], None),
}


@pytest.mark.parametrize(("glances", "why"), FALLING.values(), ids=FALLING)
def test_too_many_hosts_falling(glances: list[Glance], why: str | None) -> None:
    assert doubt(glances) == why


@pytest.mark.parametrize(("nights_before", "doubted"), [(0, True), (2, True), (3, False)])
def test_what_is_seen_on_the_fourth_night_must_be_so(nights_before: int, doubted: bool) -> None:
    assert (doubt(hosts(9, R.RESET), doubted=nights_before) is not None) is doubted


def led(
    number: int, landed: str | None = "portal.example", reason: Reason = R.FILE
) -> list[Glance]:
    return [glance._replace(landed=landed, reason=reason) for glance in hosts(number)]


def shown(number: int, title: str | None = "Welcome", before: str | None = "IXI") -> list[Glance]:
    return [glance._replace(title=title, title_before=before) for glance in hosts(number)]


PORTALS = {
    "all are led to one host": (led(5), PORTAL),
    "four are led to one host": (led(4), None),
    "all are led there by a login": (led(5, reason=R.LOGIN_REDIRECT), PORTAL),
    "all have moved to one host": (led(5, reason=R.PERMANENT_REDIRECT), None),
    "all show a page that they did not show": (shown(5), PORTAL),
    "four show it": (shown(4), None),
    "all show the page of last night": (shown(5, "IXI"), None),
    "they are seen for the first time": (shown(5, before=None), None),
    "they show no title": (shown(5, None), None),
    "nine in ten": ([*led(9), *shown(10, "IXI")[9:]], PORTAL),
    "less than nine in ten": ([*led(8), *shown(9, "IXI")[8:]], None),
    "hosts that show nothing are left out": ([*led(5), *hosts(9, first=5)], PORTAL),
    "hosts that say nothing has changed are not": (
        [*led(5), *hosts(9, R.NOT_MODIFIED, first=5)],
        None,
    ),
    "all show it for every address": (
        [glance._replace(reason=R.SOFT_404) for glance in shown(5)],
        PORTAL,
    ),
    "all lead to one front page": (led(5, reason=R.REDIRECT_HOME), PORTAL),
    "all are 404 in the same words": (
        [glance._replace(reason=R.HTTP_404) for glance in shown(5)],
        None,
    ),
    "they were not well before": ([glance._replace(well=False) for glance in shown(9)], None),
    "one host with many links": (led(1) * 9, None),
    "each is led elsewhere": (
        [glance._replace(landed=f"www.{glance.host}") for glance in led(9)],
        None,
    ),
}


@pytest.mark.parametrize(("glances", "why"), PORTALS.values(), ids=PORTALS)
def test_a_captive_portal(glances: list[Glance], why: str | None) -> None:
    assert doubt(glances) == why
    assert doubt(glances, doubted=2) == why
    assert doubt(glances, doubted=3) is None


def timed(number: int, off: timedelta | None) -> list[Glance]:
    server_time: datetime | None = None if off is None else BEGIN + off
    return [glance._replace(server_time=server_time) for glance in hosts(number)]


def _clock(days: int) -> str:
    return f"the servers say that this machine's clock is off by {days} days"


CLOCKS = {
    "row 124, a year ahead": (timed(3, -365 * A_DAY), _clock(365)),
    "a year behind": (timed(3, 365 * A_DAY), _clock(365)),
    "a day": (timed(3, A_DAY), _clock(1)),
    "less than a day": (timed(3, A_DAY - timedelta(minutes=1)), None),
    "a day and a half": (timed(3, 1.6 * A_DAY), _clock(2)),
    "two servers prove nothing": (timed(2, 9 * A_DAY), None),
    "many links of two servers prove nothing": (timed(2, 9 * A_DAY) * 9, None),
    "servers that do not say are left out": (
        [*timed(9, None)[3:], *timed(3, 9 * A_DAY)],
        _clock(9),
    ),
    "most say that it is right": ([*timed(9, timedelta()), *timed(4, 9 * A_DAY)], None),
}


@pytest.mark.parametrize(("glances", "why"), CLOCKS.values(), ids=CLOCKS)
@pytest.mark.parametrize("nights_before", [0, 9])
def test_a_wrong_clock(glances: list[Glance], why: str | None, nights_before: int) -> None:
    last = BEGIN - 400 * A_DAY
    assert doubt(glances, doubted=nights_before, last_night=last) == why
    assert doubt(glances, doubted=nights_before) is None
    assert doubt(glances, last_night=BEGIN - 60 * A_DAY) is None
    assert doubt(glances, last_night=BEGIN + A_DAY) == why
