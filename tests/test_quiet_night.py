"""A night in which nothing changed, beside the first: what it costs the servers and us."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.demo.answers import page
from crawler.demo.host import Hosts, host
from crawler.demo.steps import Answer
from tests.conftest import Linkvitals, PlayWeb, through

N_HOSTS = 50
A_HOST = 4
"""Two hundred links, a few on each host, as on the lists that people keep."""

PAGE = 12_000
"""About so many bytes a page takes on its way, packed."""

ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /admin\n" + "# Be kind.\n" * 40
GOAL = 0.10


def text(number: int) -> str:
    """What makes a page as long as pages are, and unlike the others."""
    words = f"<p>River {number} is measured at gauge {number} every hour of the year.</p>\n"
    return words * (PAGE // len(words))


def paths(number: int) -> dict[str, Answer]:
    """The pages of one host."""
    return {
        f"/set/{n}": page(f"Set {number}-{n}", body=text(number * A_HOST + n))
        for n in range(A_HOST)
    }


HOSTS: Hosts = {
    f"h{number}.example.org": host(paths(number), robots=ROBOTS) for number in range(N_HOSTS)
}


@pytest.fixture
def listed(write_list: Callable[..., Path]) -> Path:
    return write_list(*(f"http://{name}{path}" for name in HOSTS for path in paths(0)))


def test_a_second_quiet_night_costs_a_tenth_of_the_bytes(
    tmp_path: Path, listed: Path, play_web: PlayWeb, linkvitals: Linkvitals
) -> None:
    web = play_web(HOSTS)
    sent, sizes = [0], []
    for night in (1, 2):
        web.night = night
        database, at = tmp_path / "vitals.db", f"2026-11-0{night}T03:00Z"
        left = linkvitals("crawl", listed, "--db", database, "--at", at, *through(web))
        assert "200 alive" in left.err
        sent.append(web.sent)
        sizes.append(database.stat().st_size)
    first, second = sent[1], sent[2] - sent[1]
    paths_asked = [asked.path for asked in web.log if asked.night == 2]
    assert paths_asked.count("/robots.txt") == N_HOSTS
    assert len(paths_asked) == N_HOSTS * (A_HOST + 1), "no page that cannot exist is asked for"
    assert second <= GOAL * first, f"{second:,} of {first:,} bytes"
    assert sizes[1] <= 1.01 * sizes[0]
