"""Lanes: order, distance and patience, with work that waits for events instead of time."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence

import pytest

from crawler.spiders.lanes import PATIENCE, in_lanes
from crawler.verdicts.evidence import Evidence, Fault, Hop


class Gang:
    """Work that begins at once and is done when told; knows who was at work at the same time."""

    def __init__(self, *, done: bool = True) -> None:
        self.begun: list[str] = []
        self.at_work: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.most_hosts = 0
        self.may_end = asyncio.Event()
        if done:
            self.may_end.set()

    async def __call__(self, link: str) -> Evidence:
        host = link.split("/")[2]
        self.begun.append(link)
        self.at_work[host] += 1
        self.most[host] = max(self.most[host], self.at_work[host])
        self.most_hosts = max(self.most_hosts, sum(1 for n in self.at_work.values() if n))
        await asyncio.sleep(0)
        await self.may_end.wait()
        self.at_work[host] -= 1
        return Evidence(link, status=200)


def never(seen: Evidence) -> None:
    raise AssertionError(seen)


def links(**lengths: int) -> list[str]:
    return [
        f"https://{name}.example.org/{n}" for name, most in lengths.items() for n in range(most)
    ]


def walk(urls: Sequence[str], gang: Gang, *, at_once: int = 10, per_host: int = 1) -> None:
    asyncio.run(in_lanes(urls, gang, never, at_once=at_once, per_host=per_host))


def test_every_link_is_worked_on_once_in_the_order_of_its_host() -> None:
    gang = Gang()
    urls = links(a=3, b=2)
    walk(urls, gang)
    assert sorted(gang.begun) == sorted(urls)
    assert [url for url in gang.begun if "//a." in url] == urls[:3]


def test_the_longest_lane_begins_first() -> None:
    gang = Gang()
    walk(links(short=1, longest=3, longer=2), gang, at_once=1)
    hosts = list(dict.fromkeys(url.split("/")[2].partition(".")[0] for url in gang.begun))
    assert hosts == ["longest", "longer", "short"]


def test_a_host_is_asked_one_thing_at_a_time_and_hosts_side_by_side() -> None:
    gang = Gang()
    walk(links(a=4, b=4, c=4), gang)
    assert set(gang.most.values()) == {1}
    assert gang.most_hosts == 3


def test_spellings_of_one_host_share_its_lane() -> None:
    gang = Gang()
    walk(
        ["http://A.example.org/1", "https://a.example.org:8443/2", "https://u@a.example.org./3"],
        gang,
    )
    assert gang.most_hosts == 1


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_hosts_are_asked_at_once_than_told(most: int) -> None:
    gang = Gang()
    walk(links(a=2, b=2, c=2, d=2, e=2), gang, at_once=most)
    assert gang.most_hosts == most
    assert len(gang.begun) == 10


def test_per_host_lets_so_many_requests_to_a_host_at_once() -> None:
    gang = Gang()
    walk(links(a=7, b=2), gang, per_host=3)
    assert gang.most == {"a.example.org": 3, "b.example.org": 2}
    assert len(set(gang.begun)) == 9


def test_what_has_no_host_shares_a_lane_and_is_worked_on() -> None:
    begun: list[str] = []

    async def work(link: str) -> Evidence:
        begun.append(link)
        return Evidence(link, fault=Fault.BAD_URL)

    asyncio.run(in_lanes(["https://[", "mailto:a", ""], work, never, at_once=1, per_host=1))
    assert begun == ["https://[", "mailto:a", ""]


def test_nothing_to_do_is_done_at_once() -> None:
    walk([], Gang())


class Told:
    """Work whose results are told beforehand, and what was left alone."""

    def __init__(self, **seen: Evidence) -> None:
        self.seen = {f"https://h.example.org/{path}": what for path, what in seen.items()}
        self.asked: list[str] = []
        self.left: dict[str, Evidence] = {}

    async def work(self, link: str) -> Evidence:
        self.asked.append(link)
        return self.seen[link]

    def leave_alone(self, seen: Evidence) -> None:
        self.left[seen.url] = seen

    def walk(self) -> None:
        asyncio.run(in_lanes(self.seen, self.work, self.leave_alone, at_once=9, per_host=1))


URL = "https://h.example.org/"
OK = Evidence(URL, status=200)


def fails(fault: Fault, *hops: Hop) -> Evidence:
    return Evidence(URL, hops=hops, fault=fault)


@pytest.mark.parametrize(
    ("fault", "known"),
    [
        pytest.param(Fault.CONNECT_TIMEOUT, Fault.CONNECT_TIMEOUT, id="nobody takes a connection"),
        pytest.param(Fault.READ_TIMEOUT, Fault.HOST_SILENT, id="connections are not answered"),
    ],
)
def test_a_host_that_is_silent_twice_is_left_alone(fault: Fault, known: Fault) -> None:
    told = Told(a=fails(fault), b=OK, c=fails(fault), d=OK, e=OK)
    told.walk()
    assert told.asked == [URL + path for path in "abc"]
    assert list(told.left) == [URL + "d", URL + "e"]
    for seen in told.left.values():
        assert seen.fault is known
        assert seen.tries == 0
        assert str(PATIENCE) in (seen.detail or "")


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(fails(Fault.RESET), id="a reset"),
        pytest.param(fails(Fault.REFUSED), id="a refusal"),
        pytest.param(fails(Fault.NXDOMAIN), id="no such name"),
        pytest.param(Evidence(URL, status=500), id="a broken server"),
        pytest.param(
            fails(Fault.READ_TIMEOUT, Hop(URL, 302, "https://other.example.org/")),
            id="the silence of another host to which it redirects",
        ),
        pytest.param(
            fails(
                Fault.CONNECT_TIMEOUT,
                Hop(URL, 302, "/b"),
                Hop(URL + "b", 302, "//other.example.org/"),
            ),
            id="the silence of another host, two redirects away",
        ),
    ],
)
def test_a_host_is_not_left_alone_for(seen: Evidence) -> None:
    told = Told(a=seen, b=seen, c=seen, d=seen)
    told.walk()
    assert len(told.asked) == 4
    assert not told.left


@pytest.mark.parametrize(
    "location", ["/elsewhere", "https://h.example.org/a", "http://H.example.org"]
)
def test_a_host_is_left_alone_for_its_silence_past_its_own_redirect(location: str) -> None:
    silent = fails(Fault.CONNECT_TIMEOUT, Hop(URL, 301, location))
    told = Told(a=silent, b=silent, c=OK)
    told.walk()
    assert list(told.left) == [URL + "c"]


def test_the_silence_of_one_host_says_nothing_of_another() -> None:
    left: list[Evidence] = []

    async def work(link: str) -> Evidence:
        return Evidence(link, fault=Fault.READ_TIMEOUT)

    asyncio.run(in_lanes(links(a=2, b=2, c=2), work, left.append, at_once=3, per_host=1))
    assert not left


def test_an_exception_ends_everything_and_leaves_no_task_behind() -> None:
    async def night() -> int:
        gang = Gang(done=False)

        async def work(link: str) -> Evidence:
            if link.endswith("/bad"):
                await asyncio.sleep(0)
                raise RuntimeError("the disk is full")
            return await gang(link)

        urls = [*links(a=3, b=3), "https://c.example.org/bad"]
        with pytest.raises(ExceptionGroup) as caught:
            await in_lanes(urls, work, never, at_once=9, per_host=2)
        assert caught.value.subgroup(RuntimeError)
        assert len(gang.begun) == 4, "the others were at work and were not gone on with"
        return len(asyncio.all_tasks())

    assert asyncio.run(night()) == 1


def test_a_walk_that_is_cancelled_ends_at_once() -> None:
    async def night() -> tuple[bool, int]:
        gang = Gang(done=False)
        task = asyncio.create_task(in_lanes(links(a=3, b=3), gang, never, at_once=9, per_host=1))
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(gang.begun) == 2
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return task.cancelled(), len(asyncio.all_tasks())

    assert asyncio.run(night()) == (True, 1)
