"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.net.robots import Robots
from crawler.net.wire import Head
from crawler.verdicts.evidence import Fault

SITE = "https://a.example"
ROBOTS = f"{SITE}/robots.txt"
NOBODY = "User-agent: *\nDisallow: /\n"


def answer(status: int, content: bytes | str = b"", location: str | None = None) -> Answer:
    headers = (("location", location),) if location else ()
    body = content.encode() if isinstance(content, str) else content
    return Answer(Head((1, 1), status, headers), body, True, "192.0.2.1", None, 1, True)


class Web:
    """Answers by address, and a list of what was asked; what is in no table refuses."""

    def __init__(self, answers: Mapping[str, Answer | NoAnswer]) -> None:
        self._answers = answers
        self.asked: list[str] = []

    async def __call__(self, url: str) -> Answer:
        self.asked.append(url)
        said = self._answers.get(url, NoAnswer(Fault.REFUSED, "nobody there"))
        if isinstance(said, NoAnswer):
            raise said
        return said


def verdict(web: Web, url: str = f"{SITE}/data") -> Fault | None:
    """What stands in the way of asking for an address."""
    try:
        asyncio.run(Robots(web).check(url))
    except NoAnswer as failed:
        return failed.fault
    return None


def under(content: bytes | str, url: str = f"{SITE}/data") -> Fault | None:
    return verdict(Web({ROBOTS: answer(200, content)}), url)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param("", None, id="nothing said"),
        pytest.param(NOBODY, Fault.ROBOTS, id="nobody may"),
        pytest.param("User-agent: *\nDisallow:\n", None, id="everybody may"),
        pytest.param("User-agent: *\nDisallow: /other\n", None, id="another path"),
        pytest.param("User-agent: *\nDisallow: /da\n", Fault.ROBOTS, id="a beginning of the path"),
        pytest.param("User-agent: *\nDisallow: /\nAllow: /data\n", None, id="the longest rule"),
        pytest.param("User-agent: *\nDisallow: /*ta$\n", Fault.ROBOTS, id="wildcards"),
        pytest.param(f"{NOBODY}\nUser-agent: Vitals\nDisallow:\n", None, id="but we may"),
        pytest.param(f"{NOBODY}\nuser-agent: vitals/1.0\nallow: /\n", None, id="we, with version"),
        pytest.param("User-agent: Vitals\nDisallow: /\n", Fault.ROBOTS, id="we may not"),
        pytest.param("User-agent: Other\nDisallow: /\n", None, id="another may not"),
        pytest.param("User-agent: VitalsPlus\nDisallow: /\n", None, id="a longer name is another"),
        pytest.param(f"\ufeff{NOBODY}", Fault.ROBOTS, id="a byte order mark"),
        pytest.param(NOBODY.replace("\n", "\r\n"), Fault.ROBOTS, id="Windows line ends"),
        pytest.param(NOBODY.replace("\n", "\r"), Fault.ROBOTS, id="old line ends"),
        pytest.param("<html><body>Not found</body></html>", None, id="a page instead"),
        pytest.param(b"\xff\xfe\x00User-agent", None, id="bytes in no charset"),
        pytest.param("# x\n" * 100_000 + NOBODY, Fault.ROBOTS, id="four hundred thousand bytes"),
    ],
)
def test_the_rules(content: bytes | str, fault: Fault | None) -> None:
    assert under(content) is fault


@pytest.mark.parametrize("path", ["/ü", "/%C3%BC", "/%c3%bc"])
@pytest.mark.parametrize("rule", ["/ü", "/%C3%BC", "/%c3%bc"])
def test_every_spelling_of_a_path_is_the_same_path(rule: str, path: str) -> None:
    assert under(f"User-agent: *\nDisallow: {rule}\n", SITE + path) is Fault.ROBOTS


def test_robots_txt_itself_may_always_be_asked() -> None:
    assert under(NOBODY, ROBOTS) is None


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (200, Fault.ROBOTS),
        (203, Fault.ROBOTS),
        (204, Fault.ROBOTS),
        (301, None),
        (304, None),
        (401, None),
        (403, None),
        (404, None),
        (410, None),
        (418, None),
        (99, None),
        (429, Fault.ROBOTS),
        (500, Fault.ROBOTS),
        (503, Fault.ROBOTS),
        (999, Fault.ROBOTS),
    ],
)
def test_what_a_status_means(status: int, fault: Fault | None) -> None:
    assert verdict(Web({ROBOTS: answer(status, NOBODY)})) is fault


