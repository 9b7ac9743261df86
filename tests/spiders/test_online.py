"""Is it them or us? Told by fake canaries, without waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from crawler.net.faults import NoAnswer
from crawler.settings import CANARIES
from crawler.spiders import online
from crawler.spiders.online import Offline, Online
from crawler.verdicts.evidence import OFFLINE_FAULTS, Fault


def failure(fault: Fault = Fault.NXDOMAIN, *, public: bool = True) -> NoAnswer:
    return NoAnswer(fault, "nothing there", public=public)


class Canaries:
    """Canaries of which only some sing."""

    def __init__(self, *singing: str) -> None:
        self.singing = singing
        self.asked: list[str] = []

    async def __call__(self, url: str) -> object:
        self.asked.append(url)
        if url not in self.singing:
            raise failure()
        return object()


async def hang(_: str) -> object:
    return await asyncio.get_running_loop().create_future()


def fail_on(watched: Online, hosts: int, told: NoAnswer | None = None) -> None:
    for n in range(hosts):
        watched.failed(f"h{n}.example.org", told or failure())


def test_five_hosts_that_fail_and_canaries_that_are_mute_mean_offline() -> None:
    async def night() -> None:
        canaries = Canaries()
        watched = Online(canaries, CANARIES)
        fail_on(watched, 5)
        with pytest.raises(Offline):
            await watched.watch()
        assert canaries.asked == list(CANARIES)

    asyncio.run(night())


@pytest.mark.parametrize("canary", CANARIES)
def test_one_canary_that_sings_means_online(canary: str) -> None:
    async def night() -> None:
        watched = Online(Canaries(canary), CANARIES)
        fail_on(watched, 9)
        await watched.watch()
        await watched.confirm()

    asyncio.run(night())


@pytest.mark.parametrize("fault", sorted(OFFLINE_FAULTS))
def test_a_single_failure_is_enough_to_ask_at_the_end(fault: Fault) -> None:
    async def night() -> None:
        watched = Online(Canaries(), CANARIES)
        fail_on(watched, 1, failure(fault))
        with pytest.raises(Offline):
            await watched.confirm()

    asyncio.run(night())


def does_not_ask(prepare: Callable[[Online], None]) -> bool:
    async def night() -> bool:
        canaries = Canaries()
        watched = Online(canaries, CANARIES)
        prepare(watched)
        await watched.confirm()
        return not canaries.asked

    return asyncio.run(night())


@pytest.mark.parametrize("fault", sorted(set(Fault) - OFFLINE_FAULTS))
def test_what_only_a_server_can_do_never_makes_us_doubt_ourselves(fault: Fault) -> None:
    assert does_not_ask(lambda watched: fail_on(watched, 20, failure(fault)))


def test_failures_inside_this_machines_own_network_do_not_count() -> None:
    assert does_not_ask(lambda watched: fail_on(watched, 20, failure(public=False)))


def test_a_night_in_which_nothing_failed_asks_no_canary() -> None:
    assert does_not_ask(lambda _: None)


def test_an_answer_is_proof_whatever_fails_before_or_after() -> None:
    def prepare(watched: Online) -> None:
        fail_on(watched, 9)
        watched.answered()
        fail_on(watched, 20)

    assert does_not_ask(prepare)


async def watching(watched: Online) -> asyncio.Task[None]:
    task = asyncio.create_task(watched.watch())
    for _ in range(3):
        await asyncio.sleep(0)
    assert not task.done()
    return task


def test_the_watch_goes_on_while_few_fail_and_one_host_counts_once() -> None:
    async def night() -> None:
        watched = Online(Canaries(), CANARIES)
        task = await watching(watched)
        fail_on(watched, 4)
        fail_on(watched, 4)
        for _ in range(3):
            await asyncio.sleep(0)
        assert not task.done()
        watched.failed("one-more.example.org", failure())
        with pytest.raises(Offline):
            await task

    asyncio.run(night())


def test_the_watch_ends_with_the_first_answer() -> None:
    async def night() -> None:
        canaries = Canaries()
        watched = Online(canaries, CANARIES)
        task = await watching(watched)
        watched.answered()
        await task
        assert not canaries.asked

    asyncio.run(night())


def test_silence_alone_is_reason_to_ask_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    async def night() -> None:
        watched = Online(Canaries(), CANARIES)
        fail_on(watched, 1)
        with pytest.raises(Offline):
            await watched.watch()

    monkeypatch.setattr(online, "_SILENT_FOR", 0.0)
    asyncio.run(night())


def test_an_answer_that_comes_while_the_canaries_are_asked_counts() -> None:
    async def night() -> None:
        async def answers_meanwhile(_: str) -> object:
            watched.answered()
            raise failure()

        watched = Online(answers_meanwhile, CANARIES)
        fail_on(watched, 5)
        await watched.watch()

    asyncio.run(night())


def test_canaries_that_hang_are_as_good_as_mute(monkeypatch: pytest.MonkeyPatch) -> None:
    async def night() -> None:
        watched = Online(hang, CANARIES)
        fail_on(watched, 5)
        with pytest.raises(Offline):
            await watched.watch()

    monkeypatch.setattr(online, "_CANARY_PATIENCE", 0.0)
    asyncio.run(night())


@pytest.mark.parametrize(
    ("ask", "failing"),
    [
        pytest.param(Canaries(), 0, id="waiting for anything to happen"),
        pytest.param(hang, 5, id="waiting for the canaries"),
    ],
)
def test_a_watch_that_is_cancelled_leaves_nothing_behind(
    ask: Callable[[str], Awaitable[object]], failing: int
) -> None:
    async def night() -> int:
        watched = Online(ask, CANARIES)
        task = await watching(watched)
        fail_on(watched, failing)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert asyncio.run(night()) == 1


def test_trouble_that_is_no_missing_answer_is_not_hidden() -> None:
    async def night() -> None:
        async def breaks(_: str) -> object:
            raise RuntimeError("no certificates")

        watched = Online(breaks, CANARIES)
        fail_on(watched, 5)
        with pytest.raises(RuntimeError):
            await watched.watch()

    asyncio.run(night())