@pytest.mark.parametrize(
    ("failed", "fault"),
    [
        (Fault.REFUSED, Fault.REFUSED),
        (Fault.NXDOMAIN, Fault.NXDOMAIN),
        (Fault.CONNECT_TIMEOUT, Fault.CONNECT_TIMEOUT),
        (Fault.PRIVATE_ADDRESS, Fault.PRIVATE_ADDRESS),
        (Fault.TLS_HANDSHAKE, Fault.TLS_HANDSHAKE),
        (Fault.READ_TIMEOUT, None),
        (Fault.RESET, None),
        (Fault.NOT_HTTP, None),
    ],
)
def test_nobody_there_is_told_and_a_fault_of_robots_txt_alone_is_forgiven(
    failed: Fault, fault: Fault | None
) -> None:
    assert verdict(Web({ROBOTS: NoAnswer(failed, "so it was")})) is fault


def chain(hops: int) -> dict[str, Answer | NoAnswer]:
    """So many redirects before a file that lets nobody in."""
    steps = [ROBOTS, *(f"{SITE}/{n}" for n in range(hops))]
    answers: dict[str, Answer | NoAnswer] = {steps[-1]: answer(200, NOBODY)}
    for here, there in pairwise(steps):
        answers[here] = answer(302, location=there)
    return answers


@pytest.mark.parametrize(("hops", "fault"), [(1, Fault.ROBOTS), (5, Fault.ROBOTS), (6, None)])
def test_five_redirects_are_followed(hops: int, fault: Fault | None) -> None:
    web = Web(chain(hops))
    assert verdict(web) is fault
    assert len(web.asked) == min(hops, 5) + 1


@pytest.mark.parametrize(
    "location",
    [
        pytest.param("https://dead.example/robots.txt", id="to a host that is dead"),
        pytest.param("mailto:me@a.example", id="to no page"),
        pytest.param("http://[", id="to no address"),
        pytest.param("robots.txt", id="to itself"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_no_fault_of_the_links(location: str) -> None:
    assert verdict(Web({ROBOTS: answer(301, location=location)})) is None


def test_it_is_read_once_for_each_site_however_many_links_wait() -> None:
    web = Web({ROBOTS: answer(404), "http://a.example:81/robots.txt": answer(404)})

    async def asking() -> None:
        robots = Robots(web)
        same = [f"{SITE}/{n}" for n in range(9)] + ["https://me:secret@a.example/"]
        await asyncio.gather(*map(robots.check, [*same, "http://a.example:81/"]))

    asyncio.run(asking())
    assert sorted(web.asked) == ["http://a.example:81/robots.txt", ROBOTS]


def test_who_stops_waiting_does_not_stop_the_others() -> None:
    gate = asyncio.Event()

    async def fetch(_: str) -> Answer:
        await gate.wait()
        return answer(200, NOBODY)

    async def asking() -> None:
        robots = Robots(fetch)
        first, second = (asyncio.create_task(robots.check(f"{SITE}/{n}")) for n in range(2))
        await asyncio.sleep(0)
        first.cancel()
        gate.set()
        with pytest.raises(NoAnswer, match=r"https://a\.example/robots\.txt asks us not to"):
            await second
        assert first.cancelled()

    asyncio.run(asking())


@pytest.mark.parametrize(
    "piece",
    ["\n", " ", ":", "user-agent\n", "User-agent: a\n", "Disallow: /*a*b\n", "Disallow: /%zz\n"],
    ids=repr,
)
def test_a_huge_file_is_read_in_no_time(piece: str) -> None:
    begun = time.process_time()
    under("User-agent: *\n" + piece * (512 * 1024 // len(piece)))
    assert time.process_time() - begun < 3


LINES = st.sampled_from(["User-agent: *", "Disallow: /*a*a*$", "Allow: %zz", "Crawl-delay: x"])


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.lists(LINES | st.text(), max_size=9).map("\n".join))
def test_no_file_is_too_odd(content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    assert under(data, f"{SITE}/%zz?a=%C3&b#c") in (None, Fault.ROBOTS)
